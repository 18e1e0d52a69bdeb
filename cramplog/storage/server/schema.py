"""The schema of a server diary: made and upgraded by the migrations, then fenced in.

What differs from a file is added after the migrations, by rules that may be applied again and
again, so that no migration needs to know of it: texts are ordered by their bytes as SQLite orders
them; people and settings have an owner, who is the login that made them; and row-level security
shows each login its own people's rows alone, the owner of the tables included.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Table, Text, text
from sqlalchemy.exc import DBAPIError

from cramplog import paths
from cramplog.errors import DiaryError
from cramplog.storage import compiled, migrate
from cramplog.storage.server.problems import SETUP
from cramplog.storage.tables import metadata
from cramplog.storage.trouble import newer

ROLE = "cramplog_diary"
"""What every login of a diary is a member of; roles are the cluster's, not the database's."""

LOCK = 0x6372616D  # "cram"; one process makes or upgrades a diary, others wait
OWNED = {"person": ("name", "uid"), "setting": ("key",)}  # with what is unique for an owner
OWNER = 'owner text COLLATE "C" NOT NULL DEFAULT session_user'
_OF_PEOPLE = ", ".join(c.name for c in metadata.tables["person"].columns if c.name != "id")
RIGHTS = {
    "act": "SELECT, INSERT",
    "change": "SELECT, INSERT",
    "merged": "SELECT, INSERT, UPDATE",
    # Numbers come from the sequence: who could choose them could take all that come.
    "person": f"SELECT, INSERT ({_OF_PEOPLE}), UPDATE ({_OF_PEOPLE})",
}
"""What logins may do where it is not everything: the change log is append-only for them."""

NO_RIGHT = "42501"


def upgrade(engine: Engine, address: str, *, fence: bool = False) -> None:
    """Bring the diary to this program's schema in one transaction; `fence` renews the rules.

    Raises DiaryNewer, DiaryError for a login that may not, DBAPIError.
    """
    place = paths.shown(address)
    whole = engine.execution_options(isolation_level="READ COMMITTED")
    with whole.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        revision = _revision(connection)
        if revision == compiled.REVISION and not fence:
            return
        if revision and not migrate.knows(revision):
            raise newer(place, revision)
        try:
            _upgrade(connection)
            _fence(connection)
        except DBAPIError as problem:
            if getattr(problem.orig, "sqlstate", None) != NO_RIGHT:
                raise
            state = f"has the older schema {revision}" if revision else "holds no diary yet"
            raise DiaryError(
                f"{place} {state}, and this login may not change that.",
                f"Its administrator does: {SETUP} ADDRESS LOGIN.",
            ) from problem


def _revision(connection: Connection) -> str:
    if connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar() is None:
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found or "")


def _upgrade(connection: Connection) -> None:
    from alembic import command

    command.upgrade(migrate.configuration(connection), "head")


def _fence(connection: Connection) -> None:
    """Apply what makes the tables a diary of many logins; once or again, with one result."""
    _order_by_bytes(connection)
    for table, names in OWNED.items():
        for name in names:
            _own(connection, table, name)
    for table in metadata.tables:
        for statement in (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS own_rows ON {table}",
            f"CREATE POLICY own_rows ON {table} USING ({rule(table)})",
        ):
            connection.exec_driver_sql(statement)
    # Every change counts up its person: room for that keeps the indexes untouched.
    connection.exec_driver_sql("ALTER TABLE person SET (fillfactor = 50)")
    if has_role(connection, ROLE):
        grant(connection)


def rule(table: str) -> str:
    """Which rows of a table a login sees and writes."""
    if table in OWNED:
        return "owner = session_user::text"
    return f"EXISTS (SELECT 1 FROM person WHERE person.id = {table}.person_id)"  # noqa: S608 - names of ours


def _order_by_bytes(connection: Connection) -> None:
    other = connection.exec_driver_sql(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND collation_name IS DISTINCT FROM 'C'"
    )
    for table, column in other.all():
        known = metadata.tables.get(table)
        if known is not None and column in known.c and isinstance(known.c[column].type, Text):
            connection.exec_driver_sql(
                f'ALTER TABLE {table} ALTER COLUMN "{column}" TYPE text COLLATE "C"'
            )


def _own(connection: Connection, table: str, name: str) -> None:
    """Give each row the login that made it, and let a name be unique for each login."""
    made = of_owner(table, name)
    if connection.exec_driver_sql(f"SELECT to_regclass('{made}')").scalar() is not None:
        return
    kind, before = unique(metadata.tables[table], name)
    for statement in (
        f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {OWNER}",
        f"ALTER TABLE {table} DROP CONSTRAINT {before}",
        f"ALTER TABLE {table} ADD CONSTRAINT {made} {kind} (owner, {name})",
    ):
        connection.exec_driver_sql(statement)


def unique(table: Table, name: str) -> tuple[str, str]:
    """What makes a name unique in a file's table: the kind of constraint and what it is called."""
    if table.c[name].primary_key:
        return "PRIMARY KEY", f"pk_{table.name}"
    return "UNIQUE", f"uq_{table.name}_{name}"


def of_owner(table: str, name: str) -> str:
    """What the constraint is called that makes a name unique for each owner."""
    return f"uq_{table}_owner_{name}"


def has_role(connection: Connection, name: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name})
    return found.first() is not None


def rights(table: str) -> str:
    """What logins may do with a table."""
    return RIGHTS.get(table, "SELECT, INSERT, UPDATE, DELETE")


def grant(connection: Connection) -> None:
    """Let the members of ROLE use the tables; emptying one at once would pass the fence."""
    for table in metadata.tables:
        connection.exec_driver_sql(f"REVOKE ALL ON {table} FROM {ROLE}")
        connection.exec_driver_sql(f"GRANT {rights(table)} ON {table} TO {ROLE}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {ROLE}")
    connection.exec_driver_sql(f"GRANT USAGE ON SEQUENCE person_id_seq TO {ROLE}")


def make_role(connection: Connection) -> None:
    """The role of all logins, with its rights here; needs a login that may make roles.

    The lock is one database's but roles are the cluster's: a role that another program made at
    this moment is as good. The transaction must be READ COMMITTED, to see what was waited for.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    if not has_role(connection, ROLE):
        connection.exec_driver_sql(
            f"DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    allowed = f"SELECT has_table_privilege('{ROLE}', 'act', 'INSERT')"
    if not connection.exec_driver_sql(allowed).scalar():
        grant(connection)
