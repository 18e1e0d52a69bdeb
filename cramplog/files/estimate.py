"""Estimate the work of a job on a large diary by running it on a few rows of each table.

SQLite cannot report the progress of a statement, only how many instructions it took. So the job
runs in memory first, which takes a moment, and its instructions are multiplied.
"""

from __future__ import annotations

from cramplog.files import causes, driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Work = Callable[[sqlite3.Connection], object]

ROWS = 300
STEP = 100  # instructions between two counts
LARGE = 10_000_000  # bytes; a job on a smaller diary takes less than a second


def instructions(connection: sqlite3.Connection, work: Work) -> int:
    """Estimate SQLite's instructions for the work; 0 for a small diary, or if unknown."""
    few = driver.memory()
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += STEP
        return 0

    try:
        if _bytes(connection) < LARGE:
            return 0
        times = _copy_few(connection, few)
        few.set_progress_handler(count, STEP)
        work(few)
    except Exception as problem:
        if causes.is_interrupt(problem):
            raise KeyboardInterrupt from problem
        return 0  # the real work reports errors
    finally:
        few.close()
    return int(counted * times)


def _bytes(connection: sqlite3.Connection) -> int:
    sizes = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    (pages,), (size,) = sizes
    return int(pages * size)


def _copy_few(connection: sqlite3.Connection, few: sqlite3.Connection) -> float:
    """Copy the first rows of each table; returns how many times larger the largest table is."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC"
    )
    times = 1.0
    for kind, name, sql in made.fetchall():
        few.execute(sql)
        if kind != "table":
            continue
        rows = connection.execute(f"SELECT * FROM {name} LIMIT {ROWS}").fetchall()  # noqa: S608
        if rows:
            few.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608
            total = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            times = max(times, total / len(rows))
    return times
