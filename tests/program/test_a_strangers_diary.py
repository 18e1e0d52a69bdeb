"""A diary of somebody else is taken in with a word about it; an odd one is refused in a line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from running import Program

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
