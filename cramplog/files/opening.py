"""A diary in a file: compiled statements, run by the library that `driver` chooses.

Durability: WAL with `synchronous=FULL`; autocommit with an explicit BEGIN IMMEDIATE for every
write, so that two shells wait for each other instead of failing.
"""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.diary import compiled
from cramplog.errors import DiaryError
from cramplog.files import causes, creation, driver
from cramplog.files.locking import begin, write_ahead

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from types import TracebackType
    from typing import Any

    Row = tuple[Any, ...]

APPLICATION_ID = creation.APPLICATION_ID
DEFAULT_PERSON = creation.DEFAULT_PERSON
NOW, LATER, NEVER = "now", "later", "never"


class Connection:
    """An open diary's file; `with connection:` is one write transaction, all or nothing."""

    def __init__(self, path: str, begins: str = NOW) -> None:
        """Open the diary, even if it is read-only; raises DiaryError.

        A missing diary is created NOW, at the first write (LATER), or NEVER, as `begins` has it.
        """
        self.path, self._begins = path, begins
        self.wrote = self.logged = False
        try:
            self.made = begins == NOW and not os.path.exists(path)
            self.absent = begins != NOW and creation.is_absent(path)
            if self.absent:
                self._sqlite, self._file = creation.nothing(), driver.identity(path)
            else:
                self._sqlite, self._file = _open_or_look(path)
        except driver.failures() as problem:
            raise explained(problem, path) from problem

    def allow_creation(self) -> None:
        """Let the first write create a diary that is missing."""
        self._begins = LATER

    def all(self, name: str, /, **binds: Any) -> list[Row]:
        """Return the rows of a statement."""
        return self.query(compiled.SQL[name], binds)

    def one(self, name: str, /, **binds: Any) -> Row | None:
        """Return the first row of a statement, or None."""
        rows = self.all(name, **binds)
        return rows[0] if rows else None

    def query(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        """Return the rows of an SQL text of this program."""
        return list(self.stream(sql, binds))

    def stream(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """Yield the rows one at a time, for files larger than memory."""
        try:
            yield from self._sqlite.execute(sql, binds)
        except driver.failures() as problem:
            raise self._explained(problem) from problem

    def episodes(
        self, filters: Collection[str], order: str, binds: dict[str, Any]
    ) -> Iterator[Row]:
        """Yield the rows of `statements.EPISODES` under filters and in an order."""
        texts = "".join(sql for name, sql in compiled.FILTERS.items() if name in filters)
        return self.stream(compiled.EPISODES + texts + compiled.ORDERS[order], binds)

    def many(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """Run a statement for many rows."""
        try:
            self._sqlite.executemany(compiled.SQL[name], rows)
        except driver.failures() as problem:
            raise self._explained(problem) from problem

    def close(self) -> None:
        self._sqlite.close()

    def __enter__(self) -> Connection:
        try:
            if self.absent and self._begins == LATER:
                self._begin_diary()
            write_ahead(self._sqlite)  # a copy put here by hand has another mode
            begin(self._sqlite)
        except driver.failures() as problem:
            raise self._explained(problem) from problem
        if (
            driver.identity(self.path) != self._file
        ):  # the open file was replaced: a write would be lost
            self._sqlite.execute("ROLLBACK")
            raise _replaced(self.path)
        return self

    def _begin_diary(self) -> None:
        """Create the diary's file before the first write."""
        opened, self._file = _open(self.path)
        self._sqlite.close()
        self._sqlite, self.absent, self.made = opened, False, True
        me = opened.execute("SELECT name FROM person WHERE id = 1").fetchone()
        if me != (DEFAULT_PERSON,):  # another process created it and renamed its person
            raise _replaced(self.path)

    def _explained(self, problem: Exception) -> DiaryError:
        if driver.identity(self.path) != self._file:  # the new file's log looks like damage
            return _replaced(self.path)
        return explained(problem, self.path)

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        if kind is None and self.absent:
            raise AssertionError  # a reading command writes nothing
        try:
            self._sqlite.execute("ROLLBACK" if kind else "COMMIT")
        except driver.failures() as problem:
            if kind is None:
                kind = type(problem)
                self._sqlite.execute("ROLLBACK") if self._sqlite.in_transaction else None
                raise self._explained(problem) from problem
        finally:  # Ctrl-C may come just after COMMIT
            self.wrote = self.wrote or (kind is None and not self._sqlite.in_transaction)


def _open_or_look(path: str) -> tuple[sqlite3.Connection, driver.Identity]:
    """Open the diary, read-only if it cannot be written."""
    if os.access(path, os.W_OK) or not os.path.exists(path):
        try:
            return _open(path)
        except driver.errors("OperationalError") as problem:
            if not causes.is_no_right(problem):
                raise
    from cramplog.files import read_only

    return read_only.opened(path), driver.identity(path)


def _open(
    path: str, sure: driver.Driver | None = None
) -> tuple[sqlite3.Connection, driver.Identity]:
    """Open the diary at this program's schema; returns the identity of its file, too."""
    new = not os.path.exists(path)
    if new and creation.was_there(path) and not os.path.exists(path):
        raise creation.gone(path)
    way = sure or driver.of(path, quick=True)
    if new:
        paths.make_folder(os.path.dirname(path))
        creation.touch(path)
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
    return _open(path)  # the diary was replaced, finished or migrated meanwhile


def _fitting(problem: BaseException, path: str, tried: driver.Driver) -> driver.Driver | None:
    """Return the driver for an encrypted diary whose key differs from the named key file's."""
    if not (tried.key and causes.is_not_a_database(problem) and driver.is_encrypted(path)):
        return None
    found = driver.of(path)
    return found if found.key != tried.key else None


def _revision(connection: sqlite3.Connection, path: str) -> str:
    """Return the revision of the diary's schema, which is created if it is missing."""
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA cell_size_check=ON")  # a damaged index must not hide entries
    texts = {
        sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    }
    if not texts:
        creation.create(connection, path)
        return compiled.REVISION
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise creation.not_ours(path)
    if texts != set(compiled.SCHEMA):
        from cramplog.diary import structure

        structure.need(connection, path)  # check first: a view could stand in for a table
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(revision[0]) if revision else "none"


def _replaced(path: str) -> DiaryError:
    from cramplog.files import problems

    return problems.replaced(path)


def _settled(problem: BaseException, path: str, way: driver.Driver) -> bool:
    if not causes.is_not_a_database(problem):
        return False
    from cramplog.files import unfinished

    return unfinished.settled(path, way)


def _migrate(path: str, revision: str) -> None:
    from cramplog.files import backup, migrate, problems, verify

    if not migrate.knows(revision):
        raise problems.newer(path, revision)
    try:
        migrate.upgrade(path, first=lambda: backup.before(path, "migration"))
    except KeyboardInterrupt:
        if verify.is_current(path):  # Ctrl-C came after the migration
            raise
        raise problems.stopped(path) from None


def explained(problem: Exception, path: str) -> DiaryError:
    """Return a driver's or system's error in one line that says what to do."""
    from cramplog.files import problems

    return problems.explained(problem, path)
