"""Words that could not be stored wait in a file, and are stored as of when they were typed."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest
from running import Program, assert_refused, episodes

DIARY = Path(".local/share/cramplog/diary.db")
RESCUE = Path(".local/share/cramplog/rescue.txt")


@pytest.fixture
def away(home: Path, cramplog: Program) -> Path:
    """A diary with one entry, moved away: nothing can be stored."""
    assert cramplog("log", "right", "foot", "2026-11-20 01:00").code == 0
    (home / DIARY).rename(home / "away.db")
    return home / "away.db"


def back(away: Path, home: Path) -> None:
    away.rename(home / DIARY)


def test_words_are_stored_as_of_when_and_where_they_were_typed(
    cramplog: Program, away: Path, home: Path
) -> None:
    there = {"TZ": "America/New_York", "CRAMPLOG_NOW": "2026-11-21T03:00:00-05:00"}
    told = cramplog("log", "left", "calf", "5m", "02:30", **there)
    assert_refused(told, 5, "rescue.txt", "cramplog check")
    told = cramplog("log", "left", "calf", "10m ago", CRAMPLOG_NOW="2026-11-21T04:10:00+00:00")
    assert_refused(told, 5, "rescue.txt")
    back(away, home)
    looked = cramplog("check")
    assert looked.code == 0
    assert "2 commands" in looked.stdout
    assert "cramplog check --replay" in looked.stdout
    assert cramplog("check", "--strict").code == 1
    replayed = cramplog("check", "--replay", "--json").data["replayed"]
    assert [one["stored"] for one in replayed] == [True, True]
    by_zone = {each["zone"]: each["started_at"] for each in episodes(cramplog, "--nights", "999")}
    assert by_zone["America/New_York"] == "2026-11-21T02:30:00-05:00"
    assert "2026-11-21T04:00:00+00:00" in [
        each["started_at"] for each in episodes(cramplog, "--nights", "999")
    ]
    assert not (home / RESCUE).exists()
    assert cramplog("check", "--strict").code == 0


def test_the_time_of_typing_is_kept_with_its_offset(cramplog: Program, away: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    assert cramplog("log", "calf", CRAMPLOG_NOW=None, TZ="Asia/Kolkata").code == 5
    kept = json.loads((away.parent / RESCUE).read_text())
    assert before <= datetime.fromisoformat(kept["at"]) <= datetime.now(UTC)
    assert (kept["at"][-5:], kept["zone"]) == ("+0530", "Asia/Kolkata")


def test_notes_options_and_odd_characters_come_through(
    cramplog: Program, away: Path, home: Path
) -> None:
    note = "tab\t, two\nlines, \"quotes\", 'more', ünïcode 🦵 and \\n"
    assert cramplog("log", "--muscle", "left:calf", "--note", note, "--pain=7").code == 5
    back(away, home)
    assert cramplog("check", "--replay").code == 0
    first = episodes(cramplog)[0]
    assert (first["note"], first["pain"]) == (note, 7)


def test_words_that_fail_again_stay_and_the_others_are_stored(
    cramplog: Program, away: Path, home: Path
) -> None:
    assert cramplog("edit", "99", "pain=5").code == 5
    assert cramplog("log", "left", "calf").code == 5
    back(away, home)
    told = cramplog("check", "--replay")
    assert told.code == 4
    assert "no episode 99" in told.stderr
    assert "Logged" in told.stdout
    assert json.loads((home / RESCUE).read_text())["words"] == ["edit", "99", "pain=5"]
    assert len(episodes(cramplog)) == 2
    assert cramplog("check", "--replay").code == 4
    assert len(episodes(cramplog)) == 2


def test_words_of_another_diary_are_left_for_it(cramplog: Program, home: Path) -> None:
    (home / "other.db").mkdir()
    assert cramplog("log", "left", "calf", "--db", "other.db").code == 5
    assert cramplog("log", "right", "foot").code == 0
    assert "other diaries" in cramplog("check").stdout
    assert cramplog("check", "--replay", "--json").data["replayed"] == []
    (home / "other.db").rmdir()
    assert len(cramplog("check", "--replay", "--json", "--db", "other.db").data["replayed"]) == 1
    assert len(episodes(cramplog, "--db", "other.db")) == 1
    assert len(episodes(cramplog)) == 1


def test_a_timer_comes_back_as_started_then(cramplog: Program, away: Path, home: Path) -> None:
    assert cramplog("start", "left", "calf").code == 5
    assert cramplog("stop", "7", CRAMPLOG_NOW="2026-11-23T03:34:00+00:00").code == 5
    back(away, home)
    assert cramplog("check", "--replay", CRAMPLOG_NOW="2026-11-23T09:00:00+00:00").code == 0
    first = episodes(cramplog)[0]
    assert (first["duration_seconds"], first["pain"]) == (300, 7)


def test_a_line_that_cannot_be_read_stays(cramplog: Program, away: Path, home: Path) -> None:
    assert cramplog("log", "left", "calf").code == 5
    with (home / RESCUE).open("a") as file:
        file.write("left calf, I think\n[1]\n")
    back(away, home)
    assert cramplog("check", "--replay").code == 0
    assert (home / RESCUE).read_text() == "left calf, I think\n[1]\n"


def test_the_home_folder_is_used_where_the_data_folder_cannot_be(
    cramplog: Program, home: Path
) -> None:
    (home / ".local").write_text("in the way")
    assert_refused(cramplog("log", "left", "calf"), 5, "cramplog-rescue.txt")
    (home / ".local").unlink()
    assert cramplog("check", "--replay").code == 0
    assert len(episodes(cramplog)) == 1
    assert not (home / "cramplog-rescue.txt").exists()


def test_another_users_file_gets_no_words(cramplog: Program, home: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.txt"
    trap.write_text("")
    (home / ".local/share/cramplog").mkdir(parents=True)
    (home / RESCUE).symlink_to(trap)
    (home / "folder").mkdir()
    assert_refused(cramplog("log", "calf", "--db", "folder"), 5, "cramplog-rescue.txt")
    assert trap.read_text() == ""


def test_at_a_terminal_check_offers_to_store_them(
    cramplog: Program, away: Path, home: Path
) -> None:
    assert cramplog("log", "left", "calf").code == 5
    back(away, home)
    with pexpect.spawn(
        cramplog.command[0], ["check"], env=cramplog.environment, cwd=str(home), encoding="utf-8"
    ) as terminal:
        terminal.expect("y or n: ")
        terminal.sendline("n")
        terminal.expect(pexpect.EOF)
    assert (home / RESCUE).exists()
    with pexpect.spawn(
        cramplog.command[0], ["check"], env=cramplog.environment, cwd=str(home), encoding="utf-8"
    ) as terminal:
        terminal.expect("y or n: ")
        terminal.sendline("y")
        terminal.expect("Logged")
        terminal.expect(pexpect.EOF)
    assert not (home / RESCUE).exists()
    assert len(episodes(cramplog)) == 2


def test_the_rescue_file_is_its_owners_alone(cramplog: Program, away: Path, home: Path) -> None:
    before = os.umask(0)
    try:
        assert cramplog("log", "left", "calf").code == 5
    finally:
        os.umask(before)
    assert (home / RESCUE).stat().st_mode & 0o777 == 0o600
