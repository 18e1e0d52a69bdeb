"""Whom storage tells how far something long has come: nobody, unless the program shows it.

Storage prints nothing. Who owns the terminal puts a listener here, which hears what is done and
which share of it; the share is None where that is not known, and no name means that it is over.
"""

from __future__ import annotations

from cramplog.files import causes

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from types import TracebackType

    Listener = Callable[[str, float | None], None]

TICK = 100_000  # instructions of SQLite between two looks
COPYING, READING_BACK = "Copying the diary", "Reading the copy"
CHECKING, CHECKING_LINKS = "Checking the diary", "Checking the links"
UPDATING, RESTORING = "Updating the diary", "Restoring the diary"


def _nobody(_what: str, _share: float | None) -> None:
    """Hears nothing."""


listener: Listener = _nobody


def tell(what: str, share: float | None = None) -> None:
    """Say that something is being done, and which share of it (0 to 1) is."""
    listener(what, share)


def over() -> None:
    """Say that nothing long is being done any more."""
    listener("", None)


class Watch:
    """While the block lasts, what SQLite does on a connection is told of, and Ctrl-C is heard.

    Without it Ctrl-C would wait for the end of a statement, which can take minutes. `expected` is
    how many instructions there will be, 0 where that is unknown.
    """

    def __init__(self, what: str, connection: sqlite3.Connection, expected: int = 0) -> None:
        self._what = what
        self._connection = connection
        self._expected = expected
        self._ticks = 0

    def __enter__(self) -> Watch:
        self._connection.set_progress_handler(self._tick, TICK)
        return self

    def _tick(self) -> int:
        """Called by SQLite; what is raised here, Ctrl-C's too, ends its statement."""
        self._ticks += 1
        done = self._ticks * TICK
        tell(self._what, min(done / self._expected, 1) if self._expected else None)
        return 0

    def __exit__(
        self, _: type[BaseException] | None, problem: BaseException | None, __: TracebackType | None
    ) -> None:
        self._connection.set_progress_handler(None, 0)
        over()
        if problem is not None and causes.is_interrupt(problem):
            raise KeyboardInterrupt from problem
