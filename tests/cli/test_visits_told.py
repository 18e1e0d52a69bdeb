"""`visit`: the page about it with none, one to come, one today and one that is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from inside import Inside
from running import assert_refused


def at(patch: pytest.MonkeyPatch, day: str) -> None:
    patch.setenv("CRAMPLOG_NOW", f"{day}T12:00:00+00:00")


def test_without_a_visit_the_page_tells_how_to_set_one_and_nothing_counts_from_it(
    run: Inside,
) -> None:
    told = run("visit").stdout
    assert told.startswith("No visit is set: cramplog visit set 2026-12-04 GP\n")
    assert "cramplog report month" in told
    assert "since visit" not in told
    assert run("visit", "--json").data["visit"] is None
    for command in ("report visit", "report --since visit", "export csv --since visit"):
        assert_refused(run(*command.split()), 2, "no visit is on record", "visit done")


@pytest.mark.parametrize("before", ["log toes", "visit done"])
def test_every_command_that_the_page_names_works(
    run: Inside, before: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    run(*before.split())
    commands = [s.partition(": cramplog ")[2] for s in run("visit", "--json").data["bring"]]
    assert all(commands)
    for command in commands:
        assert run(*command.split()).code == 0, command


@pytest.mark.parametrize(
    ("typed", "day", "when"),
    [
        (("2026-12-04",), "2026-12-04", "in 11 days"),
        (("in 9 days",), "2026-12-02", "in 9 days"),
        (("in 1 day",), "2026-11-24", "tomorrow"),
        (("Tomorrow",), "2026-11-24", "tomorrow"),
        (("today",), "2026-11-23", "today"),
    ],
)
def test_a_visit_is_set_for_a_day_that_is_not_over(
    run: Inside, typed: tuple[str, ...], day: str, when: str
) -> None:
    told = run("visit", "set", *typed, "Dr", "Weber").stdout
    assert f"{when}, Dr Weber." in told
    assert run("visit", "--json").data["visit"] == {"day": day, "who": "Dr Weber", "done": False}
    assert run("visit").stdout.startswith("Next visit: ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-11-22", "is over"),
        ("2026-02-30", "not a date"),
        ("soon", "not a date"),
        ("in two days", "not a date"),
        ("in 99999999999 days", "ten years"),
        ("2062-12-04", "ten years"),
    ],
)
def test_a_day_that_cannot_be_is_refused(run: Inside, typed: str, said: str) -> None:
    assert_refused(run("visit", "set", typed), 2, said)
    assert run("visit", "--json").data["visit"] is None


def test_the_visit_whose_place_another_takes_is_named(run: Inside) -> None:
    run("visit", "set", "2026-12-04", "GP")
    told = run("visit", "set", "tomorrow").stdout.replace("\n  ", " ")
    assert "In place of Fri 4 Dec 2026, in 11 days, GP." in told


def test_a_visit_that_is_past_is_asked_about_until_it_is_done(
    run: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("visit", "set", "2026-12-04", "GP")
    at(monkeypatch, "2026-12-05")
    told = run("visit").stdout
    assert told.startswith("Visit: Fri 4 Dec 2026, yesterday, GP\nDid it take place?")
    run("visit", "done")
    told = run("visit").stdout
    assert "No visit is set" in told
    assert "Last visit: Fri 4 Dec 2026, yesterday, GP" in told
    assert "cramplog report visit" in told


def test_what_is_urgent_is_not_left_for_the_visit(run: Inside) -> None:
    run("visit", "set", "2026-12-04")
    run("symptom", "swelling", "left")
    run("log", "left", "calf", "+quinine")
    told = run("visit").stdout
    waits, _, asked = told.partition("\nAsk\n")
    assert "Do not wait for the visit\n- URGENT: Signs that can mean a clot" in waits
    assert "URGENT" not in asked
    questions = asked.partition("\n\n")[0].splitlines()
    assert 1 <= len(questions) <= 5
    titles = [flag["title"] for flag in run("flags", "--json").data["flags"]]
    assert "Quinine against cramps" in titles
    assert not [title for title in titles if title in asked]


def test_questions_come_from_flags_and_gaps_and_the_rest_is_counted(run: Inside) -> None:
    run("log", "2026-11-20 02:30", "calf")
    told = run("visit").stdout.replace("\n  ", " ")
    assert "- the duration of the one cramp is not said" in told
    assert "2 of the 3 nights of the diary are unknown" in told
    assert "more: cramplog flags --check" in told
    page = run("visit", "--json").data
    assert len(page["open_questions"]) > 5
    assert page["gaps"]


def test_a_report_and_an_export_since_the_visit_begin_on_its_night(
    run: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    for night in ("2026-11-19", "2026-11-20", "2026-11-21"):
        run("log", f"{night} 23:30", "left calf 5m")
    at(monkeypatch, "2026-11-20")
    run("visit", "done")
    at(monkeypatch, "2026-11-23")
    for words in (("report", "visit"), ("report", "--since", "visit")):
        report = run(*words, "--json").data["report"]
        assert report["period"]["first_night"] == "2026-11-20"
    rows = run("export", "csv", "-o", "-", "--since", "visit").stdout.splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["2026-11-20", "2026-11-21"]


@pytest.mark.parametrize("clock", ["03:29:00", "11:59:00", "12:01:00", "23:59:00"])
def test_on_the_very_day_of_the_visit_the_range_is_not_empty_and_no_error(
    run: Inside, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", f"2026-11-23T{clock}+00:00")
    run("log", "left calf 30s")
    run("visit", "done")
    for command in ("report visit", "report --since visit"):
        assert run(*command.split()).code == 0
    rows = run("export", "csv", "-o", "-", "--since", "visit").stdout.splitlines()[1:]
    assert len(rows) == 1


def test_a_visit_set_for_a_later_day_that_is_done_today_says_so(run: Inside) -> None:
    run("visit", "set", "2026-12-04", "GP")
    told = run("visit", "done").stdout.replace("\n  ", " ")
    assert "the visit of Mon 23 Nov 2026, today, GP. It was set for Fri 4 Dec 2026." in told


def test_the_day_of_a_visit_that_is_done_can_be_said(run: Inside) -> None:
    run("visit", "set", "2026-12-04", "GP")
    assert_refused(run("visit", "done", "2026-12-04"), 2, "still to come")
    told = run("visit", "done", "2026-11-20").stdout.replace("\n  ", " ")
    assert "the visit of Fri 20 Nov 2026, 3 days ago, GP." in told
    assert run("visit", "--json").data["last_visit"]["day"] == "2026-11-20"
    assert_refused(run("visit", "done", "2026-11-20"), 2, "on that day is on record")


def test_what_presses_stands_above_all_else_with_what_to_do(run: Inside) -> None:
    run("visit", "set", "2026-12-04", "GP")
    run("log", "left calf 3m")
    run("symptom", "collapse")
    told = run("visit").stdout
    assert told.startswith("Do not wait for the visit\n- EMERGENCY: ")
    assert "Call your local emergency number (112, 999, 911) now." in told.replace("\n  ", " ")
    assert told.index("Call your") < told.index("Next visit")


def test_gaps_are_counted_from_the_first_night_of_the_diary(run: Inside) -> None:
    for night in ("2026-11-17", "2026-11-19", "2026-11-20", "2026-11-21"):
        run("night", night, "quiet")
    assert run("visit", "--json").data["gaps"][0] == "1 of the 5 nights of the diary is unknown"
    run("undo")
    assert run("visit", "--json").data["gaps"][0] == "2 of the 5 nights of the diary are unknown"
