"""Instants as text that machines read: RFC 3339 in whole seconds with a numeric offset."""

from __future__ import annotations

from datetime import date

from cramplog.domain.night import DAY, EPOCH_ORDINAL

REMEMBERED = 1000  # days; an export asks for the same few again and again
_DAYS: dict[int, str] = {}
_MINUTES: dict[int, str] = {}
_OFFSETS: dict[int, str] = {}
_SECONDS = tuple(f"{second:02}" for second in range(60))


def day_of(instant: int, utc_offset: int) -> int:
    """Return the calendar day (ordinal) that a wall clock showed."""
    return (instant + utc_offset) // DAY + EPOCH_ORDINAL


def offset(seconds: int) -> str:
    """Format an offset from UTC in whole minutes, `+01:00`."""
    minutes = abs(seconds) // 60
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def rfc3339(instant: int, utc_offset: int) -> str:
    """Format an instant as `2026-11-23T02:30:00+00:00`.

    RFC 3339 has no seconds in offsets: an offset with seconds is cut to its minutes, and the
    clock is shifted as much, so that the text still names the same instant.
    """
    whole = utc_offset if utc_offset % 60 == 0 else int(utc_offset / 60) * 60
    minute, second = divmod(instant + whole, 60)
    day, minute = divmod(minute, DAY // 60)
    try:  # nearly always: an export asks by the million
        return f"{_DAYS[day]}{_MINUTES[minute]}{_SECONDS[second]}{_OFFSETS[whole]}"
    except KeyError:
        if len(_DAYS) >= REMEMBERED:
            _DAYS.clear()
        _DAYS[day] = date.fromordinal(day + EPOCH_ORDINAL).isoformat()
        _MINUTES[minute] = f"T{minute // 60:02}:{minute % 60:02}:"
        _OFFSETS[whole] = offset(whole)
        return f"{_DAYS[day]}{_MINUTES[minute]}{_SECONDS[second]}{_OFFSETS[whole]}"
