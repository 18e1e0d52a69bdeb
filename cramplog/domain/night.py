"""Nights: named by their evening's date, running from noon to noon by default.

A night is a day ordinal (`date.toordinal`), so a Monday week is `(night - 1) // 7`.
"""

from __future__ import annotations

from cramplog.value import Value

EPOCH_ORDINAL = 719163  # date(1970, 1, 1).toordinal()
DAY = 86400

CRAMP = "cramp"
QUIET = "quiet"
UNKNOWN = "unknown"
BEFORE = "before"  # before the first record of the diary
NOT_OVER = "not_over"  # still running, and nothing recorded yet


class NightRecord(Value):
    """The record of one night: whether it was quiet, and the exposures of the day before it.

    `factors` holds pairs of catalogue id and value in text (`yes`, `no`, `6`, `1.2`,
    `4..19`); a factor that is not in it is unknown, never no.
    """

    person: str
    night: int
    quiet: bool = False
    factors: tuple[tuple[str, str], ...] = ()
    recorded_at: int
    recorded_offset: int = 0


def night_of(started_at: int, utc_offset: int, starts_at: int = DAY // 2) -> int:
    """Return the night of a wall-clock moment; `starts_at` is its boundary in seconds of the day.

    >>> night_of(0, 0) == EPOCH_ORDINAL - 1  # midnight belongs to the evening before
    True
    """
    return (started_at + utc_offset - starts_at) // DAY + EPOCH_ORDINAL


def second_of_day(started_at: int, utc_offset: int) -> int:
    """Return the seconds since local midnight, 0 to 86399."""
    return (started_at + utc_offset) % DAY


def week_of(night: int, first_weekday: int = 0) -> int:
    """Return the first night of the week that holds `night`; `first_weekday` 0 is Monday."""
    return night - (night - 1 - first_weekday) % 7


def iso(night: int) -> str:
    """Format the night as an ISO date, `2026-11-22`."""
    from datetime import date

    return date.fromordinal(night).isoformat()
