"""Open a diary that cannot be written: on a read-only medium, or another user's.

SQLite needs files beside a diary that has a log. Where they cannot be created, a private copy is
read: the log's entries must not be missing.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager

from cramplog.diary import compiled
from cramplog.files import driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from cramplog.files.driver import Driver

READ_ONLY, UNCHANGING = "mode=ro", "immutable=1"
COPIED = ("", "-wal", "-journal")


def opened(path: str) -> sqlite3.Connection:
    """Open such a diary at this program's schema; raises DiaryError, `driver.failures()`."""
    from cramplog.files import private_copy, verify

    way = driver.of(path)
    found = connected(path, way)
    try:
        if verify.known(found, path) == compiled.REVISION:
            found.execute("PRAGMA cell_size_check=ON")
            return found
    except BaseException:
        found.close()
        raise
    found.close()
    with _passing(path) as copied:
        private_copy.prepare(path, copied, way)
        return _loaded(copied, way)


def connected(path: str, way: Driver) -> sqlite3.Connection:
    """Open such a file as it is, with its log's entries."""
    if not any(map(_holds_something, (f"{path}-wal", f"{path}-journal"))):
        return way.connect(path, UNCHANGING)
    if os.path.exists(f"{path}-shm"):
        found = way.connect(path, READ_ONLY)
        try:
            found.execute("SELECT 1 FROM sqlite_master").fetchone()
        except driver.errors("OperationalError"):
            found.close()
        else:
            return found
    with _passing(path) as copied:
        for suffix in COPIED:
            if os.path.exists(path + suffix):
                shutil.copyfile(path + suffix, copied + suffix)
        return _loaded(copied, way)


def _holds_something(path: str) -> bool:
    return os.path.exists(path) and os.path.getsize(path) > 0


@contextmanager
def _passing(path: str) -> Iterator[str]:
    """Yield a name in a temporary folder, which is deleted; a file opened in it stays open."""
    with tempfile.TemporaryDirectory(prefix="cramplog-") as folder:
        yield os.path.join(folder, os.path.basename(path))


def _loaded(copied: str, way: Driver) -> sqlite3.Connection:
    """Open a copy so that its file can be deleted."""
    found = way.connect(copied, "mode=rw")
    found.execute("SELECT 1 FROM sqlite_master").fetchone()
    found.execute("PRAGMA query_only=ON")
    return found
