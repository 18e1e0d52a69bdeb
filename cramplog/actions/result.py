"""What a command returns, and the circumstances that it runs in."""

from __future__ import annotations

from cramplog import clock, paths
from cramplog.errors import NoDiary
from cramplog.render.screen import Screen, screen
from cramplog.storage import keys, progress
from cramplog.storage.repository import DiaryToRead, DiaryToWrite
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from cramplog.clock import Moment
    from cramplog.storage.envelope import Envelope
    from cramplog.storage.repository import Diary


UNDO, NOTHING = "Undo: cramplog undo", "Nothing changed."
_opened: list[Diary] = []
_earlier: list[Diary] = []  # those of commands before this one, where one process runs several


def opened() -> list[str]:
    """The diaries that are open."""
    return [diary.path for diary in _opened if not diary.connection.absent]


def begun() -> list[str]:
    """A sentence for each diary that was named and not there: it was begun, or there is none."""
    new = [
        diary
        for diary in _opened
        if diary not in _earlier and (diary.connection.absent or diary.connection.made)
    ]
    return list(dict.fromkeys(_of_new(diary) for diary in new if _is_named(diary.path)))


def _of_new(diary: Diary) -> str:
    if diary.connection.absent:
        return f"There is no diary at {diary.path}."
    return f"There was no diary {diary.path}: it was begun."


def _is_named(place: str) -> bool:
    """Whether a diary's place was said, and is not the one that is taken otherwise."""
    return place != paths.default_diary()


def stored() -> bool:
    """Whether the command that runs has written something into one of them."""
    return any(diary.connection.wrote for diary in _opened if diary not in _earlier)


def undo_hint() -> str:
    """Return how to take back what the command that runs has changed, if it changed anything."""
    logged = any(diary.connection.logged for diary in _opened if diary not in _earlier)
    return UNDO if logged else NOTHING


def close_diaries() -> None:
    """Close what `Context.diary` opened, so that no write-ahead log stays behind.

    The first change of a day leaves a copy of the diary; the answer is on the screen by then.
    """
    while _opened:
        diary = _opened.pop()
        diary.close()
        if diary.connection.wrote:
            from cramplog.storage import daily

            problem = daily.after(diary)
            if problem:
                from cramplog.actions.show import warn

                warn(problem)


class Result(Value):
    """The outcome of a command; one of `text` and `data` is asked for, and only then made."""

    text: Callable[[Screen], list[str]]
    data: Callable[[], dict[str, Any]]
    warnings: tuple[str, ...] = ()
    exit_code: int = 0
    done: bool = False  # something besides the answer, which may be lost then
    leisurely: bool = False  # read at leisure: worth the time that colour takes


class Context(Value):
    """The options that every command takes, and the clock as it was when the command began."""

    db: str | None = None
    person: str | None = None
    json: bool = False
    plain: bool = False
    now: Moment
    command: str = ""

    def diary(self, *, look: bool = False) -> Diary:
        """Open the diary: `--db`, CRAMPLOG_DB, the settings file or the default place.

        Where there is none, it is begun when something is written; a `look` begins nothing.
        """
        import os

        person = self.person or os.environ.get("CRAMPLOG_PERSON") or None
        diary = (DiaryToRead if look else DiaryToWrite)(paths.diary_file(self.db), person)
        _opened.append(diary)
        return diary

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

    def key(self, path: str, sealed: Envelope) -> str:
        """The key of an encrypted diary from the keyring, or by a question; raises NoKey."""
        from cramplog.actions import unlock

        return unlock.find(self, path, sealed)

    def screen(self) -> Screen:
        return screen(plain=self.plain)

    def interactive(self) -> bool:
        """Whether questions may be asked: stdin and stdout are terminals, and no JSON."""
        import sys

        return not self.json and sys.stdin.isatty() and sys.stdout.isatty()


def context(command: str, **options: Any) -> Context:
    """A context at the present moment; storage asks it for keys, and tells it what takes long."""
    _earlier[:] = _opened
    made = Context(command=command, now=clock.now(), **options)
    keys.further = made.key
    progress.listener = _first_told(made)
    return made


def _first_told(context: Context) -> Callable[[str, float | None], None]:
    """Loads the bar when there is something to tell, which on most days there never is."""

    def tell(what: str, share: float | None) -> None:
        if what:
            from cramplog.actions.progress import bar

            progress.listener = bar(context)
            progress.listener(what, share)

    return tell
