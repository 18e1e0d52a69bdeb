"""The schema of a server diary: created and upgraded by the migrations, then fenced (`fence`)."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.exc import DBAPIError

from cramplog import paths
from cramplog.diary import compiled
from cramplog.errors import DiaryError
from cramplog.files import migrate
from cramplog.files.problems import newer
from cramplog.server import fence, rights
from cramplog.server.problems import SETUP

NO_RIGHT = "42501"


def upgrade(engine: Engine, address: str, *, again: bool = False) -> None:
    """Upgrade the diary to this program's schema in one transaction; `again` renews the fence.

    Raises DiaryNewer, DiaryError for a login without the right, DBAPIError.
    """
    place = paths.shown(address)
    whole = engine.execution_options(isolation_level="READ COMMITTED")
    with whole.begin() as connection:
        revision = _revision(connection, place)
        try:
            rights.one_at_a_time(connection)
            revision = _revision(connection, place)
            if revision == compiled.REVISION and not again:
                return
            fence.lift(connection)
            _upgrade(connection)
            fence.apply(connection)
            if rights.has_role(connection, rights.ROLE):
                rights.grant(connection)
        except DBAPIError as problem:
            if getattr(problem.orig, "sqlstate", None) != NO_RIGHT:
                raise
            state = f"has the older schema {revision}" if revision else "holds no diary yet"
            raise DiaryError(
                f"{place} {state}, and this login may not change that.",
                f"Its administrator does: {SETUP} ADDRESS LOGIN.",
            ) from problem


def _revision(connection: Connection, place: str) -> str:
    if connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar() is None:
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    revision = str(found or "")
    if revision and not migrate.knows(revision):
        raise newer(place, revision)
    return revision


def _upgrade(connection: Connection) -> None:
    from alembic import command

    event.listen(Table, "before_create", _without_foreign_keys)
    try:
        command.upgrade(migrate.configuration(connection), "head")
    finally:
        event.remove(Table, "before_create", _without_foreign_keys)


def _without_foreign_keys(table: Table, *_: object, **__: object) -> None:
    """Leave the foreign keys to the fence: owners lead the keys they refer to."""
    table.constraints -= table.foreign_key_constraints
