"""A bar on the standard error while a large file is read, at a terminal only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cramplog.actions.result import Context

LARGE = 2_000_000  # bytes; what is smaller is read within a second
EVERY = 500  # rows between two looks
WIDTH = 24

Row = TypeVar("Row")


def watched(rows: Iterable[Row], file: TextIO, context: Context) -> Iterator[Row]:
    """The rows as they come; of a large file the bar tells how much of it was read."""
    size = os.fstat(file.fileno()).st_size
    if context.plain or size < LARGE or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from rows
        return
    try:
        for count, row in enumerate(rows):
            if count % EVERY == 0:
                _draw(os.lseek(file.fileno(), 0, os.SEEK_CUR) / size)
            yield row
    finally:
        sys.stderr.write("\r" + " " * (WIDTH + 16) + "\r")
        sys.stderr.flush()


def _draw(share: float) -> None:
    done = round(min(share, 1) * WIDTH)
    sys.stderr.write(f"\rReading [{'#' * done}{'-' * (WIDTH - done)}] {min(share, 1):4.0%}")
    sys.stderr.flush()
