"""The statements for PostgreSQL's driver, compiled at their first use."""

from functools import cache

from sqlalchemy import Select, text
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.sql.elements import ClauseElement

from cramplog.diary import statements
from cramplog.server import keys, removals

_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call]


def compiled(statement: ClauseElement) -> str:
    """Compile a statement to a text with `%(name)s` for its binds."""
    return str(statement.compile(dialect=_DIALECT))


@cache
def named(name: str) -> str:
    """Return the text of a statement of `statements.STATEMENTS`; the owner leads its keys."""
    if name in removals.names():
        return removals.call(name)
    sql = compiled(statements.STATEMENTS[name])
    if name == "add_person":  # the first programs of two logins may run at once
        return sql.replace("ON CONFLICT (name)", "ON CONFLICT")
    return sql.replace("ON CONFLICT (", f"ON CONFLICT ({keys.OWNER}, ")


@cache
def locking_person() -> str:
    """Return the statement `person` with a lock, so that a person's changes wait.

    Foreign keys to the person do not wait for this lock.
    """
    person = statements.STATEMENTS["person"]
    assert isinstance(person, Select)
    return compiled(person.with_for_update(key_share=True))


@cache
def composed(filters: tuple[str, ...], order: str) -> str:
    """Return the query for episodes with filters and an order."""
    query = statements.EPISODES.where(*(statements.FILTERS[name] for name in filters))
    return compiled(query.order_by(*statements.ORDERS[order]))


@cache
def raw(sql: str) -> str:
    """Return an SQL text of this program, with `:name` for its binds, for the driver."""
    return compiled(text(sql))
