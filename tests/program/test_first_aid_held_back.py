"""First aid says when it is not for the leg, and is held back where it could harm."""

from __future__ import annotations

import pytest
from inside import Inside
from running import assert_refused

from cramplog.domain.firstaid import NOT_IF

STEPS = ("guide now", "guide pregnancy", "guide self-help", "guide exercises", "start left calf")
HARMED = (
    ("symptom swelling left", "GL-DVT"),
    ("symptom warmth left", "GL-DVT"),
    ("symptom collapse", "GL-PE"),
    ("symptom persistent-pain left,symptom cold-pale left", "GL-LIMB-ISCH"),
)


def said(told: str) -> str:
    return " ".join(told.split())


@pytest.mark.parametrize("line", STEPS)
def test_the_first_line_says_for_which_leg_the_steps_are_not(run: Inside, line: str) -> None:
    assert said(run(*line.split()).stdout).startswith(NOT_IF)


@pytest.mark.parametrize("line", STEPS)
@pytest.mark.parametrize(("signs", "flag"), HARMED)
def test_with_such_a_flag_on_no_step_is_shown_but_what_to_do(
    run: Inside, line: str, signs: str, flag: str
) -> None:
    run("log", "02:30", "left calf 3m")
    for sign in signs.split(","):
        run(*sign.split())
    told = said(run(*line.split()).stdout)
    assert told.startswith(NOT_IF)
    assert f"({flag})" in told
    for step in ("Stretch it", "Rub the muscle", "put your weight", "Ease the toes", "heels on"):
        assert step not in told


def test_the_steps_come_back_when_the_sign_was_never_there(run: Inside) -> None:
    run("symptom", "swelling", "--absent")
    assert "Rub the muscle" in run("guide", "now").stdout


@pytest.mark.parametrize("word", ["calf pain", "paralysis", "gangrene", "bladder", "dark skin"])
def test_an_unknown_sign_is_answered_with_near_ones_and_whom_to_call(
    run: Inside, word: str
) -> None:
    told = run("symptom", *word.split())
    assert_refused(told, 2, "Did you mean: ", "local emergency number (112, 999, 911)", "NHS 111")
    assert run("symptom", "--json").data["symptoms"] == []


def test_a_headache_is_noted_as_such_and_the_severe_one_asked_for(run: Inside) -> None:
    told = said(run("symptom", "headache").stdout)
    assert "Noted: headache on" in told
    assert "Is it a severe headache? Then: cramplog symptom severe-headache." in told
    [sign] = run("symptom", "--json").data["symptoms"]
    assert sign["name"] == "headache"
