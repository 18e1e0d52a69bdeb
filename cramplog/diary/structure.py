"""Compare the structure of a diary's tables with this program's."""

from __future__ import annotations

from cramplog.diary import compiled
from cramplog.domain.spelling import quoted
from cramplog.files import driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    Shape = dict[str, Any]

TABLE = "CREATE TABLE "
BEHIND = " CONSTRAINT "
VERSION = "alembic_version"
OF_SQLITE = "CREATE TABLE sqlite_stat1(tbl,idx,stat)"


def approve(connection: sqlite3.Connection, path: str) -> list[str]:
    """Refuse a diary whose schema is not all cramplog's; returns the missing tables.

    Before the comparison only the revision's table is read. Raises DiaryForeign, `driver.errors()`.
    """
    found = {sql: f"{kind} {quoted(name)}" for kind, name, sql in _texts(connection)}
    version = next(sql for sql in compiled.SCHEMA if VERSION in sql)
    odd = [
        what
        for sql, what in found.items()
        if VERSION in sql.lower() and sql != version and canonical(sql) != canonical(version)
    ]
    expected = _expected(connection) if not odd else set()
    lacking: set[str] = set()
    if expected:  # equal texts need no closer look
        strange = {canonical(sql): found[sql] for sql in found.keys() - expected - {OF_SQLITE}}
        wanted = set(map(canonical, expected - found.keys()))
        odd = [strange[sql] for sql in strange.keys() - wanted]
        lacking = wanted - strange.keys()
    if odd:
        from cramplog.files import problems

        raise problems.foreign(path, sorted(odd, reverse=True))
    tables = [sql.removeprefix(TABLE) for sql in lacking if sql.startswith(TABLE)]
    return sorted(text.partition("(")[0] for text in tables)


def need(connection: sqlite3.Connection, path: str) -> None:
    """Refuse a diary whose tables are not exactly cramplog's."""
    lacking = approve(connection, path)
    if lacking:
        from cramplog.files import problems

        raise problems.lacking(path, lacking)


def _texts(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL")
    return [
        ("virtual table" if "VIRTUAL" in str(sql)[:15].upper() else str(kind), str(name), str(sql))
        for kind, name, sql in rows
    ]


def _expected(connection: sqlite3.Connection) -> set[str]:
    """Return the schema of a diary's revision; empty if this program does not know it."""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row and row[0] == compiled.REVISION:
        return set(compiled.SCHEMA)
    from cramplog.files import migrate

    known = row and migrate.knows(str(row[0]))
    return set(migrate.schema(str(row[0]))) if known else set()


def canonical(sql: str) -> str:
    """Return the text of a schema object without the differences that migrations make.

    Those are white space, quotation marks around names, and the place and order of constraints: the
    constraint of a column that was added later stands behind the column.
    """
    flat = _flat(sql)
    for mark in "(),":
        flat = flat.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    head, bracket, body = flat.partition("(")
    parts, depth = [""], 0
    for character in body:
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    last, _, tail = parts[-1].rpartition(")")
    parts[-1] = last
    parts = [each for part in parts for each in part.replace(BEHIND, f"\0{BEHIND[1:]}").split("\0")]
    columns = [part for part in parts if not part.startswith("CONSTRAINT ")]
    constraints = sorted(part for part in parts if part.startswith("CONSTRAINT "))
    return f"{head.strip()}{bracket}{','.join((*columns, *constraints))}){tail}"


def strays(connection: sqlite3.Connection) -> list[str]:
    """Return the tables whose structure differs from the compiled schema."""
    fresh = driver.memory()
    try:
        for statement in compiled.SCHEMA:
            fresh.execute(statement)
        expected, found = shape(fresh), shape(connection)
    finally:
        fresh.close()
    return sorted(name for name in expected if expected[name] != found.get(name))


def shape(connection: sqlite3.Connection) -> Shape:
    """Return the structure of every table, apart from the order of constraints in its text."""
    listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    partial = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall()
    )
    found: Shape = {}
    for name, text in listed.fetchall():
        sql = _flat(text)  # Alembic breaks lines at other places
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
            sorted(conditions(sql)),
            (") STRICT" in sql or ", STRICT" in sql, "WITHOUT ROWID" in sql),
        )
    return found


def _rows(connection: sqlite3.Connection, pragma: str) -> list[tuple[Any, ...]]:
    return sorted(connection.execute(f"PRAGMA {pragma}").fetchall(), key=repr)


def _flat(text: str) -> str:
    return " ".join(text.replace('"', "").split())


def conditions(sql: str) -> list[str]:
    """Return the conditions of CHECK constraints, each up to its closing bracket."""
    found = []
    for part in _flat(sql).split("CHECK (")[1:]:
        depth = 1
        for end, character in enumerate(part):
            depth += (character == "(") - (character == ")")
            if not depth:
                found.append(part[:end])
                break
    return found
