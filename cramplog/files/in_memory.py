"""A whole diary as the bytes of a plain SQLite file, in memory: for what is sealed by age."""

from __future__ import annotations

from cramplog.files import backup, driver, progress, recrypt, verify
from cramplog.files.mending import mended

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

VERSIONS = slice(18, 20)  # in the header: how the file is written and read, 2 for WAL
ROLLBACK = bytes((1, 1))


def of(path: str) -> tuple[bytes, int]:
    """All that is in a diary, encrypted or not, and how many live episodes that is.

    Raises DiaryError, also for a damaged one, and `driver.failures()`.
    """
    way = driver.of(path)
    source, memory = way.connect(path, "mode=rw"), driver.memory()
    try:
        if way.key:
            source.execute("BEGIN")  # one state of every table
            recrypt.pour(source, memory)
        else:
            source.backup(memory, progress=backup.patience(progress.COPYING))
        if mended(memory):
            raise backup.damaged(path)
        made = bytearray(memory.serialize())
        made[VERSIONS] = ROLLBACK  # memory has no log, and says so nowhere else
        return bytes(made), verify.count(memory)
    finally:
        source.close()
        memory.close()


def opened(image: bytes) -> sqlite3.Connection:
    """Such bytes as a diary in memory; raises `driver.errors()` when it is read."""
    memory = driver.memory()
    memory.deserialize(image)
    return memory
