"""A private copy of a diary's file for one command: checked, and at this program's schema."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.diary import compiled, structure
from cramplog.errors import DiaryError, DiaryForeign
from cramplog.files import backup, contents, driver, in_memory, recrypt, verify
from cramplog.files.mending import mended

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from cramplog.files.driver import Driver


STEP, STEPS = 100_000, 500  # instructions between two checks, and the most checks


def prepare(file: str, fresh: str, way: Driver, content: bytes = b"") -> str:
    """Make a private copy of the file, opened by `way`, at this program's schema.

    The copy is checked, and broken indexes are rebuilt. Returns the file's own revision.
    Raises DiaryError, `driver.failures()`.
    """
    from cramplog.files import migrate

    alike = bool(way.key) == driver.is_encrypted(file)
    found: list[str] = []
    at_first: list[str] = []  # a broken index does no harm: it is rebuilt
    source = in_memory.opened(content) if content else _opened(file)
    try:
        revision = _revision(source, file)
        paths.make_folder(os.path.dirname(fresh))
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        if alike:
            at_first = backup.clone(source, fresh, way)
        elif content:
            _fill(source, fresh, way)
    finally:
        source.close()
    if not alike and not content:  # another library opens it, so the file was closed first
        found = recrypt.transcribe(file, fresh, way)
    if revision != compiled.REVISION:
        found = found or at_first
        if not found:
            migrate.upgrade(fresh, way=way)
    if not found:
        copied = way.connect(fresh)
        found = mended(copied) or structure.strays(copied)
        copied.close()
    if found:
        raise _damaged(file, found)
    backup.synced(fresh)
    return revision


def linked(file: str, fresh: str, way: Driver) -> None:
    """Refuse the private copy of a file that has rows without an owner, or values that never were.

    Raises DiaryError.
    """
    copied = way.connect(fresh)
    try:
        found = verify.orphans(copied) or contents.unusable(copied)
    finally:
        copied.close()
    if found:
        raise _damaged(file, found)


def _damaged(file: str, found: list[str]) -> DiaryError:
    return DiaryError(f"{file} is damaged ({found[0]}); nothing was changed.", "Try an older copy.")


def _revision(source: sqlite3.Connection, file: str) -> str:
    try:
        return verify.known(source, file)
    except DiaryForeign as problem:
        raise DiaryForeign(problem.message, "Take another file.") from problem


def _fill(source: sqlite3.Connection, fresh: str, way: Driver) -> None:
    target = way.connect(fresh, "mode=rw")
    try:
        target.execute("PRAGMA journal_mode=OFF")
        recrypt.pour(source, target)
    finally:
        target.close()


def _opened(file: str) -> sqlite3.Connection:
    try:
        opened = verify.reading(file)
        opened.set_progress_handler(_Limit(), STEP)
        return opened
    except driver.errors("DatabaseError", UnicodeDecodeError) as problem:
        if isinstance(problem, driver.errors("OperationalError")):
            raise
        raise _unreadable(file) from problem


class _Limit:
    """A limit on SQLite's work for somebody else's file, which could be made endless."""

    def __init__(self) -> None:
        self._left = STEPS

    def __call__(self) -> int:
        self._left -= 1
        return self._left < 0


def _unreadable(file: str) -> DiaryError:
    return DiaryError(
        f"{file} is damaged or no cramplog diary; nothing was changed.", "Name another file."
    )


def refusal(problem: Exception, file: str, path: str) -> DiaryError:
    """Return the error for a file that could not be copied for the diary at `path`."""
    from cramplog.files import problems

    of_own = isinstance(problem, OSError) or problems.is_of_the_machine(problem)
    return problems.explained(problem, path) if of_own else _unreadable(file)
