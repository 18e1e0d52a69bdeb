"""Looking at a diary without changing it: whether it is whole, and as this program expects."""

from __future__ import annotations

import os
import sqlite3

from cramplog.errors import DiaryError
from cramplog.storage import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Shape = dict[str, Any]

APPLICATION_ID = 0x6372616D  # "cram"
MAGIC = b"SQLite format 3\0"
OTHER_FILE = "Name another with --db FILE or CRAMPLOG_DB."
SHOWN = 5  # faults that are told; a damaged diary can have thousands
TICK = 100_000  # instructions of SQLite between two calls of `alive`


def uri(path: str, options: str) -> str:
    """A file's address for SQLite, by which nothing is made where nothing is."""
    plain = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{plain}?{options}"


def reading(path: str) -> sqlite3.Connection:
    """Open a file that must not be changed; one that lies where nothing can be written, too.

    Raises sqlite3.Error.
    """
    connection = sqlite3.connect(uri(path, "mode=ro"), uri=True, isolation_level=None)
    try:
        connection.execute("SELECT name FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as problem:
        connection.close()
        if "unable to open" not in str(problem) and "readonly" not in str(problem):
            raise
        connection = sqlite3.connect(uri(path, "immutable=1"), uri=True, isolation_level=None)
    return connection


def sound(path: str, *, deep: bool = False) -> bool:
    """Whether the file is a diary that this program can read, whole; `deep` as for `faults`."""
    try:
        with_diary = reading(path)
        try:
            known(with_diary, path)
            return not faults(with_diary, deep=deep)
        finally:
            with_diary.close()
    except (sqlite3.Error, OSError, UnicodeDecodeError, DiaryError):
        return False


def broken(path: str, *, deep: bool = False) -> bool:
    """Whether pages of a database are, as far as it can be read; `deep` as for `faults`."""
    try:
        connection = reading(path)
        try:
            return bool(faults(connection, deep=deep))
        finally:
            connection.close()
    except (sqlite3.Error, OSError):
        return False


def known(connection: sqlite3.Connection, path: str) -> str:
    """The revision of a diary's schema.

    Raises DiaryError for another program's file, DiaryNewer for a newer cramplog's.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    marked = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not marked or "alembic_version" not in tables:
        raise DiaryError(f"{path} is a SQLite file, but not a cramplog diary.", OTHER_FILE)
    if head_wrong(path):
        from cramplog.storage import backup

        raise backup.damaged(path)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else "none"
    if revision != compiled.REVISION:
        from cramplog.storage import migrate

        if not migrate.knows(revision):
            from cramplog.storage import trouble

            raise trouble.newer(path, revision)
    return revision


def faults(
    connection: sqlite3.Connection,
    *,
    deep: bool = False,
    alive: Callable[[], None] | None = None,
) -> list[str]:
    """What is broken in a diary's pages; `deep` reads the indexes against their tables, too."""
    if alive is not None:
        connection.set_progress_handler(lambda: alive() or 0, TICK)
    try:
        rows = connection.execute(
            f"PRAGMA {'integrity_check' if deep else 'quick_check'}({SHOWN})"
        ).fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
        return [str(problem)]
    finally:
        connection.set_progress_handler(None, 0)
    found = [line for (text,) in rows for line in str(text).splitlines()]
    if found != ["ok"]:
        return found
    return refused(connection) if deep else []


def refused(connection: sqlite3.Connection) -> list[str]:
    """Tables with rows that their conditions refuse: SQLite's own check passes over some."""
    found = []
    for statement in compiled.SCHEMA:
        conditions = _checks(_flat(statement))
        if conditions:
            table = statement.split()[2]
            wrong = " OR ".join(f"NOT ({condition})" for condition in conditions)
            try:
                if connection.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():  # noqa: S608
                    found.append(f"a value in {table} that cannot be")
            except sqlite3.OperationalError:
                continue  # an older schema, or a strange one: `strays` tells
    return found


def orphans(connection: sqlite3.Connection) -> list[str]:
    """Rows that belong to nothing, by table."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(SHOWN)
    return [f"{table}, of {parent}" for table, _, parent, _ in rows]


def strays(connection: sqlite3.Connection) -> list[str]:
    """Tables whose structure is not that of the compiled schema."""
    fresh = sqlite3.connect(":memory:")
    try:
        for statement in compiled.SCHEMA:
            fresh.execute(statement)
        expected, found = shape(fresh), shape(connection)
    finally:
        fresh.close()
    return sorted(name for name in expected if expected[name] != found.get(name))


def shape(connection: sqlite3.Connection) -> Shape:
    """The structure of every table: all but the order of constraints in its text."""
    listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    partial = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall()
    )
    found: Shape = {}
    for name, sql in listed.fetchall():
        indexes = [
            (
                index if origin == "c" else "",
                unique,
                _flat((partial.get(index) or "").partition("WHERE")[2]),
                _rows(connection, f"index_xinfo({index})"),
            )
            for _, index, unique, origin, _ in _rows(connection, f"index_list({name})")
        ]
        found[name] = (
            [row[1:] for row in _rows(connection, f"table_xinfo({name})")],
            sorted(indexes, key=repr),
            sorted((row[2:] for row in _rows(connection, f"foreign_key_list({name})")), key=repr),
            sorted(_checks(_flat(sql))),
            (") STRICT" in sql or ", STRICT" in sql, "WITHOUT ROWID" in sql),
        )
    return found


def _rows(connection: sqlite3.Connection, pragma: str) -> list[tuple[Any, ...]]:
    return sorted(connection.execute(f"PRAGMA {pragma}").fetchall(), key=repr)


def _flat(text: str) -> str:
    return " ".join(text.replace('"', "").split())


def _checks(sql: str) -> list[str]:
    """The conditions of CHECK constraints, each to its closing bracket."""
    found = []
    for part in sql.split("CHECK (")[1:]:
        depth = 1
        for end, character in enumerate(part):
            depth += (character == "(") - (character == ")")
            if not depth:
                found.append(part[:end])
                break
    return found


def unusable(connection: sqlite3.Connection) -> list[str]:
    """Compiled statements that do not run on this diary, by name; nothing is changed."""
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
        except sqlite3.Error as problem:
            found.append(f"{name} ({problem})")
    return found


def like_a_database(path: str) -> bool:
    """Whether a file begins as SQLite's files do, or bears the mark of a diary."""
    try:
        with open(path, "rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(MAGIC) or head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def head_wrong(path: str) -> bool:
    """Whether bytes of the head, gone wrong, tell SQLite not to write the file, or not to read it.

    Its format for writing stands in byte 18, that of its schema in bytes 44 to 47.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(48)
    except OSError:
        return False
    return head.startswith(MAGIC) and (head[18:19] > b"\2" or head[44:] > b"\0\0\0\4")


def episodes(path: str) -> int:
    """How many live episodes a sound diary holds, of all its people."""
    connection = reading(path)
    try:
        found = connection.execute("SELECT count(*) FROM episode WHERE deleted_at IS NULL")
        return int(found.fetchone()[0])
    finally:
        connection.close()


def bytes_of(path: str) -> int:
    """The size of a file with its write-ahead log."""
    return sum(os.path.getsize(p) for p in (path, f"{path}-wal") if os.path.exists(p))
