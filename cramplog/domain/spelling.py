"""What a mistyped word was probably meant to be."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_SHOWN = 40
CLOSE_ENOUGH = 0.6  # difflib's own default; short words such as `calv` still reach it


def suggest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to a mistyped one, or None where none is near.

    >>> suggest("calv", ["calf", "toes"])
    'calf'
    """
    from difflib import get_close_matches  # loaded only once something went wrong

    plain = word[:LONGEST_SHOWN].lower()
    nearest = get_close_matches(plain, sorted(set(known)), n=1, cutoff=CLOSE_ENOUGH)
    return nearest[0] if nearest else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The hint of an error: a question with the nearest known word, else `otherwise`."""
    nearest = suggest(word, known)
    return f'Did you mean "{nearest}"?' if nearest else otherwise


def quoted(text: str) -> str:
    """What was typed, in quotation marks: on one line, without control characters, cut short."""
    shown = "".join(c if c.isprintable() else " " for c in text[: LONGEST_SHOWN + 1]).strip()
    cut = len(text) > LONGEST_SHOWN
    return f'"{shown[:LONGEST_SHOWN]}..."' if cut else f'"{shown}"'
