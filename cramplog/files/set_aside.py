"""Keep an unreadable diary byte by byte, before something takes its place."""

from __future__ import annotations

import os

from cramplog import clock, paths
from cramplog.files import envelope, rotation
from cramplog.files.backup import folder, free, synced


def set_aside(path: str) -> str:
    """Copy an unreadable diary byte by byte, with its log; returns the copy.

    If only the log is left, the log is copied. Raises OSError.
    """
    at = clock.now().instant
    paths.make_folder(folder(path))
    made = free(os.path.join(folder(path), rotation.name(path, at, rotation.DAMAGED)))
    envelope.put(envelope.beside(path), made)
    for suffix in ("", "-wal"):  # in this order, so that a checkpoint loses nothing of the log
        if os.path.exists(path + suffix) and (not suffix or os.path.getsize(path + suffix)):
            _copy_bytes(path + suffix, made + suffix)
    synced(folder(path))
    return made if os.path.exists(made) else f"{made}-wal"


def _copy_bytes(path: str, target: str) -> None:
    with open(path, "rb") as source:
        handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as copied:
            while part := source.read(1 << 20):
                copied.write(part)
            copied.flush()
            os.fsync(copied.fileno())
