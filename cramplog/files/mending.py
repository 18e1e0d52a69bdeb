"""Rebuild the indexes of a diary's copy: a diary needs only sound tables."""

from __future__ import annotations

from cramplog.diary import compiled
from cramplog.files import driver, recrypt, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def mended(copied: sqlite3.Connection) -> list[str]:
    """Rebuild a copy's broken indexes from its tables; returns the faults that remain."""
    rows = copied.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    lacking = [
        sql
        for sql in compiled.SCHEMA
        if sql.startswith("CREATE INDEX") and (sql.split()[2],) not in rows
    ]
    found = verify.faults(copied, deep=True)
    if not found and not lacking:
        return []
    try:
        for sql in lacking:
            copied.execute(sql)
        copied.execute("REINDEX")
        left = verify.faults(copied, deep=True)
    except driver.errors("DatabaseError"):
        left = found or ["an index cannot be made"]
    return verify.faults(copied, deep=True) if left and _poured(copied) else left


def _poured(copied: sqlite3.Connection) -> bool:
    """Replace a plain copy by what its tables alone hold; False where they cannot be read.

    The pages of an index can be so broken that SQLite can neither use nor rebuild it.
    """
    fresh = driver.memory()
    try:
        recrypt.pour(copied, fresh)
        fresh.backup(copied)
    except driver.errors("DatabaseError", UnicodeDecodeError):
        return False
    finally:
        fresh.close()
    return True
