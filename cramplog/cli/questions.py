"""Questions at a terminal, answered in the quick-entry words; Enter skips each."""

from __future__ import annotations

import sys

from cramplog.cli.output import error_line
from cramplog.domain.draft import Draft
from cramplog.domain.forgiving import Forgiving
from cramplog.domain.words import Words
from cramplog.errors import InputError
from cramplog.services.timer import running

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary

SKIP = ("", "q", "quit")


def pain(own_triggers: Iterable[str]) -> Draft:
    """Ask how bad the cramp was; what is no word of log becomes a note."""
    own = tuple(own_triggers)
    return _asked(
        "How bad was it, 0 to 10? Enter skips. ", lambda said: Forgiving(own).read([said])
    )


def place(own_triggers: Iterable[str]) -> Draft:
    """Ask where a cramp was; any words of log will do."""
    own = tuple(own_triggers)
    return _asked(
        "Where was it? Left calf, right foot ... Enter skips. ",
        lambda said: Forgiving(own).read([said]),
    )


def minutes(own_triggers: Iterable[str]) -> Draft:
    """Ask how long a cramp was; a bare number is minutes."""
    own = tuple(own_triggers)
    return _asked(
        "How many minutes was it? Enter skips. ",
        lambda said: Forgiving(own).read([f"{said}m" if said.isdecimal() else said]),
    )


def length_if_forgotten(session: Session, diary: Diary, given: Draft) -> Draft:
    """Ask for the real length of a cramp whose timer was forgotten, unless it was given."""
    timer = running(diary, session.now)
    if timer is None or not timer.forgotten or given.duration or not session.interactive():
        return given
    return given.replace(duration=_real_length().duration)


def _real_length() -> Draft:
    def read(said: str) -> Words:
        words = Words()
        words.duration(said)
        return words

    question = "The timer is on for over two hours. How long was the cramp really?"
    return _asked(f"{question} 5m, or Enter to leave it on: ", read)


def _asked(question: str, read: Callable[[str], Words]) -> Draft:
    """Ask until the answer is understood, or nothing is said."""
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        try:
            said = sys.stdin.readline().strip()
            return Draft() if said.lower() in SKIP else read(said).draft()
        except InputError as error:
            error_line(error)
        except KeyboardInterrupt:
            return Draft()
