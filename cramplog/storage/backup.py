"""Automatic copies of a diary, made before anything that could harm it."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime

from cramplog import paths


def folder(path: str) -> str:
    """Where a diary's automatic backups are kept."""
    return os.path.join(os.path.dirname(os.path.abspath(path)), "backups")


def before(path: str, reason: str) -> str:
    """Copy the diary to `backups/`, named by its time and reason; returns the copy's path.

    Raises DiaryError where it cannot be written.
    """
    from cramplog.storage.sqlite import explained

    try:
        return _copied(path, reason)
    except (OSError, sqlite3.Error) as problem:
        raise explained(problem, folder(path)) from problem


def _copied(path: str, reason: str) -> str:
    paths.make_folder(folder(path))
    stem = os.path.splitext(os.path.basename(path))[0]
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = os.path.join(folder(path), f"{stem}-{stamp}-before-{reason}.db")
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    source = sqlite3.connect(path, timeout=10)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    return target
