"""The structure of a diary's tables, compared with the one that this program makes."""

from __future__ import annotations

from cramplog.storage import compiled, driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    Shape = dict[str, Any]


def strays(connection: sqlite3.Connection) -> list[str]:
    """Tables whose structure is not that of the compiled schema."""
    fresh = driver.memory()
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
    for name, text in listed.fetchall():
        sql = _flat(text)  # Alembic breaks its lines elsewhere
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
    """The conditions of CHECK constraints, each to its closing bracket."""
    found = []
    for part in _flat(sql).split("CHECK (")[1:]:
        depth = 1
        for end, character in enumerate(part):
            depth += (character == "(") - (character == ")")
            if not depth:
                found.append(part[:end])
                break
    return found
