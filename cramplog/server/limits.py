"""Limits on how much of a server one login may use; set by the setup (`__main__`).

An administrator's own setting for a login stays. A login may lift its own timeouts, as PostgreSQL
lets everybody: they stop accidents. The other limits hold against malice, too.
"""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

CONNECTIONS = 20
SETTINGS = {
    "statement_timeout": "5min",
    "lock_timeout": "20s",
    "idle_in_transaction_session_timeout": "15min",
    "temp_file_limit": "1GB",
}
"""Settings of a login's sessions in the diary's database."""

OF_SUPERUSERS = "temp_file_limit"  # only superusers may set or lift it
ROLE = "SELECT rolconnlimit FROM pg_roles WHERE rolname = %(login)s AND NOT rolsuper"
SET = """
SELECT split_part(unnest(setconfig), '=', 1)
FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
JOIN pg_database ON pg_database.oid = setdatabase
WHERE rolname = %(login)s AND datname = current_database()
"""
IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
PLACE = (
    "SELECT quote_ident(datname), quote_ident(pg_get_userbyid(datdba)), "
    "quote_ident(current_schema()) FROM pg_database WHERE datname = current_database()"
)
FILLING = """
SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
AND proname ~ '^(pg_(try_)?advisory_|lo_|loread|lowrite)'
"""
"""Functions by which a login could fill the memory of all locks, or the disk."""


def close(connection: Connection) -> None:
    """Revoke from everybody what no diary needs: own objects, locks and large objects."""
    database, owner, schema = connection.exec_driver_sql(PLACE).one()
    connection.exec_driver_sql(f"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC")
    connection.exec_driver_sql(f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC")
    if connection.exec_driver_sql(IS_SUPERUSER).scalar():
        for (function,) in connection.exec_driver_sql(FILLING).all():
            connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
        lock = "pg_advisory_xact_lock(bigint)"  # the lock that an owner's upgrade takes
        connection.exec_driver_sql(f"GRANT EXECUTE ON FUNCTION {lock} TO {owner}")


def bound(connection: Connection, login: str) -> bool:
    """Set a login's limits; False if the setup's login may not."""
    try:
        with connection.begin_nested():
            _bound(connection, login)
    except DBAPIError:
        return False
    return True


def _bound(connection: Connection, login: str) -> None:
    role = connection.dialect.identifier_preparer.quote(login)
    allowed = connection.exec_driver_sql(ROLE, {"login": login}).scalar()
    if allowed is None:  # a superuser: no limit holds
        return
    if allowed < 0:
        connection.exec_driver_sql(f"ALTER ROLE {role} CONNECTION LIMIT {CONNECTIONS}")
    known = {name for (name,) in connection.exec_driver_sql(SET, {"login": login})}
    if not connection.exec_driver_sql(IS_SUPERUSER).scalar():
        known.add(OF_SUPERUSERS)
    database, *_ = connection.exec_driver_sql(PLACE).one()
    for name in SETTINGS.keys() - known:
        value = f"{name} = '{SETTINGS[name]}'"
        connection.exec_driver_sql(f"ALTER ROLE {role} IN DATABASE {database} SET {value}")
