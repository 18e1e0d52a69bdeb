"""Several nights told at once: `last 5`, lists and ranges (section 4)."""

from __future__ import annotations

import pytest
from running import Program, assert_refused

MONDAY = "2026-11-23T08:29:00+00:00"

NAMED = {
    "last 5": (18, 19, 20, 21, 22),
    "last five nights": (18, 19, 20, 21, 22),
    "the last 2 nights": (21, 22),
    "mon,fri": (16, 20),
    "mon tue": (16, 17),
    "mon and fri": (16, 20),
    "mon..wed": (16, 17, 18),
    "mon to wed": (16, 17, 18),
    "fri..mon": (13, 14, 15, 16),
    "2026-11-09..2026-11-13": (9, 10, 11, 12, 13),
    "9 nov..11 nov,2026-11-13": (9, 10, 11, 13),
    "2026-11-13,2026-11-09": (9, 13),
}


@pytest.mark.parametrize("said", NAMED)
def test_nights_are_recorded_together_and_taken_back_together(cramplog: Program, said: str) -> None:
    program = cramplog.with_environment(CRAMPLOG_NOW=MONDAY)
    told = program("night", *said.split(), "quiet", "stress=3", "--json").data["nights"]
    assert [each["night"] for each in told] == [f"2026-11-{day:02}" for day in NAMED[said]]
    assert all(each["state"] == "quiet" and each["factors"] == {"stress": "3"} for each in told)
    assert program("undo").code == 0
    after = program("night", *said.split(), "--json").data["nights"]
    assert {each["state"] for each in after} == {"unknown"}
    assert_refused(program("undo"), 3)


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-13..2026-11-09",
        "2026-11-09..",
        "last 0",
        "last 400",
        "2020-01-01..2026-11-09",
        "mon,2026-11-29",
        "last week",
        "mon..",
    ],
)
def test_nights_that_make_no_sense_are_refused(cramplog: Program, said: str) -> None:
    assert_refused(cramplog("night", *said.split(), "quiet"), 2)
    assert_refused(cramplog("undo"), 3)


def test_a_cramp_night_among_them_stores_nothing_and_names_the_others(cramplog: Program) -> None:
    program = cramplog.with_environment(CRAMPLOG_NOW=MONDAY)
    assert program("log", "2026-11-18", "23:50", "calf").code == 0
    told = program("night", "mon..wed", "quiet")
    assert_refused(told, 3, "2026-11-18", "cramplog night 2026-11-16,2026-11-17 quiet")
    assert program("night", "2026-11-16", "--json").data["night"]["state"] == "unknown"


def test_quiet_can_be_made_unknown_again(cramplog: Program) -> None:
    assert cramplog("night", "last", "3", "quiet").code == 0
    told = cramplog("night", "last", "2", "unknown", "--json").data["nights"]
    assert [each["state"] for each in told] == ["unknown", "unknown"]
