"""Copy what a login can see of a server's diary to a SQLite file, as one snapshot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from psycopg import Error as DriverError
from sqlalchemy import Engine, Table, select
from sqlalchemy.exc import SQLAlchemyError

from cramplog import paths
from cramplog.diary.tables import metadata
from cramplog.errors import DiaryError
from cramplog.files import creation, verify
from cramplog.server import engine, texts
from cramplog.server.change import Change
from cramplog.server.opening import opened
from cramplog.server.pipe import Row
from cramplog.server.problems import explained

BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"


def fill(address: str, target: str) -> None:
    """Fill the empty file `target` with the login's people, all their rows, and its settings.

    The copy is checked like any other. Raises DiaryError, sqlite3.Error, OSError.
    """
    engine.hold(address)
    try:
        found = _copied(opened(address), target)
    except (SQLAlchemyError, DriverError) as problem:
        raise explained(problem, address) from problem
    finally:
        engine.release(address)
    if found:
        place = paths.shown(address)
        raise DiaryError(f"the copy of {place} is not whole ({found[0]}).", "Try again.")


def _copied(source: Engine, target: str) -> list[str]:
    """Copy every table; returns the faults of the copy."""
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous=OFF")  # the whole file is synced later
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("BEGIN")
        creation.make_tables(copy)
        moment = Change(source, BEGIN)
        try:
            for table in metadata.sorted_tables:
                copy.executemany(_insertion(table), _rows(moment, table))
        finally:
            moment.roll_back()
        copy.execute("COMMIT")
        return [*verify.faults(copy), *verify.orphans(copy)]
    finally:
        copy.close()


def _rows(moment: Change, table: Table) -> Iterator[Row]:
    query = select(table).order_by(*table.primary_key)
    return moment.stream(texts.compiled(query), {})


def _insertion(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours
