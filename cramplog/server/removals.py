"""The statements that delete rows, as functions on a server.

A login that may DELETE may also LOCK TABLE, and so keep out all others. So no login may DELETE:
each of these statements is a function that deletes only the login's own rows.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from cramplog.diary import statements

_DIALECT = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


@cache
def names() -> tuple[str, ...]:
    """Return the names of the statements that delete rows."""
    return tuple(name for name, one in statements.STATEMENTS.items() if isinstance(one, Delete))


def call(name: str) -> str:
    """Return the SQL text that runs a statement's function; as a write it is no SELECT."""
    binds, _ = _parts(name)
    return f"VALUES ({_function(name)}({', '.join(f'%({bind})s' for bind in binds)}))"


def make(connection: Connection) -> None:
    """Create the functions, for those alone to whom `rights` grants them.

    They find the diary's tables whatever the caller's search path is, and check the owner of the
    rows themselves: a superuser may have created them.
    """
    schema = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar()
    for name in names():
        _, body = _parts(name)
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {signature(name)} RETURNS void LANGUAGE plpgsql "
            f"SECURITY DEFINER SET search_path = {schema}, pg_temp AS "
            f"$$ BEGIN {body} AND owner = session_user::text; END $$"
        )
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {signature(name)} FROM PUBLIC")


def signature(name: str) -> str:
    """Return the name of a statement's function, with the types of its arguments."""
    binds, _ = _parts(name)
    return f"{_function(name)}({', '.join(binds.values())})"


def _function(name: str) -> str:
    return f"cramplog_{name}"


@cache
def _parts(name: str) -> tuple[dict[str, str], str]:
    """Return the types of a statement's binds in order, and its text with numbered binds."""
    compiled: Any = statements.STATEMENTS[name].compile(dialect=_DIALECT)
    types = {bind: compiled.binds[bind].type.compile(_DIALECT) for bind in compiled.positiontup}
    return types, " ".join(str(compiled).split())
