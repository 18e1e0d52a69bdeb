"""Rebuild the indexes of a diary's copy: a diary needs only sound tables."""

from __future__ import annotations

from cramplog.diary import compiled
from cramplog.files import driver, verify

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
    except driver.errors("DatabaseError"):
        return found or ["an index cannot be made"]
    return verify.faults(copied, deep=True)
