"""The statements that take rows away, as functions on a server.

Whoever may DELETE may LOCK TABLE too, and so keep all others out for as long as they like. So no
login may: each of these statements is a function that may, of the login's own rows alone.
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
    """The statements that take rows away."""
    return tuple(name for name, one in statements.STATEMENTS.items() if isinstance(one, Delete))


def call(name: str) -> str:
    """The text that runs one; it is a write, and so no SELECT."""
    binds, _ = _parts(name)
    return f"VALUES ({_function(name)}({', '.join(f'%({bind})s' for bind in binds)}))"


def make(connection: Connection) -> None:
    """Make the functions, for those alone to whom `rights` grants them.

    They find the diary's tables wherever the caller would have them look, and say themselves whose
    rows they mean: a superuser may have made them.
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
    """What a statement's function is called, with the types of what it takes."""
    binds, _ = _parts(name)
    return f"{_function(name)}({', '.join(binds.values())})"


def _function(name: str) -> str:
    return f"cramplog_{name}"


@cache
def _parts(name: str) -> tuple[dict[str, str], str]:
    """The types of a statement's binds in their order, and its text with their numbers."""
    compiled: Any = statements.STATEMENTS[name].compile(dialect=_DIALECT)
    types = {bind: compiled.binds[bind].type.compile(_DIALECT) for bind in compiled.positiontup}
    return types, " ".join(str(compiled).split())
