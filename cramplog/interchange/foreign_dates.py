"""Dates as other programs write them, and the order of day, month and year in figures.

`01/02/2026` is 1 February or 2 January, and `01/02/03` has three readings. If another date in the
column has only one reading (`20/02/2026`), its order counts for all; else the user chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from cramplog.domain.spelling import quoted
from cramplog.errors import BadTime
from cramplog.timeparse.lexicon import MONTH_NAMES, MONTHS
from cramplog.value import Value

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = ORDERS = ("day-first", "month-first", "year-first")
CHOOSE = f"--dates {DAY_FIRST}, {MONTH_FIRST} or {YEAR_FIRST} says which."
EXAMPLES = "Usual are 2026-11-20 02:30, 20/11/2026 02:30, 20 Nov 2026 2:30 am."

_WEEKDAY = r"(?:[a-z]{2,9}\.?,? )?"
_DATES = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<y1>[0-9]{4})([-/.])(?P<m1>[0-9]{1,2})\2(?P<d1>[0-9]{1,2})"
    r"|(?P<y2>[0-9]{4})(?P<m2>[0-9]{2})(?P<d2>[0-9]{2})(?=$|t)"
    r"|(?P<one>[0-9]{1,2})([-/.])(?P<two>[0-9]{1,2})\9(?P<three>[0-9]{4}|[0-9]{2})"
    r"|(?P<d3>[0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]?(?P<n3>[a-z]{3,9})\.?,?[ -](?P<y3>[0-9]{4})"
    r"|(?P<n4>[a-z]{3,9})\.? (?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y4>[0-9]{4})"
    r")(?![0-9])"
)
LATEST = date.max.toordinal()


class Found(Value):
    """A date at the beginning of a text: its readings by order, and the text behind it."""

    readings: dict[str, int]  # the ordinal by order; by "" if the text has only one reading
    rest: str


def find(plain: str, said: str) -> Found:
    """Find the date with which a text begins; raises BadTime if there is none."""
    match = _DATES.match(plain)
    if not match:
        raise BadTime(f"{quoted(said)} is not a date that I can read.", EXAMPLES)
    readings = {}
    for order, (year, month, day) in _readings(match).items():
        try:
            readings[order] = date(year, month, day).toordinal()
        except ValueError:
            continue
    if not readings:
        raise BadTime(f"{quoted(said)} is not a date.", EXAMPLES)
    return Found(readings=readings, rest=plain[match.end() :])


def _readings(match: re.Match[str]) -> dict[str, tuple[int, int, int]]:
    """Return year, month and day by order."""
    for kind in "34":
        if match[f"n{kind}"]:
            month = MONTHS.get(match[f"n{kind}"], 0)
            return {"": (int(match[f"y{kind}"]), month, int(match[f"d{kind}"]))}
    for kind in "12":
        if match[f"y{kind}"]:
            year, month, day = (int(match[f"{name}{kind}"]) for name in "ymd")
            return {"": (year, month, day)}
    one, two, last = int(match["one"]), int(match["two"]), int(match["three"])
    if len(match["three"]) == 4:
        return {DAY_FIRST: (last, two, one), MONTH_FIRST: (last, one, two)}
    return {
        DAY_FIRST: (2000 + last, two, one),
        MONTH_FIRST: (2000 + last, one, two),
        YEAR_FIRST: (2000 + one, two, last),
    }


def chosen(found: Found, order: str | None, latest: int, said: str) -> int:
    """Return the ordinal of a date in the given or known order; raises BadTime.

    A year after that of `latest` is ignored if there is another reading.
    """
    if order in found.readings:
        return found.readings[order]
    if order and "" not in found.readings:
        raise BadTime(f"{quoted(said)} is not a date, {order}.", CHOOSE)
    likely = possible(found, latest) or found.readings
    days = list(dict.fromkeys(likely.values()))
    if len(days) > 1:
        several = " or ".join(_worded(day, days) for day in days)
        raise BadTime(f"{quoted(said)} is not a date with one reading: {several}.", CHOOSE)
    return days[0]


def possible(found: Found, latest: int) -> dict[str, int]:
    """Return the readings of a date whose year is not in the future."""
    year = date.fromordinal(latest).year
    return {
        order: day for order, day in found.readings.items() if date.fromordinal(day).year <= year
    }


def _worded(ordinal: int, among: list[int]) -> str:
    """Return `1 November`, with the year if years differ."""
    day = date.fromordinal(ordinal)
    years = {date.fromordinal(each).year for each in among}
    year = f" {day.year}" if len(years) > 1 else ""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}{year}"


def order_of(texts: Iterable[str], latest: int = LATEST) -> str | None:
    """Return the only order that fits all dates of a column; None if several or none fit."""
    left: set[str] | None = None
    for text in texts:
        found = orders_of(text, latest)
        left = found if left is None else left & found if found else left
    return left.pop() if left and len(left) == 1 else None


def orders_of(text: str, latest: int = LATEST) -> set[str]:
    """Return the orders that fit a text's date in figures; empty if it has no order."""
    try:
        found = find(plain_of(text), text)
    except BadTime:
        return set()
    return possible(found, latest).keys() - {""}


def plain_of(text: str) -> str:
    """Return a text in lower case, with single spaces."""
    return " ".join(text.lower().split())
