"""Refuse pipes, devices, sockets and folders where a file is expected.

Reading from a pipe without a writer never ends, so each file is examined before it is read.
"""

from __future__ import annotations

import os
import stat

WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
PATIENCE = 10.0  # seconds to wait for a pipe's writer
KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class NotAFile(OSError):
    """The opened path is no ordinary file."""


def kind(path: str) -> str:
    """Return what stands at a path in words; empty for an ordinary file and for no file."""
    try:
        return _kind(os.stat(path).st_mode)
    except OSError:
        return ""


def _kind(mode: int) -> str:
    return next((said for is_one, said in KINDS if is_one(mode)), "")


def opened(path: str, flags: int = os.O_RDONLY, *, pipes: bool = False) -> int:
    """Open an ordinary file and return its descriptor; raises NotAFile, OSError.

    With `pipes`, a pipe of a shell's `<(command)` is opened, too; reading it does not wait.
    """
    handle = os.open(path, flags | WITHOUT_WAITING, 0o600)
    found = _kind(os.fstat(handle).st_mode)
    if found and not (pipes and found == "a pipe"):
        os.close(handle)
        raise NotAFile(0, f"it is {found}, not a file", path)
    return handle


def readable(path: str) -> int:
    """Open a file or a pipe for reading; a pipe's writer must begin within PATIENCE seconds.

    Raises NotAFile, OSError.
    """
    handle = opened(path, pipes=True)
    if _kind(os.fstat(handle).st_mode):
        try:
            wait(handle, PATIENCE)
        except OSError:
            os.close(handle)
            raise
        os.set_blocking(handle, True)
    return handle


def content(handle: int, largest: int, seconds: float = 5.0) -> bytes:
    """Read all of a small file or a pipe, close it, and return its bytes; raises OSError."""
    read = b""
    try:
        while len(read) <= largest:
            try:
                part = os.read(handle, largest + 1 - len(read))
            except BlockingIOError:
                wait(handle, seconds)
                continue
            if not part:
                break
            read += part
    finally:
        os.close(handle)
    return read


def wait(handle: int, seconds: float) -> None:
    """Wait until somebody writes to a pipe; raises NotAFile."""
    import select

    if not select.select([handle], [], [], seconds)[0]:
        raise NotAFile(0, "nobody writes to that pipe", "") from None
