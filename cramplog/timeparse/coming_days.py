"""Coming days, for an appointment or a birth: the days of `log`, turned to the future."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse import dates, days
from cramplog.timeparse.days import DAY_UNITS, RELATIVE
from cramplog.timeparse.lexicon import (
    WEEKDAYS,
    civil,
    full_day,
    is_number,
    number,
    ordinal_of,
    shown,
    today,
)
from cramplog.timeparse.phrase import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.clock import Moment

EXAMPLES = 'Try 2026-12-04, "4 dec", friday, tomorrow or "in 2 weeks".'
AFTER_TOMORROW = ["day", "after", "tomorrow"]
WHICH = ("this", "coming", "next", "last")
UNITS = {**DAY_UNITS, "month": 0, "months": 0}
FARTHEST = 36_600  # days; a larger number is cut to this and refused


def parse_coming_day(text: str, now: Moment) -> int:
    """Parse the next such day, today included, to its ordinal; raises BadTime for a past day."""
    words, said, this_day = _words(text), shown(text), today(now)
    if not words or span(words) != len(words):
        found = read(words, among=False) if words else None
        if found is not None and found.clock:
            raise BadTime(f"{said} is a time; a day is asked for.", EXAMPLES)
        raise BadTime(f"{said or 'An empty text'} is not a date that I understand.", EXAMPLES)
    try:
        day = _resolve(words[1:] if words[0] == "on" else words, now)
    except BadTime as error:
        hint = EXAMPLES if error.hint == dates.EXAMPLES else error.hint
        raise BadTime(error.message.replace(" Nothing was stored.", ""), hint) from None
    if day < this_day:
        raise BadTime(f"{said} is over ({full_day(day)}).", f"Today is {full_day(this_day)}.")
    return day


def leading(arguments: Sequence[str]) -> int:
    """Return how many of the first arguments make one day together; 1 if they make none."""
    for count in range(len(arguments), 1, -1):
        words = _words(" ".join(arguments[:count]))
        if span(words) == len(words):
            return count
    return 1


def span(words: Sequence[str]) -> int:
    """Return how many of the first words are one day (0: none)."""
    start = 1 if words[:1] == ["on"] else 0
    rest = list(words[start : start + 5])
    count = _relative_span(rest) or _weekday_span(rest)
    count = count or days.ago_span(rest) or (dates.span(rest, False, False) if rest else 0)
    return start + count if count else 0


def _words(text: str) -> list[str]:
    words = [word.rstrip(",") for word in text.lower().split()]
    words = [word.rstrip(".") if word[:-1].isdecimal() else word for word in words]
    return words[1:] if words[:2] == ["the", "day"] else words


def _relative_span(words: list[str]) -> int:
    """Count the words of `tomorrow`, `day after tomorrow`, `in 9 days`, `in a week`, `in 2w`."""
    if words[:3] == AFTER_TOMORROW:
        return 3
    if words[:1] == ["in"]:
        return 1 + _length(words[1:3])[0]
    return 1 if words and words[0] in (*RELATIVE, "tonight") else 0


def _length(words: list[str]) -> tuple[int, int, str]:
    """Return how many words are a number of days, weeks or months, that number, and its unit."""
    first, second = (*words, "", "")[:2]
    figures = first.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = first[len(figures) :]
    if is_number(figures) and unit in UNITS:
        return 1, number(figures), unit
    counted = 1 if first in ("a", "an") else number(first) if is_number(first) else None
    return (0, 0, "") if counted is None or second not in UNITS else (2, counted, second)


def _weekday_span(words: list[str]) -> int:
    """Count the words of `friday`, `next friday`, `fri 4 dec`."""
    start = 1 if words and words[0] in WHICH else 0
    if words[start : start + 1] and words[start] in WEEKDAYS:
        date = dates.span(words[1:], False, False) if len(words) > 1 and not start else 0
        return start + 1 + date
    return 0


def _resolve(words: list[str], now: Moment) -> int:
    this_day = today(now)
    if words[0] == "in":
        return _ahead(words[1:], this_day)
    if words == AFTER_TOMORROW:
        return this_day + 2
    if words[0] in RELATIVE or words[0] == "tonight":
        return this_day + RELATIVE.get(words[0], 0)
    if words[-1] == "ago" or words[0] == "last":
        return days.resolve(words, now, "").ordinal
    return _weekday(words, this_day) if words[-1] in WEEKDAYS else _date(words, this_day)


def _date(words: list[str], this_day: int) -> int:
    """Return the ordinal of a date, which may have its weekday before it."""
    named = words[0] in WEEKDAYS
    day = dates.resolve(words[named:], this_day, "", coming=True).ordinal
    if named and (day - 1) % 7 != WEEKDAYS[words[0]]:
        raise BadTime(f"{shown(' '.join(words))} cannot be: it is {full_day(day)}.", EXAMPLES)
    return day


def _weekday(words: list[str], this_day: int) -> int:
    """Return the next such weekday; `next friday` may be this week's or the one after."""
    day = this_day + (WEEKDAYS[words[-1]] - this_day + 1) % 7
    if words[0] == "next":
        first = day if day > this_day else day + 7
        raise BadTime(
            f"{' '.join(words)} has two readings: {full_day(first)} and {full_day(first + 7)}.",
            f'Try "{_typed(first)}" or "{_typed(first + 7)}".',
        )
    return day


def _typed(day: int) -> str:
    return full_day(day).lower().split(" ", 1)[1].rsplit(" ", 1)[0]


def _ahead(words: list[str], this_day: int) -> int:
    _, counted, unit = _length(words)
    if UNITS[unit]:
        return this_day + min(counted * UNITS[unit], FARTHEST)
    year, month, day = civil(this_day)
    months = month - 1 + min(counted, 1200)
    year, month = year + months // 12, months % 12 + 1
    for last in range(day, 27, -1):
        try:
            return ordinal_of(year, month, last)
        except ValueError:  # a shorter month
            continue
    return ordinal_of(year, month, day)
