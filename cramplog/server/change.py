"""A write transaction on a server.

Writes are kept and sent together with the next read or the end (`pipe`), because waiting for each
answer takes longer than the statements do; BEGIN goes with the first of them. An error of a write
is therefore raised there, and always before the change counts as stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from psycopg.errors import InFailedSqlTransaction
from psycopg.pq.abc import PGresult
from sqlalchemy import Engine

from cramplog.server.pipe import Binds, Call, Pipe, Row

BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"
COMMIT = "COMMIT"
AT_A_TIME = 500  # rows that a stream fetches at once
TOGETHER = 2000  # most writes to keep, so that an import needs little memory


class Change:
    """A transaction; ended once, by `commit` or `roll_back`."""

    def __init__(self, engine: Engine, begin: str = BEGIN) -> None:
        self._engine = engine
        self._kept: list[Call] = [(begin, {})]
        self._begun = False  # whether the server has answered yet
        self._failed = False
        self.lost = False  # the server went away within the change
        self._connect()

    def _connect(self) -> None:
        self._connection = self._engine.connect()
        driver: Any = self._connection.connection.driver_connection
        self._driver = driver
        self._pipe = Pipe(driver, self._connection.info.setdefault("cramplog", {}))

    def rows(self, sql: str, binds: Binds) -> list[Row]:
        """Return the rows of a read; empty for a write, which waits to be sent."""
        self._kept.append((sql, binds))
        if sql.startswith("SELECT"):
            return self._send()
        if len(self._kept) > TOGETHER:
            self._send()
        return []

    def many(self, sql: str, rows: list[Binds]) -> None:
        """Run a write for many rows."""
        self._kept += [(sql, row) for row in rows]
        if len(self._kept) > TOGETHER:
            self._send()

    def stream(self, sql: str, binds: Binds) -> Iterator[Row]:
        """Yield rows by a cursor on the server."""
        if self._kept:
            self._send()
        try:
            with self._driver.cursor("stream") as cursor:
                cursor.itersize = AT_A_TIME
                cursor.execute(sql, binds)
                yield from cursor
        except Exception:
            self._fail()
            raise

    def _send(self) -> list[Row]:
        """Send the kept statements; returns the rows of the last one."""
        kept, self._kept = self._kept, []
        try:
            answer = self._answer(kept)
        except Exception:
            if self._begun or not self.lost:
                raise
            self._begin_again()
            answer = self._answer(kept)
        self._begun = True
        return self._pipe.rows(answer)

    def _begin_again(self) -> None:
        """Reconnect: the server restarted, and every pooled connection is dead."""
        self._leave()
        self._engine.dispose()
        self._failed = self.lost = False
        self._connect()

    def _answer(self, calls: list[Call]) -> PGresult:
        if self._failed:  # the caller ignored the error
            raise InFailedSqlTransaction("the change had failed already")
        try:
            return self._pipe.run(calls)
        except BaseException:
            self._fail()
            raise

    def _fail(self) -> None:
        self._failed = True
        self.lost = bool(self._driver.closed)

    def commit(self) -> None:
        """Commit; returns once the server has the change on its disk."""
        try:
            if not self._begun:  # a text that ends with COMMIT is not sent twice
                self._send()
            self._answer([*self._kept, (COMMIT, {})])
        finally:
            self._leave()

    def roll_back(self) -> None:
        """Roll back."""
        self._leave()

    def _leave(self) -> None:
        """Return the connection to the pool, which rolls back what was not committed."""
        if self._failed and not self._connection.closed:
            self._connection.invalidate()
        self._connection.close()
