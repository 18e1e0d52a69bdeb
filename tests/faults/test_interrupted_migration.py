"""A migration that ends at any of its statements leaves the old diary whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from later_version import with_a_migration
from running import Program

SCRIPT = """
import os, shutil, signal, sqlite3, sys
from cramplog.storage import migrate
older, diary, versions = sys.argv[1:]
migrate.folder = lambda: versions
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

def state():
    database = sqlite3.connect(diary)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    rows = database.execute("SELECT * FROM episode").fetchall()
    revision = database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    database.close()
    return revision, tables, rows

shutil.copy(older, diary)
before = state()
number = 0
while True:
    number += 1
    shutil.copy(older, diary)
    child = os.fork()
    if not child:
        migrate._connect = killed_at(number)
        migrate.upgrade(diary)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status == 0:
        break
    assert os.WTERMSIG(status) == signal.SIGKILL, status
    assert state() == before, f"statement {number} left something behind"
    migrate.upgrade(diary)
    assert state()[0] == "later"
after = state()
assert after[0] == "later" and len(after[2]) == len(before[2]) > 0
print(number - 1)
"""


def test_a_migration_killed_at_any_statement_leaves_the_old_diary_whole(
    cramplog: Program, home: Path
) -> None:
    for minutes in range(1, 6):
        assert cramplog("log", "calf", f"{minutes}m ago", "--db", "older.db").code == 0
    with_a_migration(home)
    files = [str(home / name) for name in ("older.db", "diary.db", "migrations")]
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, *files],
        env=cramplog.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) > 10
