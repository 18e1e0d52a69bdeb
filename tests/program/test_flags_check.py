"""`flags --check` at a terminal: it asks, runs the answers, skips and leaves."""

from __future__ import annotations

import re
from collections.abc import Callable

import pexpect
import pytest
from running import Program

PROMPT = "q: enough. "
Answer = Callable[[str, list[str]], str | None]


@pytest.fixture
def swollen(cramplog: Program) -> Program:
    """A diary of one cramp of which nothing more is said, and of one swollen leg."""
    for line in ("log 02:30", "symptom swelling left", "medicine start atorvastatin"):
        assert cramplog(*line.split()).code == 0
    return cramplog


def check(program: Program, answer: Answer, *words: str) -> tuple[list[str], str]:
    """The questions asked, and all that was printed; `answer` gives what to type, None for EOF."""
    child = pexpect.spawn(
        program.command[0],
        [*program.command[1:], "flags", "--check", *words],
        env={**program.environment, "TERM": "dumb"},
        cwd=str(program.folder),
        encoding="utf-8",
        dimensions=(60, 200),
        timeout=20,
    )
    child.setecho(False)
    child.delaybeforesend = None
    asked, printed = [], ""
    while child.expect([re.escape(PROMPT), r"[a-z0-9/)]\? $", pexpect.EOF]) != 2:
        said = f"{child.before}{child.after}"
        printed += said
        asked.append(said)
        reply = answer(said, asked)
        if reply is None:
            child.sendeof()
        else:
            child.sendline(reply)
    child.close()
    printed += str(child.before)
    assert child.exitstatus == 0, printed
    return asked, printed.replace("\r\n", "\n")


def answering(question: str, *replies: str) -> Answer:
    """Answers one question by the replies one after another, skips those before, then leaves."""
    left = list(replies)
    begun = False

    def answer(said: str, _: list[str]) -> str:
        nonlocal begun
        begun = begun or question in said
        if not begun:
            return ""
        return left.pop(0) if left else "q"

    return answer


def test_an_answer_is_run_as_if_it_had_been_typed(swollen: Program) -> None:
    _, printed = check(swollen, answering("Are you pregnant", "1"))
    assert "Noted of me: pregnant yes. Undo: cramplog undo" in printed
    assert "(GL-DVT-RISK)" in printed
    assert swollen("person", "show", "--json").data["person"]["pregnant"] == "yes"
    assert swollen("undo").stdout.startswith("Undone: person set pregnant=yes.")


def test_enter_skips_each_question_once_and_stores_nothing(swollen: Program) -> None:
    before = swollen("flags", "--json").data["not_evaluable"]
    asked, printed = check(swollen, lambda _said, _asked: "")
    questions = [
        re.findall(r"^(.*)  \(\d+ open(?:, \d+ for today)?\)", said, re.MULTILINE) for said in asked
    ]
    told = [question for found in questions for question in found]
    assert len(told) == len(set(told)) == len(asked) > 20
    assert swollen("flags", "--json").data["not_evaluable"] == before
    assert "questions still open. More: cramplog flags" in printed


@pytest.mark.parametrize("leave", ["q", "Q", None])
def test_q_or_the_end_of_input_leaves_and_shows_the_flags(
    swollen: Program, leave: str | None
) -> None:
    asked, printed = check(swollen, lambda _said, _asked: leave)
    assert len(asked) == 1
    assert "URGENT: Signs that can mean a clot in a leg vein. Today: a GP" in printed
    assert "Whom to see" not in printed


def test_what_is_no_number_of_an_answer_is_asked_again(swollen: Program) -> None:
    replies = iter(["0", "9", "perhaps", "²", "q"])
    asked, printed = check(swollen, lambda _said, _asked: next(replies))
    assert len(asked) == 5
    assert '"perhaps" is not understood.' in printed


@pytest.mark.parametrize("no", ["n", "N", "no", "nein"])
def test_no_has_a_key_that_stays_whatever_the_other_answers_are(swollen: Program, no: str) -> None:
    _, printed = check(swollen, answering("muscle pain between cramps", no))
    assert "muscle pain between cramps: looked for, and not there" in printed
    check(swollen, answering("Are you pregnant", no))
    assert swollen("person", "show", "--json").data["person"]["pregnant"] == "no"


@pytest.mark.parametrize("yes", ["y", "yes", "J"])
def test_yes_is_taken_where_there_is_one_yes(swollen: Program, yes: str) -> None:
    _, printed = check(swollen, answering("Sudden or new: chest pain", yes))
    assert "Noted: chest pain on" in printed
    _, printed = check(swollen, answering("muscle pain between cramps", yes))
    assert "is not understood" in printed  # on which leg?
    _, printed = check(swollen, answering("muscle pain between cramps", "left"))
    assert "muscle pain between cramps (left)" in printed


def test_a_year_is_asked_for_and_one_that_cannot_be_is_asked_again(swollen: Program) -> None:
    asked, printed = check(swollen, answering("In which year", "1", "1800", "1", "1958"))
    assert "error: born is a year of four digits" in printed
    assert any(said.endswith("year? ") for said in asked)
    assert swollen("person", "show", "--json").data["person"]["born"] == "1958"


def test_a_date_is_asked_for_in_any_words(swollen: Program) -> None:
    check(swollen, answering("Since when have you taken atorvastatin", "1", "20 nov"))
    [course] = swollen("medicine", "list", "--json").data["medicines"]
    assert (course["name"], course["started"]) == ("atorvastatin", "2026-11-20")


def test_an_event_without_its_day_is_not_recorded(swollen: Program) -> None:
    check(swollen, answering("an operation in the last 12 weeks", "1", ""))
    assert swollen("condition", "list", "--json").data["conditions"] == []


def test_an_example_is_never_stored_in_place_of_the_answer(swollen: Program) -> None:
    check(swollen, answering("How long did episode 1", "1", "4 min"))
    [episode] = swollen("list", "--json").data["episodes"]
    assert episode["duration_seconds"] == 240
    check(swollen, answering("Where was episode 1", "1", ""))
    assert swollen("list", "--json").data["episodes"][0]["sites"] == []
    check(swollen, answering("Where was episode 1", "1", "left calf"))
    [episode] = swollen("list", "--json").data["episodes"]
    assert episode["sites"] == [{"muscle": "calf", "side": "left"}]


def test_every_medicine_can_be_named_one_after_another_its_start_may_be_unknown(
    cramplog: Program,
) -> None:
    cramplog("log", "02:30", "left calf 5m")
    choices = iter(("1", "1", "2"))
    names, dates = iter(("green pills", "my zinc")), iter(("", "2026-05"))

    def answer(said: str, _: list[str]) -> str:
        if said.endswith("name? "):
            return next(names)
        if said.endswith("date (Enter: not known)? "):
            return next(dates)
        return next(choices) if "Which medicines do you take" in said else ""

    check(cramplog, answer)
    told = cramplog("medicine", "list", "--json").data
    assert [(course["name"], course["started"]) for course in told["medicines"]] == [
        ("green pills", None),
        ("my zinc", "2026-05"),
    ]
    assert told["no_other_medicines"] is True


def test_the_answers_go_to_the_person_and_the_diary_that_were_named(swollen: Program) -> None:
    swollen("person", "add", "anna maria")
    where = ("--person", "anna maria")
    swollen("symptom", "swelling", "left", *where)
    check(swollen, answering("In which year", "1", "1990"), *where)
    assert swollen("person", "show", "--json").data["person"]["born"] is None
    assert swollen("person", "show", "--json", *where).data["person"]["born"] == "1990"
