"""Alembic migrations, loaded only when a diary's revision is not the program's.

All or nothing: SQLite's driver runs in autocommit, one BEGIN IMMEDIATE spans every step, and
foreign keys are off before it for Alembic's table rebuilds.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cramplog.storage import driver

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from sqlalchemy import Connection, Engine

    from cramplog.storage.driver import Driver


def folder() -> str:
    """Where the migrations are: inside the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "migrations")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "migrations")


def configuration(connection: Connection | None = None) -> Config:
    """An Alembic configuration that needs no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", folder().replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(configuration())


def newest_revision() -> str:
    """The revision that this program's schema has."""
    revision = scripts().get_current_head()
    if revision is None:
        raise LookupError("there is no migration")
    return revision


def knows(revision: str) -> bool:
    """Whether a diary's revision is one of this program's, and so not a newer one's."""
    return any(script.revision == revision for script in scripts().walk_revisions())


def engine(path: str, way: Driver | None = None) -> Engine:
    """A SQLite engine whose transactions hold a migration whole; `way` as for `upgrade`."""
    from sqlalchemy import create_engine, event

    chosen = way or driver.of(path)
    made = create_engine("sqlite://", creator=lambda: _connect(path, chosen), module=chosen.library)
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return made


def _connect(path: str, way: Driver) -> object:
    connection = way.connect(path, seconds=10)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def upgrade(path: str, revision: str = "head", way: Driver | None = None) -> None:
    """Bring the diary at `path` up to `revision`, all or nothing.

    `way` opens what has no envelope yet.
    """
    from alembic import command

    database = engine(path, way)
    try:
        with database.begin() as connection:
            command.upgrade(configuration(connection), revision)
    finally:
        database.dispose()
