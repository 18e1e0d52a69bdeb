"""The steps of the live timer: in safe order, sourced, and short enough for a small screen."""

from __future__ import annotations

import textwrap

import pytest

from cramplog.domain.factors import FACTORS
from cramplog.domain.firstaid import ARTICLE_STEPS, SOURCES, STEPS, Step, steps_for
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS

UNSAFE = (
    "pin ",
    "prick",
    "needle",
    "painkiller",
    "paracetamol",
    "quinine",
    "with force",
    "hard",
    "jerk",
    "lie ",
    "flat",
    "diazepam",
    "phenytoin",
    "valproate",
    "benzo",
    "magnesium",
    "potassium",
    "salt",
)
OTHER_ILLNESS = ("seizure", "convuls", "spastic", "epilep")


def every_step() -> tuple[Step, ...]:
    return (*STEPS, *steps_for(("thigh",)), *steps_for(("hand",)))


@pytest.mark.parametrize("word", [*UNSAFE, *OTHER_ILLNESS])
def test_no_step_of_the_timer_advises_what_is_unsafe(word: str) -> None:
    assert not [step.text for step in every_step() if word in f"{step.text} ".lower()]


@pytest.mark.parametrize("word", OTHER_ILLNESS)
def test_no_text_of_the_catalogues_uses_the_words_of_another_illness(word: str) -> None:
    texts = [
        *(f"{step.text} {step.caution}" for step in ARTICLE_STEPS),
        *(f"{entry.label} {entry.caution}" for entry in REMEDIES.values()),
        *(f"{entry.label} {entry.evidence}" for entry in TRIGGERS.values()),
        *(entry.label for entry in FACTORS.values()),
    ]
    assert not [text for text in texts if word in text.lower()]


def test_stretching_comes_first_then_massage_standing_walking_warmth_and_help() -> None:
    words = ("stretch", "rub", "stand", "walk", "warm", "medical help")
    assert len(STEPS) == len(words)
    for step, word in zip(STEPS, words, strict=True):
        assert word in step.text.lower()
    times = [step.at_seconds for step in STEPS]
    assert times[0] == 0
    assert times == sorted(set(times))


def test_nobody_is_told_to_stand_without_holding_on() -> None:
    for step in every_step():
        if "stand" in step.text:
            assert step.text.index("Hold on") < step.text.index("stand")


def test_after_ten_minutes_both_views_are_named_and_the_cautious_one_first() -> None:
    last = STEPS[-1]
    assert last.at_seconds == 600
    assert [step.urgent for step in STEPS] == [False] * 5 + [True]
    assert last.text.index("now") < last.text.index("nidirect") < last.text.index("see a GP")


def test_every_step_names_sources_that_are_listed() -> None:
    for step in every_step():
        assert step.sources
        assert set(step.sources) <= set(SOURCES)


def test_every_step_fits_a_screen_of_forty_columns() -> None:
    for step in every_step():
        lines = textwrap.wrap(step.text, 40, break_long_words=False)
        assert max(map(len, lines)) <= 40
        assert len(lines) <= (5 if step.urgent else 2)


def test_a_hand_is_not_told_to_stand_or_walk() -> None:
    texts = " ".join(step.text for step in steps_for(("hand",)))
    assert "stand" not in texts
    assert "walk" not in texts
    assert "toes" not in texts
    assert "medical help" in texts


@pytest.mark.parametrize("muscles", [(), ("calf",), ("toes",), ("hand", "calf")])
def test_a_calf_a_foot_or_no_place_gets_the_leg_steps(muscles: tuple[str, ...]) -> None:
    assert steps_for(muscles) == STEPS


def test_a_thigh_is_stretched_without_reaching_for_the_toes_but_stands_too() -> None:
    first, *rest = steps_for(("left", "thigh")[1:])
    assert "toes" not in first.text
    assert tuple(rest) == STEPS[1:]


def test_the_articles_own_order_is_kept_whole_with_its_cautions() -> None:
    assert [step.id for step in ARTICLE_STEPS] == [
        *("fa1", "fa2", "fa3", "fa4", "fa5"),
        *("sh1", "sh2", "sh3", "sh4", "sh5", "sh6"),
    ]
    cautioned = {step.id for step in ARTICLE_STEPS if step.caution}
    assert cautioned == {"fa1", "fa3", "fa4", "fa5", "sh4", "sh5", "sh6"}
    assert [step.id for step in ARTICLE_STEPS if step.blocked] == ["sh6"]
    assert all(bool(step.caution) == bool(step.source) for step in ARTICLE_STEPS)
