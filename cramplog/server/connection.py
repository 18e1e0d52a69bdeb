"""A server diary: the same statements on a SQLAlchemy engine with the driver psycopg.

Each read takes a connection from the engine's pool and returns it, so that many diaries of one
process share a few connections, and the next statement reconnects to a restarted server. A change
holds one connection from BEGIN to COMMIT, and locks its person's row: changes of one person wait
for each other, those of different people do not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from cramplog.server import engine, texts
from cramplog.server.opening import opened
from cramplog.server.problems import explained

if TYPE_CHECKING:
    from cramplog.server.change import Change
    from cramplog.server.pipe import Row


class Connection:
    """Runs statements by name; `with connection:` is one write transaction, all or nothing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.wrote = self.logged = False
        self.made = self.absent = False  # only an administrator creates a diary there
        self._closed = False
        self._change: Change | None = None
        engine.hold(path)
        try:
            self._engine = opened(path)
            driver: Any = self._engine.dialect.dbapi
            self._problems: tuple[type[Exception], ...] = (SQLAlchemyError, driver.Error)
        except SQLAlchemyError as problem:
            engine.release(path)
            raise explained(problem, path) from problem
        except BaseException:
            engine.release(path)
            raise

    def allow_creation(self) -> None:
        """Do nothing: only an administrator creates a diary on a server."""

    def all(self, name: str, /, **binds: Any) -> list[Row]:
        """Return the rows of a statement; a change locks its person's row."""
        locks = name == "person" and self._change is not None
        return self._rows(texts.locking_person() if locks else texts.named(name), _plain(binds))

    def one(self, name: str, /, **binds: Any) -> Row | None:
        """Return the first row of a statement, or None."""
        rows = self.all(name, **binds)
        return rows[0] if rows else None

    def query(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        """Return the rows of an SQL text of this program."""
        return self._rows(texts.raw(sql), binds)

    def stream(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """Yield the rows of an SQL text one at a time, for files larger than memory."""
        return self._streamed(texts.raw(sql), binds)

    def episodes(
        self, filters: Collection[str], order: str, binds: dict[str, Any]
    ) -> Iterator[Row]:
        """Yield the rows of `statements.EPISODES` under filters and in an order."""
        sql = texts.composed(tuple(sorted(filters)), order)
        if "number" in filters:  # one row needs no cursor
            return iter(self._rows(sql, binds))
        return self._streamed(sql, binds)

    def many(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """Run a statement for many rows within a change."""
        listed = [_plain(row) for row in rows]
        if not listed:
            return
        assert self._change is not None
        try:
            self._change.many(texts.named(name), listed)
        except self._problems as problem:
            raise self._explained(problem) from problem

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            engine.release(self.path)

    def __enter__(self) -> Connection:
        try:
            self._change = self._begun()
        except self._problems as problem:
            raise explained(problem, self.path) from problem
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        change, self._change = self._change, None
        assert change is not None
        try:
            if kind is None:
                change.commit()
                self.wrote = True
            else:
                change.roll_back()
        except self._problems as problem:
            if kind is None:
                raise explained(problem, self.path, lost=change.lost, storing=True) from problem

    def _begun(self) -> Change:
        from cramplog.server.change import (
            Change,
        )  # loads the driver, after `opened` has checked for it

        return Change(self._engine)

    def _explained(self, problem: Exception) -> Exception:
        lost = self._change is not None and self._change.lost
        return explained(problem, self.path, lost=lost)

    def _rows(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        try:
            if self._change is not None:
                return self._change.rows(sql, binds)
            try:
                return self._read(sql, binds)
            except DBAPIError as problem:  # the server was restarted: try again
                if not (problem.connection_invalidated and sql.startswith("SELECT")):
                    raise
                return self._read(sql, binds)
        except self._problems as problem:
            raise self._explained(problem) from problem

    def _read(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        with self._engine.connect() as connection:
            result = connection.exec_driver_sql(sql, binds)
            return [tuple(row) for row in result] if result.returns_rows else []

    def _streamed(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """Yield rows by a server's cursor, in the change or in a transaction of its own."""
        change = None
        try:
            change = self._change or self._begun()
            yield from change.stream(sql, binds)
        except self._problems as problem:
            lost = change is not None and change.lost
            raise explained(problem, self.path, lost=lost) from problem
        finally:
            if change is not None and change is not self._change:
                change.roll_back()


def _plain(binds: dict[str, Any]) -> dict[str, Any]:
    """Return yes and no as 1 and 0, as SQLite's driver stores them."""
    return {name: int(value) if value.__class__ is bool else value for name, value in binds.items()}
