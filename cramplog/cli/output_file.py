"""Files that commands write: whole or not at all, and the lines that say what is in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from cramplog import paths, streams
from cramplog.cli import age, passphrase, rescue
from cramplog.cli.dates import nights_given, today
from cramplog.cli.declare import Option
from cramplog.cli.output import envelope, lost
from cramplog.cli.session import Result, Session, answer
from cramplog.diary.repository import Diary
from cramplog.domain.night import iso
from cramplog.errors import BadFile, BadOption, FileExists
from cramplog.files import open_keys, own_files
from cramplog.files.opening import DEFAULT_PERSON
from cramplog.files.whole_file import replacing
from cramplog.render.text import day, json_tamed, visible
from cramplog.value import Value

STDOUT = "-"
NO_NOTES = Option(flags=("--no-notes",), help="Leave the notes out.")
NO_NAME = Option(flags=("--no-name",), help="Leave the person's name out.")
INITIALS = Option(flags=("--initials",), help="Put the person's initials in the file's name.")
FORCE = Option(flags=("--force",), help="Replace an existing file.")
OUTPUT = Option(flags=("-o", "--output"), metavar="FILE", help="A file, or - for stdout.")
EXTENSIONS = {"fhir": "fhir.json"}
ONE = {"entries": "entry"}


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
        """Return the period that was asked for, as filters of episodes and nights.

        Raises BadTime, BadOption.
        """
        nights = nights_given(self.since, self.until, session, diary)
        named = zip(("since", "until"), nights, strict=True)
        return {name: night for name, night in named if night is not None}


class Contents(Value):
    """Counts of an export by name, and the nights it spans."""

    counts: dict[str, int]
    notes: int = 0
    first_night: int = 0
    last_night: int = 0
    person: str = ""  # empty where no name is in it
    explained_in: str = ""  # the file that says what the columns mean


class Output:
    """A file, or the standard output; encrypted where that was asked for."""

    def __init__(self, session: Session, wanted: Wanted, stem: str, form: str) -> None:
        """Name the file; raises BadOption, BadFile."""
        if wanted.output == STDOUT and session.json:
            raise BadOption(
                "-o - and --json both want the standard output.", "Give -o a file's name."
            )
        self._session = session
        asked = wanted.encrypt or wanted.recipients
        self._encryption = age.encryption(session, wanted.recipients) if asked else None
        if self._encryption and wanted.output == STDOUT and sys.stdout.isatty():
            raise BadOption(
                "an encrypted file is nothing to look at.", "Give -o a file's name, or use > FILE."
            )
        suffix = age.SUFFIX if self._encryption else ""
        if wanted.initials:
            stem += initials_of(session.look().person)
        name = f"{stem}-{iso(today(session.now))}.{EXTENSIONS.get(form, form)}{suffix}"
        self._target = wanted.output or name
        self._force = wanted.force
        self._form = form

    def put(self, parts: Iterable[bytes]) -> str | None:
        """Write the export; return the file's name, None for the standard output.

        Raises FileExists, BadFile, OutputLost.
        """
        if self._target != STDOUT:
            with writing(self._session, self._target, force=self._force) as file:
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
        """Return a part for a terminal: what would steer it is shown as an escape."""
        text = part.decode().replace("\r\n", "\n")
        if self._form in ("json", "fhir"):
            return json_tamed(text).encode()
        return visible(text, lines=True).encode()

    def _write(self, parts: Iterable[bytes], into: IO[bytes]) -> None:
        if self._encryption:
            self._encryption.write(parts, into)
        else:
            into.writelines(parts)

    def result(self, file: str | None, contents: Contents, **more: object) -> Result:
        """Say what was written: nothing where the standard output holds the export itself."""
        protection = self._encryption.description if self._encryption else "It is not encrypted."
        lines = [f"Wrote {file}: {_counted(contents)}. {protection}"]
        if contents.notes:
            lines.append(f"It contains your notes ({contents.notes}); without them: --no-notes.")
        if contents.person not in ("", DEFAULT_PERSON):
            lines.append(f"It contains the name {contents.person}; without it: --no-name.")
        if contents.explained_in:
            lines.append(f"What its columns mean: {contents.explained_in}")
        first, last = contents.first_night, contents.last_night
        return answer(
            lambda: {
                "file": file,
                "format": self._form,
                **more,
                **contents.counts,
                "notes": contents.notes,
                "encrypted": self._encryption is not None,
                "first_night": iso(first) if first else None,
                "last_night": iso(last) if last else None,
            },
            *(lines if file else ()),
            done=True,
        )


def _counted(contents: Contents) -> str:
    parts = [
        f"{count} {name if count != 1 else ONE.get(name, name[:-1])}"
        for name, count in contents.counts.items()
    ]
    first, last = contents.first_night, contents.last_night
    if first and first == last:
        parts.append(f"the night of {day(first, year=True)}")
    elif first:
        parts.append(f"nights of {day(first, year=True)} to {day(last, year=True)}")
    return ", ".join(parts)


def initials_of(person: str) -> str:
    """Return `-AB`; nothing where nobody was named."""
    if person == DEFAULT_PERSON:
        return ""
    letters = "".join(word[0] for word in person.split() if word[0].isalnum())
    return f"-{letters.upper()}" if letters else ""


@contextmanager
def writing(session: Session, path: str, *, force: bool) -> Iterator[IO[bytes]]:
    """Open a file that only its owner can read: it is there once it is whole.

    Raises FileExists without `force`, BadFile where it cannot be written, Conflict for a file of
    cramplog's own.
    """
    target = os.path.expanduser(path)
    own_files.refuse(target, [session.opened] if session.opened else [], *_own())
    if os.path.exists(target) and not force:
        raise FileExists(f"{target} exists.", "Use --force, or -o another name.")
    with new_file(target) as file:
        yield file


def _own() -> list[str]:
    """List what cramplog keeps besides diaries: settings, secrets, rescued words."""
    secrets = [open_keys.named_file(), passphrase.named_file()]
    return [paths.config_file(), *secrets, *rescue.files()]


@contextmanager
def new_file(target: str) -> Iterator[IO[bytes]]:
    """Open a file to write under a name that was looked at; raises BadFile."""
    try:
        with replacing(target) as file:
            yield file
    except OSError as problem:
        raise BadFile(f"{target} cannot be written: {problem.strerror}.") from None


def write_result(session: Session, result: Result, path: str, *, force: bool) -> Result:
    """Write what a command would print to a file; raises as `writing` does."""
    if session.json:
        text = envelope(result, session)
    else:
        text = "\n".join(result.text(session.screen()))
    with writing(session, path, force=force) as file:
        file.write(text.encode("utf-8", "backslashreplace") + b"\n")
    target = os.path.expanduser(path)
    return answer(lambda: {"file": target}, f"Wrote {target}. It is not encrypted.", done=True)
