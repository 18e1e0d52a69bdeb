"""Open a server diary: created if it is missing, upgraded if it is older."""

from __future__ import annotations

import time
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from cramplog.diary import compiled
from cramplog.diary.uid import new_uid
from cramplog.files.opening import DEFAULT_PERSON
from cramplog.server import rights, schema, texts
from cramplog.server.engine import engine_of, hold, release
from cramplog.server.problems import explained

LOOK = (
    "SELECT (SELECT version_num FROM alembic_version), row_security_active('person'), "
    "EXISTS (SELECT 1 FROM person)"
)
NO_TABLE = "42P01"


class Found(NamedTuple):
    """A login's diary: the schema's revision, whether rows are fenced for it, and people."""

    revision: str
    fenced: bool
    people: bool


def opened(address: str) -> Engine:
    """Return an engine on a diary of this program's schema, fenced, with a person in it.

    A login beyond row-level security, such as a superuser's, gives up its powers: it acts as the
    role of all logins. Raises DiaryError, SQLAlchemyError.
    """
    engine = engine_of(address)
    found = look(engine)
    if found is None or found.revision != compiled.REVISION:
        schema.upgrade(engine, address)
        found = look(engine)
    if found is not None and not found.fenced:
        with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
            rights.make_role(connection)
        engine = engine_of(address, rights.ROLE)
        found = look(engine)
    if found is not None and not found.people:
        _welcome(engine)
    return engine


def is_ready(address: str) -> bool:
    """Return whether a diary can be read without creating or upgrading; raises DiaryError."""
    hold(address)
    try:
        found = look(engine_of(address))
    except SQLAlchemyError as problem:
        raise explained(problem, address) from problem
    finally:
        release(address)
    return found is not None and found.revision == compiled.REVISION and found.people


def look(engine: Engine) -> Found | None:
    """Return what is there; None if there is no diary."""
    try:
        with engine.connect() as connection:
            revision, fenced, people = connection.exec_driver_sql(LOOK).one()
    except DBAPIError as problem:
        if getattr(problem.orig, "sqlstate", None) != NO_TABLE:
            raise
        return None
    return Found(str(revision or ""), bool(fenced), bool(people))


def _welcome(engine: Engine) -> None:
    """Give a new login its first person, as a new file has it."""
    person = {"uid": new_uid(), "name": DEFAULT_PERSON, "recorded_at": int(time.time())}
    with engine.connect() as connection:
        connection.exec_driver_sql(texts.named("add_person"), person)
