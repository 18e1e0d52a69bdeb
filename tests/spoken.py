"""Quick-entry words as drafts, for tests."""

from __future__ import annotations

from collections.abc import Callable

from cramplog.domain.draft import Draft
from cramplog.domain.words import Words
from cramplog.errors import CramplogError


def said(line: str, *, own: tuple[str, ...] = (), editing: bool = False, note: str = "") -> Draft:
    """What the words of a line say."""
    words = Words(own, editing=editing).read(line.split())
    if note:
        words.note(note)
    return words.draft()


def refusal(act: Callable[[], object]) -> CramplogError | None:
    """How an act was refused; None where it was not."""
    try:
        act()
    except CramplogError as error:
        return error
    return None
