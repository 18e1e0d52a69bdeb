"""Files written whole or not at all: a temporary name, then a rename."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager

from cramplog.actions.result import Result
from cramplog.actions.show import envelope
from cramplog.errors import BadFile, FileExists
from cramplog.render.text import flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from cramplog.actions.result import Context


def write(path: str, content: Iterable[bytes], *, force: bool) -> str:
    """Write a file that only its owner can read; returns its path.

    Raises FileExists without `force`, BadFile where it cannot be written.
    """
    with writing(path, force=force) as file:
        for part in content:
            file.write(part)
    return os.path.expanduser(path)


@contextmanager
def writing(path: str, *, force: bool) -> Iterator[IO[bytes]]:
    """A file to write: it takes its name once it is whole. Raises as `write` does."""
    target = os.path.expanduser(path)
    if os.path.lexists(target) and not force:
        raise FileExists(f"{target} exists.", "Use --force, or -o another name.")
    folder = os.path.dirname(os.path.abspath(target))
    try:
        handle, temporary = tempfile.mkstemp(prefix=".cramplog-", dir=folder)
    except OSError as problem:
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as problem:
        os.unlink(temporary)
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None
    except BaseException:
        os.unlink(temporary)
        raise


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
