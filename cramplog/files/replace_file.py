"""Putting an encrypted diary in a plain one's place, or the other way round; no entry is lost.

Nobody else may have the diary open meanwhile: it is locked as a whole, in WAL mode, so that who
waits for it neither reads nor writes a byte. Whoever waits holds the old file, and finds that out
before writing: see `sqlite.Connection`. The old file must stay in WAL mode. Where its header asked
for another mode, a waiting program would switch it, and would write into the new diary's log, which
bears the same name.
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
PAUSE = 0.02  # seconds between two tries to be alone


def encrypt(place: str, key: str, sealed: Envelope) -> str:
    """Encrypt the plain diary at `place` (a real path); returns the copy of what it was.

    The copy is encrypted, too. Raises DiaryError and `driver.failures()`; then the diary is as it
    was.
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
            if driver.identity(place) == file:  # it is not needed: nothing was put in place
                backup.remove(passing)
        try:
            os.rename(passing, driver.envelope(place))
        except FileNotFoundError:  # somebody found the diary so, and finished
            envelopes.put(sealed, place)
        backup.synced(os.path.dirname(place))
    return kept


def decrypt(place: str) -> None:
    """Make the encrypted diary at `place` (a real path) plain; raises as `encrypt` does."""
    with _alone(place, driver.of(place)) as live, _part(place) as part:
        _fill(live, place, part, Driver(cipher=True))
        _put(live, part, place)
        envelopes.set_aside(place, notice=False)
        backup.synced(os.path.dirname(place))


@contextmanager
def _alone(place: str, way: Driver) -> Iterator[sqlite3.Connection]:
    """The diary, opened so that nobody else has it or gets it; waits for others to close it."""
    until = time.monotonic() + driver.BUSY_SECONDS
    while (live := _taken(place, way, patient=time.monotonic() < until)) is None:
        time.sleep(PAUSE)
    try:
        yield live
    finally:
        live.close()


def _taken(place: str, way: Driver, *, patient: bool) -> sqlite3.Connection | None:
    """The diary, locked as a whole; None where that should be tried again."""
    file = driver.identity(place)
    live = way.connect(place, "mode=rw", seconds=0)
    try:
        write_ahead(live)  # a copy that somebody put here by hand is in another mode
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
    """An empty file beside the diary, which goes unless it was renamed."""
    part = f"{place}{MARK}{os.getpid()}{backup.PART}"
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        for left in (part, f"{part}-wal", f"{part}-shm", f"{part}-journal"):
            backup.remove(left)


def _fill(live: sqlite3.Connection, place: str, part: str, way: Driver) -> None:
    """Write all of a diary to a new file, read that back by its key alone, and sync it."""
    live.execute("ATTACH ? AS part KEY ?", (part, way.secret))
    live.execute("PRAGMA part.synchronous=OFF")  # it is synced as a whole
    live.execute("PRAGMA part.journal_mode=OFF")
    found = recrypt.export(live, "part", "main")
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
    """The copy that is made before a diary is encrypted."""
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
    """Rename the new file over the diary, whose log must be empty and gone by then."""
    blocked = live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if blocked:
        raise TimeoutError("database is locked")
    for suffix in ("-wal", "-shm"):  # they would be taken for the new file's
        backup.remove(place + suffix)
    backup.synced(os.path.dirname(place))
    os.replace(part, place)
    backup.synced(os.path.dirname(place))
