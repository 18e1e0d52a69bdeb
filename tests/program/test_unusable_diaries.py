"""A diary that cannot be used: exit code 5, one line, nothing touched, nothing typed lost."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from running import Program, assert_refused

LINES = ("log left calf 5m 7", "list", "report week", "start", "log --muscle calf")


@pytest.mark.parametrize("line", LINES)
def test_a_folder_is_no_diary(cramplog: Program, home: Path, line: str) -> None:
    (home / "folder").mkdir()
    assert_refused(cramplog(*line.split(), CRAMPLOG_DB="folder"), 5, "folder")
    assert list((home / "folder").iterdir()) == []


@pytest.mark.parametrize("line", LINES)
def test_a_text_file_is_no_diary_and_is_left_alone(
    cramplog: Program, home: Path, line: str
) -> None:
    text = "Dear diary, my leg hurts.\n" * 50
    (home / "notes.txt").write_text(text)
    assert_refused(cramplog(*line.split(), "--db", "notes.txt"), 5, "notes.txt")
    assert (home / "notes.txt").read_text() == text


@pytest.mark.parametrize("line", LINES)
def test_another_programs_database_is_left_alone(cramplog: Program, home: Path, line: str) -> None:
    with sqlite3.connect(home / "other.db") as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = (home / "other.db").read_bytes()
    assert_refused(cramplog(*line.split(), "--db", "other.db"), 5, "other.db")
    assert (home / "other.db").read_bytes() == before


@pytest.mark.parametrize("line", LINES)
def test_a_diary_of_a_newer_version_is_refused(cramplog: Program, home: Path, line: str) -> None:
    assert cramplog("log", "calf", "--db", "newer.db").code == 0
    with sqlite3.connect(home / "newer.db") as newer:
        newer.execute("UPDATE alembic_version SET version_num = 'ffff'")
    newer.close()
    assert_refused(cramplog(*line.split(), "--db", "newer.db"), 5, "newer")


@pytest.mark.parametrize("line", LINES)
def test_a_damaged_diary_is_refused(cramplog: Program, home: Path, line: str) -> None:
    assert cramplog("log", "calf", "--db", "torn.db").code == 0
    for path in home.glob("torn.db-*"):
        path.unlink()
    whole = (home / "torn.db").read_bytes()
    (home / "torn.db").write_bytes(whole[:100] + os.urandom(len(whole) - 100))
    assert_refused(cramplog(*line.split(), "--db", "torn.db"), 5)


@pytest.fixture
def unprivileged(cramplog: Program) -> Program:
    """The program without root's right to write what is read-only."""
    if os.geteuid() != 0:
        return cramplog
    return cramplog.behind("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.parametrize("line", ["log left calf 5m 7", "start", "log --muscle calf"])
def test_a_read_only_diary_takes_no_entry(
    cramplog: Program, unprivileged: Program, home: Path, line: str
) -> None:
    folder = home / "kept"
    folder.mkdir()
    assert cramplog("log", "calf", "--db", "kept/diary.db").code == 0
    before = (folder / "diary.db").read_bytes()
    (folder / "diary.db").chmod(0o400)
    folder.chmod(0o500)
    assert_refused(unprivileged(*line.split(), "--db", "kept/diary.db"), 5, "diary.db")
    assert (folder / "diary.db").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_refused(unprivileged: Program, home: Path) -> None:
    (home / "kept").mkdir(mode=0o500)
    assert_refused(unprivileged("log", "calf", "--db", "kept/diary.db"), 5, "kept")


@pytest.mark.parametrize("line", [*LINES, "status", "check", "backup", "merge x.db"])
@pytest.mark.parametrize(("closed", "mode"), [("kept", 0), ("kept/deep", 0), ("kept", 0o600)])
def test_a_folder_that_cannot_be_entered_is_named(
    cramplog: Program, unprivileged: Program, home: Path, line: str, closed: str, mode: int
) -> None:
    (home / "kept" / "deep").mkdir(parents=True)
    assert cramplog("log", "calf", "--db", "kept/deep/diary.db").code == 0
    (home / closed).chmod(mode)
    told = unprivileged(*line.split(), "--db", "kept/deep/diary.db", "--json")
    (home / closed).chmod(0o700)
    assert told.code == 5, told
    assert f"enter the folder {home / closed}" in told.stdout
    assert not list(home.rglob("crash*"))


VALUES = {
    "a day that is none": ("INSERT INTO setting VALUES ('week.starts_on', 'funday')", "starts_on"),
    "no time of day": ("INSERT INTO setting VALUES ('night.starts_at', '99')", "night.starts_at"),
    "hours that are none": ("INSERT INTO setting VALUES ('day.ends_at', '99:99')", "day.ends_at"),
    "a number of a rule": (
        "INSERT INTO setting VALUES ('rule.art-regular.weeks', '9e9')",
        "rule.art-regular.weeks",
    ),
    "nobody's record": ("INSERT INTO setting VALUES ('person', 'ghost')", "person use me"),
    "text that is not UTF-8": ("UPDATE setting SET value = CAST(x'ff41' AS TEXT)", "damaged"),
    "a moment that never was": ("UPDATE episode SET started_at = 99999999999999", "started_at"),
    "a night that never was": ("UPDATE episode SET night = 99999999", "night"),
}
LOOKS = (
    "list",
    "report",
    "report year",
    "flags",
    "status",
    "show",
    "export json -o out",
    "",
    "undo",
)


@pytest.mark.parametrize("name", VALUES)
def test_a_value_out_of_range_ends_in_one_line(cramplog: Program, home: Path, name: str) -> None:
    sql, named = VALUES[name]
    assert cramplog("log", "calf", "--db", "odd.db").code == 0
    assert cramplog("config", "set", "day.starts_at", "11:00", "--db", "odd.db").code == 0
    with sqlite3.connect(home / "odd.db") as odd:
        odd.execute(sql)
    odd.close()
    told = [cramplog(*line.split(), "--db", "odd.db") for line in LOOKS]
    assert {one.code for one in told} <= {0, 5}
    refused = [one for one in told if one.code]
    assert refused
    for one in refused:
        assert_refused(one, 5, named)
    assert not list(home.rglob("crash*"))


def test_settings_that_cannot_be_are_mended_one_after_the_other(
    cramplog: Program, home: Path
) -> None:
    assert cramplog("log", "calf", "--db", "odd.db").code == 0
    with sqlite3.connect(home / "odd.db") as odd:
        odd.execute(
            "INSERT INTO setting VALUES ('person', 'ghost'), ('night.starts_at', '99'), "
            "('day.ends_at', 'x'), ('week.starts_on', 'funday')"
        )
    odd.close()
    for line in (
        "person use me --person me",
        "config reset night.starts_at",
        "config set day.ends_at 18:00",
        "config reset week.starts_on",
        "list",
    ):
        told = cramplog(*line.split(), "--db", "odd.db")
        assert told.code == 0, told


@pytest.mark.parametrize("line", ["log left calf 5m 7", "log --muscle calf --pain 7"])
def test_the_words_typed_are_kept_in_a_rescue_file(
    cramplog: Program, home: Path, line: str
) -> None:
    (home / "folder").mkdir()
    told = cramplog(*line.split(), "--db", "folder")
    assert told.code == 5
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert len(kept) == 1, kept
    assert line.rsplit(maxsplit=1)[-1] in kept[0].read_text(encoding="utf-8")
    assert kept[0].stat().st_mode & 0o777 == 0o600
    assert str(kept[0]) in told.stderr or kept[0].name in told.stderr
