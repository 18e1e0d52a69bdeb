"""A server diary: the same statements on a SQLAlchemy engine, by the driver psycopg.

Each statement takes a connection of the engine's pool and gives it back, so that many diaries of
one process share a few connections, and a server that was restarted is met again by the next
statement. A change holds one connection from BEGIN to COMMIT, and its person's row: changes of one
person wait for each other, those of several do not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import TracebackType
from typing import Any

from sqlalchemy import Connection as SqlConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from cramplog.storage.server import engine, texts
from cramplog.storage.server.opening import opened
from cramplog.storage.server.problems import explained

Row = tuple[Any, ...]

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"
AT_A_TIME = 500  # rows that a stream fetches at once


class Connection:
    """Runs statements by name. `with connection:` is one write transaction, all or nothing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.wrote = False
        self._closed = False
        self._writing: SqlConnection | None = None
        engine.hold(path)
        try:
            self._engine = opened(path)
        except SQLAlchemyError as problem:
            engine.release(path)
            raise explained(problem, path) from problem
        except BaseException:
            engine.release(path)
            raise

    def all(self, name: str, /, **binds: Any) -> list[Row]:
        """The rows of one statement; a change reads its person with a lock."""
        locks = name == "person" and self._writing is not None
        return self._rows(texts.locking_person() if locks else texts.named(name), _plain(binds))

    def one(self, name: str, /, **binds: Any) -> Row | None:
        """The first row of one statement, or None."""
        rows = self.all(name, **binds)
        return rows[0] if rows else None

    def query(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        """The rows of a text of our own."""
        return self._rows(texts.raw(sql), binds)

    def stream(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """The rows of a text of our own, one at a time, for files larger than memory."""
        return self._streamed(texts.raw(sql), binds)

    def episodes(
        self, filters: Collection[str], order: str, binds: dict[str, Any]
    ) -> Iterator[Row]:
        """The rows of `statements.EPISODES` under filters and in an order, one at a time."""
        sql = texts.composed(tuple(sorted(filters)), order)
        if "number" in filters:  # one row needs no cursor
            return iter(self._rows(sql, binds))
        return self._streamed(sql, binds)

    def many(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """One statement for many rows."""
        listed = [_plain(row) for row in rows]
        if listed:
            self._rows(texts.named(name), listed)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            engine.release(self.path)

    def __enter__(self) -> Connection:
        try:
            self._writing = self._begun()
        except SQLAlchemyError as problem:
            raise explained(problem, self.path) from problem
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        connection, self._writing = self._writing, None
        assert connection is not None
        try:
            with connection:
                connection.exec_driver_sql("ROLLBACK" if kind else "COMMIT")
            self.wrote = self.wrote or kind is None
        except SQLAlchemyError as problem:
            if kind is None:
                raise explained(problem, self.path, storing=True) from problem

    def _begun(self) -> SqlConnection:
        """A connection in a transaction, from BEGIN on; one that is dead is told by its BEGIN."""
        try:
            return self._begin()
        except DBAPIError as problem:
            if not problem.connection_invalidated:
                raise
            return self._begin()

    def _begin(self) -> SqlConnection:
        connection = self._engine.connect()
        try:
            connection.exec_driver_sql(BEGIN)
        except BaseException:
            connection.close()
            raise
        return connection

    def _rows(self, sql: str, binds: dict[str, Any] | list[dict[str, Any]]) -> list[Row]:
        try:
            if self._writing is not None:
                return _fetched(self._writing, sql, binds)
            try:
                return self._outside(sql, binds)
            except DBAPIError as problem:  # a read is done again where the server was restarted
                if not (problem.connection_invalidated and sql.startswith("SELECT")):
                    raise
                return self._outside(sql, binds)
        except SQLAlchemyError as problem:
            raise explained(problem, self.path) from problem

    def _outside(self, sql: str, binds: dict[str, Any] | list[dict[str, Any]]) -> list[Row]:
        with self._engine.connect() as connection:
            return _fetched(connection, sql, binds)

    def _streamed(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """Rows by a cursor on the server: in the change's transaction, or in one of its own."""
        own = None
        try:
            own = self._begun() if self._writing is None else None
            connection = own or self._writing
            assert connection is not None
            options = {"stream_results": True, "yield_per": AT_A_TIME}
            with connection.exec_driver_sql(sql, binds, execution_options=options) as result:
                yield from map(tuple, result)
        except SQLAlchemyError as problem:
            raise explained(problem, self.path) from problem
        finally:
            if own is not None:
                own.close()  # which rolls back: there was nothing but reading


def _plain(binds: dict[str, Any]) -> dict[str, Any]:
    """Yes and no as 1 and 0, as SQLite's driver stores them."""
    return {name: int(value) if value.__class__ is bool else value for name, value in binds.items()}


def _fetched(
    connection: SqlConnection, sql: str, binds: dict[str, Any] | list[dict[str, Any]]
) -> list[Row]:
    result = connection.exec_driver_sql(sql, binds)
    return [tuple(row) for row in result] if result.returns_rows else []
