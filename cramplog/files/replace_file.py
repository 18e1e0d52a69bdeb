"""Replace a plain diary by an encrypted one, or the other way round, without losing an entry.

The old file is locked exclusively (in WAL mode), so that a waiting process can neither read nor
write. After the swap such a process holds the old file, notices that before it writes, and gives
up: see `opening.Connection`. The old file must stay in WAL mode; otherwise the waiting process
would switch the mode and write into the new diary's log, which has the same name.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager

from cramplog.files import backup, causes, driver, recrypt, rotation, unfinished, verify
from cramplog.files import envelope as envelopes
from cramplog.files.driver import Driver
from cramplog.files.locking import write_ahead
from cramplog.files.problems import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from cramplog.files.envelope import Envelope

MARK = ".seal-"
PAUSE = 0.02  # seconds between two tries to lock the diary


def encrypt(place: str, key: str, sealed: Envelope) -> str:
    """Encrypt the plain diary at `place` (a real path); returns the copy made before.

    The copy is encrypted, too. Raises DiaryError and `driver.failures()`; then the diary is
    unchanged.
    """
    way, passing = Driver(key), place + unfinished.PASSING
    with _alone(place, Driver(cipher=True)) as live, _part(place) as part:
        _fill(live, place, part, way)
        kept = _kept(place, part, way, sealed)
        envelopes.write(sealed, passing)
        file = driver.identity(place)
        try:
            _put(live, part, place)
        finally:
            if driver.identity(place) == file:  # nothing was replaced, so the copy is not needed
                backup.remove(passing)
        try:
            os.rename(passing, driver.envelope(place))
        except FileNotFoundError:  # another process found it unfinished, and finished it
            envelopes.put(sealed, place)
        backup.synced(os.path.dirname(place))
    return kept


def decrypt(place: str) -> None:
    """Decrypt the diary at `place` (a real path); raises as `encrypt` does."""
    with _alone(place, driver.of(place)) as live, _part(place) as part:
        _fill(live, place, part, Driver(cipher=True))
        _put(live, part, place)
        envelopes.set_aside(place, notice=False)
        backup.synced(os.path.dirname(place))


@contextmanager
def _alone(place: str, way: Driver) -> Iterator[sqlite3.Connection]:
    """Open the diary exclusively; waits until all others have closed it."""
    until = time.monotonic() + driver.BUSY_SECONDS
    while (live := _taken(place, way, patient=time.monotonic() < until)) is None:
        time.sleep(PAUSE)
    try:
        yield live
    finally:
        live.close()


def _taken(place: str, way: Driver, *, patient: bool) -> sqlite3.Connection | None:
    """Open and lock the whole diary; None if that should be tried again."""
    file = driver.identity(place)
    live = way.connect(place, "mode=rw", seconds=0)
    try:
        write_ahead(live)  # a copy put here by hand has another mode
        live.close()
        live = way.connect(place, "mode=rw", seconds=0)
        live.execute("PRAGMA locking_mode=EXCLUSIVE")
        live.execute("PRAGMA synchronous=FULL")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if driver.identity(place) != file:
            raise replaced(place)
        if live.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            return live
    except BaseException as problem:
        live.close()
        if patient and causes.is_locked(problem):
            return None
        raise
    live.close()
    return None


@contextmanager
def _part(place: str) -> Iterator[str]:
    """Make an empty file beside the diary, which is deleted unless it was renamed."""
    part = f"{place}{MARK}{os.getpid()}{backup.PART}"
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        for left in (part, f"{part}-wal", f"{part}-shm", f"{part}-journal"):
            backup.remove(left)


def _is_sound(live: sqlite3.Connection) -> bool:
    """Return whether the diary itself is whole, and not the part beside it that was begun."""
    return bool(live.execute("PRAGMA main.quick_check(1)").fetchone() == ("ok",))


def _fill(live: sqlite3.Connection, place: str, part: str, way: Driver) -> None:
    """Write the whole diary to a new file, read that back by its key alone, and sync it."""
    live.execute("ATTACH ? AS part KEY ?", (part, way.secret))
    live.execute("PRAGMA part.synchronous=OFF")  # the whole file is synced later
    live.execute("PRAGMA part.journal_mode=OFF")
    found = recrypt.export(live, "part", "main", lambda: _is_sound(live))
    live.execute("PRAGMA part.journal_mode=WAL")
    live.execute("DETACH part")
    made = way.connect(part, "mode=rw")
    try:
        found += [*verify.faults(made, deep=True), *verify.orphans(made)]
    finally:
        made.close()
    if found:
        raise backup.damaged(place)
    backup.synced(part)


def _kept(place: str, part: str, way: Driver, sealed: Envelope) -> str:
    """Make the copy that precedes an encryption."""
    from cramplog import clock, paths

    at = clock.now().instant
    paths.make_folder(rotation.folder(place))
    name = rotation.name(place, at, f"{rotation.BEFORE}encrypt")
    target = backup.free(os.path.join(rotation.folder(place), name))
    source = way.connect(part, "mode=rw")
    try:
        if backup.placed(source, target, way, sealed):
            raise backup.damaged(place)
    finally:
        source.close()
    return target


def _put(live: sqlite3.Connection, part: str, place: str) -> None:
    """Rename the new file over the diary, whose log must be gone by then."""
    blocked = live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if blocked:
        raise TimeoutError("database is locked")
    for suffix in ("-wal", "-shm"):  # SQLite would take them for the new file's
        backup.remove(place + suffix)
    backup.synced(os.path.dirname(place))
    os.replace(part, place)
    backup.synced(os.path.dirname(place))
