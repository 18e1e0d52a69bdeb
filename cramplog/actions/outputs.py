"""Where an export goes, and the lines that say what it holds and whether it is encrypted."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING

from cramplog import streams
from cramplog.actions import files
from cramplog.actions.seal import SUFFIX, seal
from cramplog.cli.dates import nights_given
from cramplog.cli.output import lost
from cramplog.cli.session import Result
from cramplog.domain.moments import day_of
from cramplog.domain.night import iso
from cramplog.errors import BadOption
from cramplog.files.opening import DEFAULT_PERSON
from cramplog.render.text import day, flow, json_tamed, visible
from cramplog.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary

STDOUT = "-"


class Wanted(Value):
    """The options that every export shares."""

    output: str | None = None
    since: str | None = None
    until: str | None = None
    no_notes: bool = False
    no_name: bool = False
    encrypt: bool = False
    recipients: tuple[str, ...] = ()
    force: bool = False
    initials: bool = False  # of the person, in the file's default name

    def nights(self, session: Session, diary: Diary) -> dict[str, int]:
        """The period that was asked for, as filters of episodes and nights.

        Raises BadTime, BadOption.
        """
        found = nights_given(self.since, self.until, session, diary)
        said = zip(("since", "until"), found, strict=True)
        return {name: night for name, night in said if night is not None}


class Held(Value):
    """What an export holds: counts by name, and the nights it spans."""

    counts: dict[str, int]
    notes: int = 0
    first_night: int = 0
    last_night: int = 0
    person: str = ""  # empty where no name is in it
    explained_in: str = ""  # the file that says what the columns mean


def initials_of(person: str) -> str:
    """`-AB`; nothing where nobody was named."""
    if person == DEFAULT_PERSON:
        return ""
    letters = "".join(word[0] for word in person.split() if word[0].isalnum())
    return f"-{letters.upper()}" if letters else ""


class Output:
    """A file, or the standard output; encrypted where that was asked for."""

    def __init__(self, session: Session, wanted: Wanted, stem: str, form: str) -> None:
        """Raises BadOption, BadFile."""
        if wanted.output == STDOUT and session.json:
            raise BadOption(
                "-o - and --json both want the standard output.", "Give -o a file's name."
            )
        self._session = session
        self._seal = seal(session, encrypt=wanted.encrypt, recipients=wanted.recipients)
        if self._seal and wanted.output == STDOUT and sys.stdout.isatty():
            raise BadOption(
                "an encrypted file is nothing to look at.", "Give -o a file's name, or use > FILE."
            )
        today = iso(day_of(session.now.instant, session.now.utc_offset))
        suffix = SUFFIX if self._seal else ""
        if wanted.initials:
            stem += initials_of(session.look().person)
        self._target = wanted.output or f"{stem}-{today}.{_EXTENSIONS.get(form, form)}{suffix}"
        self._force = wanted.force
        self._form = form

    def put(self, parts: Iterable[bytes]) -> str | None:
        """Write it; the file's name, None for the standard output. Raises FileExists, BadFile,
        OutputLost.
        """
        if self._target != STDOUT:
            with files.writing(self._session, self._target, force=self._force) as file:
                self._write(parts, file)
            return os.path.expanduser(self._target)
        shown = map(self._tamed, parts) if sys.stdout.isatty() else parts
        try:
            sys.stdout.flush()
            self._write(shown, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # the reader has enough: `| head -1`
            streams.silence()
        except OSError as problem:
            streams.silence()
            raise lost(problem) from None
        return None

    def _tamed(self, part: bytes) -> bytes:
        """A part as a terminal is shown it: what would steer it stands there as an escape."""
        text = part.decode().replace("\r\n", "\n")
        if self._form in ("json", "fhir"):
            return json_tamed(text).encode()
        return visible(text, lines=True).encode()

    def _write(self, parts: Iterable[bytes], into: IO[bytes]) -> None:
        if self._seal:
            self._seal.close(parts, into)
        else:
            for part in parts:
                into.write(part)

    def told(self, file: str | None, held: Held, **more: object) -> Result:
        """What is said of an export: nothing where the standard output holds the export itself."""
        secret = self._seal.said if self._seal else "It is not encrypted."
        lines = [f"Wrote {file}: {_contents(held)}. {secret}"]
        if held.notes:
            lines.append(f"It contains your notes ({held.notes}); without them: --no-notes.")
        if held.person not in ("", DEFAULT_PERSON):
            lines.append(f"It contains the name {held.person}; without it: --no-name.")
        if held.explained_in:
            lines.append(f"What its columns mean: {held.explained_in}")
        span = held.first_night, held.last_night
        return Result(
            done=True,
            text=lambda screen: _flowed(lines, screen.width) if file else [],
            data=lambda: {
                "file": file,
                "format": self._form,
                **more,
                **held.counts,
                "notes": held.notes,
                "encrypted": self._seal is not None,
                "first_night": iso(span[0]) if span[0] else None,
                "last_night": iso(span[1]) if span[1] else None,
            },
        )


_EXTENSIONS = {"fhir": "fhir.json"}


def _contents(held: Held) -> str:
    said = [
        f"{count} {name if count != 1 else _ONE.get(name, name[:-1])}"
        for name, count in held.counts.items()
    ]
    first, last = held.first_night, held.last_night
    if first and first == last:
        said.append(f"the night of {day(first, year=True)}")
    elif first:
        said.append(f"nights of {day(first, year=True)} to {day(last, year=True)}")
    return ", ".join(said)


_ONE = {"entries": "entry"}


def _flowed(lines: list[str], width: int) -> list[str]:
    return [part for line in lines for part in flow(line, width, "  ")]
