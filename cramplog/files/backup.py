"""Copies of a diary, each checked before it counts as one.

A file is copied by SQLite's online backup, a server's diary by reading it (`server.copying`).

A copy is written under a temporary name (`….part`) and renamed once it is complete and on the
disk, so that a process killed at any moment leaves no partial copy among the good ones.
"""

from __future__ import annotations

import os
import time

from cramplog import clock, paths
from cramplog.errors import DiaryDamaged, DiaryError
from cramplog.files import causes, driver, envelope, progress, rotation, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from cramplog.files.driver import Driver
    from cramplog.files.envelope import Envelope

PART = ".part"
FORGOTTEN_SECONDS = 3600  # the process of a part this old is gone
PATIENCE = 20  # seconds to wait for a lock
PAGES = 2000  # copied at a time
WAITING = (5, 6)  # SQLITE_BUSY, SQLITE_LOCKED

folder = rotation.folder


def before(path: str, reason: str) -> str:
    """Copy the diary before a risky step; returns the copy's path. Raises DiaryError."""
    return automatic(path, f"{rotation.BEFORE}{reason}")


def daily(path: str) -> str | None:
    """Make the copy of the day, if `rotation.due` allowed it; returns its path.

    None if another process is making it. Raises DiaryError.
    """
    at = clock.now().instant
    place = folder(path)
    one = os.path.join(place, f"{rotation.stem(path)}{rotation.day(at)}-{rotation.DAILY}{PART}")
    try:
        paths.make_folder(place)
        remove_forgotten(one)
        made = copy(path, os.path.join(place, rotation.name(path, at, rotation.DAILY)), one)
        prune(path, at)
    except FileExistsError:  # another process makes it
        return None
    except driver.failures() as problem:
        raise _told(problem, path) from problem
    return made


def by_hand(path: str) -> str:
    """Make a copy that stays until somebody deletes it, among the automatic ones."""
    return automatic(path, rotation.BY_HAND)


def automatic(path: str, reason: str) -> str:
    """Copy the diary into its folder of copies, and delete those that the rotation drops."""
    at = clock.now().instant
    place = folder(path)
    try:
        paths.make_folder(place)
        made = None
        while made is None:
            try:
                made = copy(path, free(os.path.join(place, rotation.name(path, at, reason))))
            except FileExistsError:  # another process took the name
                continue
        prune(path, at)
    except driver.failures() as problem:
        raise _told(problem, path) from problem
    return made


def _told(problem: Exception, path: str) -> DiaryError:
    from cramplog.files import problems

    return problems.uncopied(problem, path, folder(path))


def free(target: str, suffix: str = "") -> str:
    """Return the name with the suffix, or the next free one: `…-2.db`."""
    stem, found, number = target.removesuffix(".db"), target + suffix, 1
    while any(os.path.lexists(found + more) for more in ("", PART, driver.SEAL)):
        number += 1
        found = f"{stem}-{number}.db{suffix}"
    return found


def copy(path: str, target: str, part: str = "") -> str:
    """Copy the diary at `path` to the new file `target`; returns `target`.

    An encrypted diary's copy is encrypted and has its own wrapped key. Raises DiaryError for a
    damaged diary, FileExistsError, and `driver.failures()`.
    """
    if paths.is_server(path):
        from cramplog.server import copying

        _made(target, lambda new: copying.fill(path, new), None, part)
        return target
    way, sealed = driver.of(path), envelope.beside(path)
    source = way.connect(path, "mode=rw", PATIENCE)
    try:
        if placed(source, target, way, sealed, part):
            raise damaged(path)
    finally:
        source.close()
    if sealed is None and driver.is_encrypted(path):  # encrypted meanwhile: no plain copy may stay
        drop(target)
        return copy(path, target, part)
    return target


def placed(
    source: sqlite3.Connection, target: str, way: Driver, sealed: Envelope | None, part: str = ""
) -> list[str]:
    """Copy an open diary to the new file `target`, with its wrapped key.

    Returns the diary's faults; if there are any, no copy was made.
    """
    return _made(target, lambda new: clone(source, new, way), sealed, part)


def _made(
    target: str, fill: Callable[[str], list[str] | None], sealed: Envelope | None, part: str
) -> list[str]:
    """Make the new file `target` by filling a temporary one; returns the faults."""
    part = part or target + PART
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        found = fill(part)
        if found:
            remove(part)
            return found
        synced(part)
        if os.path.lexists(target):
            raise FileExistsError(f"{target} exists")
        envelope.put(sealed, target)  # first: a copy without one could not be opened
        os.rename(part, target)
    except BaseException:
        remove(part)
        raise
    synced(os.path.dirname(target) or ".")
    return []


def drop(copied: str) -> None:
    """Delete a copy and its wrapped key."""
    remove(copied)
    remove(driver.envelope(copied))


def clone(source: sqlite3.Connection, target: str, way: Driver) -> list[str]:
    """Fill an empty file with a diary; returns the diary's faults.

    The copy is one file without a write-ahead log, so that read-only media can hold it.
    """
    copied = way.connect(target)
    try:
        copied.execute("PRAGMA synchronous=OFF")  # the whole file is synced later
        copied.execute("PRAGMA journal_mode=OFF")
        source.execute("BEGIN")
        source.execute(
            "PRAGMA schema_version"
        ).fetchone()  # fixes the snapshot: a later change would restart the backup
        try:
            source.backup(copied, pages=PAGES, progress=patience(progress.COPYING))
        except driver.errors("OperationalError") as problem:
            if causes.code(problem):
                raise
            raise causes.no_room() from problem  # SQLCipher's backup gives no codes
        source.execute("ROLLBACK")
        copied.execute("PRAGMA journal_mode=DELETE")
        return verify.faults(copied, what=progress.READING_BACK)
    finally:
        copied.close()
        progress.over()


def patience(what: str) -> Callable[[int, int, int], None]:
    """Return a callback that reports progress and gives up after PATIENCE seconds of waiting.

    SQLite's backup would wait for a lock for ever.
    """
    until = time.monotonic() + PATIENCE

    def step(status: int, left: int, total: int) -> None:
        if status in WAITING and time.monotonic() > until:
            raise TimeoutError("database is locked")  # nothing of the library's own gets through
        progress.tell(what, 1 - left / total if total else None)

    return step


def prune(path: str, now: int) -> None:
    """Delete the copies that the rotation drops, and what killed processes left."""
    for one in rotation.superfluous(rotation.backups(path), now):
        drop(one.path)
    place = folder(path)
    for name in os.listdir(place):
        part = os.path.join(place, name)
        if name.startswith(rotation.stem(path)) and PART in name:
            remove_forgotten(part)
    if driver.is_encrypted(path):
        from cramplog.files import plain_copies

        plain_copies.sweep(os.path.realpath(path), at_once=False)


def remove_forgotten(part: str) -> None:
    """Delete a part that a killed process left; a young part may still be in work."""
    try:
        if time.time() - os.path.getmtime(part) > FORGOTTEN_SECONDS:
            os.unlink(part)
    except OSError:
        pass


def remove(path: str) -> None:
    """Delete a file, if it exists."""
    try:
        os.unlink(path)
    except OSError:
        pass  # another process was first


def synced(path: str) -> None:
    """Sync a file or folder to the disk; some systems cannot open a folder."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        if not os.path.isdir(path):
            raise
    finally:
        os.close(handle)


def newest_good(path: str) -> str | None:
    """Return the newest copy that is undamaged and readable by this program, or None."""
    for one in rotation.backups(path):
        if not one.damaged and verify.sound(one.path):
            return one.path
    return None


def exist(path: str) -> bool:
    """Return whether a diary once was at `path`: it left copies, a log or a wrapped key."""
    if rotation.backups(path):
        return True
    whole = os.path.exists(path) and os.path.getsize(path)
    if not whole and driver.is_encrypted(path):
        return True
    log = f"{path}-wal"
    return not whole and os.path.exists(log) and os.path.getsize(log) > 0


def way_back(path: str) -> str:
    """Return the hint for an unreadable diary: its newest good copy."""
    good = newest_good(path)
    if good is None:
        return f"No good backup of it is in {folder(path)}."
    return f"Bring its newest good backup back: {command(path, good)}"


def remedy(path: str) -> str:
    """Return the hint for a damaged diary: a copy of it repairs a broken index."""
    if not paths.is_server(path) and verify.mendable(path):
        return "Its entries are whole, an index is not: restore what `cramplog backup` copies now."
    return way_back(path)


def command(path: str, file: str) -> str:
    """Return the command line that restores a copy; automatic copies by their names alone."""
    import shlex

    ours = os.path.dirname(os.path.realpath(file)) == folder(path)
    words = ["cramplog", "restore", os.path.basename(file) if ours else file]
    if paths.identity(paths.diary_file()) != paths.identity(path):
        words += ["--db", paths.shown(path)]
    return shlex.join(words)


def damaged(path: str) -> DiaryError:
    """Return the error for a diary with broken pages."""
    return DiaryDamaged(path, remedy(path))
