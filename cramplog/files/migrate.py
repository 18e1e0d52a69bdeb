"""Alembic migrations, loaded only if a diary's revision differs from the program's.

All or nothing: SQLite's driver runs in autocommit, one BEGIN IMMEDIATE spans every step, and
foreign keys are off before it for Alembic's table rebuilds. The backup is made under the same
lock: it is exactly what was migrated, and only one of several processes makes it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cramplog.files import driver, estimate, progress

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from sqlalchemy import Connection, Engine

    from cramplog.files.driver import Driver


def folder() -> str:
    """Return the folder of the migrations, in the installed package or in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "migrations")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "migrations")


def configuration(connection: Connection | None = None) -> Config:
    """Return an Alembic configuration that needs no ini file."""
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
    """Return the revision of this program's schema."""
    revision = scripts().get_current_head()
    if revision is None:
        raise LookupError("there is no migration")
    return revision


def knows(revision: str) -> bool:
    """Return whether this program knows a revision; a newer program's it does not."""
    return any(script.revision == revision for script in scripts().walk_revisions())


def schema(revision: str) -> list[str]:
    """Return the SQL texts of a revision's schema."""
    from alembic import command

    empty = driver.memory()
    try:
        with _engine(lambda: empty, driver.Driver()).begin() as connection:
            command.upgrade(configuration(connection), revision)
            texts = empty.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
    finally:
        empty.close()
    return [str(sql) for (sql,) in texts]


def engine(path: str, way: Driver | None = None) -> Engine:
    """Return an engine for SQLite that keeps a migration in one transaction; see `upgrade`."""
    chosen = way or driver.of(path)
    return _engine(lambda: _connect(path, chosen), chosen)


def _engine(connect: Callable[[], Any], way: Driver) -> Engine:
    from sqlalchemy import create_engine, event

    from cramplog.files.locking import begin

    made = create_engine("sqlite://", creator=connect, module=way.library)
    event.listen(made, "begin", lambda connection: begin(_driver(connection)))
    return made


def _connect(path: str, way: Driver) -> object:
    connection = way.connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def upgrade(
    path: str, first: Callable[[], object] | None = None, way: Driver | None = None
) -> None:
    """Migrate the diary at `path` to the newest revision, all or nothing.

    `first` is called once the diary is locked, unless another process has migrated it; `way` opens
    a file without a wrapped key. Raises the driver's errors.
    """
    from sqlalchemy.exc import DBAPIError

    database = engine(path, way)
    try:
        with database.begin() as connection:
            if _revision(connection) == newest_revision():
                return
            if first is not None:
                first()
            below = _driver(connection)
            expected = estimate.instructions(below, _rehearse)
            with progress.Watch(progress.UPDATING, below, expected):
                _run(connection)
    except DBAPIError as problem:
        raise (problem.orig or problem) from None
    finally:
        database.dispose()


def _driver(connection: Connection) -> Any:
    """Return SQLite's own connection below SQLAlchemy's."""
    return connection.connection.driver_connection


def _revision(connection: Connection) -> str | None:
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _run(connection: Connection) -> None:
    from alembic import command

    command.upgrade(configuration(connection), "head")


def _rehearse(few: sqlite3.Connection) -> None:
    with _engine(lambda: few, driver.Driver()).begin() as connection:
        _run(connection)
