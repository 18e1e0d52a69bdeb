"""Files of other programs at the command line: nothing false is stored, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from running import Program, assert_refused, episodes

WHEN = ("--map", "When=started_at")


def stored(cramplog: Program) -> list[dict[str, Any]]:
    """All cramps, oldest first."""
    return episodes(cramplog, "--since", "2020-01-01")[::-1]


def places(episode: dict[str, Any]) -> str:
    return ", ".join(f"{site['side'] or ''} {site['muscle']}".strip() for site in episode["sites"])


@pytest.mark.parametrize(
    ("cell", "options", "began", "zone"),
    [
        ("2026-11-20T17:10:00Z", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("2026-11-20T17:10:00.000Z", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("2026-11-20 17:10 UTC", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("20261120T171000Z", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("1795194600", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("1795194600000", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("2026-11-20T17:10:00-00:00", "", "2026-11-21T02:10:00+09:00", "Asia/Tokyo"),
        ("2026-11-20T17:10:00+00:00", "", "2026-11-20T17:10:00+00:00", None),
        (
            "2026-11-20T17:10:00+00:00",
            "--zone Asia/Tokyo",
            "2026-11-21T02:10:00+09:00",
            "Asia/Tokyo",
        ),
        (
            "2026-11-20T17:10:00Z",
            "--zone America/New_York",
            "2026-11-20T12:10:00-05:00",
            "America/New_York",
        ),
        ("2026-11-20 02:10", "--zone Europe/Rome", "2026-11-20T02:10:00+01:00", "Europe/Rome"),
        ("2026-11-20 02:10 GMT+1", "", "2026-11-20T02:10:00+01:00", None),
        ("Fri Nov 20 2026 02:10:00 GMT+0100 (CET)", "", "2026-11-20T02:10:00+01:00", None),
        (
            "2026-11-20T02:10+01:00[Europe/Rome]",
            "",
            "2026-11-20T02:10:00+01:00",
            "Europe/Rome",
        ),
        ("2026-11-20 02:10", "", "2026-11-20T02:10:00+09:00", "Asia/Tokyo"),
    ],
)
def test_a_time_is_shown_by_the_clock_that_it_is_of(
    cramplog: Program, home: Path, cell: str, options: str, began: str, zone: str | None
) -> None:
    (home / "f.csv").write_text(f"When,Where\n{cell},calf\n")
    there = cramplog.with_environment(TZ="Asia/Tokyo")
    assert there("import", "f.csv", *WHEN, *options.split()).code == 0
    (found,) = stored(there)
    assert (found["started_at"], found["zone"]) == (began, zone)


def test_times_that_were_kept_in_utc_are_told_of(cramplog: Program, home: Path) -> None:
    (home / "f.csv").write_text("When,Where\n2026-11-20T17:10:00+00:00,calf\n")
    there = cramplog.with_environment(TZ="Asia/Tokyo")
    (warning,) = there("import", "f.csv", *WHEN, "--json").json()["warnings"]
    assert "--zone" in warning
    assert cramplog("import", "f.csv", *WHEN, "--json").json()["warnings"] == []


@pytest.mark.parametrize(
    ("text", "options", "began", "approximate"),
    [
        ("Date,Start Time\n2026-11-20,2:10 AM", ("--map", "Date=date"), "2026-11-20T02:10", False),
        ("Date,Start Time\n2026-11-20,2026-11-20 02:10", ("--map", "Date=date"),
         "2026-11-20T02:10", False),
        ("full_date,date,time\n2026-11-20,November 20,02:10", ("--map", "time=time"),
         "2026-11-20T02:10", False),
        ("Start (UTC)\n2026-07-20 01:10", ("--map", "Start (UTC)=started_at"),
         "2026-07-20T02:10", False),
        ("When,Timezone\n2026-11-20 02:10,GMT+1", WHEN, "2026-11-20T02:10", False),
        ("When\n~2026-11-20 02:10", WHEN, "2026-11-20T02:10", True),
        ("Day\n2026-11-20", ("--map", "Day=date", "--time", "03:00~"), "2026-11-20T03:00", True),
        ("Day\n2026-11-20", ("--map", "Day=date", "--time", "3:00"), "2026-11-20T03:00", False),
        ("Day,At\n2026-11-20,02:10", ("--map", "Day=date", "--map", "At=time", "--time", "3:00~"),
         "2026-11-20T02:10", False),
        ("When\n9/14/26 2:10 AM", WHEN, "2026-09-14T02:10", False),
        ("When\n31/12/25 02:10", WHEN, "2025-12-31T02:10", False),
        ("When\n05/06/25 02:10", (*WHEN, "--dates", "month-first"), "2025-05-06T02:10", False),
        ("When\n25/06/05 02:10", (*WHEN, "--dates", "year-first"), "2025-06-05T02:10", False),
        ("When\n20.11.2026 2.10 Uhr", WHEN, "2026-11-20T02:10", False),
    ],
)  # fmt: skip
def test_a_start_in_whatever_columns_is_read(
    cramplog: Program,
    home: Path,
    text: str,
    options: tuple[str, ...],
    began: str,
    approximate: bool,
) -> None:
    (home / "f.csv").write_text(text + "\n")
    assert cramplog("import", "f.csv", *options).code == 0
    (found,) = stored(cramplog)
    assert found["started_at"].startswith(began)
    assert found["time_is_approximate"] is approximate


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ("When\n2026-11-20 3.30", WHEN, ["3:30", "3:18", 'Entry: "2026-11-20 3.30"']),
        ("When\n01/02/03 02:10", WHEN, ["1 February 2003", "2 January 2003", "3 February 2001"]),
        ("When\n2026-11-20", WHEN, ["no clock time", "--time"]),
        ("Day\n2026-11-20", ("--map", "Day=date"), ["no clock time", "--time 03:00~"]),
        ("Date,When\n2026-11-19,2026-11-20 02:10", WHEN, ["2026-11-20", "2026-11-19"]),
        ("When,A,B\n2026-11-20 02:10,5,10", (*WHEN, "--map", "A=duration_minutes", "--map",
         "B=duration_seconds"), ["duration_minutes", "duration_seconds"]),
        ("When,A,To\n2026-11-20 02:10,5,02:30", (*WHEN, "--map", "A=duration_minutes", "--map",
         "To=ended_at"), ["300 s", "1200 s"]),
        ("When,A,B\n2026-11-20 02:10,left calf,right", (*WHEN, "--map", "A=site", "--map",
         "B=sides"), ["left", "right"]),
        ("When,A\n2026-11-20 02:10,west", (*WHEN, "--map", "A=sides"), ['"west"']),
        ("When,A,B\n2026-11-20 02:10,7/10,3", (*WHEN, "--map", "A=words", "--map", "B=pain"),
         ["pain", "another column"]),
        ("When\n2026-11-20 02:10", (*WHEN, "--zone", "Mars/Phobos"), ["Mars/Phobos"]),
        ("When\n2026-11-20 02:10", (*WHEN, "--encoding", "klingon"), ["klingon"]),
        ("When\n2026-11-20 02:10", (*WHEN, "--only", "Mood=3"), ["no column", "mood"]),
        ("When\n2026-11-20 02:10", (*WHEN, "--only", "When"), ["COLUMN=VALUE"]),
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_is_refused_and_nothing_stored(
    cramplog: Program, home: Path, text: str, options: tuple[str, ...], told: list[str]
) -> None:
    (home / "f.csv").write_text(text + "\n")
    assert_refused(cramplog("import", "f.csv", *options), 2, *told)
    assert stored(cramplog) == []


@pytest.mark.parametrize(
    ("columns", "cells", "maps", "field", "value"),
    [
        ("leg", "left", ["leg=sides"], "sites", "left leg"),
        ("leg", "right leg", ["leg=sides"], "sites", "right leg"),
        ("A,B", "calf,left", ["A=site", "B=sides"], "sites", "left calf"),
        ("A,B", "calf;foot,left;right", ["A=muscles", "B=sides"], "sites", "left calf, right foot"),
        ("A,B", "calf;foot,both", ["A=muscles", "B=sides"], "sites", "both calf, both foot"),
        ("A,B", "left calf,foot", ["A=site", "B=tags"], "note", "tags: foot"),
        ("Tags", "calf | left | stress", [], "sites", "left calf"),
        ("Where,Severity", "calf,11", [], "note", "severity: 11"),
        ("How long (min)", "5", [], "duration_seconds", 300),
        ("How long?", "0.25 h", [], "duration_seconds", 900),
        ("Duration", '"0,25 h"', [], "duration_seconds", 900),
        ("Hours", "0.25", [], "duration_seconds", 900),
        ("Duration", "~5 min", [], "duration_is_estimate", True),
        ('"Lasted, roughly"', "5m", ["Lasted, roughly=duration"], "duration_seconds", 300),
    ],
)
def test_what_a_column_says_is_kept(
    cramplog: Program,
    home: Path,
    columns: str,
    cells: str,
    maps: list[str],
    field: str,
    value: object,
) -> None:
    (home / "f.csv").write_text(f"When,{columns}\n2026-11-20 02:10,{cells}\n")
    options = [word for option in maps for word in ("--map", option)]
    assert cramplog("import", "f.csv", *WHEN, *options).code == 0
    (found,) = stored(cramplog)
    assert (places(found) if field == "sites" else found[field]) == value


def test_rows_that_are_no_cramps_are_counted_and_can_be_left_out(
    cramplog: Program, home: Path
) -> None:
    (home / "f.csv").write_text(
        "When,Category,Amount\n2026-11-20 02:10,Cramp,8\n2026-11-20 08:00,mood,3\n"
        "2026-11-20 09:00,weight,70\n2026-11-20 10:00,calf stretch,1\n"
    )
    tried = cramplog("import", "f.csv", *WHEN, "--dry-run", "--json")
    assert "2 rows name no place and no cramp" in tried.json()["warnings"][0]
    told = cramplog("import", "f.csv", *WHEN, "--only", "category=cramp", "--json")
    assert (told.data["new"], told.data["left_out_by_only"]) == (1, 3)
    assert not any("no place" in warning for warning in told.json()["warnings"])
    both = ("--only", "Category=mood", "--only", "category=Weight", "--only", "amount=3")
    assert cramplog("import", "f.csv", *WHEN, *both, "--json").data["new"] == 1


def test_hours_of_work_in_a_file_that_begins_like_ours_are_warned_of(
    cramplog: Program, home: Path
) -> None:
    (home / "f.csv").write_text("started_at,activity\n2026-11-20T09:00:00+00:00,work\n")
    assert "no place and no cramp" in cramplog("import", "f.csv").stderr
    (home / "g.csv").write_text("started_at,activity\n2026-11-20T02:00:00+00:00,cramp\n")
    assert "no place and no cramp" not in cramplog("import", "g.csv").stderr


LOOP = """Date,Leg cramp,
2026-11-20,YES_MANUAL,
2026-11-19,NO,
2026-11-18,UNKNOWN,
2026-11-17,YES_AUTO,
2026-11-16,SKIP,
"""


@pytest.mark.parametrize(
    ("text", "options", "quiet", "cramps"),
    [
        (LOOP, ("--map", "Leg cramp=state"), ["2026-11-19"], []),
        ("Date,Leg cramp\n2026-11-20,2\n2026-11-19,0\n2026-11-18,-1", ("--map",
         "Leg cramp=state", "--time", "03:00~"), ["2026-11-19"], ["2026-11-21T03:00:00+00:00"]),
        ("Date,No cramps\n2026-11-20,2\n2026-11-19,0", ("--map", "No cramps=state"),
         ["2026-11-20"], []),
        ("Date,Slept\n2026-11-20,✔\n2026-11-19,", ("--map", "Slept=quiet"), ["2026-11-20"], []),
        ("Day,Was\n20/11/2026,quiet\n19/11/2026,unknown", ("--map", "Was=state"),
         ["2026-11-20"], []),
    ],
)  # fmt: skip
def test_check_marks_of_a_habit_tracker_are_states_of_nights(
    cramplog: Program,
    home: Path,
    text: str,
    options: tuple[str, ...],
    quiet: list[str],
    cramps: list[str],
) -> None:
    (home / "f.csv").write_text(text + "\n", encoding="utf-8")
    assert cramplog("import", "f.csv", *options).code == 0
    assert [each["started_at"] for each in stored(cramplog)] == cramps
    cramplog("export", "csv", "--night-log", "-o", "n.csv")
    rows = [line.split(",") for line in (home / "n.csv").read_text().splitlines()]
    assert [row[1] for row in rows if row[2] == "quiet"] == quiet


def test_a_mark_that_may_mean_either_is_refused(cramplog: Program, home: Path) -> None:
    (home / "f.csv").write_text("Date,Habit\n2026-11-20,2\n")
    told = cramplog("import", "f.csv", "--map", "Habit=state")
    assert_refused(told, 2, '"habit"', "may mean a cramp", "=quiet")
