"""The standard streams, with stand-ins where a service, launcher or cron gave the program none."""

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
"""For each stream: how its stand-in opens the null device, and its mode."""
lost: list[OSError] = []
"""The errors that standard output raised."""


class _Answers(io.TextIOWrapper):
    """Standard output, which notes its errors, since a library may raise them again later."""

    def write(self, text: str) -> int:
        """Write the text, and note a failure."""
        try:
            return super().write(text)
        except OSError as problem:
            raise _noted(problem) from None

    def flush(self) -> None:
        """Write the buffered text, and note a failure."""
        try:
            super().flush()
        except OSError as problem:
            raise _noted(problem) from None


class _Remarks(io.TextIOWrapper):
    """Standard error, which drops what cannot be written, so that no command fails."""

    def write(self, text: str) -> int:
        """Write what can be written."""
        try:
            return super().write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Write the buffered text if possible."""
        try:
            super().flush()
        except OSError:
            pass


def _noted(problem: OSError) -> OSError:
    lost.append(problem)
    return problem


def prepare() -> None:
    """Replace missing streams by stand-ins, and the others by streams that handle their errors.

    Otherwise a file that is opened later could get a stream's number, and printed text would
    land in it. Reading a stand-in gives nothing; writing the answer fails as on a full disk.
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
    """Return the arguments for a stream like this one, which `sys.__stdout__` keeps alive."""
    names = ("buffer", "encoding", "errors", "line_buffering", "write_through")
    return {name: getattr(stream, name) for name in names}


def silence() -> None:
    """Drop the text that is still buffered for standard output, which cannot be written."""
    _occupy(sys.stdout.fileno(), os.O_WRONLY)


def why(problem: OSError) -> str:
    """Explain in words why standard output failed."""
    import errno

    if problem.errno == errno.EBADF:
        return "there is no standard output"
    return problem.strerror or "the system refused it"
