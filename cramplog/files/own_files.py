"""Cramplog's own files, which no output may replace."""

from __future__ import annotations

import errno
import os
import stat

from cramplog import paths
from cramplog.errors import BadSettingsFile, Conflict
from cramplog.files import driver, envelope, open_keys, rotation
from cramplog.files.opening import APPLICATION_ID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DIARY, PART, COPY = "a diary", "the log of a diary", "copies of a diary"
KEY = "the key of an encrypted diary"
LOGS = ("-wal", "-shm", "-journal")
SQLITE = b"SQLite format 3\0"
LOG_BEGINS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
ID_AT = slice(68, 72)  # the application id in SQLite's header


def refuse(target: str, diaries: Iterable[str], *more: str) -> None:
    """Raise Conflict if writing a file of that name would harm a diary or its companions.

    `diaries` are those in use, others are known by their content; `more` are other files to keep.
    """
    kept_for = _named(target, diaries, more)
    if not kept_for and _is_special(target):
        raise Conflict(f"{target} is no ordinary file; nothing was written.", "Use another name.")
    kept_for = kept_for or _held(target)
    if kept_for:
        raise Conflict(
            f"{target} is kept for {kept_for}; nothing was written.", "Use another name."
        )


def _named(target: str, diaries: Iterable[str], more: Iterable[str]) -> str:
    """Return what cramplog keeps under that name, or under another one by a link."""
    real = os.path.realpath(target)
    files = [os.path.realpath(place) for place in _places(diaries) if not paths.is_server(place)]
    folders = {*map(rotation.folder, files), rotation.folder("postgresql://")}
    if os.path.dirname(real) in folders:
        return COPY
    kept = ((path, "cramplog itself") for path in more)
    for path, what in [*_parts(files), *_copies(folders), *kept]:
        if path and (os.path.realpath(path) == real or _is_same(path, real)):
            return what
    return ""


def _places(diaries: Iterable[str]) -> set[str]:
    """Return every diary that a command would open: given, from environment, settings, default."""
    found = {*diaries, os.environ.get("CRAMPLOG_DB", ""), paths.default_diary()}
    try:
        found.add(paths.configured() or "")
    except BadSettingsFile:
        pass  # the settings file names no diary
    return {os.path.expanduser(place) for place in found if place}


def _parts(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    for file in files:
        yield file, DIARY
        yield file + driver.SEAL, KEY
        yield from ((file + ending, PART) for ending in LOGS)


def _copies(folders: Iterable[str]) -> Iterator[tuple[str, str]]:
    for folder in folders:
        names = os.listdir(folder) if os.path.isdir(folder) else ()
        yield from ((os.path.join(folder, name), COPY) for name in names)


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def _is_special(target: str) -> bool:
    """Return whether a path is a device, a pipe or a circular link, which no file replaces."""
    try:
        mode = os.stat(target).st_mode
    except OSError as problem:
        return problem.errno == errno.ELOOP
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _held(target: str) -> str:
    """Return the kind of a file, by its content and by the names of its neighbours."""
    for ending in (*LOGS, driver.SEAL):
        base = target.removesuffix(ending)
        if base != target and _is_diary(base):
            return KEY if ending == driver.SEAL else PART
    if _is_diary(target):
        return DIARY
    if os.path.isfile(target) and rotation.is_copys_name(target):
        return COPY
    head = _head(target)
    if head.startswith(LOG_BEGINS):
        return PART
    is_key = len(head.strip()) == open_keys.DIGITS and not head.strip(b"0123456789abcdefABCDEF\r\n")
    return KEY if is_key or head.startswith(envelope.MARK.encode()) else ""


def _is_diary(path: str) -> bool:
    head = _head(path)
    if head.startswith(SQLITE) and int.from_bytes(head[ID_AT]) == APPLICATION_ID:
        return True
    return bool(head) and _head(driver.envelope(path)).startswith(envelope.MARK.encode())


def _head(path: str) -> bytes:
    """Return the first bytes of a file; empty if it is missing or unreadable."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return b""
        with open(path, "rb") as file:
            return file.read(100)
    except OSError:
        return b""
