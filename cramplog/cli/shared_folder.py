"""Files of this user's own in a folder where others may write, such as the one for passing files.

Another user may have put a pipe, a link or a file there under the same name: none is followed,
waited for, read or written.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cramplog import special_files

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


def opened(path: str, flags: int = os.O_RDONLY) -> int:
    """Open a file that only this user can write; raises OSError."""
    handle = special_files.opened(path, flags | NO_LINKS)
    found = os.fstat(handle)
    if os.name != "nt" and (found.st_uid != os.geteuid() or found.st_mode & 0o022):
        os.close(handle)
        raise special_files.NotAFile(0, "it is another user's", path)
    return handle


@contextmanager
def held(path: str, flags: int = os.O_RDONLY) -> Iterator[int]:
    """Open such a file and keep this user's other processes from it; raises OSError.

    The file itself is locked, and not its folder, which anybody could lock for ever.
    """
    handle = opened(path, flags)
    while not _locked(handle, path):
        os.close(handle)
        handle = opened(path, flags)
    try:
        yield handle
    finally:
        os.close(handle)


def _locked(handle: int, path: str) -> bool:
    """Lock a file, where the system can; whether it still has its name then."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path, follow_symlinks=False))
    except FileNotFoundError:
        return False
