"""Check a diary without changing it: whether it is undamaged and as this program expects."""

from __future__ import annotations

from cramplog import special_files
from cramplog.diary import compiled, structure
from cramplog.errors import DiaryError
from cramplog.files import causes, driver, estimate, progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from cramplog.files.driver import Driver

    Work = Callable[[sqlite3.Connection], list[str]]

APPLICATION_ID = 0x6372616D  # "cram"
MAGIC = b"SQLite format 3\0"
OTHER_FILE = "Name another with --db FILE or CRAMPLOG_DB."
UNREADABLE = "pages that cannot be read"
SHOWN = 5  # faults to report; a damaged diary can have thousands
READ_ONLY, UNCHANGING = "mode=ro", "immutable=1"


def reading(path: str, way: Driver | None = None) -> sqlite3.Connection:
    """Open a file that must not be changed, even one that cannot be written.

    `way` opens a file without a wrapped key. Raises `driver.errors()`, and DiaryError for no key.
    """
    chosen, file = way or driver.of(path), driver.identity(path)
    connection = chosen.connect(path, READ_ONLY)
    try:
        connection.execute("SELECT name FROM sqlite_master").fetchall()
    except driver.errors("DatabaseError") as problem:
        connection.close()
        if causes.is_no_right(problem):
            from cramplog.files import read_only

            return read_only.connected(path, chosen)
        from cramplog.files import unfinished

        other = way is None and causes.is_not_a_database(problem)
        if driver.identity(path) == file and not (other and unfinished.settled(path, chosen)):
            raise
        return reading(path, way)
    return connection


def is_ours(connection: sqlite3.Connection) -> bool:
    """Return whether a database has a diary's application id."""
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def sound(path: str, *, deep: bool = False) -> bool:
    """Return whether the file is an undamaged diary that this program can read; see `faults`."""
    try:
        with_diary = reading(path)
        try:
            known(with_diary, path)
            return not structure.approve(with_diary, path) and not faults(
                with_diary, deep=deep, what=progress.READING_BACK
            )
        finally:
            with_diary.close()
    except driver.failures(DiaryError):
        return False


def is_current(path: str) -> bool:
    """Return whether a file is a diary of this program's schema, which opening leaves as it is."""
    try:
        found = reading(path)
        try:
            return known(found, path) == compiled.REVISION
        finally:
            found.close()
    except driver.failures(DiaryError):
        return False


def broken(path: str, *, deep: bool = False) -> bool:
    """Return whether pages of a database are broken, if it can be read; see `faults`."""
    try:
        connection = reading(path)
        try:
            return bool(faults(connection, deep=deep))
        finally:
            connection.close()
    except driver.failures():
        return False


def mendable(path: str) -> bool:
    """Return whether only an index of a diary is broken, so that all entries are there."""
    try:
        connection = reading(path)
        try:
            return not faults(connection) and bool(faults(connection, deep=True))
        finally:
            connection.close()
    except driver.failures(DiaryError):
        return False


def known(connection: sqlite3.Connection, path: str) -> str:
    """Return the revision of a diary's schema.

    Raises DiaryError for another program's file, DiaryNewer for a newer cramplog's.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not is_ours(connection) or "alembic_version" not in tables:
        raise DiaryError(f"{path} is a SQLite file, but not a cramplog diary.", OTHER_FILE)
    structure.approve(connection, path)
    if head_wrong(path):
        from cramplog.files import backup

        raise backup.damaged(path)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else "none"
    if revision != compiled.REVISION:
        from cramplog.files import migrate

        if not migrate.knows(revision):
            from cramplog.files import problems

            raise problems.newer(path, revision)
    return revision


def faults(
    connection: sqlite3.Connection, *, deep: bool = False, what: str = progress.CHECKING
) -> list[str]:
    """Return the faults in a diary's pages and values; `deep` compares indexes with tables.

    `what` names the check for the progress listener.
    """
    pragma = f"PRAGMA {'integrity_check' if deep else 'quick_check'}({SHOWN})"
    try:
        return _watched(what, connection, lambda one: _broken(one, pragma))
    except driver.errors("DatabaseError", UnicodeDecodeError):
        return [UNREADABLE]


def _in_words(line: str) -> str:
    """Return a fault of SQLite's check in plain words."""
    before, index, name = line.partition(" index ")
    if index:
        return f"the index {name.split()[0]} does not fit its table"
    if " value in " in before:
        return f"a value in {before.rpartition(' in ')[2]} is of another kind, or is missing"
    return UNREADABLE


def _watched(what: str, connection: sqlite3.Connection, work: Work) -> list[str]:
    """Check a diary while progress is reported and Ctrl-C ends the check."""
    with progress.Watch(what, connection, estimate.instructions(connection, work)):
        return work(connection)


def _broken(connection: sqlite3.Connection, pragma: str) -> list[str]:
    # SQLite checks conditions only if it could write, and takes four times as long.
    connection.execute("PRAGMA ignore_check_constraints=ON")
    rows = connection.execute(pragma).fetchall()
    connection.execute("PRAGMA ignore_check_constraints=OFF")
    found = [line for (text,) in rows for line in str(text).splitlines()]
    return refused(connection) if found == ["ok"] else [*dict.fromkeys(map(_in_words, found))]


def refused(connection: sqlite3.Connection) -> list[str]:
    """Return the tables with rows that break their conditions."""
    found = []
    for statement in compiled.SCHEMA:
        conditions = structure.conditions(statement)
        if conditions:
            table = statement.split()[2]
            wrong = " OR ".join(f"NOT ({condition})" for condition in conditions)
            try:
                if connection.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():  # noqa: S608
                    found.append(f"a value in {table} that cannot be")
            except driver.errors("OperationalError") as problem:
                if causes.is_interrupt(problem):
                    raise
                continue  # an older or foreign schema: `strays` reports it
    return found


def orphans(connection: sqlite3.Connection) -> list[str]:
    """Return the tables with rows whose owner is missing."""
    return _watched(progress.CHECKING_LINKS, connection, _unlinked)


def _unlinked(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(SHOWN)
    return [f"{table}, of {parent}" for table, _, parent, _ in rows]


def unusable(connection: sqlite3.Connection) -> list[str]:
    """Return the names of compiled statements that do not run on this diary."""
    import re

    texts = dict(compiled.SQL)
    texts |= {f"filter {name}": compiled.EPISODES + sql for name, sql in compiled.FILTERS.items()}
    texts |= {f"order {name}": compiled.EPISODES + sql for name, sql in compiled.ORDERS.items()}
    found = []
    for name, sql in texts.items():
        binds = dict.fromkeys(re.findall(r"(?<!:):(\w+)", sql), 0)
        try:
            if sql.startswith("SELECT"):
                connection.execute(sql, binds).fetchone()
            else:
                connection.execute(f"EXPLAIN {sql}", binds).fetchall()
        except driver.errors():
            found.append(name)
    return found


def like_a_database(path: str) -> bool:
    """Return whether a file begins as SQLite's files do, or has a diary's id."""
    head = _head(path)
    return head.startswith(MAGIC) or head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def head_wrong(path: str) -> bool:
    """Return whether damaged header bytes forbid SQLite to write or read the file.

    The write format is byte 18, the schema format bytes 44 to 47.
    """
    head = _head(path)
    return head.startswith(MAGIC) and (head[18:19] > b"\2" or head[44:48] > b"\0\0\0\4")


def is_plain(path: str) -> bool:
    """Return whether a file begins as plain SQLite files do; it must not be open here."""
    return _head(path).startswith(MAGIC)


def _head(path: str) -> bytes:
    try:
        with open(special_files.opened(path), "rb") as file:
            return file.read(72)
    except OSError:
        return b""


def episodes(path: str, way: Driver | None = None) -> int:
    """Return the number of live episodes of a sound diary, of all its people."""
    connection = reading(path, way)
    try:
        return count(connection)
    finally:
        connection.close()


def count(connection: sqlite3.Connection) -> int:
    """Count the live episodes of an open diary."""
    found = connection.execute("SELECT count(*) FROM episode WHERE deleted_at IS NULL")
    return int(found.fetchone()[0])
