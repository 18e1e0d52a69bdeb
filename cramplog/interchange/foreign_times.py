"""Dates and clock times as other programs write them; what has two readings is refused.

`01/02/2026` is 1 February or 2 January. Where the same column of the file holds a date that has
one reading only (`20/02/2026`), that settles its order; else the user says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from cramplog.clock import Moment
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import DAY, EPOCH_ORDINAL
from cramplog.domain.spelling import quoted
from cramplog.errors import BadTime
from cramplog.timeparse import local
from cramplog.timeparse.lexicon import MONTH_NAMES, MONTHS

DAY_FIRST, MONTH_FIRST = ORDERS = ("day-first", "month-first")
CHOOSE = "--dates day-first or --dates month-first says which."
EXAMPLES = "Usual are 2026-11-20 02:30, 20/11/2026 02:30, 20 Nov 2026 2:30 am."

_WEEKDAY = r"(?:[a-z]{2,9}\.?,? )?"
_DATES = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<y1>[0-9]{4})([-/.])(?P<m1>[0-9]{1,2})\2(?P<d1>[0-9]{1,2})"
    r"|(?P<first>[0-9]{1,2})([-/.])(?P<second>[0-9]{1,2})\6(?P<y2>[0-9]{4})"
    r"|(?P<d3>[0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]?(?P<n3>[a-z]{3,9})\.?,?[ -](?P<y3>[0-9]{4})"
    r"|(?P<n4>[a-z]{3,9})\.? (?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y4>[0-9]{4})"
    r")(?![0-9])"
)
_TIME = re.compile(
    r"(?P<h>[0-9]{1,2})(?::(?P<m>[0-9]{2})(?::(?P<s>[0-9]{2})(?:[.,][0-9]+)?)?)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.)? ?(?P<offset>z|[+-][0-9]{2}:?[0-9]{2})?"
)


def order_of(texts: Iterable[str]) -> str | None:
    """The order of day and month that dates of one column show; None where none or both do."""
    found = {order for text in texts if (order := _shown_order(text))}
    return found.pop() if len(found) == 1 else None


def _shown_order(text: str) -> str | None:
    match = _DATES.match(_plain(text))
    if not match or not match["first"]:
        return None
    first, second = int(match["first"]), int(match["second"])
    if first > 12 >= second:
        return DAY_FIRST
    return MONTH_FIRST if second > 12 >= first else None


def started(text: str, now: Moment, order: str | None) -> tuple[int, int, str | None]:
    """Unix seconds, offset and zone of a date with a time; raises BadTime.

    Without an offset it is the time of the local clock, whose zone `now` has.
    """
    plain = _plain(text)
    match = _DATES.match(plain)
    if not match:
        raise BadTime(f"{quoted(text)} is not a date that I can read.", EXAMPLES)
    rest = plain[match.end() :].lstrip(" ,t")
    if not rest:
        raise BadTime(f"{quoted(text)} has no clock time.", EXAMPLES)
    second, offset = clock(rest, text)
    wall = (_ordinal(match, text, order) - EPOCH_ORDINAL) * DAY + second
    if offset is not None:
        return _from_1970(wall - offset, text), offset, None
    found = local.instants(wall, now)
    if len(found) == 1:
        return _from_1970(found[0], text), wall - found[0], now.zone
    readings = " and ".join(rfc3339(instant, wall - instant) for instant in found)
    if found:
        raise BadTime(f"{quoted(text)} came twice, when clocks went back: {readings}.")
    raise BadTime(f"{quoted(text)} never was: clocks went forward.")


def clock(text: str, said: str) -> tuple[int, int | None]:
    """Second of the day and the offset that stands behind it; raises BadTime."""
    match = _TIME.fullmatch(_plain(text))
    if not match or not (match["m"] or match["half"]):
        raise BadTime(f"{quoted(said)} has no clock time that I can read.", EXAMPLES)
    hour, minute, second = (int(match[name] or 0) for name in "hms")
    if match["half"]:
        if not 1 <= hour <= 12:
            raise BadTime(f"{quoted(said)} is no time: am and pm go with 1 to 12.")
        hour = hour % 12 + (12 if match["half"][0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise BadTime(f"{quoted(said)} has no such time of day.", EXAMPLES)
    return hour * 3600 + minute * 60 + second, _offset(match["offset"])


def _offset(text: str | None) -> int | None:
    if not text:
        return None
    if text == "z":
        return 0
    seconds = int(text[1:3]) * 3600 + int(text[-2:]) * 60
    return -seconds if text[0] == "-" else seconds


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _ordinal(match: re.Match[str], text: str, order: str | None) -> int:
    if match["first"]:
        day, month = _in_order(match, text, order)
        year = int(match["y2"])
    elif match["y1"]:
        year, month, day = (int(match[name]) for name in ("y1", "m1", "d1"))
    else:
        kind = "3" if match["n3"] else "4"
        month = MONTHS.get(match[f"n{kind}"], 0)
        day, year = int(match[f"d{kind}"]), int(match[f"y{kind}"])
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise BadTime(f"{quoted(text)} is not a date.", EXAMPLES) from None


def _in_order(match: re.Match[str], text: str, order: str | None) -> tuple[int, int]:
    """Day and month of a date in figures."""
    first, second = int(match["first"]), int(match["second"])
    if order is None and first != second and first <= 12 and second <= 12:
        readings = [f"{d} {MONTH_NAMES[m - 1]}" for d, m in ((first, second), (second, first))]
        raise BadTime(f"{quoted(text)} is {readings[0]} or {readings[1]}.", CHOOSE)
    if order is None:
        order = MONTH_FIRST if second > 12 else DAY_FIRST
    return (first, second) if order == DAY_FIRST else (second, first)


def _from_1970(instant: int, text: str) -> int:
    if instant < 0:
        raise BadTime(f"{quoted(text)} is before 1970.")
    return instant
