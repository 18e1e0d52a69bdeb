"""Suggestions for mistyped words."""

from __future__ import annotations

from cramplog.letters import shows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_SHOWN = 40
CLOSE_ENOUGH = 0.6  # difflib's own default: letters that changed places (`lgo`) still reach it
ALIKE = 0.75  # of other slips only near ones: a wrong guess is worse than none


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a mistyped one, or None if none is near.

    >>> suggest("calv", ["calf", "toes"])
    'calf'
    """
    from difflib import SequenceMatcher, get_close_matches  # only once something went wrong

    plain = word[:LONGEST_SHOWN].lower()
    for near in get_close_matches(plain, sorted(set(known)), n=5, cutoff=CLOSE_ENOUGH):
        swapped = sorted(near) == sorted(plain)
        alike = SequenceMatcher(None, plain, near).ratio() >= ALIKE
        if near[0] == plain[0] and (swapped or alike):  # a slip seldom hits the first letter
            return near
    return None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint of an error: a question with the nearest known word, else `otherwise`."""
    nearest = suggest(word, known)
    return f'Did you mean "{nearest}"?' if nearest else otherwise


def quoted(text: str) -> str:
    """Quote what was typed: on one line, without control characters, cut short."""
    shown = "".join(c if shows(c) else " " for c in text[: LONGEST_SHOWN + 1]).strip()
    cut = len(text) > LONGEST_SHOWN
    return f'"{shown[:LONGEST_SHOWN]}..."' if cut else f'"{shown}"'
