"""One write transaction on a server.

What writes is kept and sent together with the next read or the end (PostgreSQL's pipeline),
because to wait for each answer costs both sides more than the statements do. An error of a write
is therefore raised there, and always before the change counts as stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine

Row = tuple[Any, ...]
Binds = dict[str, Any]

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
        self._kept: list[tuple[str, Binds | list[Binds]]] = []
        self._connection = engine.connect()
        self._driver = self._connection.connection.driver_connection
        try:
            self._driver.execute(BEGIN)
        except BaseException:
            self._leave()
            raise

    @property
    def lost(self) -> bool:
        """Whether the server went away within the change."""
        return self._driver is not None and bool(self._driver.closed)

    def rows(self, sql: str, binds: Binds) -> list[Row]:
        """The rows of a read; nothing for a write, which waits to be sent."""
        if not sql.startswith("SELECT"):
            self._kept.append((sql, binds))
            return []
        self._send()
        return list(self._driver.execute(sql, binds).fetchall())

    def many(self, sql: str, rows: list[Binds]) -> None:
        """One write for many rows."""
        self._kept.append((sql, rows))

    def stream(self, sql: str, binds: Binds) -> Iterator[Row]:
        """Rows by a cursor on the server."""
        self._send()
        with self._driver.cursor("stream") as cursor:
            cursor.itersize = AT_A_TIME
            cursor.execute(sql, binds)
            yield from cursor

    def _send(self) -> None:
        kept, self._kept = self._kept, []
        if not kept:
            return
        with self._driver.pipeline(), self._driver.cursor() as cursor:
            for sql, binds in kept:
                if isinstance(binds, list):
                    cursor.executemany(sql, binds)
                else:
                    cursor.execute(sql, binds)

    def commit(self) -> None:
        """Store it; returns when the server has it on its disk."""
        try:
            self._kept.append(("COMMIT", {}))
            self._send()
        finally:
            self._leave()

    def roll_back(self) -> None:
        """Take it back."""
        self._leave()

    def _leave(self) -> None:
        """Give the connection back, which rolls back what was not committed."""
        if self.lost:
            self._connection.invalidate()
        self._connection.close()
