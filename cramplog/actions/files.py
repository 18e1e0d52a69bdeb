"""Files written whole or not at all: a temporary name, then a rename."""

from __future__ import annotations

import os
from contextlib import contextmanager

from cramplog.cli.output import envelope
from cramplog.cli.session import Result
from cramplog.errors import BadFile, FileExists
from cramplog.files import open_keys, own_files
from cramplog.files.whole_file import replacing
from cramplog.render.text import flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from cramplog.cli.session import Session


def write(session: Session, path: str, content: Iterable[bytes], *, force: bool) -> str:
    """Write a file that only its owner can read; returns its path.

    Raises FileExists without `force`, BadFile where it cannot be written, Conflict for a file of
    cramplog's own.
    """
    with writing(session, path, force=force) as file:
        for part in content:
            file.write(part)
    return os.path.expanduser(path)


@contextmanager
def writing(session: Session, path: str, *, force: bool) -> Iterator[IO[bytes]]:
    """Open a file to write: it is there once it is whole. Raises as `write` does."""
    target = os.path.expanduser(path)
    own_files.refuse(target, [session.opened] if session.opened else [], *_own())
    if os.path.exists(target) and not force:
        raise FileExists(f"{target} exists.", "Use --force, or -o another name.")
    with new(target) as file:
        yield file


def _own() -> list[str]:
    """What cramplog keeps besides diaries: settings, secrets, rescued words."""
    from cramplog import paths
    from cramplog.actions import rescue, seal

    return [paths.config_file(), open_keys.named_file(), seal.named_file(), *rescue.files()]


@contextmanager
def new(target: str) -> Iterator[IO[bytes]]:
    """Open a file to write under a name that was looked at; raises BadFile."""
    try:
        with replacing(target) as file:
            yield file
    except OSError as problem:
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None


def write_result(session: Session, result: Result, path: str, *, force: bool) -> Result:
    """What a command would print, in a file; returns what to say of it."""
    if session.json:
        text = envelope(result, session)
    else:
        text = "\n".join(result.text(session.screen()))
    target = write(session, path, [text.encode("utf-8", "backslashreplace") + b"\n"], force=force)
    return Result(
        done=True,
        text=lambda screen: flow(f"Wrote {target}. It is not encrypted.", screen.width, "  "),
        data=lambda: {"file": target},
    )
