"""Days by their names, `yesterday`, `last sunday`, `last night`; dates are in `dates`."""

from __future__ import annotations

from cramplog.timeparse import dates
from cramplog.timeparse.dates import Day
from cramplog.timeparse.lexicon import DAY, DIGITS, EPOCH, NOON, WEEKDAYS, is_number, number, today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.clock import Moment

RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
DAY_UNITS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
PARTS = {"morning": (0, NOON), "afternoon": (NOON, 64800), "evening": (61200, DAY), "night": None}


def span(words: Sequence[str], at: int, clock_follows: bool, among: bool) -> int:
    """Return the number of words from `at` on that are one day (0: none).

    `among` means that other words stand around it, so that `7/10` is pain; other fractions and
    `23.11` are dates only before a clock time.
    """
    rest = words[at : at + 4]
    if not rest:
        return 0
    word, second, third = (*rest, "", "")[:3]
    if word in RELATIVE or word in WEEKDAYS:
        return 2 if second in PARTS else 1
    if word == "tonight":
        return 1
    if word == "last" and (second == "night" or second in WEEKDAYS):
        return 3 if third in PARTS and second != "night" else 2
    if word == "this" and PARTS.get(second):
        return 2
    return ago_span(rest) or dates.span(rest, clock_follows, among)


def ago_span(words: Sequence[str]) -> int:
    """Count the words of `3 days ago`, `2d ago`, `a week ago`."""
    word, second, third = (*words, "", "", "")[:3]
    figures = "".join(c for c in word if c in DIGITS)
    if second == "ago" and figures and word.startswith(figures):
        return 2 if word[len(figures) :] in DAY_UNITS else 0
    return 3 if third == "ago" and second in DAY_UNITS and _count(word) is not None else 0


def _count(word: str) -> int | None:
    if word in ("a", "an"):
        return 1
    return number(word) if is_number(word) else None


def resolve(words: Sequence[str], now: Moment, clock: str) -> Day:
    """Return the day that the words of `span` mean, the past first; hints repeat `clock`.

    A day to come is returned as it is, for the caller to refuse. Raises BadTime.
    """
    this_day = today(now)
    if words[-1] == "ago":
        return Day(ordinal=this_day - _days_ago(words))
    if words[0] == "tonight":  # after midnight, tonight is the night that began yesterday
        evening = (now.instant + now.utc_offset - NOON) // DAY + EPOCH
        return Day(ordinal=evening, night=True)
    named = _named(words, this_day)
    if named is None:
        return dates.resolve(words, this_day, clock)
    night, hours = words[-1] == "night", PARTS.get(words[-1])
    return Day(ordinal=named[0], period=named[1], night=night, hours=hours)


def _named(words: Sequence[str], this_day: int) -> tuple[int, str] | None:
    """Return the ordinal of a day with a name, and its period: "week" if it recurs each week."""
    word, second = (*words, "")[:2]
    if word == "last" and second in WEEKDAYS:  # never today
        return this_day - 1 - (this_day - 2 - WEEKDAYS[second]) % 7, ""
    if word in WEEKDAYS:
        return this_day - (this_day - 1 - WEEKDAYS[word]) % 7, "week"
    back = {"this": 0, "last": -1, **RELATIVE}.get(word)
    return None if back is None else (this_day + back, "")


def _days_ago(words: Sequence[str]) -> int:
    if len(words) == 3:
        return (_count(words[0]) or 0) * DAY_UNITS[words[1]]
    figures = words[0].rstrip("dayswek")
    return number(figures) * DAY_UNITS[words[0][len(figures) :]]
