"""Words and options of `log`, `start`, `stop` and `edit`, as one draft."""

from __future__ import annotations

from cramplog.config import own_triggers
from cramplog.domain.draft import Draft
from cramplog.domain.words import Words
from cramplog.errors import BadOption
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.storage.repository import Diary


class Said(Value):
    """What was typed: words, and the options that mean the same."""

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


def draft(said: Said, diary: Diary, *, editing: bool = False) -> Draft:
    """The draft that words and options make together; raises InputError."""
    if said.fold not in (None, "first", "second"):
        raise BadOption(f'--fold is first or second; you typed "{said.fold}".')
    words = Words(own_triggers(diary.settings), editing=editing).read(said.words)
    for position, name in enumerate(said.muscle):
        words.option_muscle(name, first=position == 0)
    for name in ("type", "trigger", "tried", "helped", "not_helped"):
        for value in getattr(said, name):
            getattr(words, name)(value)
    for name in ("side", "duration", "pain", "note"):
        value = getattr(said, name)
        if value is not None:
            getattr(words, name)(value)
    if said.at is not None:
        words.time(said.at.lower())
    for name, present in said.features:
        words.feature(name, present=present)
    return words.draft()
