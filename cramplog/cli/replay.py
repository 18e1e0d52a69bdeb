"""Type rescued words again, by the same parser and as of the time when they were typed."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from cramplog.cli import rescue
from cramplog.cli.crash import Bug
from cramplog.cli.output import error_line, say
from cramplog.cli.rescue import Rescued
from cramplog.cli.session import Session
from cramplog.diary import change
from cramplog.errors import AlreadyStored, CramplogError
from cramplog.render.text import visible

GLOBAL = ("--json", "--plain")


class Replayed:
    """Rescued words that were typed again, with the answer or the error."""

    def __init__(
        self, rescued: Rescued, answer: dict[str, Any] | None, error: CramplogError | None
    ):
        self.rescued = rescued
        self.answer = answer  # the command's own JSON
        self.error = error  # then the words stay in their file

    def data(self) -> dict[str, Any]:
        """Return the outcome as JSON."""
        outcome = {
            "at": self.rescued.at,
            "words": list(self.rescued.words),
            "stored": self.error is None,
        }
        if self.error is not None:
            return {**outcome, "error": {"code": self.error.code, "message": self.error.message}}
        return {**outcome, "answer": self.answer}


def replay(waiting: list[Rescued], place: str, *, quiet: bool) -> list[Replayed]:
    """Run each command line on the diary at `place`; `quiet` prints nothing.

    Those that fail stay in the rescue file.
    """
    done = []
    for at, rescued in enumerate(waiting):
        alike = sum(other.line == rescued.line for other in waiting[at + 1 :])
        change.replayed[:] = [sha256(f"{alike} {rescued.line}".encode()).digest()[:10]]
        if not quiet:
            say(visible(f"Typed {rescued.at}: {' '.join(rescued.words)}"))
        one = _again(rescued, place, quiet=quiet)
        if one.error is not None and not quiet:
            error_line(one.error)
        done.append(one)
    change.replayed.clear()
    return done


def _again(rescued: Rescued, place: str, *, quiet: bool) -> Replayed:
    from cramplog.cli.app import run_typer

    arguments = [*_without_globals(rescued.words), "--db", place]
    captured = io.BytesIO()
    try:
        with _as_of(rescued), _captured(captured if quiet else None), Session() as session:
            run_typer([*arguments, "--json"] if quiet else arguments, "cramplog", session)
        rescue.forget(rescued)
    except AlreadyStored as error:  # and killed before the file lost its line
        if not quiet:
            say(error.message)
        rescue.forget(rescued)
    except CramplogError as error:
        return Replayed(rescued, None, error)
    except Exception as problem:  # noqa: BLE001 - it failed so once; the words must stay
        return Replayed(
            rescued, None, Bug(f"this is a bug in cramplog ({type(problem).__name__}).")
        )
    answer = captured.getvalue()
    return Replayed(rescued, json.loads(answer) if answer else None, None)


def _without_globals(words: tuple[str, ...]) -> list[str]:
    """Return the words without the diary's place, which may have changed, and printing options."""
    kept: list[str] = []
    skip = False
    for word in words:
        if not skip and word not in GLOBAL and word != "--db" and not word.startswith("--db="):
            kept.append(word)
        skip = word == "--db" and not skip
    return kept


@contextmanager
def _as_of(rescued: Rescued) -> Iterator[None]:
    """Set the clock, zone and person of then, with nobody to ask."""
    then = {"CRAMPLOG_NOW": rescued.at}
    if rescued.zone:
        then["TZ"] = rescued.zone
    if rescued.person:
        then["CRAMPLOG_PERSON"] = rescued.person
    before = {name: os.environ.get(name) for name in then}
    stdin = sys.stdin
    os.environ.update(then)
    _use_zone()
    try:
        with open(os.devnull, encoding="utf-8") as nobody:
            sys.stdin = nobody
            yield
    finally:
        sys.stdin = stdin
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        _use_zone()


def _use_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


@contextmanager
def _captured(target: io.BytesIO | None) -> Iterator[None]:
    """Send standard output into memory, where a target is given."""
    if target is None:
        yield
        return
    stdout = sys.stdout
    memory = io.TextIOWrapper(target, encoding="utf-8", write_through=True)
    sys.stdout = memory
    try:
        yield
    finally:
        sys.stdout = stdout
        memory.detach()
