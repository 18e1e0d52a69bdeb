"""One write transaction on a server.

What writes is sent without waiting for the answer (PostgreSQL's pipeline), because each answer
costs both sides more than the statement; a read, or the end, waits for all before it. An error of
a write is therefore raised there, and always before the change counts as stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from sqlalchemy import Engine

Row = tuple[Any, ...]

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"
AT_A_TIME = 500  # rows that a stream fetches at once


class Change:
    """A transaction from its BEGIN on; ended once, by `commit` or `roll_back`."""

    def __init__(self, engine: Engine) -> None:
        try:
            self._begin(engine)
        except Exception:
            if not self.lost:
                raise
            engine.dispose()  # the server was restarted: every connection is as dead as this one
            self._begin(engine)

    def _begin(self, engine: Engine) -> None:
        self._driver: Any = None
        self._connection = engine.connect()
        self._driver = self._connection.connection.driver_connection
        self._sending = ExitStack()
        try:
            self._driver.execute(BEGIN)
            self._sending.enter_context(self._driver.pipeline())
        except BaseException:
            self._leave()
            raise

    @property
    def lost(self) -> bool:
        """Whether the server went away within the change."""
        return self._driver is not None and bool(self._driver.closed)

    def rows(self, sql: str, binds: dict[str, Any]) -> list[Row]:
        """The rows of a read; nothing, at once, for a write."""
        cursor = self._driver.execute(sql, binds)
        return list(cursor.fetchall()) if sql.startswith("SELECT") else []

    def many(self, sql: str, rows: list[dict[str, Any]]) -> None:
        """One write for many rows."""
        self._driver.cursor().executemany(sql, rows)

    def stream(self, sql: str, binds: dict[str, Any]) -> Iterator[Row]:
        """Rows by a cursor on the server, which cannot be where writes are sent ahead."""
        self._sending.close()
        with self._driver.cursor("stream") as cursor:
            cursor.itersize = AT_A_TIME
            cursor.execute(sql, binds)
            yield from cursor

    def commit(self) -> None:
        """Store it: what was not answered yet is, before the connection is given back."""
        try:
            self._driver.execute("COMMIT")
            self._sending.close()
        finally:
            self._leave()

    def roll_back(self) -> None:
        """Take it back."""
        try:
            self._sending.close()
        finally:
            self._leave()

    def _leave(self) -> None:
        """Give the connection back, which rolls back what was not committed."""
        if self.lost:
            self._connection.invalidate()
        self._connection.close()
