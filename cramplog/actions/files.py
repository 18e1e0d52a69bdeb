"""Files written whole or not at all: a temporary name, then a rename."""

from __future__ import annotations

import os
import tempfile

from cramplog.actions.result import Result
from cramplog.actions.show import envelope
from cramplog.errors import BadFile, FileExists
from cramplog.render.text import flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.actions.result import Context


def write(path: str, content: Iterable[bytes], *, force: bool) -> str:
    """Write a file that only its owner can read; returns its path.

    Raises FileExists without `force`, BadFile where it cannot be written.
    """
    target = os.path.expanduser(path)
    if os.path.lexists(target) and not force:
        raise FileExists(f"{target} exists.", "Use --force, or -o another name.")
    place = os.path.realpath(target)  # what a link points to is replaced, not the link
    if os.path.exists(place) and not os.path.isfile(place):
        raise BadFile(f"{target} is no file that can be replaced.", "Give -o a file's name.")
    folder = os.path.dirname(place)
    try:
        handle, temporary = tempfile.mkstemp(prefix=".cramplog-", dir=folder)
    except OSError as problem:
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            for part in content:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, place)
    except OSError as problem:
        os.unlink(temporary)
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None
    except BaseException:
        os.unlink(temporary)
        raise
    return target


def write_result(context: Context, result: Result, path: str, *, force: bool) -> Result:
    """What a command would print, in a file; returns what to say of it."""
    if context.json:
        text = envelope(result, context)
    else:
        text = "\n".join(result.text(context.screen()))
    target = write(path, [text.encode("utf-8", "backslashreplace") + b"\n"], force=force)
    return Result(
        text=lambda screen: flow(f"Wrote {target}. It is not encrypted.", screen.width, "  "),
        data=lambda: {"file": target},
    )
