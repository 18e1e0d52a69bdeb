"""Hold what one command shares: its options, clock and screen, and the one diary it opens."""

from __future__ import annotations

from cramplog import clock, paths
from cramplog.diary.repository import DiaryToRead, DiaryToWrite
from cramplog.errors import NoDiary
from cramplog.files import open_keys, progress
from cramplog.render.screen import Screen, screen
from cramplog.render.text import flow
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from cramplog.diary.repository import Diary
    from cramplog.files.envelope import Envelope


UNDO, NOTHING = "Undo: cramplog undo", "Nothing changed."


class Result(Value):
    """The outcome of a command; one of `text` and `data` is asked for, and only then made."""

    text: Callable[[Screen], list[str]]
    data: Callable[[], dict[str, Any]]
    warnings: tuple[str, ...] = ()
    exit_code: int = 0
    done: bool = False  # something besides the answer, which may be lost then
    leisurely: bool = False  # read at leisure: worth the time that colour takes
    then: Callable[[], int] | None = None  # runs once the answer is printed; returns the exit code


def answer(
    data: Callable[[], dict[str, Any]], *paragraphs: str, indent: str = "  ", **more: Any
) -> Result:
    """Make the result that prints paragraphs, wrapped to the screen."""

    def text(screen: Screen) -> list[str]:
        return [line for each in paragraphs for line in flow(each, screen.width, indent)]

    return Result(text=text, data=data, **more)


class Session:
    """The options that every command takes, the clock as it was at its start, and its diary."""

    db: str | None = None
    person: str | None = None
    json: bool = False
    plain: bool = False
    command: str = ""
    as_log = False  # the name of `log` was not typed: its first word may be a mistyped command

    def __init__(self, command: str = "", **options: Any) -> None:
        """Begin at the present moment; `options` are db, person, json and plain."""
        self.now = clock.now()
        self.asked_keys: set[str] = set()  # ids of keys whose passphrase was asked for
        self._diary: Diary | None = None
        self.begin(command, **options)

    def begin(self, command: str, **options: Any) -> Session:
        """Name the command that runs and its options."""
        self.command = command
        self.__dict__.update(options)
        open_keys.further = self.key
        progress.listener = self._report_first
        return self

    def diary(self, *, look: bool = False) -> Diary:
        """Open the diary: `--db`, CRAMPLOG_DB, the settings file or the default place.

        Where there is none, it is begun when something is written; a `look` begins nothing. The
        diary that is open already is given again.
        """
        if self._diary is None:
            import os

            person = self.person or os.environ.get("CRAMPLOG_PERSON") or None
            kind = DiaryToRead if look else DiaryToWrite
            self._diary = kind(paths.diary_file(self.db), person)
        elif not look:
            self._diary.connection.allow_creation()
        return self._diary

    def changed(self) -> Diary:
        """Open the diary to change what it holds: as `look`, but the words typed are kept."""
        try:
            return self.look()
        except NoDiary as problem:
            problem.keeps_words = True
            raise

    def existing(self) -> Diary:
        """Open a diary that must be there; raises NoDiary."""
        diary = self.diary(look=True)
        if diary.connection.absent:
            raise NoDiary(paths.shown(diary.path))
        return diary

    def look(self) -> Diary:
        """Open the diary to read it; an empty one where none was begun at the default place.

        Raises NoDiary where a place was named that has none.
        """
        diary = self.diary(look=True)
        if diary.connection.absent and _is_named(diary.path):
            raise NoDiary(paths.shown(diary.path))
        return diary

    def key(self, path: str, wrapped: Envelope) -> str:
        """Return the key of an encrypted diary from the keyring, or by a question; raises NoKey."""
        from cramplog.cli import passphrase

        return passphrase.key_of(self, path, wrapped)

    def screen(self) -> Screen:
        """Return what the output can show."""
        return screen(plain=self.plain)

    def interactive(self) -> bool:
        """Return whether questions may be asked: stdin and stdout are terminals, and no JSON."""
        import sys

        return not self.json and sys.stdin.isatty() and sys.stdout.isatty()

    @property
    def opened(self) -> str:
        """Return the place of the diary that is open; empty for none."""
        there = self._diary is not None and not self._diary.connection.absent
        return self._diary.path if there and self._diary is not None else ""

    @property
    def stored(self) -> bool:
        """Return whether something was written into the diary."""
        return self._diary is not None and self._diary.connection.wrote

    def undo_hint(self) -> str:
        """Return how to take back what the command has changed, if it changed anything."""
        return UNDO if self._diary is not None and self._diary.connection.logged else NOTHING

    def begun(self) -> str:
        """Say of a diary that was named and not there: it was begun, or there is none."""
        diary = self._diary
        if diary is None or not _is_named(diary.path):
            return ""
        if diary.connection.absent:
            return f"There is no diary at {diary.path}."
        return f"There was no diary {diary.path}: it was begun." if diary.connection.made else ""

    def close(self) -> None:
        """Close the diary, so that no write-ahead log stays behind.

        The first change of a day leaves a copy of the diary; the answer is on the screen by then.
        """
        diary, self._diary = self._diary, None
        if diary is None:
            return
        diary.close()
        if diary.connection.wrote:
            from cramplog.files import daily

            problem = daily.after(diary)
            if problem:
                from cramplog.cli.output import warn

                warn(problem)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _report_first(self, what: str, share: float | None) -> None:
        """Load the bar when there is something to report, which on most days there never is."""
        if what:
            from cramplog.cli.progress import bar

            progress.listener = bar(self)
            progress.listener(what, share)


def _is_named(place: str) -> bool:
    """Return whether a diary's place was given, and is not the one that is taken otherwise."""
    return place != paths.default_diary()
