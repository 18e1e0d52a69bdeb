"""Read another diary and leave it unchanged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from cramplog import paths
from cramplog.errors import BadFile, Conflict
from cramplog.files import backup, driver, envelope, rotation
from cramplog.files.creation import is_there
from cramplog.files.private_copy import linked, prepare, refusal

MARK = "merging-"


@contextmanager
def visited(place: str, own: str) -> Iterator[str]:
    """Yield where to open the diary at `place`, for the diary at `own`: a file's copy.

    The copy is a consistent snapshot at this program's schema, encrypted if either diary is. Raises
    BadFile if there is no diary, Conflict for the diary itself, DiaryError if it cannot be used.
    """
    if paths.identity(place) == paths.identity(own):
        raise Conflict(f"{paths.shown(place)} is the diary itself.", "Name another one.")
    if paths.is_server(place) and is_there(place):
        yield place
        return
    if not os.path.isfile(place):
        raise BadFile(
            f"there is no diary {paths.shown(place)}.", "Name its file, or a server's address."
        )
    copied = _free_place(own)
    alone = not os.path.exists(f"{place}-wal")
    try:
        _copy(place, copied, own)
        if alone:
            _tidy(place)
        yield copied
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            backup.remove(f"{copied}{suffix}")
        backup.remove(driver.envelope(copied))


def _copy(place: str, copied: str, own: str) -> None:
    like = own if not paths.is_server(own) and driver.is_encrypted(own) else place
    try:
        way, sealed = driver.of(like), envelope.beside(like)
        prepare(place, copied, way)
        linked(place, copied, way)
        envelope.put(sealed, copied)
    except driver.failures() as problem:
        raise refusal(problem, place, own) from problem


def _free_place(own: str) -> str:
    """Return a free name for a copy; `backup` deletes what a killed merge leaves there."""
    folder = backup.folder(own)
    paths.make_folder(folder)
    return os.path.join(folder, f"{rotation.stem(own)}{MARK}{os.getpid()}{backup.PART}")


def _tidy(place: str) -> None:
    """Open the file read-write once, so that SQLite deletes the -wal and -shm that reading left."""
    try:
        connection = driver.of(place).connect(place, "mode=rw")
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except driver.failures():
        pass  # the folder cannot be written
