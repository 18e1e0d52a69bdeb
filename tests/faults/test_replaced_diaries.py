"""A diary that vanished, was cut short, lost a byte or was overwritten by another program's file.

One line, exit code 5, nothing overwritten, the newest good backup named; and it brings all back.
"""

from __future__ import annotations

import random
import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from running import Program, Result, assert_refused, episodes

DIARY = Path(".local/share/cramplog/diary.db")
RESTORE = re.compile(r"cramplog (restore diary\.db-\S+\.db)")


@pytest.fixture
def diary(week: Path, cramplog: Program) -> Path:
    """The diary of a week, with two copies beside it; the log is not part of the newer one."""
    assert cramplog("backup").code == 0
    return week / DIARY


def restored_from(told: Result, cramplog: Program) -> None:
    """The command that an error names brings everything back, and the words that were kept."""
    named = RESTORE.search(told.stderr)
    assert named, told
    assert cramplog(*shlex.split(named[1])).code == 0
    assert cramplog("check").code == 0
    assert len(episodes(cramplog, "--nights", "99")) == 5


def refused(cramplog: Program, diary: Path, *words: str) -> Result:
    before = diary.read_bytes() if diary.exists() else None
    told = cramplog(*words)
    assert_refused(told, 5, "diary.db")
    assert (diary.read_bytes() if diary.exists() else None) == before
    return told


LINES = ("list", "log left calf 5m 7", "report week", "log --muscle calf")


@pytest.mark.parametrize("line", LINES)
def test_a_diary_that_vanished_is_not_begun_anew(cramplog: Program, diary: Path, line: str) -> None:
    diary.unlink()
    restored_from(refused(cramplog, diary, *line.split()), cramplog)


def test_a_log_without_its_diary_is_not_written_over(cramplog: Program, home: Path) -> None:
    (home / "lost.db-wal").write_bytes(b"entries of a diary" * 100)
    assert_refused(cramplog("log", "calf", "--db", "lost.db"), 5, "gone")
    assert not (home / "lost.db").exists()
    assert (home / "lost.db-wal").read_bytes() == b"entries of a diary" * 100


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 5000, 40_960])
@pytest.mark.parametrize("line", LINES[:2])
def test_a_diary_cut_short_is_refused(cramplog: Program, diary: Path, line: str, kept: int) -> None:
    diary.write_bytes(diary.read_bytes()[:kept])
    restored_from(refused(cramplog, diary, *line.split()), cramplog)


def test_a_text_in_the_diarys_place_is_set_aside_not_lost(cramplog: Program, diary: Path) -> None:
    diary.write_text("Dear diary, my leg hurts.\n" * 50)
    restored_from(refused(cramplog, diary, "list"), cramplog)
    (aside,) = (diary.parent / "backups").glob("*-damaged.db")
    assert aside.read_text() == "Dear diary, my leg hurts.\n" * 50


def test_another_programs_database_is_set_aside_not_lost(cramplog: Program, diary: Path) -> None:
    diary.unlink()
    with sqlite3.connect(diary) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    restored_from(refused(cramplog, diary, "log", "calf"), cramplog)


def test_a_damaged_backup_is_not_named(cramplog: Program, diary: Path) -> None:
    newest = max((diary.parent / "backups").iterdir(), key=lambda path: path.name)
    newest.write_bytes(newest.read_bytes()[:9000])
    diary.unlink()
    told = refused(cramplog, diary, "list")
    assert newest.name not in told.stderr
    assert cramplog("restore", newest.name).code == 5
    named = RESTORE.search(told.stderr)
    assert named, told
    assert cramplog(*shlex.split(named[1])).code == 0


def test_without_any_backup_that_is_said(cramplog: Program, home: Path) -> None:
    assert cramplog("log", "calf", "--db", "one.db").code == 0
    for path in (home / "backups").iterdir():
        path.unlink()
    (home / "one.db").write_bytes((home / "one.db").read_bytes()[:5000])
    assert_refused(cramplog("list", "--db", "one.db"), 5, "No good backup")


def test_a_flipped_byte_in_any_page_is_told_or_does_no_harm(cramplog: Program, diary: Path) -> None:
    whole = diary.read_bytes()
    dice = random.Random(5)
    found = 0
    for page in range(len(whole) // 4096):
        where = page * 4096 + dice.choice([0, 1, 3, 5, dice.randrange(100), dice.randrange(4096)])
        torn = bytearray(whole)
        torn[where] ^= 1 << dice.randrange(8)
        diary.write_bytes(torn)
        told = cramplog("list", "--nights", "99")
        looked = cramplog("check", "--json")
        assert told.code in (0, 5), (where, told)
        assert looked.code in (0, 5), (where, looked)
        assert diary.read_bytes() == torn
        if told.code:
            assert_refused(told, 5, "diary.db", "restore")
            assert looked.code == 5, (where, told, looked)
        found += looked.code == 5
        stored = cramplog("log", "left", "foot", "5m")
        assert stored.code in (0, 5), (where, stored)
        for left in diary.parent.glob("diary.db-*"):
            left.unlink()
    assert found > 5, "hardly any damage was seen"
    diary.write_bytes(whole)


@pytest.mark.parametrize("line", ["report week", "flags", "list --nights 30"])
def test_a_value_that_no_program_wrote_is_told_as_damage(
    cramplog: Program, diary: Path, line: str
) -> None:
    database = sqlite3.connect(diary)
    database.executescript("PRAGMA ignore_check_constraints=ON; UPDATE site SET muscle = 'cblf'")
    database.close()
    told = cramplog(*line.split())
    if told.code:
        assert_refused(told, 5, "damaged", "restore")
    assert cramplog("check").code == 5
    assert not list(diary.parent.glob("crash*"))


def test_text_that_is_none_is_told_as_damage(cramplog: Program, diary: Path) -> None:
    database = sqlite3.connect(diary)
    database.executescript("UPDATE episode SET note = CAST(x'666f80ff' AS TEXT) WHERE number = 5")
    database.close()
    assert_refused(cramplog("show", "5"), 5, "damaged", "restore")


@pytest.mark.parametrize("line", ["log left calf 5m 7", "config set night.starts_at 13:00", "undo"])
def test_a_byte_that_forbids_writing_is_told_as_damage(
    cramplog: Program, diary: Path, line: str
) -> None:
    torn = bytearray(diary.read_bytes())
    torn[18] = 3
    diary.write_bytes(torn)
    told = refused(cramplog, diary, *line.split())
    assert "damaged" in told.stderr
    assert cramplog("check").code == 5
    restored_from(told, cramplog)


def test_a_head_that_sqlite_cannot_make_out_names_the_newest_copy(
    cramplog: Program, diary: Path
) -> None:
    torn = bytearray(diary.read_bytes())
    torn[24:88] = b"\xff" * 64
    diary.write_bytes(torn)
    restored_from(refused(cramplog, diary, "list"), cramplog)


def test_pages_that_changed_places_make_no_newer_version(cramplog: Program, diary: Path) -> None:
    database = sqlite3.connect(diary)
    (one,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'alembic_version'")
    (other,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'person'")
    database.close()
    torn = bytearray(diary.read_bytes())
    first, second = (slice((page - 1) * 4096, page * 4096) for (page,) in (one, other))
    torn[first], torn[second] = torn[second], torn[first]
    diary.write_bytes(torn)
    told = refused(cramplog, diary, "list")
    assert "newer" not in told.stderr
    restored_from(told, cramplog)
