"""A line as people type it at night: parted into words, with the small ones that say nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

FILLERS = ("at", "for", "on")  # "left calf for 5m at 02:30"
LABEL = "pain"  # "pain 7"
SMALL = frozenset(
    (
        *("my", "the", "a", "an", "in", "of", "it", "i", "me", "is", "was", "had", "have", "got"),
        *("with", "from", "since", "up", "this", "that", "long", "took", "lasted", "lasting"),
        *("cramp", "started", "began"),
    )
)
"""Words that go unread wherever they stand."""

NOT = frozenset(("not", "no", "never", "without", "isn't", "wasn't", "didn't", "doesn't", "don't"))
ENDS = frozenset(("until", "till", "til", "before", "after", "by", "every", "ended", "stopped"))
"""Words before a time or a length that is not when or how long the cramp was."""

COUNTED = frozenset(
    (
        *("times", "time", "x", "cramps", "spasms", "attacks", "days", "nights", "weeks"),
        *("months", "years", "drinks", "glasses", "beers", "cups", "pills", "tablets", "steps"),
        *("miles", "km", "percent", "degrees"),
    )
)
"""What a bare number before it counts; it is no pain then."""

CLOCKS = frozenset(("morning", "afternoon", "evening", "night", "o'clock", "oclock"))
OPENING, CLOSING = "\"'(“‘„", ",;:!?)\"'”’…"
DASHES = ("-", "–", "—")


def parted(text: str) -> list[str]:
    """Part a line into words, without the commas and full stops of a sentence."""
    return [word for typed in text.replace("’", "'").split() for word in _words(typed)]


def _words(typed: str) -> Iterator[str]:
    sign = typed[0]
    if sign in "@+" and len(typed) > 1:
        listed = [part.strip() for part in typed[1:].rstrip(".,;").split(",")]
        yield from (sign + part.removeprefix(sign) for part in listed)
        return
    for part in [typed] if _is_figure(typed) or "=" in typed else typed.split(","):
        word = part.lstrip(OPENING).rstrip(CLOSING)
        if "." not in word.rstrip("."):  # a.m. and 23.11. keep theirs
            word = word.rstrip(".").rstrip(CLOSING)
        if word and word not in DASHES:
            yield word


def _is_figure(typed: str) -> bool:
    """`7,0` and `1,5h`: a comma between digits is a decimal mark."""
    before, comma, after = typed.partition(",")
    return bool(comma) and before[-1:].isdigit() and after[:1].isdigit()


def past(words: Sequence[str], at: int, skipped: Collection[str] = (*SMALL, *FILLERS)) -> int:
    """The place of the next word that is not one of the small ones."""
    while at < len(words) and words[at] in skipped:
        at += 1
    return at


def out_of(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words are `7 out of 10` or `7 of 10`, and the highest score; 0 for other words."""
    for between in (["out", "of"], ["of"]):
        end = at + 1 + len(between)
        scale = words[end] if end < len(words) else ""
        if list(words[at + 1 : end]) == between and scale.isascii() and scale.isdigit():
            return end + 1 - at, scale
    return 0, ""
