"""A copy of a diary's file for one command alone: looked at, and at this program's schema."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.errors import DiaryError
from cramplog.storage import backup, compiled, driver, image, transcribe, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from cramplog.storage.driver import Driver


def prepare(file: str, fresh: str, way: Driver, content: bytes = b"") -> str:
    """Make a private copy of the file, to be opened by `way`, at this program's schema.

    It is looked at; returns the file's own revision. Raises DiaryError, `driver.failures()`.
    """
    from cramplog.storage import migrate

    alike = bool(way.key) == driver.is_encrypted(file)
    found: list[str] = []
    source = image.opened(content) if content else _opened(file)
    try:
        revision = verify.known(source, file)
        paths.make_folder(os.path.dirname(fresh))
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        if alike:
            found = backup.clone(source, fresh, way)
        elif content:
            _fill(source, fresh, way)
    finally:
        source.close()
    if not alike and not content:  # by another library, so after the file was closed
        found = transcribe.transcribe(file, fresh, way)
    if not found and revision != compiled.REVISION:
        migrate.upgrade(fresh, way=way)
    if not found:
        copied = way.connect(fresh)
        found = [*verify.faults(copied, deep=True), *verify.orphans(copied)]
        copied.close()
    if found:
        raise DiaryError(f"{file} is damaged ({found[0]}); nothing was changed.", "Try an older.")
    backup.synced(fresh)
    return revision


def _fill(source: sqlite3.Connection, fresh: str, way: Driver) -> None:
    target = way.connect(fresh, "mode=rw")
    try:
        target.execute("PRAGMA journal_mode=OFF")
        transcribe.pour(source, target)
    finally:
        target.close()


def _opened(file: str) -> sqlite3.Connection:
    try:
        return verify.reading(file)
    except driver.errors("DatabaseError", UnicodeDecodeError) as problem:
        if isinstance(problem, driver.errors("OperationalError")):
            raise
        raise _unreadable(file) from problem


def _unreadable(file: str) -> DiaryError:
    return DiaryError(
        f"{file} is damaged or no cramplog diary; nothing was changed.", "Name another file."
    )


def refusal(problem: Exception, file: str, path: str) -> DiaryError:
    """The error for a file that could not be copied for the diary at `path`."""
    from cramplog.storage import trouble

    of_own = isinstance(problem, OSError) or trouble.is_of_the_machine(problem)
    return trouble.explained(problem, path) if of_own else _unreadable(file)
