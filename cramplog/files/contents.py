"""Stored values that no command can use: undecodable text and impossible times."""

from __future__ import annotations

from cramplog.diary import compiled
from cramplog.files import causes, driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

INSTANTS = ("started_at", "recorded_at", "at", "deleted_at", "removed_at")
DAYS = ("night", "day", "until_day")
OFFSETS = ("utc_offset", "recorded_offset")
DATES = ("started", "stopped", "since", "until")
LAST_DAY = 3_652_058  # one day before the calendar's last, for every zone
FIRST, LAST = -62_135_510_400, 253_402_214_400  # the same in seconds
_DATE = "substr({0} || '-01-01', 1, 10)"
_WRONG = {
    **dict.fromkeys(INSTANTS, f"{{0}} NOT BETWEEN {FIRST} AND {LAST}"),
    **dict.fromkeys(DAYS, f"{{0}} NOT BETWEEN 2 AND {LAST_DAY}"),
    **dict.fromkeys(OFFSETS, "abs({0}) >= 86400"),
    **dict.fromkeys(DATES, f"{{0}} NOT NULL AND date({_DATE}, '+0 days') IS NOT {_DATE}"),
}


def unusable(connection: sqlite3.Connection) -> list[str]:
    """Return one line for each table with values that cannot be read or cannot be."""
    tables = [sql.split()[2] for sql in compiled.SCHEMA if sql.startswith("CREATE TABLE")]
    return [line for table in tables for line in _of_table(connection, table)]


def _of_table(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    found = []
    texts = [f'"{name}"' for _, name, kind, *_ in columns if kind == "TEXT"]
    try:
        for _ in connection.execute(f"SELECT {', '.join(texts or ['1'])} FROM {table}"):  # noqa: S608
            pass
    except driver.errors("OperationalError", UnicodeDecodeError) as problem:
        if not causes.is_undecodable(problem):
            raise
        found.append(f"text in {table} that is not UTF-8")
    nul = " OR ".join(f"instr({name}, char(0))" for name in texts)
    if nul and connection.execute(f"SELECT 1 FROM {table} WHERE {nul} LIMIT 1").fetchone():  # noqa: S608
        found.append(f"text in {table} with a NUL in it")
    for _, name, *_ in columns:
        wrong = _WRONG.get(name, "").format(name)
        if wrong and connection.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():  # noqa: S608
            found.append(f"{name} in {table} that never was")
    return found
