"""Inspect a server's diary without changing it: structure, fence, rights and statements."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import CheckConstraint, Connection, Table, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError

from cramplog.diary import statements
from cramplog.diary.tables import metadata
from cramplog.server import fence, keys, rights, texts

COLUMNS = """
SELECT relname, attname, format_type(atttypid, atttypmod), attnotnull, collname,
    attstattarget = 0
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_collation ON pg_collation.oid = attcollation
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
"""
CHECKS = """
SELECT relname, conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
WHERE relnamespace = current_schema()::regnamespace AND contype = 'c' AND convalidated
"""
FENCE = """
SELECT relname, relrowsecurity AND relforcerowsecurity
FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
"""
POLICIES = """
SELECT tablename, qual, with_check, permissive, cmd FROM pg_policies
WHERE schemaname = current_schema()
"""
LOGIN = """
SELECT rolsuper, rolbypassrls, EXISTS (
    SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace
    AND relkind IN ('r', 'p') AND relowner = pg_roles.oid)
FROM pg_roles WHERE rolname = session_user
"""
ON_TABLES = """
SELECT relname, power FROM pg_class, unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS power
WHERE relnamespace = current_schema()::regnamespace
AND has_table_privilege(session_user, pg_class.oid, power)
"""
ON_COLUMNS = """
SELECT relname, power, attname
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped,
unnest(ARRAY['INSERT', 'UPDATE', 'REFERENCES']) AS power
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
AND has_column_privilege(session_user, pg_class.oid, attnum, power)
"""
DIALECT: Any = postgresql.dialect()  # type: ignore[no-untyped-call]


def strays(connection: Connection) -> list[str]:
    """Return the tables whose columns, constraints or indexes differ from this program's."""
    found: dict[str, set[tuple[object, ...]]] = {name: set() for name in metadata.tables}
    for table, *column in connection.exec_driver_sql(COLUMNS):
        found.get(table, set()).add(tuple(column))
    for table, name in connection.exec_driver_sql(CHECKS):
        found.get(table, set()).add((name,))
    for table, *key in keys.found(connection):
        found[table].add(tuple(key))
    return sorted(name for name, table in metadata.tables.items() if _parts(table) != found[name])


def _parts(table: Table) -> set[tuple[object, ...]]:
    parts: set[tuple[object, ...]] = {(keys.OWNER, "text", True, "C", True)}
    for column in table.columns:
        kind = column.type.compile(DIALECT).lower()
        collation = "C" if isinstance(column.type, Text) else None
        parts.add((column.name, kind, not column.nullable, collation, True))
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            parts.add((DIALECT.identifier_preparer.format_constraint(constraint),))
    return parts | {key[1:] for key in keys.wanted() if key[0] == table.name}


def unfenced(connection: Connection) -> list[str]:
    """Return the tables whose rows other logins could see."""
    forced = dict(tuple(row) for row in connection.exec_driver_sql(FENCE))
    rules: dict[str, list[tuple[object, ...]]] = {}
    expected = sorted(
        ((_bare(rule), None, kind, "ALL") for kind, rule in fence.RULES.values()), key=repr
    )
    for table, qual, *rest in connection.exec_driver_sql(POLICIES):
        rules.setdefault(table, []).append((_bare(qual), *rest))
    return sorted(
        name
        for name in metadata.tables
        if not forced.get(name) or sorted(rules.get(name, ()), key=repr) != expected
    )


def _bare(condition: str | None) -> str:
    """Return a condition without the differences that PostgreSQL's spelling makes."""
    return re.sub(r"[\s()]", "", condition or "").lower()


def powers(connection: Connection) -> list[str]:
    """Return in words the rights of a login that a person's login should not have."""
    superuser, bypasses, owns = connection.exec_driver_sql(LOGIN).one()
    found = ["is a superuser"] if superuser else ["passes row-level security"] if bypasses else []
    if owns and not superuser:
        found.append("owns the tables")
    if not found:
        found = [f"may {power} {table}" for table, power in _excess(connection)]
    return found


def _excess(connection: Connection) -> list[tuple[str, str]]:
    """Return the rights on tables beyond those of all logins."""
    found = {(table, power) for table, power in connection.exec_driver_sql(ON_TABLES)}
    for table, power, column in connection.exec_driver_sql(ON_COLUMNS):
        if table in metadata.tables and column not in rights.columns(table, power):
            found.add((table, power))
    return sorted(one for one in found if one[0] in metadata.tables)


def unusable(connection: Connection) -> list[str]:
    """Return the names of statements that do not run here; each is planned, none is run."""
    listed = {name: texts.named(name) for name in statements.STATEMENTS}
    listed["a change's person"] = texts.locking_person()
    for name in statements.FILTERS:
        listed[f"filter {name}"] = texts.composed((name,), "oldest")
    for order in statements.ORDERS:
        listed[f"order {order}"] = texts.composed((), order)
    found = []
    for name, sql in listed.items():
        binds = dict.fromkeys(re.findall(r"%\((\w+)\)s", sql))
        try:
            connection.exec_driver_sql(f"EXPLAIN {sql}", binds)
        except DBAPIError as problem:
            said = str(problem.orig).partition("\n")[0]
            found.append(f"{name} ({said})")
    return found


def connection_of(connection: Connection) -> tuple[str, str]:
    """Return the server's version, and this connection's TLS version; empty for none."""
    asked = "SELECT split_part(version(), ' ', 2), version FROM pg_stat_ssl WHERE pid = {pid}"
    version, tls = connection.exec_driver_sql(asked.format(pid="pg_backend_pid()")).one()
    return str(version), str(tls or "")


def lenient(connection: Connection) -> list[str]:
    """Return the settings by which the server acknowledges a commit before it is on disk."""
    names = ("fsync", "full_page_writes", "synchronous_commit")
    asked = "SELECT " + ", ".join(f"current_setting('{name}')" for name in names)
    return [
        name
        for name, value in zip(names, connection.exec_driver_sql(asked).one(), strict=True)
        if value == "off"
    ]
