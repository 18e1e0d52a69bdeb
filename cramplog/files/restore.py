"""Restore a copy in the place of a diary, all or nothing.

SQLite's online backup overwrites a diary that can be opened, in one transaction: other processes
wait, and a killed process leaves the diary unchanged. The replaced diary is copied under the same
lock, so that no entry is lost between copy and restore. A diary that cannot be opened is set
aside byte by byte, and a rename takes its place. A diary stays encrypted or plain, whatever the
copy is; without a diary, the result is as the copy was.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

from cramplog import paths
from cramplog.diary import compiled
from cramplog.errors import BadFile, Conflict, DiaryError, DiaryForeign, DiaryNewer
from cramplog.files import backup, driver, envelope, progress, rotation, unfinished, verify
from cramplog.files.private_copy import prepare, refusal
from cramplog.files.set_aside import set_aside
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cramplog.files.driver import Driver
    from cramplog.files.envelope import Envelope

MARK = ".restore-"


class Restored(Value):
    """The result of a restore, and where the replaced diary is kept."""

    file: str
    episodes: int
    replaced: str | None  # None if there was no diary
    was_damaged: bool  # the replaced diary could not be read completely
    command: str  # the command line that undoes the restore
    migrated_from: str | None  # the older schema that the file had
    changed: tuple[str, ...] = ()  # people on a server whose records were replaced
    left: tuple[str, ...] = ()  # people on the server who are not in the file


def located(path: str, file: str) -> str:
    """Return the named file; a bare name is also searched among the diary's automatic copies.

    Raises BadFile if there is no such file.
    """
    if not os.path.isfile(file) and file == os.path.basename(file):
        file = os.path.join(rotation.folder(path), file)
    if not os.path.isfile(file):
        raise BadFile(f"{file} is not a file that can be restored.", "`cramplog check` names some.")
    return file


def restore(path: str, file: str, content: bytes = b"") -> Restored:
    """Replace the diary at `path` by the content of `file`, which stays as it is.

    `content` is the decrypted diary if `file` was encrypted by age: see `in_memory`.

    Raises BadFile if there is no file, Conflict for the diary itself, DiaryError for a damaged
    file, no diary, or a newer program's: then nothing was changed.
    """
    if paths.is_server(path):
        from cramplog.server import restoring

        return restoring.into(path, file, content)
    from cramplog.files.opening import explained

    place, file = os.path.realpath(path), located(path, file)
    if os.path.exists(place) and os.path.samefile(file, place):
        raise Conflict(f"{file} is the diary itself.", "Name one of its backups.")
    fresh = f"{place}{MARK}{os.getpid()}{backup.PART}"
    _sweep(place)
    try:
        way, sealed = _state(place, file)
        try:
            revision = prepare(file, fresh, way, content)
        except driver.failures() as problem:
            raise refusal(problem, file, path) from problem
        counted = verify.episodes(fresh, way)
        replaced = _put(fresh, place, way, sealed)
    except driver.failures() as problem:
        raise explained(problem, path) from problem
    finally:
        for left in (fresh, f"{fresh}-journal"):
            backup.remove(left)
    older = None if revision == compiled.REVISION else revision
    return Restored(
        file=file,
        episodes=counted,
        replaced=replaced,
        was_damaged=rotation.is_damaged(replaced),
        command=backup.command(path, replaced) if replaced else "",
        migrated_from=older,
    )


def _sweep(place: str) -> None:
    """Delete what a killed restore left."""
    folder, begins = os.path.dirname(place), f"{os.path.basename(place)}{MARK}"
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name.startswith(begins):
            backup.remove_forgotten(os.path.join(folder, name))


def _state(place: str, file: str) -> tuple[Driver, Envelope | None]:
    """Return the driver for the restored diary, and the wrapped key to write, or None."""
    if driver.is_encrypted(place):
        return driver.of(place), None
    if verify.is_plain(place):
        return driver.Driver(), None
    return driver.of(file), envelope.beside(file)


def _put(fresh: str, place: str, way: Driver, sealed: Envelope | None) -> str | None:
    if not os.path.exists(place):
        log = f"{place}-wal"
        kept = set_aside(place) if os.path.exists(log) and os.path.getsize(log) else None
        for left in (log, f"{place}-shm"):
            backup.remove(left)
        with _enveloped(place, sealed):
            os.link(fresh, place)  # fails if another process has just created a diary
        backup.synced(os.path.dirname(place))
        return kept
    file = driver.identity(place)
    _is_as_it_was(place, file, way)
    if _is_readable(place):
        try:
            return _over(fresh, place, file, way)
        except driver.errors("DatabaseError", UnicodeDecodeError) as problem:
            if isinstance(problem, driver.errors("OperationalError")):
                raise
    _is_as_it_was(place, file, way)
    kept = set_aside(place)
    _is_as_it_was(place, file, way)
    for left in (f"{place}-wal", f"{place}-shm", f"{place}-journal"):
        backup.remove(left)  # SQLite would take them for the new file's
    with _enveloped(place, sealed):
        os.replace(fresh, place)
    backup.synced(os.path.dirname(place))
    return kept


def _is_as_it_was(place: str, file: driver.Identity, way: Driver) -> None:
    """Raise DiaryError if the diary was encrypted, decrypted or replaced meanwhile."""
    from cramplog.files.problems import replaced

    if driver.identity(place) != file or driver.is_encrypted(place) != bool(way.key):
        raise replaced(place)


@contextmanager
def _enveloped(place: str, sealed: Envelope | None) -> Iterator[None]:
    """Write a wrapped key, if there is one, in the order that `unfinished` can complete."""
    passing = place + unfinished.PASSING
    if sealed is not None:
        envelope.write(sealed, passing)
    try:
        yield
    except OSError:
        backup.remove(passing) if sealed is not None else None
        raise
    if sealed is not None:
        os.rename(passing, driver.envelope(place))


def _is_readable(place: str) -> bool:
    """Return whether SQLite can open the diary; raises DiaryError for a foreign file."""
    if verify.head_wrong(place):
        return False
    try:
        live = verify.reading(place)
        try:
            verify.known(live, place)
        except (DiaryNewer, DiaryForeign):
            pass
        except DiaryError:
            if live.execute("SELECT 1 FROM sqlite_master").fetchone() and not backup.exist(place):
                raise
        finally:
            live.close()
    except driver.errors("OperationalError"):
        raise
    except driver.errors("DatabaseError", UnicodeDecodeError) as problem:
        if not verify.like_a_database(place) and not backup.exist(place):
            from cramplog.files.problems import other_file

            raise other_file(place) from problem
        return False
    return True


def _over(fresh: str, place: str, file: driver.Identity, way: Driver) -> str:
    """Overwrite the live diary in one transaction; returns the copy of the old content."""
    from cramplog.files.locking import write_ahead

    live = way.connect(place, "mode=rw", backup.PATIENCE)
    source = way.connect(fresh, "mode=rw")
    wait = backup.patience(progress.RESTORING)
    kept: list[str] = []

    def step(status: int, left: int, total: int) -> None:
        wait(status, left, total)
        if not kept and status not in backup.WAITING:  # the lock is held from the first page on
            _is_as_it_was(place, file, way)
            kept.append(_kept(place))

    try:
        live.execute("PRAGMA synchronous=FULL")
        write_ahead(live)
        source.backup(live, pages=1, progress=step)
    finally:
        source.close()
        live.close()
        progress.over()
    return kept[0]


def _kept(place: str) -> str:
    """Copy what will be replaced: as a sound copy, or else byte by byte."""
    live = verify.reading(place)
    try:
        damaged = bool(verify.faults(live))
    finally:
        live.close()
    if damaged:
        return set_aside(place)
    return backup.automatic(place, f"{rotation.BEFORE}restore")
