"""A diary of somebody else is taken in with a word about it; an odd one is refused in a line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from running import Program, assert_refused

APART = "only the name says"


def test_a_record_that_was_begun_apart_is_told(cramplog: Program) -> None:
    for place, words in (("own.db", "left calf 02:00"), ("given.db", "right foot 01:00")):
        assert cramplog("log", *words.split(), "--db", place).code == 0
    told = cramplog("merge", "given.db", "--db", "own.db", "--json")
    assert any(APART in one for one in told.json()["warnings"])
    again = cramplog("merge", "given.db", "--db", "own.db", "--json")
    assert not any(APART in one for one in again.json()["warnings"])
    moved = cramplog("merge", "given.db", "--db", "new.db", "--json")
    assert not any(APART in one for one in moved.json()["warnings"])


@pytest.mark.parametrize("before", ["[" * 200_000, "{", "nonsense"])
def test_a_change_that_no_cramplog_wrote_is_refused_in_one_line(
    cramplog: Program, home: Path, before: str
) -> None:
    assert cramplog("log", "left", "calf", "--db", "given.db").code == 0
    assert cramplog("edit", "1", "pain=3", "--db", "given.db").code == 0
    database = sqlite3.connect(home / "given.db")
    with database:
        database.execute("UPDATE change SET before = ? WHERE before IS NOT NULL", (before,))
    database.close()
    assert cramplog("log", "right", "foot", "--db", "own.db").code == 0
    told = cramplog("merge", "given.db", "--db", "own.db")
    assert told.code == 2, told
    assert len(told.stderr.strip().splitlines()) == 1


def test_a_file_without_a_row_that_is_understood_is_not_read_to_its_end(
    cramplog: Program, home: Path
) -> None:
    (home / "big.json").write_text("[" + "1," * 2_000_000 + "1]")
    for more in ((), ("--skip-bad",), ("--dry-run",)):
        told = cramplog("import", "big.json", *more)
        assert told.code == 2, told
        assert "10000 of 10000 rows of the beginning of big.json" in told.stderr


LIKE_ANNA = "\u0410nna"  # with a Cyrillic A


def test_a_name_that_looks_like_anothers_is_warned_of(cramplog: Program, home: Path) -> None:
    assert cramplog("person", "rename", "Anna").code == 0
    for line in (("add", LIKE_ANNA), ("rename", LIKE_ANNA, "Аnnа")):
        told = cramplog("person", *line)
        assert told.code == 0
        assert '"Anna"' in told.stderr, told
    assert cramplog("person", "add", "Anne").stderr == ""
    other = ("--db", "other.db")
    assert cramplog("log", "calf", *other).code == 0
    assert cramplog("person", "rename", LIKE_ANNA, *other).code == 0
    assert "looks the same" in cramplog("merge", "other.db").stderr
    assert '"Anna"' in cramplog("merge", "other.db", "--from", LIKE_ANNA).stderr


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE episode SET utc_offset = 90000", "utc_offset"),
        ("UPDATE episode SET recorded_offset = -93600", "recorded_offset"),
        ("UPDATE episode SET started_at = -62135596800", "started_at"),
        ("UPDATE episode SET started_at = 253402300799", "started_at"),
        ("UPDATE episode SET night = 1", "night"),
        ("INSERT INTO setting VALUES ('trigger.a' || char(0), 'b')", "NUL"),
        ("UPDATE episode SET note = 'a' || char(0)", "NUL"),
    ],
)
def test_what_never_was_is_found_by_check_and_not_merged(
    cramplog: Program, home: Path, sql: str, named: str
) -> None:
    assert cramplog("log", "calf").code == 0
    assert cramplog("log", "foot", "--db", "other.db").code == 0
    with sqlite3.connect(home / "other.db") as other:
        other.execute(sql)
    other.close()
    assert_refused(cramplog("merge", "other.db"), 5, named)
    checked = cramplog("check", "--db", "other.db")
    assert checked.code == 5
    assert named in checked.stdout
    assert len(cramplog("list", "--json").data["episodes"]) == 1


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31"])
def test_a_year_that_no_clock_has_is_refused_in_one_line(cramplog: Program, now: str) -> None:
    assert_refused(cramplog("log", "calf", CRAMPLOG_NOW=now), 2, "CRAMPLOG_NOW")
