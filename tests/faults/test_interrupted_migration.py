"""A migration that ends at any of its statements leaves the old diary whole; the next one does it.

From each frozen schema to the newest, and on through an invented later migration that makes a table
anew, as real ones will.
"""

from __future__ import annotations

import itertools
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filled_diary import log
from frozen_diaries import REVISIONS, thawed
from later_version import with_a_migration
from running import PATIENCE, Program
from spoken import refusal

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.errors import CramplogError
from cramplog.files import migrate, rotation, verify

SCRIPT = """
import os, shutil, signal, sqlite3, sys
from cramplog.diary import compiled
from cramplog.files import migrate, rotation, verify
from cramplog.diary.repository import Diary
older, diary, versions, newest = sys.argv[1:]
migrate.folder = lambda: versions
compiled.SCHEMA, compiled.REVISION = migrate.schema(newest), newest
import alembic.command  # once, before the forks
connect = migrate._connect

def killed_at(number):
    def connected(path, way):
        seen = 0
        connection = connect(path, way)
        def trace(_):
            nonlocal seen
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)
        connection.set_trace_callback(trace)
        return connection
    return connected

def state(path):
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    names = [name for kind, name, _ in tables if kind == "table"]
    rows = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    database.close()
    return rows.pop("alembic_version")[0][0], tables, rows

def begin():
    shutil.rmtree(rotation.folder(diary), ignore_errors=True)
    for suffix in ("-wal", "-shm", "-journal"):
        if os.path.exists(diary + suffix):
            os.unlink(diary + suffix)
    shutil.copy(older, diary)

begin()
before = state(diary)
number = copied = 0
while True:
    number += 1
    begin()
    child = os.fork()
    if not child:
        migrate._connect = killed_at(number)
        Diary(diary).close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status == 0:
        break
    assert os.WTERMSIG(status) == signal.SIGKILL, status
    assert state(diary) == before, f"statement {number} left something behind"
    copies = rotation.backups(diary)
    copied += bool(copies)
    Diary(diary).close()
    assert state(diary)[0] == newest
    for copy in rotation.backups(diary):
        assert state(copy.path) == before, (number, copy)
    assert len(rotation.backups(diary)) == len(copies) + 1
after = state(diary)
assert after[0] == newest
for table, rows in before[2].items():
    assert len(after[2][table]) == len(rows) > 0, table
print(number - 1, copied)
"""


@pytest.fixture(params=[f"{revision} on" for revision in REVISIONS] + REVISIONS[:-1])
def older(request: pytest.FixtureRequest, home: Path) -> Path:
    """A diary of each schema; what is named `on` goes on to the invented later one."""
    revision, _, on = str(request.param).partition(" ")
    if on:
        with_a_migration(home)
    return thawed(revision, home / "older.db")


@pytest.fixture
def target(home: Path, older: Path) -> tuple[str, str]:
    """The folder of the migrations, and the newest revision in it."""
    if (home / "migrations").exists():
        return str(home / "migrations"), "later"
    return migrate.folder(), compiled.REVISION


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_migration_killed_at_any_statement_leaves_the_old_diary_whole(
    cramplog: Program, home: Path, older: Path, target: tuple[str, str], mode: str
) -> None:
    database = sqlite3.connect(older)
    database.execute(f"PRAGMA journal_mode={mode}")
    database.close()
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(older), str(home / "diary.db"), *target],
        env=cramplog.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    statements, copied = map(int, told.stdout.split())
    assert statements > 10
    assert 5 < copied < statements


@pytest.fixture
def newer(target: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The newest revision, as which this process is the program."""
    folder, newest = target
    monkeypatch.setattr(migrate, "folder", lambda: folder)
    monkeypatch.setattr(compiled, "SCHEMA", migrate.schema(newest))
    monkeypatch.setattr(compiled, "REVISION", newest)
    return newest


Connected = Callable[[str, object], Any]


class Failing(sqlite3.Connection):
    """Finds the disk full at a statement."""

    statements = 0
    at = 0

    def cursor(self, *_: object) -> Any:  # as SQLAlchemy calls it
        return super().cursor(FailingCursor)


class FailingCursor(sqlite3.Cursor):
    """A cursor of such a connection."""

    def execute(self, sql: str, parameters: Any = ()) -> FailingCursor:
        Failing.statements += 1
        if Failing.statements == Failing.at:
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise full
        super().execute(sql, parameters)
        return self


def failing_at(number: int) -> Connected:
    """A driver that fails at a statement."""

    def connected(path: str, _: object) -> Any:
        Failing.statements, Failing.at = 0, number
        return sqlite3.connect(path, isolation_level=None, factory=Failing)

    return connected


def with_room_for(pages: int) -> Connected:
    """A driver on a disk on which the diary can grow by so many pages."""

    def connected(path: str, _: object) -> Any:
        connection = sqlite3.connect(path, isolation_level=None)
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={now + pages}")
        return connection

    return connected


def opening(older: Path, connected: Connected) -> CramplogError | None:
    """How a diary was refused by a program with that driver; None where it was not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "_connect", connected)
        return refusal(lambda: Diary(str(older)).close())


def assert_full(told: CramplogError) -> None:
    assert "full disk" in told.message
    assert told.exit_code == 5


def assert_migrated(older: Path, newer: str) -> None:
    database = sqlite3.connect(older)
    assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(newer,)]
    database.close()
    copies = rotation.backups(str(older))
    assert copies
    assert all(verify.sound(one.path, deep=True) for one in copies)


def assert_takes_entries(older: Path) -> None:
    diary = Diary(str(older))
    assert log(diary, "left calf 5m").number == 10
    diary.close()


def test_a_disk_that_is_full_at_any_statement_leaves_the_old_diary_whole(
    older: Path, newer: str
) -> None:
    before = older.read_bytes()
    failed = 0
    for number in itertools.count(1):
        told = opening(older, failing_at(number))
        if Failing.statements < number:
            break
        if told is None:  # it failed while the work was only foreseen
            older.write_bytes(before)
            continue
        failed += 1
        assert_full(told)
        assert older.read_bytes() == before, number
    assert told is None
    assert failed > 5
    assert_migrated(older, newer)
    assert_takes_entries(older)


def test_a_disk_without_room_for_another_page_leaves_the_old_diary_whole(
    older: Path, newer: str
) -> None:
    before = older.read_bytes()
    for pages in itertools.count():
        told = opening(older, with_room_for(pages))
        if told is None:
            break
        assert_full(told)
        assert older.read_bytes() == before, pages
    assert pages or older.stat().st_size <= len(before)  # not all migrations need a page
    assert_migrated(older, newer)
    assert_takes_entries(older)


def test_processes_that_open_an_old_diary_at_once_all_work_and_one_migrates_it(
    cramplog: Program, home: Path, older: Path, newer: str
) -> None:
    program = cramplog
    if newer == "later":
        program = Program([sys.executable, str(home / "later.py")], cramplog.environment, home)
    line = ("log", "left", "calf", "5m", "7", "--db", str(older))
    for process in [program.popen(*line) for _ in range(4)]:
        with process:
            _, told = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, told.decode()
    assert_migrated(older, newer)
    database = sqlite3.connect(older)
    assert database.execute("SELECT count(*) FROM episode WHERE number > 9").fetchone() == (4,)
    database.close()
    made = [one.reason for one in rotation.backups(str(older))]
    assert made.count("before-migration") == 1
