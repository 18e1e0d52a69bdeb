"""`condition` and `symptom`: unknown, present, absent; dates of any precision."""

from __future__ import annotations

from typing import Any

import pytest
from inside import Inside
from running import Result, assert_refused


def conditions(run: Inside) -> list[dict[str, Any]]:
    found = run("condition", "list", "--json").data["conditions"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2019-05-17", "2019-05-17"),
        ("1958-04-03", "1958-04-03"),
        ("yesterday", "2026-11-22"),
        ("20 nov", "2026-11-20"),
        ("today", "2026-11-23"),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day_in_words(
    run: Inside, typed: str, stored: str
) -> None:
    for command in (
        ("condition", "add", "diabetes", "--since", typed),
        ("medicine", "start", "ramipril", "--on", typed),
    ):
        assert run(*command).code == 0
    assert conditions(run)[0]["since"] == stored
    assert run("medicine", "list", "--json").data["medicines"][0]["started"] == stored


@pytest.mark.parametrize(
    "typed", ["2027", "2026-12", "2026-11-24", "2019-13", "2019-00", "1850", "1958-02-30", "soon"]
)
def test_a_date_that_cannot_be_is_refused(run: Inside, typed: str) -> None:
    assert_refused(run("condition", "add", "diabetes", "--since", typed), 2)
    assert_refused(run("medicine", "start", "ramipril", "--on", typed), 2)
    assert conditions(run) == []


def test_digits_of_another_script_are_no_year(run: Inside) -> None:
    assert_refused(run("condition", "add", "diabetes", "--since", "２０１９"), 2)


def test_a_condition_is_unknown_then_present_then_absent(run: Inside) -> None:
    assert conditions(run) == []
    assert "unknown is not no" in run("condition", "list").stdout
    run("condition", "add", "varicose", "veins")
    run("condition", "deny", "varicose-veins")
    assert [(c["name"], c["status"]) for c in conditions(run)] == [("varicose_veins", "absent")]
    run("undo")
    assert [c["status"] for c in conditions(run)] == ["present"]
    run("condition", "end", "varicose", "veins", "--on", "2026-10")
    assert [(c["status"], c["until"]) for c in conditions(run)] == [("ended", "2026-10")]


def test_an_unknown_condition_is_kept_as_free_text_and_said_to_match_no_rule(run: Inside) -> None:
    told = run("condition", "add", "knobbly", "knees")
    assert (told.code, told.stdout) == (0, 'Added: "knobbly knees". Undo: cramplog undo\n')
    assert told.stderr == 'warning: "knobbly knees" is kept in your words; no rule knows it.\n'
    assert "(no rule knows it)" in run("condition", "list").stdout
    assert conditions(run)[0]["known"] is False


@pytest.mark.parametrize("words", [("",), (" ",), ("a" * 201,)])
def test_a_condition_needs_a_name(run: Inside, words: tuple[str, ...]) -> None:
    assert_refused(run("condition", "add", *words), 2)


def test_what_would_steer_a_terminal_is_shown_as_an_escape_everywhere(run: Inside) -> None:
    name = "\x1b[31mred\x1b[0m \u202eknees"
    for told in (
        run("condition", "add", name),
        run("condition", "list"),
        run("person", "show"),
        run("report", "week"),
        run("undo"),
        run("redo"),
    ):
        assert told.code == 0
        assert r"\x1b[31mred\x1b[0m" in told.stdout
        assert not {"\x1b", "\u202e"} & set(told.stdout + told.stderr)


def signs(told: Result) -> list[tuple[str, str | None, str, str]]:
    return [(s["name"], s["side"], s["day"], s["status"]) for s in told.data["symptoms"]]


def test_a_sign_is_present_gone_or_looked_for_and_absent(run: Inside) -> None:
    run("symptom", "joint", "pain", "left", "--on", "yesterday")
    run("symptom", "joint-pain", "left", "--gone")
    run("symptom", "fever", "--absent")
    found = signs(run("symptom", "--json"))
    assert found[0] == ("joint_pain", "left", "2026-11-22", "present")
    assert set(found[1:]) == {
        ("joint_pain", "left", "2026-11-23", "gone"),
        ("fever", None, "2026-11-23", "absent"),
    }
    told = run("symptom").stdout.splitlines()
    assert "Sign: fever: looked for, and not there on Mon 23 Nov 2026" in told
    assert told[-1] == "Sign: joint pain (left) on Sun 22 Nov 2026"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("swelling left right", "one side"),
        ("fever left", "no side"),
        ("swelling --gone --absent", "exclude each other"),
        ("sweling left", "Did you mean"),
        ("left", "not a sign"),
        ("swelling --on 2026-11-24", "2026-11-2"),
    ],
)
def test_a_sign_that_is_not_understood_is_refused(run: Inside, line: str, said: str) -> None:
    assert_refused(run("symptom", *line.split()), 2, said)
    assert signs(run("symptom", "--json")) == []


def test_a_condition_that_no_rule_uses_is_kept_and_said_to_be_so(run: Inside) -> None:
    told = run("condition", "add", "flat feet")
    assert told.code == 0
    assert "No rule uses flat feet" in told.stderr
    assert "No rule" not in run("condition", "add", "parkinsons").stderr
