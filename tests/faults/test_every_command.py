"""Whatever befalls a diary, every command says it in one line and overwrites nothing."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import PATIENCE, Program, assert_refused, episodes

DIARY = Path(".local/share/cramplog/diary.db")
WRITES = (
    "import rows.csv",
    "undo",
    "redo",
    "night 2026-11-15 quiet",
    "night water=1.2l",
    "edit last pain=5",
    "delete last",
    "start",
    "symptom swelling left",
    "condition add diabetes",
    "medicine start simvastatin",
    "person add anna",
    "visit set 2026-12-01",
    "config set night.starts_at 13:00",
    "flags --snooze ART-REGULAR 7 --because seen",
)
READS = ("show last", "flags", "export csv -o -", "export json -o -", "report month", "status")
LINES = (*WRITES, *READS, "backup")


@pytest.fixture
def diary(week: Path, cramplog: Program) -> Path:
    """The diary of a week with two copies, and a file to import beside it."""
    assert cramplog("backup").code == 0
    (week / "rows.csv").write_text(
        "started_at,muscles,sides\n2026-11-01T02:00:00+00:00,calf,left\n"
    )
    return week / DIARY


def vanish(diary: Path) -> None:
    diary.unlink()


def cut(diary: Path) -> None:
    diary.write_bytes(diary.read_bytes()[:9000])


def empty(diary: Path) -> None:
    diary.write_bytes(b"")


def overwrite(diary: Path) -> None:
    """What many programs write into a file that they take for theirs."""
    diary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)


def tear(diary: Path) -> None:
    """Every page but the first is lost."""
    whole = diary.read_bytes()
    diary.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def replace(diary: Path) -> None:
    """Another program's database."""
    diary.unlink()
    other = sqlite3.connect(diary)
    other.executescript("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')")
    other.close()


@pytest.mark.parametrize("befall", [vanish, cut, empty, overwrite, tear, replace])
def test_a_diary_that_is_none_any_more(
    cramplog: Program, diary: Path, befall: Callable[[Path], None]
) -> None:
    befall(diary)
    before = diary.read_bytes() if diary.exists() else None
    copies = sorted((diary.parent / "backups").iterdir())
    for line in LINES:
        told = cramplog(*line.split())
        assert told.code == 5, (line, told)
        assert_refused(told, 5, "diary.db", "cramplog restore diary.db-")
        assert (diary.read_bytes() if diary.exists() else None) == before, line
        assert sorted((diary.parent / "backups").iterdir()) == copies, line


HOLDER = """
import os, signal, sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
held.execute("UPDATE person SET name = 'half'")
print("held", flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
"""


def test_a_lock_that_a_stopped_process_holds(cramplog: Program, diary: Path) -> None:
    waiting = [line for line in (*WRITES, "restore rows.db") if line != "redo"]
    shutil.copy(diary, diary.parents[3] / "rows.db")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(diary)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    with holder:
        try:
            assert holder.stdout.readline() == "held\n"
            for line in (*READS, "backup", "check", "list"):
                assert cramplog(*line.split()).code == 0, line
            processes = {line: cramplog.popen(*line.split()) for line in waiting}
            for line, process in processes.items():
                with process:
                    _, told = process.communicate(timeout=PATIENCE)
                assert process.returncode == 5, (line, told)
                assert b"is held by another program" in told, (line, told)
                assert told.count(b"\n") == 1, (line, told)
        finally:
            holder.send_signal(signal.SIGKILL)
    assert len(episodes(cramplog, "--nights", "99")) == 5
    assert cramplog("undo").code == 0  # the lock went with the process


KILLED = """
import os, signal, sqlite3, sys
path, mode = sys.argv[1:]
database = sqlite3.connect(path, isolation_level=None)
assert database.execute(f"PRAGMA journal_mode={mode}").fetchone() == (mode,)
database.execute("PRAGMA cache_size=1")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE episode SET note = 'half of a change'")
database.execute("INSERT INTO setting SELECT 'x' || number, hex(zeroblob(9000)) FROM episode")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("line", [*WRITES[:5], "backup", "list", "check"])
@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_what_a_killed_process_left_is_taken_back(
    cramplog: Program, diary: Path, line: str, mode: str
) -> None:
    before = {each["note"] for each in episodes(cramplog, "--nights", "99")}
    if line == "redo":
        assert cramplog("undo").code == 0
    killed = subprocess.run([sys.executable, "-c", KILLED, str(diary), mode], check=False)
    assert killed.returncode == -signal.SIGKILL
    left = {path.name for path in diary.parent.glob("diary.db-*")}
    assert left == ({"diary.db-wal", "diary.db-shm"} if mode == "wal" else {"diary.db-journal"})
    told = cramplog(*line.split())
    assert told.code == 0, told
    assert cramplog("check").code == 0
    assert {each["note"] for each in episodes(cramplog, "--nights", "99")} <= before


@pytest.mark.parametrize("name", ["diary.db-journal", "diary.db-wal", "diary.db-shm"])
@pytest.mark.parametrize("content", [b"", b"left by another program\n" * 400])
def test_what_is_no_log_of_the_diary_is_not_taken_for_one(
    cramplog: Program, diary: Path, name: str, content: bytes
) -> None:
    before = episodes(cramplog, "--nights", "99")
    (diary.parent / name).write_bytes(content)
    assert cramplog("night", "2026-11-15", "quiet").code == 0
    assert episodes(cramplog, "--nights", "99") == before
    assert cramplog("check").code == 0


def test_a_folder_in_the_place_of_the_log_is_told(cramplog: Program, diary: Path) -> None:
    whole = diary.read_bytes()
    (diary.parent / "diary.db-wal").mkdir()
    for line in ("list", "undo", "log left calf", "backup", "import rows.csv"):
        assert_refused(cramplog(*line.split()), 5, "diary.db")
    assert diary.read_bytes() == whole
    os.rmdir(diary.parent / "diary.db-wal")
    assert len(episodes(cramplog, "--nights", "99")) == 5
