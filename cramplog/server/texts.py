"""The statements as PostgreSQL's driver takes them, compiled when they are first needed."""

from functools import cache

from sqlalchemy import Select, text
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.sql.elements import ClauseElement

from cramplog.diary import statements
from cramplog.server import keys, removals

_DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call]


def compiled(statement: ClauseElement) -> str:
    """A statement as one text with `%(name)s` for its binds."""
    return str(statement.compile(dialect=_DIALECT))


@cache
def named(name: str) -> str:
    """A statement of `statements.STATEMENTS`; an owner leads the keys that it names (`keys`)."""
    if name in removals.names():
        return removals.call(name)
    sql = compiled(statements.STATEMENTS[name])
    if name == "add_person":  # of two logins' first programs, either may be the first
        return sql.replace("ON CONFLICT (name)", "ON CONFLICT")
    return sql.replace("ON CONFLICT (", f"ON CONFLICT ({keys.OWNER}, ")


@cache
def locking_person() -> str:
    """The statement `person`, by which a change begins: changes of one person wait in line.

    Foreign keys that point to the person do not wait for it.
    """
    person = statements.STATEMENTS["person"]
    assert isinstance(person, Select)
    return compiled(person.with_for_update(key_share=True))


@cache
def composed(filters: tuple[str, ...], order: str) -> str:
    """The query for episodes with filters and an order."""
    query = statements.EPISODES.where(*(statements.FILTERS[name] for name in filters))
    return compiled(query.order_by(*statements.ORDERS[order]))


@cache
def raw(sql: str) -> str:
    """A text of our own with `:name` for its binds."""
    return compiled(text(sql))
