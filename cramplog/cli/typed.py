"""Quick-entry words and the options that mean the same, shared by log, start, stop and edit."""

from __future__ import annotations

from cramplog import dispatch
from cramplog.cli.declare import Argument, Option, Parameter
from cramplog.config import own_triggers
from cramplog.domain.episode import FEATURES
from cramplog.domain.words import Words
from cramplog.errors import BadOption, InputError
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary
    from cramplog.domain.draft import Draft


class Typed(Value):
    """A command line of `log`: words, and the options that mean the same."""

    words: tuple[str, ...] = ()
    side: str | None = None
    muscle: tuple[str, ...] = ()
    duration: str | None = None
    type: tuple[str, ...] = ()
    pain: str | None = None
    trigger: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    not_helped: tuple[str, ...] = ()
    features: tuple[tuple[str, bool], ...] = ()
    at: str | None = None
    note: str | None = None
    fold: str | None = None


WORDS = Argument(name="words", metavar="[WORDS]...", complete="words", least=0, many=True)
BEGAN = 'When it began: 02:30, "10m ago", "yesterday 3am".'
AT = Option(flags=("--at",), metavar="TIME", help=BEGAN)
_FEATURES = {
    "woke": "It woke you, or not.",
    "sore": "Sore afterwards, or not.",
    "numb": "Numb, or not.",
    "hard": "The muscle was hard, or not.",
    "twitching": "Jerking during the cramp, or not.",
}


def _option(
    name: str, metavar: str, help_: str, complete: str = "", *, many: bool = False
) -> Option:
    return Option(flags=(f"--{name}",), metavar=metavar, help=help_, complete=complete, many=many)


def options(at: Option = AT) -> list[Parameter]:
    """List the options that say what the words say; `at` is that of the time."""
    return [
        at,
        _option("side", "SIDE", "left, right or both.", "sides"),
        _option("muscle", "NAME", "calf or left:calf; repeatable.", "muscles", many=True),
        _option("duration", "LENGTH", "5m, 90s, 4m30s, ~5m."),
        _option("pain", "0-10", "7 or 7/10."),
        _option("type", "TYPE", "tonic or clonic; localized or generalized.", "types", many=True),
        _option("trigger", "NAME", "A suspected trigger; repeatable.", "triggers", many=True),
        _option("tried", "REMEDY", "A remedy tried; repeatable.", "remedies", many=True),
        _option(
            "helped", "REMEDY", "One that helped: stretch or stretch:2m.", "remedies", many=True
        ),
        _option("not-helped", "REMEDY", "One that did not help.", "remedies", many=True),
        _option("note", "TEXT", "Free text, kept exactly."),
        _option("fold", "WHICH", "first or second, where a time occurs twice."),
        *(Option(flags=(f"--{one}/--not-{one}",), help=_FEATURES[one]) for one in FEATURES),
    ]


def typed(**given: Any) -> Typed:
    """Make one value of the words and options of a command line."""
    features = tuple((one, given[one]) for one in FEATURES if given.get(one) is not None)
    rest = {name: value for name, value in given.items() if name not in FEATURES}
    return Typed(features=features, **rest)


def draft(typed: Typed, diary: Diary, *, editing: bool = False) -> Draft:
    """Make one draft of words and options together; raises InputError."""
    return _together(typed, Words(own_triggers(diary.settings), editing=editing))


def forgiving(typed: Typed, session: Session, diary: Diary, *, editing: bool = False) -> Draft:
    """Make one draft, keeping the words that mean nothing as its note; raises InputError.

    Quoted sentences beside other words are a note; where the others alone cannot be stored, they
    are read like the rest.
    """
    from cramplog.domain.forgiving import Forgiving, sentences

    own = own_triggers(diary.settings)
    meant = dispatch.meant if session.as_log else None

    def read(words: tuple[str, ...], note: str | None) -> Draft:
        collected = Forgiving(own, editing=editing, command=meant)
        return _together(typed.replace(words=words, note=note), collected)

    aside = sentences(typed.words, own)
    if aside:
        rest = tuple(word for word in typed.words if word not in aside)
        try:
            return read(rest, "\n".join((*aside, *filter(None, [typed.note]))))
        except InputError:
            pass
    return read(typed.words, typed.note)


def _together(typed: Typed, words: Words) -> Draft:
    if typed.fold not in (None, "first", "second"):
        raise BadOption(f'--fold is first or second; you typed "{typed.fold}".')
    words.read(typed.words)
    for position, name in enumerate(typed.muscle):
        words.option_muscle(name, first=position == 0)
    for name in ("type", "trigger", "tried", "helped", "not_helped"):
        for value in getattr(typed, name):
            getattr(words, name)(value)
    for name in ("side", "duration", "pain", "note"):
        value = getattr(typed, name)
        if value is not None:
            getattr(words, name)(value)
    if typed.at is not None:
        words.time(typed.at.lower())
    for name, present in typed.features:
        words.feature(name, present=present)
    return words.draft()
