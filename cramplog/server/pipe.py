"""Send statements to the server together, by libpq's pipeline.

The driver's own pipeline exchanges data with the server at each statement; an entry has a dozen of
them, and took most of its time that way. Here all statements go to libpq first, and then there is
one exchange. Each text is prepared when a connection first uses it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from functools import cache
from typing import Any

from psycopg import Connection as Driver
from psycopg import DataError, OperationalError
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGconn, PGresult
from psycopg.waiting import Ready, Wait

Row = tuple[Any, ...]
Binds = dict[str, Any]
Call = tuple[str, Binds]
Names = dict[str, bytes]

MARK = re.compile(r"%%|%\((\w+)\)s")


class Pipe:
    """A connection of the driver, used by one caller."""

    def __init__(self, driver: Driver[Any], prepared: Names) -> None:
        """Use a connection; `prepared` are its prepared statements' names by text."""
        self._driver = driver
        self._prepared = prepared

    def run(self, calls: Sequence[Call]) -> PGresult:
        """Return the last statement's answer; raises the first failure's error.

        After a failure nothing counts, and the connection must not be used again.
        """
        link = self._driver.pgconn
        link.enter_pipeline_mode()
        for sql, binds in calls:
            text, names = numbered(sql)
            name = self._prepared.get(sql)
            if name is None:
                name = self._prepared[sql] = b"cramplog_%d" % len(self._prepared)
                link.send_prepare(name, text)
            link.send_query_prepared(name, [_text(binds[bind]) for bind in names])
        link.pipeline_sync()
        answers = self._driver.wait(_exchange(link))
        link.exit_pipeline_mode()
        for answer in answers:
            if answer.status == ExecStatus.FATAL_ERROR:
                raise error_from_result(answer)
        return answers[-1]

    def rows(self, answer: PGresult) -> list[Row]:
        """Return the rows of an answer."""
        read = Transformer(self._driver)
        read.set_pgresult(answer)
        return read.load_rows(0, answer.ntuples, tuple)


def _exchange(link: PGconn) -> Generator[Wait, Ready | int, list[PGresult]]:
    """Send what libpq holds, and collect answers until the sync mark."""
    answers: list[PGresult] = []
    while True:
        if (yield Wait.RW if link.flush() else Wait.R) & Ready.R:
            link.consume_input()
        while not link.is_busy():
            answer = link.get_result()
            if answer is None:  # None separates the answers to two statements
                if link.status == ConnStatus.BAD:
                    raise OperationalError("the connection is lost")
            elif answer.status == ExecStatus.PIPELINE_SYNC:
                return answers
            else:
                answers.append(answer)


@cache
def numbered(sql: str) -> tuple[bytes, tuple[str, ...]]:
    """Return a text with `$1` for its first bind, and the names of its binds in order."""
    names: list[str] = []

    def number(mark: re.Match[str]) -> str:
        if mark[1] is None:
            return "%"
        if mark[1] not in names:
            names.append(mark[1])
        return f"${names.index(mark[1]) + 1}"

    return MARK.sub(number, sql).encode(), tuple(names)


def _text(value: float | str | None) -> bytes | None:
    """Convert a value for libpq, which would cut it off at a zero byte."""
    text = None if value is None else str(value).encode()
    if text is not None and b"\0" in text:
        raise DataError("a text cannot hold a zero byte")
    return text
