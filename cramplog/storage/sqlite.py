"""An embedded diary: compiled statements run by the library that `driver` picks.

Durability: WAL with `synchronous=FULL`; autocommit with an explicit BEGIN IMMEDIATE for every
write, so that two shells wait for each other instead of failing.
"""

from __future__ import annotations

import os
import time

from cramplog import paths
from cramplog.errors import DiaryError
from cramplog.storage import compiled, driver
from cramplog.storage.driver import BUSY_SECONDS
from cramplog.storage.uid import new_uid

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from types import TracebackType
    from typing import Any

    Row = tuple[Any, ...]

DEFAULT_PERSON = "me"
APPLICATION_ID = 0x6372616D  # "cram"


class Connection:
    """Runs statements by name. `with connection:` is one write transaction, all or nothing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.made = not os.path.exists(path)  # where none was, one is begun
        try:
            self._sqlite, self._file = _open(path)
        except driver.failures() as problem:
            raise explained(problem, path) from problem
        self.wrote = False

    def all(self, name: str, /, **binds: Any) -> list[Row]:
        """The rows of one statement."""
        return self.query(compiled.SQL[name], binds)

    def one(self, name: str, /, **binds: Any) -> Row | None:
        """The first row of one statement, or None."""
        rows = self.all(name, **binds)
        return rows[0] if rows else None

    def query(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        """The rows of a text of our own."""
        return list(self.stream(sql, binds))

    def stream(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """The rows one at a time, for files larger than memory."""
        try:
            yield from self._sqlite.execute(sql, binds)
        except driver.failures() as problem:
            raise self._explained(problem) from problem

    def episodes(
        self, filters: Collection[str], order: str, binds: dict[str, Any]
    ) -> Iterator[Row]:
        """The rows of `statements.EPISODES` under filters and in an order, one at a time."""
        texts = "".join(sql for name, sql in compiled.FILTERS.items() if name in filters)
        return self.stream(compiled.EPISODES + texts + compiled.ORDERS[order], binds)

    def many(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """One statement for many rows."""
        try:
            self._sqlite.executemany(compiled.SQL[name], rows)
        except driver.failures() as problem:
            raise self._explained(problem) from problem

    def close(self) -> None:
        self._sqlite.close()

    def __enter__(self) -> Connection:
        try:
            write_ahead(self._sqlite)  # a copy that somebody put here by hand is in another mode
            begin(self._sqlite)
        except driver.failures() as problem:
            raise self._explained(problem) from problem
        if driver.identity(self.path) != self._file:  # what is written there would be lost
            self._sqlite.execute("ROLLBACK")
            raise _replaced(self.path)
        return self

    def _explained(self, problem: Exception) -> DiaryError:
        if driver.identity(self.path) != self._file:  # the new one's log reads as damage
            return _replaced(self.path)
        return explained(problem, self.path)

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        try:
            self._sqlite.execute("ROLLBACK" if kind else "COMMIT")
            self.wrote = self.wrote or kind is None
        except driver.failures() as problem:
            if kind is None:
                self._sqlite.execute("ROLLBACK") if self._sqlite.in_transaction else None
                raise self._explained(problem) from problem


def _open(
    path: str, sure: driver.Driver | None = None
) -> tuple[sqlite3.Connection, driver.Identity]:
    """The diary at this program's schema, and which file it is."""
    new = not os.path.exists(path)
    if new and _was_there(path) and not os.path.exists(path):
        raise _gone(path)
    way = sure or driver.of(path, quick=True)
    if new:
        paths.make_folder(os.path.dirname(path))
        _touch(path)
    file = driver.identity(path)
    connection = way.connect(path)
    try:
        revision = _revision(connection, path)
    except BaseException as problem:
        connection.close()
        other = _fitting(problem, path, way)
        if other is not None:
            return _open(path, other)
        if driver.identity(path) == file and not _settled(problem, path, way):
            raise
    else:
        if revision == compiled.REVISION and driver.identity(path) == file:
            return connection, file
        connection.close()
        if driver.identity(path) == file:
            _migrate(path, revision)
    return _open(path)  # it was replaced before it could be read, or finished, or migrated


def _fitting(problem: BaseException, path: str, tried: driver.Driver) -> driver.Driver | None:
    """What opens an encrypted diary of another key than the one in the file that is named."""
    if not tried.key or "not a database" not in str(problem) or not driver.is_encrypted(path):
        return None
    found = driver.of(path)
    return found if found.key != tried.key else None


def _revision(connection: sqlite3.Connection, path: str) -> str:
    """The revision of the diary's schema, which is made where there is none."""
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA cell_size_check=ON")  # a damaged index must not hide entries
    texts = {
        sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    }
    if not texts:
        _create(connection, path)
        return compiled.REVISION
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _not_ours(path)
    if texts != set(compiled.SCHEMA):
        from cramplog.storage import structure

        structure.need(connection, path)  # before a view could answer for a table
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(revision[0]) if revision else "none"


def begin(connection: sqlite3.Connection) -> None:
    """Take the write lock, in turns of a few milliseconds that differ from process to process.

    SQLite's own waiting grows to a tenth of a second, so that among many writers those that wait
    longest hardly ever find the lock free.
    """
    until = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except driver.errors("OperationalError") as problem:
                if "locked" not in str(problem) or time.monotonic() > until:
                    raise
            time.sleep(0.002 + os.urandom(1)[0] / 25_000)
    finally:
        connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")


def _was_there(path: str) -> bool:
    """Whether a diary that seems new was there once: it is not begun again.

    Who asks looks at the diary again after it, because another process may just have made it.
    """
    from cramplog.storage import backup

    return backup.exist(path)


def _gone(path: str) -> DiaryError:
    from cramplog.storage import trouble

    return trouble.gone(path)


def _replaced(path: str) -> DiaryError:
    from cramplog.storage import trouble

    return trouble.replaced(path)


def _settled(problem: BaseException, path: str, way: driver.Driver) -> bool:
    if "not a database" not in str(problem):
        return False
    from cramplog.storage import settle

    return settle.settled(path, way)


def _not_ours(path: str) -> DiaryError:
    from cramplog.storage import trouble

    return trouble.not_ours(path)


def _touch(path: str) -> None:
    """Make the file before SQLite does, readable by its owner only."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _create(connection: sqlite3.Connection, path: str) -> None:
    """Make the schema in one transaction that looks again inside."""
    if not _is_empty(connection, path):  # before WAL, which would change another's file
        return
    if _was_there(path) and _is_empty(connection, path):
        raise _gone(path)
    write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    if not _is_empty(connection, path):
        connection.execute("ROLLBACK")
        return
    make_tables(connection)
    connection.execute(
        compiled.SQL["add_person"],
        {"uid": new_uid(), "name": DEFAULT_PERSON, "recorded_at": int(time.time())},
    )
    connection.execute("COMMIT")


def make_tables(connection: sqlite3.Connection) -> None:
    """Make an empty file a diary without people, within the caller's transaction."""
    for statement in compiled.SCHEMA:
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (compiled.REVISION,))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _is_empty(connection: sqlite3.Connection, path: str) -> bool:
    """False where another process made the diary first; raises DiaryError for another's file."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if tables and "alembic_version" not in tables:
        raise _not_ours(path)
    return not tables


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL; the busy timeout does not cover this switch, so it is tried again."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except driver.errors("OperationalError") as problem:
            if "locked" not in str(problem) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _migrate(path: str, revision: str) -> None:
    from cramplog.storage import backup, migrate, trouble, verify

    if not migrate.knows(revision):
        raise trouble.newer(path, revision)
    try:
        migrate.upgrade(path, first=lambda: backup.before(path, "migration"))
    except KeyboardInterrupt:
        if verify.is_current(path):  # it came too late for that
            raise
        raise trouble.stopped(path) from None


def explained(problem: Exception, path: str) -> DiaryError:
    """A driver's or system's error in one line that says what to do."""
    from cramplog.storage import trouble

    return trouble.explained(problem, path)
