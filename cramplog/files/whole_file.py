"""Write a file atomically: under a temporary name beside it, then renamed."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO


@contextmanager
def replacing(path: str) -> Iterator[IO[bytes]]:
    """Open the new content of a file that only its owner can read; it appears once complete.

    A symbolic link stays, and its target is replaced. Raises OSError.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    handle, passing = tempfile.mkstemp(prefix=".cramplog-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(passing, target)
    except BaseException:
        os.unlink(passing)
        raise
    from cramplog.files.backup import synced

    synced(folder)
