"""Draw one line on the standard error while something takes long, at a terminal only."""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO, TypeVar

    from cramplog.cli.session import Session

    Row = TypeVar("Row")

LARGE = 2_000_000  # bytes; what is smaller is read within a second
EVERY = 500  # rows between two looks
FIRST, NEXT = 0.4, 0.1  # seconds until it is drawn, and between two drawings: nothing flickers
WIDTH = 24


class Bar:
    """A line that names the work and how far it has come; it goes when the work is over."""

    def __init__(self, *, shown: bool, at_once: bool = False) -> None:
        self._shown = shown
        self._first = 0 if at_once else FIRST
        self._began: float | None = None
        self._drawn = 0.0
        self._line = ""

    def __call__(self, what: str, share: float | None) -> None:
        """Draw a share from 0 to 1, or the time that passed; no `what` ends it."""
        if not self._shown:
            return
        if not what:
            self._write("")
            return
        now = time.monotonic()
        if self._began is None:
            self._began = now
        if now - self._began >= self._first and now - self._drawn >= NEXT:
            self._drawn = now
            self._write(_line(what, share, now - self._began))

    def _write(self, line: str) -> None:
        if line == self._line:
            return
        try:
            sys.stderr.write(f"\r{line:{len(self._line)}}" + ("" if line else "\r"))
            sys.stderr.flush()
        except (OSError, ValueError):  # nobody looks any more, which stops nothing
            self._shown = False
        self._line = line


def bar(session: Session, *, at_once: bool = False) -> Bar:
    """Make the bar of a command, drawn at a terminal that can and was not asked for less.

    `at_once` is for what is known to take long.
    """
    dumb = os.environ.get("TERM") == "dumb"
    asked_less = session.json or session.plain
    shown = not asked_less and not dumb and sys.stderr.isatty()
    return Bar(shown=shown, at_once=at_once)


def _line(what: str, share: float | None, seconds: float) -> str:
    from cramplog.render.screen import width

    room = width(sys.stderr) - 1
    if share is None:
        return f"{what}, {seconds:.0f} s"[:room]
    wide = max(4, min(WIDTH, room - len(what) - 8))
    done = round(min(share, 1) * wide)
    return f"{what} [{'#' * done}{'-' * (wide - done)}] {min(share, 1):4.0%}"[:room]


def watched(rows: Iterable[Row], file: TextIO, session: Session) -> Iterator[Row]:
    """Yield rows as they come; for a large file the bar shows how much was read."""
    try:
        size = os.fstat(file.fileno()).st_size
    except OSError:  # it is in memory
        size = 0
    if size < LARGE:
        yield from rows
        return
    tell = bar(session, at_once=True)
    try:
        for count, row in enumerate(rows):
            if count % EVERY == 0:
                tell("Reading", os.lseek(file.fileno(), 0, os.SEEK_CUR) / size)
            yield row
    finally:
        tell("", None)
