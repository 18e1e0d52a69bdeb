"""Dates with clock times as other programs write them; a time with two readings is refused.

A numeric offset belongs to what the clock showed. `Z` and seconds since 1970 only mean an instant
(RFC 9557, section 2): those are shown by the clock of the diary's zone.
"""

from __future__ import annotations

import re

from cramplog.clock import Moment
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import DAY, EPOCH_ORDINAL
from cramplog.domain.spelling import quoted
from cramplog.errors import BadTime
from cramplog.interchange import foreign_dates, texts
from cramplog.interchange.foreign_dates import EXAMPLES, plain_of
from cramplog.timeparse import local
from cramplog.timeparse.lexicon import offset_of
from cramplog.value import Value

_OFFSET = r"z|utc|gmt|(?:utc|gmt)? ?[+-][0-9]{1,2}(?::?[0-9]{2})?"
_TIME = re.compile(
    r"(?P<h>[0-9]{1,2})(?:(?P<mark>[:.])(?P<m>[0-9]{2})(?:[:.](?P<s>[0-9]{2})(?:[.,][0-9]+)?)?)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.|uhr|h)?"
    rf" ?\(?(?P<offset>{_OFFSET})?\)?(?: ?\(.*\))?"
)
_BASIC = re.compile(rf"(?P<h>[0-9]{{2}})(?P<m>[0-9]{{2}})(?P<s>[0-9]{{2}})?(?P<offset>{_OFFSET})?")
_BRACKETS = re.compile(r"\[([A-Za-z0-9_+/-]+)\]\s*$")
_SINCE_1970 = re.compile(r"([0-9]{10})([0-9]{3})?(?:\.[0-9]+)?")
INSTANT = "z"
"""The offset of a time that is only an instant."""


class Clock(Value):
    """The clock by which a file's times are read and shown.

    `now` has the zone of times without an offset or with `Z`. If the user `named` that zone, times
    with another offset are shown by it, too.
    """

    now: Moment
    named: bool = False


def started(
    text: str, now: Moment | Clock, order: str | None, default: int | None = None
) -> tuple[int, int, str | None]:
    """Return Unix seconds, offset and zone of a date with a time; raises BadTime.

    `default` is the second of the day for a date without a clock time.
    """
    by = now if isinstance(now, Clock) else Clock(now=now)
    since = _SINCE_1970.fullmatch(text.strip())
    if since:
        return _shown(int(since[1]), by.now)
    bracket = _BRACKETS.search(text)
    if bracket:
        by = by.replace(now=by.now.replace(zone=texts.zone(bracket[1])))
        text = text[: bracket.start()]
    found = foreign_dates.find(plain_of(text), text)
    latest = by.now.instant // DAY + EPOCH_ORDINAL
    day = foreign_dates.chosen(found, order, latest, text)
    rest = found.rest.lstrip(" ,t")
    if rest:
        second, offset = clock(rest, text)
    elif default is not None:
        second, offset = default, None
    else:
        raise BadTime(f"{quoted(text)} has no clock time.", "--time 03:00~ takes one for all.")
    wall = (day - EPOCH_ORDINAL) * DAY + second
    if offset == INSTANT:
        return _shown(_from_1970(wall, text), by.now)
    if isinstance(offset, int):
        instant = _from_1970(wall - offset, text)
        return _shown(instant, by.now) if by.named or bracket else (instant, offset, None)
    return _local(wall, by.now, text)


def _shown(instant: int, now: Moment) -> tuple[int, int, str | None]:
    return instant, offset_of(instant, now), now.zone


def _local(wall: int, now: Moment, text: str) -> tuple[int, int, str | None]:
    found = local.instants(wall, now)
    if len(found) == 1:
        return _from_1970(found[0], text), wall - found[0], now.zone
    readings = " and ".join(rfc3339(instant, wall - instant) for instant in found)
    if found:
        raise BadTime(f"{quoted(text)} came twice, when clocks went back: {readings}.")
    raise BadTime(f"{quoted(text)} never was: clocks went forward.")


def clock(text: str, said: str) -> tuple[int, int | str | None]:
    """Return the second of the day and its offset or INSTANT; raises BadTime."""
    plain = plain_of(text)
    match = _TIME.fullmatch(plain) or _BASIC.fullmatch(plain)
    groups = match.groupdict() if match else {}
    half = groups.get("half") or ""
    if not match or not (groups["m"] or half) or (match.re is _BASIC and "t" not in said.lower()):
        raise BadTime(f"{quoted(said)} has no clock time that I can read.", EXAMPLES)
    hour, minute, second = (int(match[name] or 0) for name in "hms")
    if half[:1] in ("a", "p"):
        if not 1 <= hour <= 12:
            raise BadTime(f"{quoted(said)} is no time: am and pm go with 1 to 12.")
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise BadTime(f"{quoted(said)} has no such time of day.", EXAMPLES)
    if groups.get("mark") == "." and not (half or match["s"]):
        raise _unclear(hour, minute, said)
    return hour * 3600 + minute * 60 + second, offset(match["offset"])


def _unclear(hour: int, minute: int, said: str) -> BadTime:
    """Return the error for `3.30`, half past three or a part of an hour."""
    part = round(minute * 0.6)
    return BadTime(
        f"{quoted(said)} is {hour}:{minute:02}, or {hour}.{minute:02} hours, which is "
        f"{hour}:{part:02}.",
        f"Write {hour}:{minute:02} in the file, or {hour}:{part:02}.",
    )


def offset(text: str | None) -> int | str | None:
    """Return the seconds east of UTC, INSTANT for a bare UTC, None for nothing."""
    plain = (text or "").replace("utc", "").replace("gmt", "").strip()
    if not plain:
        return INSTANT if text else None
    if plain in (INSTANT, "-00:00", "-0000"):
        return INSTANT
    digits = plain[1:].replace(":", "").rjust(2, "0")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    seconds = int(hours) * 3600 + int(minutes) * 60
    if seconds > 14 * 3600 or int(minutes) > 59:
        raise BadTime(f"{quoted(str(text))} is no offset that any clock keeps.", "Like +01:00.")
    return -seconds if plain[0] == "-" else seconds


def _from_1970(instant: int, text: str) -> int:
    if instant < 0:
        raise BadTime(f"{quoted(text)} is before 1970.")
    return instant
