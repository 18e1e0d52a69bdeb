"""Putting a copy in the place of a diary, whole or not at all.

A diary that can be opened is overwritten by SQLite's online backup, in one transaction: other
processes wait for it, and one that is killed leaves the diary as it was. What goes away is copied
while the lock is held, so that no entry falls between the copy and the restoring. A diary that
cannot be opened is set aside byte by byte, and a rename takes its place.
"""

from __future__ import annotations

import os
import sqlite3

from cramplog.errors import BadFile, Conflict, DiaryError, DiaryNewer
from cramplog.storage import backup, compiled, rotation, verify
from cramplog.value import Value

MARK = ".restore-"


class Restored(Value):
    """What was restored, and where what it replaced is now."""

    file: str
    episodes: int
    replaced: str | None  # None where there was no diary
    was_damaged: bool  # what was replaced could not be read whole
    command: str  # that brings back what it replaced
    migrated_from: str | None  # the older schema that the file had


def restore(path: str, file: str) -> Restored:
    """Put what `file` holds in the place of the diary at `path`; the file stays as it is.

    A bare name is also looked for among the diary's automatic copies.

    Raises BadFile where the file is not there, Conflict where it is the diary itself, DiaryError
    where it is damaged, no diary or newer than the program: then nothing was changed.
    """
    from cramplog.storage.sqlite import explained

    place = os.path.realpath(path)
    if not os.path.isfile(file) and file == os.path.basename(file):
        file = os.path.join(rotation.folder(path), file)
    if not os.path.isfile(file):
        raise BadFile(f"{file} is not a file that can be restored.", "`cramplog check` names some.")
    if os.path.exists(place) and os.path.samefile(file, place):
        raise Conflict(f"{file} is the diary itself.", "Name one of its backups.")
    fresh = f"{place}{MARK}{os.getpid()}{backup.PART}"
    _sweep(place)
    try:
        revision = _prepare(file, fresh)
        counted = verify.episodes(fresh)
        replaced = _put(fresh, place)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as problem:
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
    """Remove what a killed restoring left."""
    folder, begins = os.path.dirname(place), f"{os.path.basename(place)}{MARK}"
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name.startswith(begins):
            backup.remove_forgotten(os.path.join(folder, name))


def _prepare(file: str, fresh: str) -> str:
    """A private copy of the file at this program's schema, looked at; the file's own revision."""
    from cramplog import paths
    from cramplog.storage import migrate

    source = _opened(file)
    try:
        revision = verify.known(source, file)
        paths.make_folder(os.path.dirname(fresh))
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        found = backup.clone(source, fresh)
    finally:
        source.close()
    if not found and revision != compiled.REVISION:
        migrate.upgrade(fresh)
    if not found:
        copied = sqlite3.connect(fresh)
        found = [*verify.faults(copied, deep=True), *verify.orphans(copied)]
        copied.close()
    if found:
        raise DiaryError(f"{file} is damaged ({found[0]}); nothing was restored.", "Try an older.")
    backup.synced(fresh)
    return revision


def _opened(file: str) -> sqlite3.Connection:
    try:
        return verify.reading(file)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
        if isinstance(problem, sqlite3.OperationalError):
            raise
        raise DiaryError(
            f"{file} is damaged or no cramplog diary; nothing was restored.", "Try another backup."
        ) from problem


def _put(fresh: str, place: str) -> str | None:
    if not os.path.exists(place):
        log = f"{place}-wal"
        kept = backup.set_aside(place) if os.path.exists(log) and os.path.getsize(log) else None
        for left in (log, f"{place}-shm"):
            backup.remove(left)
        os.link(fresh, place)  # fails where another process has just made a diary
        backup.synced(os.path.dirname(place))
        return kept
    if _is_readable(place):
        try:
            return _over(fresh, place)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
            if isinstance(problem, sqlite3.OperationalError):
                raise
    kept = backup.set_aside(place)
    for left in (f"{place}-wal", f"{place}-shm", f"{place}-journal"):
        backup.remove(left)  # they would be taken for the new file's
    os.replace(fresh, place)
    backup.synced(os.path.dirname(place))
    return kept


def _is_readable(place: str) -> bool:
    """Whether SQLite can open what is to be replaced; raises DiaryError for a file not ours."""
    if verify.head_wrong(place):
        return False
    try:
        live = verify.reading(place)
        try:
            verify.known(live, place)
        except DiaryNewer:
            pass
        except DiaryError:
            if live.execute("SELECT 1 FROM sqlite_master").fetchone() and not backup.exist(place):
                raise
        finally:
            live.close()
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
        if not verify.like_a_database(place) and not backup.exist(place):
            from cramplog.storage.trouble import other_file

            raise other_file(place) from problem
        return False
    return True


def _over(fresh: str, place: str) -> str:
    """Overwrite the live diary in one transaction; returns the copy of what it was."""
    from cramplog.storage.sqlite import write_ahead

    live = sqlite3.connect(
        verify.uri(place, "mode=rw"), uri=True, timeout=backup.PATIENCE, isolation_level=None
    )
    source = sqlite3.connect(fresh)
    wait = backup.patience()
    kept: list[str] = []

    def step(status: int, left: int, total: int) -> None:
        wait(status, left, total)
        if not kept and status not in backup.WAITING:  # the lock is held from the first page on
            kept.append(_kept(place))

    try:
        live.execute("PRAGMA synchronous=FULL")
        write_ahead(live)
        source.backup(live, pages=1, progress=step)
    finally:
        source.close()
        live.close()
    return kept[0]


def _kept(place: str) -> str:
    """A copy of what is about to go away: a sound one, or else every byte of it."""
    live = verify.reading(place)
    try:
        damaged = bool(verify.faults(live))
    finally:
        live.close()
    if damaged:
        return backup.set_aside(place)
    return backup.automatic(place, f"{rotation.BEFORE}restore")
