"""Take the write lock of a diary that many programs use."""

from __future__ import annotations

import os
import time

from cramplog.files import causes, driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def begin(connection: sqlite3.Connection) -> None:
    """Take the write lock, trying every few milliseconds at intervals that differ by process.

    SQLite's own waiting grows to a tenth of a second, so among many writers those that wait longest
    would hardly ever find the lock free.
    """
    until = time.monotonic() + driver.BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except driver.errors("OperationalError") as problem:
                if not causes.is_locked(problem) or time.monotonic() > until:
                    raise
            time.sleep(0.002 + os.urandom(1)[0] / 25_000)
    finally:
        connection.execute(f"PRAGMA busy_timeout={int(driver.BUSY_SECONDS * 1000)}")


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL; the busy timeout does not cover this switch, so it is retried."""
    until = time.monotonic() + driver.BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except driver.errors("OperationalError") as problem:
            if not causes.is_locked(problem) or time.monotonic() > until:
                raise
            time.sleep(0.02)
