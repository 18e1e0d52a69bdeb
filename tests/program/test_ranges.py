"""Ranges of nights: years where they are of two, and none that runs backwards."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from inside import Inside
from running import assert_refused

COMMANDS = [
    "list",
    "list --search x",
    "list --nights 3",
    "report",
    "report --format json",
    "report --format md",
    "report --format html -o page.html",
    "report --format pdf -o page.pdf",
    "export csv -o -",
    "export csv --night-log -o -",
    "export json -o -",
    "export fhir -o -",
]


@pytest.mark.parametrize("range_", ["2026-11-20 2026-11-10", "yesterday 'last monday'"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_range_that_runs_backwards_is_refused(
    run: Inside, command: str, range_: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    since, until = shlex.split(range_)
    told = run(*command.split(), "--since", since, "--until", until)
    if "--format json" not in command:
        assert_refused(told, 2, "--since", "is after --until", "Did you mean")
    assert told.code == 2
    assert not list(home.glob("page.*"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_range_that_would_begin_after_the_night_that_is_running_is_refused(
    run: Inside, command: str
) -> None:
    told = run(*command.split(), "--since", "today")
    assert told.code == 2
    assert "the night of 2026-11-23 has not begun" in told.stdout + told.stderr


@pytest.mark.parametrize("words", ["week", "month", "year", "visit", "week last"])
@pytest.mark.parametrize("range_", ["--since 2026-11-01", "--until yesterday"])
def test_a_period_beside_a_range_is_refused(run: Inside, words: str, range_: str) -> None:
    told = run("report", *words.split(), *range_.split())
    assert_refused(told, 2, f'"{words}" is a period', "--since and --until")


def test_a_list_over_two_years_names_both(run: Inside) -> None:
    run("log", "2025-12-28 02:00", "calf")
    told = run("list", "--since", "2025-12-20", "--until", "2026-01-10").stdout
    assert "the nights of Sat 20 Dec 2025 to Sat 10 Jan 2026." in told
    assert "the nights of Sun 4 Oct to Sat 10 Oct 2026" in " ".join(
        run("list", "--since", "2026-10-04", "--until", "2026-10-10").stdout.split()
    )


def test_a_date_of_another_year_is_echoed_with_it(run: Inside) -> None:
    assert "Sun 28 Dec 2025" in run("log", "28 dec 02:00", "calf").stdout
    assert "Sun 28 Dec 2025" in run("edit", "1", "7").stdout


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_calendar_of_two_years_names_both(
    run: Inside, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run("log", "2025-12-15 02:00", "calf")
    told = run("report", "--since", "2025-12-20", "--until", "2026-01-20").stdout
    assert "22 Dec 2025" in told
    assert "5 Jan 2026" in told
    assert max(map(len, told.splitlines())) <= int(columns)


def test_the_charts_of_two_years_name_both(run: Inside, home: Path) -> None:
    run("log", "2025-12-28 02:00", "calf")
    page = home / "page.html"
    for until in ("2026-01-20", "2026-05-20"):  # weeks below each other, and side by side
        range_ = ("--since", "2025-12-20", "--until", until)
        assert run("report", *range_, "-o", str(page), "--force").code == 0
        text = page.read_text()
        assert "Nights with cramp: 27 Dec 2025" in text
        assert "22 Dec 2025: 1" in text
        assert ">2025</text>" in text or ">Jan 2026</text>" in text
