"""The progress listener. Long operations report to it; by default there is none.

The storage rooms print nothing. The owner of the terminal sets a listener, which gets the name of
the operation and its share done (0 to 1; None if unknown); an empty name means the end.
"""

from __future__ import annotations

from cramplog.files import causes

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from types import TracebackType

    Listener = Callable[[str, float | None], None]

TICK = 100_000  # instructions of SQLite between two reports
COPYING, READING_BACK = "Copying the diary", "Reading the copy"
CHECKING, CHECKING_LINKS = "Checking the diary", "Checking the links"
UPDATING, RESTORING = "Updating the diary", "Restoring the diary"


def _nobody(_what: str, _share: float | None) -> None:
    """Ignore the report."""


listener: Listener = _nobody


def tell(what: str, share: float | None = None) -> None:
    """Report an operation in progress, and the share of it that is done (0 to 1)."""
    listener(what, share)


def over() -> None:
    """Report that no long operation runs any more."""
    listener("", None)


class Watch:
    """Reports SQLite's work on a connection while the block lasts, and heeds Ctrl-C.

    Without it Ctrl-C would wait for the end of a statement, which can take minutes. `expected` is
    the estimated number of instructions, 0 if that is unknown.
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
        """Report the progress; SQLite calls this, and any exception here ends its statement."""
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
