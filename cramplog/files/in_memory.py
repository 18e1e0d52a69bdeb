"""A diary as the bytes of a plain SQLite file in memory, to be encrypted by age."""

from __future__ import annotations

from cramplog.files import backup, driver, progress, recrypt, verify
from cramplog.files.mending import mended

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

VERSIONS = slice(18, 20)  # the header's write and read versions; 2 means WAL
ROLLBACK = bytes((1, 1))


def of(path: str) -> tuple[bytes, int]:
    """Return the bytes of a diary, encrypted or not, and its number of live episodes.

    Raises DiaryError, also for a damaged diary, and `driver.failures()`.
    """
    way = driver.of(path)
    source, memory = way.connect(path, "mode=rw"), driver.memory()
    try:
        if way.key:
            source.execute("BEGIN")  # one snapshot of all tables
            recrypt.pour(source, memory)
        else:
            source.backup(memory, progress=backup.patience(progress.COPYING))
        if mended(memory):
            raise backup.damaged(path)
        made = bytearray(memory.serialize())
        made[VERSIONS] = ROLLBACK  # a database in memory has no log
        return bytes(made), verify.count(memory)
    finally:
        source.close()
        memory.close()


def opened(image: bytes) -> sqlite3.Connection:
    """Open such bytes as a diary in memory; reading them raises `driver.errors()`."""
    memory = driver.memory()
    memory.deserialize(image)
    return memory
