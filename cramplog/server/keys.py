"""Keys and indexes of a server's tables: the file's, led by the row's owner.

The leading owner hides from a login what it must not learn: no unique key and no foreign key can
collide with another login's rows, and no index is read where those are. The texts are PostgreSQL's
own, so that they can be compared with the existing ones.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    Column,
    Connection,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.schema import Constraint

from cramplog.diary.tables import metadata

OWNER = "owner"
CONSTRAINTS = """
SELECT relname, conname, replace(pg_get_constraintdef(pg_constraint.oid), '"', '')
FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
WHERE relnamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'f')
ORDER BY contype
"""
INDEXES = """
SELECT relname, indexrelid::regclass::text,
    replace(substring(pg_get_indexdef(indexrelid) FROM '\\(.*'), '"', '')
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
"""
Key = tuple[str, str, str]
"""A table, and the name and the text of a constraint or an index of it."""


def lead(connection: Connection) -> None:
    """Rebuild every key and index as wanted; foreign keys are dropped first and added last."""
    made = _known(connection, CONSTRAINTS)
    for table, name, definition in made:
        if (table, name, definition) not in constraints():
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for table, name, definition in constraints():
        if (table, name, definition) not in made:
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    listed = _known(connection, INDEXES)
    for one in indexes():
        if one not in listed:
            table, name, definition = one
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE INDEX {name} ON {table} {definition}")


def found(connection: Connection) -> set[Key]:
    """Return the existing keys and indexes."""
    return {*_known(connection, CONSTRAINTS), *_known(connection, INDEXES)}


def _known(connection: Connection, asked: str) -> list[Key]:
    keys = [(row[0], row[1], row[2]) for row in connection.exec_driver_sql(asked)]
    return [key for key in keys if key[0] in metadata.tables]


def wanted() -> list[Key]:
    """Return the keys and indexes that must exist."""
    return [*constraints(), *indexes()]


def constraints() -> list[Key]:
    """Return the constraints of all tables; foreign keys last."""
    keys = [_key(one) for table in metadata.sorted_tables for one in table.constraints]
    return sorted((key for key in keys if key), key=lambda key: key[2].startswith("FOREIGN"))


def indexes() -> list[Key]:
    """Return the other indexes of all tables."""
    found = []
    for table in metadata.sorted_tables:
        for index in table.indexes:
            where = index.dialect_options["postgresql"]["where"]
            condition = "" if where is None else f" WHERE ({where.compile().string.split('.')[1]})"
            found.append((table.name, str(index.name), f"({_led(index.columns)}){condition}"))
    return found


def _key(constraint: Constraint) -> Key | None:
    table: Table = constraint.table
    if isinstance(constraint, PrimaryKeyConstraint):
        name = "uq_setting_owner_key" if table.name == "setting" else f"pk_{table.name}"
        return table.name, name, f"PRIMARY KEY ({_led(constraint.columns)})"
    if isinstance(constraint, UniqueConstraint):
        names = "_".join(column.name for column in constraint.columns)
        return (
            table.name,
            f"uq_{table.name}_{OWNER}_{names}",
            f"UNIQUE ({_led(constraint.columns)})",
        )
    if isinstance(constraint, ForeignKeyConstraint):
        other = constraint.referred_table.name
        theirs = _led(one.column for one in constraint.elements)
        text = f"FOREIGN KEY ({_led(constraint.columns)}) REFERENCES {other}({theirs})"
        rule = f" ON DELETE {constraint.ondelete}" if constraint.ondelete else ""
        return table.name, f"fk_{table.name}_{other}", text + rule
    return None


def _led(columns: Iterable[Column[object]]) -> str:
    return ", ".join((OWNER, *(column.name for column in columns)))
