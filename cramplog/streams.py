"""The standard streams, also where a service, a launcher or a cron line gave the program none."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MISSING = (
    ("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"),
)  # fmt: skip
"""How the stand-in of each stream is opened on the device that holds nothing, and then used."""
lost: list[OSError] = []
"""What standard output answered where it did not take what was written there."""


class _Answers(io.TextIOWrapper):
    """Standard output: what it does not take is noted, since a library may raise it again."""

    def write(self, text: str) -> int:
        """Write, and note a failure."""
        try:
            return super().write(text)
        except OSError as problem:
            raise _noted(problem) from None

    def flush(self) -> None:
        """Write what waits, and note a failure."""
        try:
            super().flush()
        except OSError as problem:
            raise _noted(problem) from None


class _Remarks(io.TextIOWrapper):
    """Standard error: what it does not take vanishes, and nothing else fails for it."""

    def write(self, text: str) -> int:
        """Write what can be written."""
        try:
            return super().write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Write what waits, where that can be."""
        try:
            super().flush()
        except OSError:
            pass


def _noted(problem: OSError) -> OSError:
    lost.append(problem)
    return problem


def prepare() -> None:
    """Give each stream that is missing a stand-in, and have the others fail as said above.

    A file that is opened later must not take the number of a stream: what is printed would land
    in it. Reading a stand-in gives nothing; writing the answer fails as on a full disk.
    """
    for number, (name, flags, mode) in enumerate(MISSING):
        if getattr(sys, name) is None:
            _occupy(number, flags)
            made = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, made)
            setattr(sys, f"__{name}__", made)
    sys.stdout, sys.stderr = _Answers(**_like(sys.stdout)), _Remarks(**_like(sys.stderr))


def _occupy(number: int, flags: int) -> None:
    handle = os.open(os.devnull, flags)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)


def _like(stream: Any) -> dict[str, Any]:
    """What makes another stream like it; it is kept alive by `sys.__stdout__`."""
    names = ("buffer", "encoding", "errors", "line_buffering", "write_through")
    return {name: getattr(stream, name) for name in names}


def silence() -> None:
    """Let what still waits for standard output vanish: its reader or the disk's room is gone."""
    _occupy(sys.stdout.fileno(), os.O_WRONLY)


def why(problem: OSError) -> str:
    """Why standard output took no answer, in words."""
    import errno

    if problem.errno == errno.EBADF:
        return "there is no standard output"
    return problem.strerror or "the system refused it"
