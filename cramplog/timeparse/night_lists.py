"""Several nights at once: `mon,fri`, `2026-11-09..2026-11-13`, `mon..wed`, `last 5`."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse.calendar_days import parse_day
from cramplog.timeparse.lexicon import WEEKDAYS, full_day, is_number, number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment

MOST = 366
COUNTS = (
    *("one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
)
EXAMPLES = "Try yesterday, mon,fri, mon..wed, 2026-11-09..2026-11-13 or last 5."


def parse_nights(text: str, now: Moment, *, latest: int, running: int) -> list[int]:
    """Return the nights that a phrase names, the oldest first, each once; raises BadTime.

    `latest` is the night that `last` counts from, `running` the last that has begun: a weekday in
    a list or range is its latest one up to that.
    """
    phrase = text.lower().replace(" to ", "..").replace(" and ", ",")
    counted = _last(phrase.split())
    if counted is not None:
        return list(range(latest - _few(counted) + 1, latest + 1))
    if "," not in phrase and ".." not in phrase and not _are_words(phrase):
        return [parse_day(phrase, now)]
    if _are_words(phrase):
        phrase = ",".join(phrase.split())
    found: set[int] = set()
    for part in filter(None, (each.strip() for each in phrase.split(","))):
        first, dots, last = (each.strip() for each in part.partition(".."))
        ends = _one(last if dots else first, now, running)
        begins = _one(first, now, ends) if dots else ends
        if begins > ends:
            raise BadTime(
                f"{shown(part)} goes backward: {full_day(begins)} is after {full_day(ends)}. "
                "Nothing was stored.",
                "Say the earlier night first.",
            )
        _few(ends - begins + 1)
        found.update(range(begins, ends + 1))
    return sorted(found)


def _are_words(phrase: str) -> bool:
    """Whether these are several days without a comma: `mon tue`."""
    words = phrase.split()
    return len(words) > 1 and all(w in WEEKDAYS or w.count("-") == 2 for w in words)


def _last(words: list[str]) -> int | None:
    """The number of `last 5` and `the last five nights`; None for another phrase."""
    words = words[1:] if words[:1] == ["the"] else words
    words = words[:-1] if words[-1:] in (["night"], ["nights"]) and len(words) == 3 else words
    if len(words) != 2 or words[0] != "last":
        return None
    if words[1] in COUNTS:
        return COUNTS.index(words[1]) + 1
    return number(words[1]) if is_number(words[1]) else None


def _one(text: str, now: Moment, up_to: int) -> int:
    if not text:
        raise BadTime("a range has two ends. Nothing was stored.", EXAMPLES)
    if text in WEEKDAYS:
        return up_to - (up_to - 1 - WEEKDAYS[text]) % 7
    return parse_day(text, now)


def _few(count: int) -> int:
    """Return the number of nights; raises BadTime for none, and for what must be a slip."""
    if not 0 < count <= MOST:
        raise BadTime(f"{count} nights at once: 1 to {MOST} go. Nothing was stored.", EXAMPLES)
    return count
