"""Creating a diary: its file, its tables and its first person."""

from __future__ import annotations

import os
import time

from cramplog import paths
from cramplog.diary import compiled
from cramplog.diary.uid import new_uid
from cramplog.errors import DiaryError
from cramplog.files import driver
from cramplog.files.locking import write_ahead

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

DEFAULT_PERSON = "me"
APPLICATION_ID = 0x6372616D  # "cram"


def is_absent(path: str) -> bool:
    """Return whether there is no diary; raises DiaryError if there was one before.

    The caller must check again: another process may have created it meanwhile.
    """
    if not driver.is_nothing(path):
        return False
    if was_there(path) and driver.is_nothing(path):
        raise gone(path)
    return driver.is_nothing(path)


def is_there(path: str) -> bool:
    """Return whether there is a diary; raises DiaryError for a server that does not answer."""
    if not paths.is_server(path):
        return os.path.isfile(path)
    from cramplog.server.opening import is_ready

    return is_ready(path)


def was_there(path: str) -> bool:
    """Return whether a diary that seems new existed before: it must not be created again."""
    from cramplog.files import backup

    return backup.exist(path)


def gone(path: str) -> DiaryError:
    """Return the error for a diary that existed before."""
    from cramplog.files import problems

    return problems.gone(path)


def nothing() -> sqlite3.Connection:
    """Return an empty diary in memory, to read where there is no file."""
    memory = driver.memory()
    make_tables(memory)
    _add_person(memory)
    memory.execute("PRAGMA foreign_keys=ON")
    return memory


def touch(path: str) -> None:
    """Create the file before SQLite does, readable by its owner only."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def create(connection: sqlite3.Connection, path: str) -> None:
    """Create the schema in one transaction, which checks again that the file is empty."""
    if not _is_empty(connection, path):  # check before WAL, which would change a foreign file
        return
    if was_there(path) and _is_empty(connection, path):
        raise gone(path)
    write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    if not _is_empty(connection, path):
        connection.execute("ROLLBACK")
        return
    make_tables(connection)
    _add_person(connection)
    connection.execute("COMMIT")


def _add_person(connection: sqlite3.Connection) -> None:
    new = {"uid": new_uid(), "name": DEFAULT_PERSON, "recorded_at": int(time.time())}
    connection.execute(compiled.SQL["add_person"], new)


def make_tables(connection: sqlite3.Connection) -> None:
    """Make an empty file a diary without people, within the caller's transaction."""
    for statement in compiled.SCHEMA:
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (compiled.REVISION,))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _is_empty(connection: sqlite3.Connection, path: str) -> bool:
    """Return False if another process created the diary first; raises for a foreign file."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if tables and "alembic_version" not in tables:
        raise not_ours(path)
    return not tables


def not_ours(path: str) -> DiaryError:
    from cramplog.files import problems

    return problems.not_ours(path)
