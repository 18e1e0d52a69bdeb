"""Calendar dates, `20 nov`, `2026-11-20`, `23/11`: which words are one, and which day it is."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse.lexicon import (
    MONTH_NAMES,
    MONTHS,
    civil,
    is_number,
    number,
    ordinal_of,
    shown,
)
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES = 'Try "yesterday 3am", "20 nov 02:10", "2026-11-20 02:10".'


class Day(Value):
    """A typed day; the latest such day, if it recurs."""

    ordinal: int  # date.toordinal
    period: str = ""  # recurs each "day", "week", "year"; "" does not recur
    night: bool = False  # the night that begins that evening
    hours: tuple[int, int] | None = None  # this morning: from, up to (seconds of the day)


def span(words: Sequence[str], clock_follows: bool, among: bool) -> int:
    """Return how many of the first words are a date (0: none); see `days.span`."""
    named = next((n for n in range(min(3, len(words)), 0, -1) if _named(words[:n])), 0)
    return named or _numeric_span(words[0], clock_follows, among)


def _named(words: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Return day, month and year of a date whose month is a name."""
    parts = [part for word in words for part in _unglue(word)]
    year = None
    if len(parts) == 3 and is_number(parts[2]) and len(parts[2]) == 4 and parts[2][0] != "0":
        year = number(parts.pop())
    if len(parts) != 2:
        return None
    day, month = parts if parts[1] in MONTHS else (parts[1], parts[0])
    for ending in ("st", "nd", "rd", "th"):
        day = day.removesuffix(ending)
    if month in MONTHS and is_number(day) and len(day) < 3:
        return number(day), MONTHS[month], year
    return None


def _unglue(word: str) -> tuple[str, ...]:
    """Split `20nov` into `20`, `nov`."""
    name = word.lstrip("0123456789")
    return (word[: -len(name)], name) if name in MONTHS and name != word else (word,)


def _numeric_span(word: str, clock_follows: bool, among: bool) -> int:
    parts = _figures(word)
    if parts is None:
        return 0
    if len(parts) == 3 or word.endswith("."):
        return 1
    if among and "/" in word and number(parts[1]) == 10:
        return 0
    return 1 if clock_follows or ("/" in word and not among) else 0


def _figures(word: str) -> list[str] | None:
    """Return the numbers of `2026-11-20`, `23/11`, `23/11/2026`, `23.11.`."""
    for sign in "-/.":
        parts = word.rstrip(".").split(sign) if sign == "." else word.split(sign)
        if len(parts) in (2, 3) and all(is_number(part) for part in parts):
            return None if sign == "-" and len(parts) == 2 else parts
    return None


def resolve(words: Sequence[str], this_day: int, clock: str, *, coming: bool = False) -> Day:
    """Return the day that a date means. Raises BadTime.

    Without a year it is the latest, today or earlier; with `coming` the next, today or later.
    """
    said = shown(" ".join(words))
    named = _named(words)
    if named:
        day, month, year = named
    else:
        day, month, year = _numeric(words[0], this_day, clock, coming=coming)
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (year is not None and year > 9999):
        raise BadTime(f"{said} is not a date. Nothing was stored.", EXAMPLES)
    if year is not None and year < 1970:
        raise BadTime(f"{said} is before 1970. Nothing was stored.", EXAMPLES)
    if year is not None:
        return Day(ordinal=_ordinal(day, month, year, said, clock))
    if (month, day) == (2, 29):
        leap_day = _next_leap_day if coming else _leap_day
        return Day(ordinal=leap_day(this_day, said, clock), period="year")
    this_year, _, _ = civil(this_day)
    ordinal = _ordinal(day, month, this_year, said, clock)
    if coming and ordinal < this_day:
        ordinal = _ordinal(day, month, this_year + 1, said, clock)
    elif not coming and ordinal > this_day:
        ordinal = _ordinal(day, month, this_year - 1, said, clock)
    return Day(ordinal=ordinal, period="year")


def _ordinal(day: int, month: int, year: int, said: str, clock: str) -> int:
    try:
        return ordinal_of(year, month, day)
    except ValueError:  # February, or a month of 30 days
        length = ordinal_of(year, month + 1, 1) - ordinal_of(year, month, 1)
        raise BadTime(
            f"{said} is not a date: {MONTH_NAMES[month - 1]} {year} has {length} days. "
            "Nothing was stored.",
            f'Try "{year}-{month:02}-{length}{clock}".',
        ) from None


def _leap_day(this_day: int, said: str, clock: str) -> int:
    """Return the latest 29 February, for a date without a year; raises BadTime in other years."""
    year, _, _ = civil(this_day)
    this_leap_day = _is_leap(year) and ordinal_of(year, 2, 29)
    if this_leap_day and this_leap_day <= this_day:
        return this_leap_day
    latest = next(y for y in range(year - 1, 0, -1) if _is_leap(y))
    without = year - 1 if this_leap_day else year
    raise BadTime(
        f"{said} is not a date: February {without} has 28 days. Nothing was stored.",
        f'Try "28 feb{clock}", or the last leap day "{latest}-02-29{clock}".',
    )


def _next_leap_day(this_day: int, said: str, clock: str) -> int:
    """Return 29 February within a year; raises BadTime if the next February has 28 days."""
    year, month, _ = civil(this_day)
    coming = year if month < 3 else year + 1
    return _ordinal(29, 2, coming, said, clock)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _numeric(
    word: str, this_day: int, clock: str, *, coming: bool = False
) -> tuple[int, int, int | None]:
    """Return day, month and year of a date in numbers; a date with two readings is refused."""
    parts = _figures(word) or []
    if len(parts[0]) == 4 and len(parts) == 3:
        year, month, day = (number(part) for part in parts)
        return day, month, year
    said = shown(word)
    first, second = number(parts[0]), number(parts[1])
    year_given = None
    if len(parts) == 3:
        if len(parts[2]) != 4:
            raise BadTime(
                f"{said} is not clear: a year takes four digits. Nothing was stored.", EXAMPLES
            )
        year_given = number(parts[2])
    if "." in word:  # wherever a date is written with dots, the day comes first
        return first, second, year_given
    readings = dict.fromkeys(
        (day, month)
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    if len(readings) == 2:
        raise _two_readings(said, list(readings), year_given, this_day, clock, coming=coming)
    day, month = next(iter(readings), (first, second))
    return day, month, year_given


def _two_readings(
    said: str,
    readings: list[tuple[int, int]],
    year: int | None,
    this_day: int,
    clock: str,
    *,
    coming: bool,
) -> BadTime:
    full, typed = [], []
    for day, month in readings:
        of_year = year
        if of_year is None:
            of_year, _, _ = civil(this_day)
            ordinal = ordinal_of(of_year, month, day)
            of_year += (ordinal < this_day) if coming else -(ordinal > this_day)
        name = MONTH_NAMES[month - 1]
        full.append(f"{day} {name} {of_year}")
        typed.append(f'"{day} {name[:3].lower()}{f" {year}" if year else ""}{clock}"')
    return BadTime(
        f"{said} has two readings: {full[0]} and {full[1]}. Nothing was stored.",
        f"Try {typed[0]} or {typed[1]}.",
    )
