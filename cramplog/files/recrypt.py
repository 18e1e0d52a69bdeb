"""Copy a diary from plain to encrypted and back, which SQLite's own backup cannot."""

from __future__ import annotations

from cramplog.files import causes, driver, verify
from cramplog.files.driver import Driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

TABLES = "SELECT name, sql FROM {0}sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"


def transcribe(file: str, target: str, way: Driver) -> list[str]:
    """Fill an empty file, opened by `way`, with another file's diary; returns its faults.

    Like a copy it is one file without a write-ahead log. Raises `driver.failures()`, DiaryError.
    """
    source = driver.of(file)
    copied = Driver(way.key, cipher=True).connect(target, "mode=rw")
    try:
        copied.execute("PRAGMA synchronous=OFF")  # the whole file is synced later
        copied.execute("PRAGMA journal_mode=OFF")
        _attach(copied, file, source)
        return export(copied, "main", "source", lambda: verify.sound(file))
    finally:
        copied.close()


def _attach(connection: sqlite3.Connection, file: str, source: Driver) -> None:
    """Attach another file to a connection, even one that cannot be written."""
    for options in (verify.READ_ONLY, verify.UNCHANGING):
        address = driver.address(file, options)
        connection.execute("ATTACH ? AS source KEY ?", (address, source.secret))
        try:
            connection.execute("SELECT 1 FROM source.sqlite_master").fetchone()
            return
        except driver.errors("OperationalError"):
            if options == verify.UNCHANGING:
                raise
            connection.execute("DETACH source")


def export(
    connection: sqlite3.Connection, into: str, of: str, is_sound: Callable[[], bool]
) -> list[str]:
    """Copy one of a connection's diaries into an empty one; returns the faults of the copy.

    SQLCipher gives no code where its copying fails: of a sound diary, the other disk is full.
    """
    try:
        connection.execute("SELECT sqlcipher_export(?, ?)", (into, of)).fetchall()
    except driver.errors("OperationalError") as problem:
        if causes.primary(problem) == causes.ERROR and is_sound():
            raise causes.no_room() from problem
        raise
    connection.execute(f"PRAGMA {into}.application_id={verify.APPLICATION_ID}")
    return _uneven(connection, into, of)


def _uneven(connection: sqlite3.Connection, one: str, other: str) -> list[str]:
    """Return the tables whose numbers of rows differ."""
    found = []
    for name, _ in connection.execute(TABLES.format(f"{other}.")).fetchall():
        counts = {
            connection.execute(f'SELECT count(*) FROM {each}."{name}"').fetchone()  # noqa: S608
            for each in (one, other)
        }
        if len(counts) > 1:
            found.append(f"{name} was not copied whole")
    return found


def pour(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a diary row by row into an empty one of another library: slow, but without a file."""
    target.execute("BEGIN")
    for name, sql in source.execute(TABLES.format("")).fetchall():
        target.execute(sql)
        rows = source.execute(f'SELECT * FROM "{name}"')  # noqa: S608
        places = ", ".join("?" * len(rows.description))
        target.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608
    for _, sql in source.execute(INDEXES).fetchall():
        target.execute(sql)
    target.execute("COMMIT")
    target.execute(f"PRAGMA application_id={verify.APPLICATION_ID}")
