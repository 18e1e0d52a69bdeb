"""Rights of logins on a server.

Rights are on columns, never on whole tables: those would let a login lock a table, or set an
owner. Nobody may choose a person's number, or change the log.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from cramplog.diary.tables import metadata
from cramplog.server import removals

ROLE = "cramplog_diary"
"""The role of which every login of a diary is a member; roles belong to the cluster."""

LOCK = 0x6372616D  # "cram"; one process creates or upgrades a diary, others wait
APPEND_ONLY = ("act", "change")


def columns(table: str, right: str) -> tuple[str, ...]:
    """Return the columns on which logins have a right."""
    if right == "REFERENCES" or (right == "UPDATE" and table in APPEND_ONLY):
        return ()
    names = metadata.tables[table].columns.keys()
    return tuple(name for name in names if (table, name) != ("person", "id"))


def grant(connection: Connection) -> None:
    """Let the members of ROLE use the tables."""
    for table in metadata.tables:
        connection.exec_driver_sql(f"REVOKE ALL ON {table} FROM {ROLE}")
        connection.exec_driver_sql(f"GRANT SELECT ON {table} TO {ROLE}")
        for right in ("INSERT", "UPDATE"):
            if listed := ", ".join(f'"{name}"' for name in columns(table, right)):
                connection.exec_driver_sql(f"GRANT {right} ({listed}) ON {table} TO {ROLE}")
    for name in removals.names():
        function = removals.signature(name)
        connection.exec_driver_sql(f"GRANT EXECUTE ON FUNCTION {function} TO {ROLE}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {ROLE}")


def has_role(connection: Connection, name: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name})
    return found.first() is not None


def one_at_a_time(connection: Connection) -> None:
    """Wait until no other program creates or upgrades this diary, until the commit."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def make_role(connection: Connection) -> None:
    """Create the role of all logins, with its rights; needs a login that may create roles.

    The lock is one database's but roles are the cluster's: a role that another program has just
    made is as good. The transaction must be READ COMMITTED, to see what it waited for.
    """
    if _is_ready(connection):
        return
    one_at_a_time(connection)
    if not has_role(connection, ROLE):
        connection.exec_driver_sql(
            f"DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    if not _is_ready(connection):
        grant(connection)


def _is_ready(connection: Connection) -> bool:
    allowed = f"SELECT has_table_privilege('{ROLE}', 'act', 'SELECT')"
    return has_role(connection, ROLE) and bool(connection.exec_driver_sql(allowed).scalar())
