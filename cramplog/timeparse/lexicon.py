"""Names of days, months and units; reading and writing of numbers and moments."""

from __future__ import annotations

from cramplog.clock import offset_at
from cramplog.letters import shows, tidy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment

DAY = 86400
NOON = DAY // 2
EPOCH = 719163  # date(1970, 1, 1).toordinal()
TOO_MANY = 10**9  # stands for any number of more than nine digits

DIGITS = frozenset("0123456789")
ROUGH = frozenset(("", "about", "around", "approx", "approximately"))  # "" is what `~` leaves

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {
    spelling: number
    for number, name in enumerate(MONTH_NAMES, 1)
    for spelling in (name.lower(), name[:3].lower())
} | {"sept": 9}
WEEKDAYS = {
    spelling: number
    for number, name in enumerate(WEEKDAY_NAMES)
    for spelling in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
UNITS = {
    spelling: seconds
    for seconds, spellings in (
        (1, "s sec secs second seconds"),
        (60, "m min mins minute minutes"),
        (3600, "h hr hrs hour hours"),
    )
    for spelling in spellings.split()
}


def is_number(text: str) -> bool:
    """Return whether the text is ASCII digits only."""
    return bool(text) and DIGITS.issuperset(text)


def number(text: str) -> int:
    """Return the value of ASCII digits; more than nine digits give TOO_MANY."""
    return int(text) if len(text) < 10 else TOO_MANY


def shown(text: str) -> str:
    """Return what was typed so that a message can repeat it: on one line, at most 40 characters."""
    line = tidy("".join(c if shows(c) else " " if c.isspace() else "?" for c in text))
    return line if len(line) <= 40 else line[:39] + "…"


def offset_of(instant: int, now: Moment) -> int:
    """Return the seconds east of UTC at an instant, by the zone of `now` or its fixed offset."""
    return now.utc_offset if now.zone is None else offset_at(instant, now.zone)


def today(now: Moment) -> int:
    """Return the calendar day of the local clock, as an ordinal."""
    return (now.instant + now.utc_offset) // DAY + EPOCH


def ordinal_of(year: int, month: int, day: int) -> int:
    """Return the ordinal of a calendar date; raises ValueError if there is no such date."""
    from datetime import date  # `left calf 5m` does without this millisecond

    return date(year, month, day).toordinal()


def civil(ordinal: int) -> tuple[int, int, int]:
    """Return year, month and day of an ordinal."""
    from datetime import date

    day = date.fromordinal(ordinal)
    return day.year, day.month, day.day


def clock_text(second: int) -> str:
    """Format a second of the day as `02:30`, or as `02:30:15` if it is no whole minute."""
    minutes, seconds = divmod(second, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


def offset_text(offset: int) -> str:
    """Format an offset as `+01:00`."""
    return ("-" if offset < 0 else "+") + clock_text(abs(offset))


def iso_wall(wall: int) -> str:
    """Format a wall-clock moment so that one can type it, `2026-11-23 02:30`."""
    year, month, day = civil(wall // DAY + EPOCH)
    return f"{year}-{month:02}-{day:02} {clock_text(wall % DAY)}"


def full_day(ordinal: int) -> str:
    """Format a day for reading, `Mon 23 Nov 2026`, the same in every locale."""
    year, month, day = civil(ordinal)
    return f"{WEEKDAY_NAMES[(ordinal - 1) % 7][:3]} {day} {MONTH_NAMES[month - 1][:3]} {year}"


def full_wall(wall: int) -> str:
    """Format a wall-clock moment for reading, `Mon 23 Nov 2026 02:30`."""
    return f"{full_day(wall // DAY + EPOCH)} {clock_text(wall % DAY)}"
