"""Copies of a diary, each looked at before it counts as one.

Of a file by SQLite's online backup, of a server's diary by reading it (`server.copying`).

A copy is made under a passing name (`….part`) and gets its own when it is whole and on the disk,
so that a process killed at any moment leaves no half of a copy among the good ones.
"""

from __future__ import annotations

import os
import time

from cramplog import clock, paths
from cramplog.errors import DiaryDamaged, DiaryError
from cramplog.files import driver, envelope, progress, rotation, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from cramplog.files.driver import Driver
    from cramplog.files.envelope import Envelope

PART = ".part"
FORGOTTEN_SECONDS = 3600  # a part this old belongs to a process that is gone
PATIENCE = 20  # seconds to wait for a lock
PAGES = 2000  # copied at a time
WAITING = (5, 6)  # SQLITE_BUSY, SQLITE_LOCKED

folder = rotation.folder


def before(path: str, reason: str) -> str:
    """Copy the diary before something that could harm it; returns the copy's path.

    Raises DiaryError where it cannot be made.
    """
    return automatic(path, f"{rotation.BEFORE}{reason}")


def daily(path: str) -> str | None:
    """The copy of the day, where `rotation.due` says so; None where another process makes it.

    Raises DiaryError.
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
    """A copy among the automatic ones that stays until somebody deletes it."""
    return automatic(path, rotation.BY_HAND)


def automatic(path: str, reason: str) -> str:
    """Copy the diary into its folder of copies, and delete those that the rule does not keep."""
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
    """The name with the suffix, or where it is taken the next one: `…-2.db`."""
    stem, found, number = target.removesuffix(".db"), target + suffix, 1
    while any(os.path.lexists(found + more) for more in ("", PART, driver.SEAL)):
        number += 1
        found = f"{stem}-{number}.db{suffix}"
    return found


def copy(path: str, target: str, part: str = "") -> str:
    """Copy the diary at `path` to the new file `target`; returns it.

    An encrypted diary's copy is encrypted, with an envelope of its own. Raises DiaryError for a
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
    if sealed is None and driver.is_encrypted(path):  # meanwhile: no plain copy may stay
        drop(target)
        return copy(path, target, part)
    return target


def placed(
    source: sqlite3.Connection, target: str, way: Driver, sealed: Envelope | None, part: str = ""
) -> list[str]:
    """Copy what an open diary holds to the new file `target`, with its envelope.

    Returns what is broken in it; then no copy was made.
    """
    return _made(target, lambda new: clone(source, new, way), sealed, part)


def _made(
    target: str, fill: Callable[[str], list[str] | None], sealed: Envelope | None, part: str
) -> list[str]:
    """Make the new file `target` by filling one with a passing name; what is broken in it."""
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
    """Delete a copy with its envelope."""
    remove(copied)
    remove(driver.envelope(copied))


def clone(source: sqlite3.Connection, target: str, way: Driver) -> list[str]:
    """Fill an empty file with what is in a diary; returns what is broken in it.

    The copy is one file without a write-ahead log, to be read where nothing can be written.
    """
    copied = way.connect(target)
    try:
        copied.execute("PRAGMA synchronous=OFF")  # it is synced as a whole
        copied.execute("PRAGMA journal_mode=OFF")
        source.execute("BEGIN")
        source.execute("PRAGMA schema_version").fetchone()  # a later change would begin it again
        source.backup(copied, pages=PAGES, progress=patience(progress.COPYING))
        source.execute("ROLLBACK")
        copied.execute("PRAGMA journal_mode=DELETE")
        return verify.faults(copied, what=progress.READING_BACK)
    finally:
        copied.close()
        progress.over()


def patience(what: str) -> Callable[[int, int, int], None]:
    """Tells of a copying, and ends one that waits for a lock too long: it would wait for ever."""
    until = time.monotonic() + PATIENCE

    def step(status: int, left: int, total: int) -> None:
        if status in WAITING and time.monotonic() > until:
            raise TimeoutError("database is locked")  # nothing of the library's own gets through
        progress.tell(what, 1 - left / total if total else None)

    return step


def prune(path: str, now: int) -> None:
    """Delete the copies that the rule does not keep, and what killed processes left."""
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
    """Delete what a process left that was killed long ago; another one's may still be made."""
    try:
        if time.time() - os.path.getmtime(part) > FORGOTTEN_SECONDS:
            os.unlink(part)
    except OSError:
        pass


def remove(path: str) -> None:
    """Delete a file, where it is there."""
    try:
        os.unlink(path)
    except OSError:
        pass  # another process was first


def synced(path: str) -> None:
    """Have the disk hold what was written; a folder cannot be opened on every system."""
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
    """The newest copy of a diary that is whole and that this program can read."""
    for one in rotation.backups(path):
        if not one.damaged and verify.sound(one.path):
            return one.path
    return None


def exist(path: str) -> bool:
    """Whether the diary at `path` was there once: it has copies, or left a log or an envelope."""
    if rotation.backups(path):
        return True
    whole = os.path.exists(path) and os.path.getsize(path)
    if not whole and driver.is_encrypted(path):
        return True
    log = f"{path}-wal"
    return not whole and os.path.exists(log) and os.path.getsize(log) > 0


def way_back(path: str) -> str:
    """The hint for a diary that cannot be read: its newest good copy."""
    good = newest_good(path)
    if good is None:
        return f"No good backup of it is in {folder(path)}."
    return f"Bring its newest good backup back: {command(path, good)}"


def remedy(path: str) -> str:
    """Return the hint for a damaged diary: a copy of it as it is mends what only an index lacks."""
    if not paths.is_server(path) and verify.mendable(path):
        return "Its entries are whole, an index is not: restore what `cramplog backup` copies now."
    return way_back(path)


def command(path: str, file: str) -> str:
    """The command line that restores a copy; one among the automatic ones by its name alone."""
    import shlex

    ours = os.path.dirname(os.path.realpath(file)) == folder(path)
    words = ["cramplog", "restore", os.path.basename(file) if ours else file]
    if paths.identity(paths.diary_file()) != paths.identity(path):
        words += ["--db", paths.shown(path)]
    return shlex.join(words)


def damaged(path: str) -> DiaryError:
    """The error for a diary whose pages are broken."""
    return DiaryDamaged(path, remedy(path))
