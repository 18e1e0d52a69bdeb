"""Names of days in English, whatever the locale; a day is an ordinal (`date.toordinal`).

`datetime` is imported inside the functions: the status screen needs weekdays only.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def date_of(day: int) -> date:
    """Return the date of an ordinal."""
    from datetime import date

    return date.fromordinal(day)


def weekday(day: int) -> str:
    """Return `Sun`."""
    return WEEKDAYS[(day - 1) % 7]


def short(day: int) -> str:
    """Return `22 Nov`."""
    on = date_of(day)
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def full(day: int) -> str:
    """Return `Sun 22 Nov 2026`."""
    return f"{weekday(day)} {short(day)} {date_of(day).year}"


def month(day: int) -> str:
    """Return `November 2026`."""
    on = date_of(day)
    return f"{MONTHS[on.month - 1]} {on.year}"


def short_month(day: int) -> str:
    """Return `Nov 2026`."""
    on = date_of(day)
    return f"{MONTHS[on.month - 1][:3]} {on.year}"


def begun(first: int, last: int) -> Callable[[int], str]:
    """Return the formatter of days from `first` to `last`: with years if there are two."""
    if date_of(first).year == date_of(last).year:
        return short
    return lambda day: f"{short(day)} {date_of(day).year}"


def span(first: int, last: int) -> str:
    """Return `16 to 22 Nov 2026`, `30 Nov to 6 Dec 2026`, `28 Dec 2026 to 3 Jan 2027`."""
    begins, ends = date_of(first), date_of(last)
    after = f"{short(last)} {ends.year}"
    if first == last:
        return after
    if begins.year != ends.year:
        return f"{short(first)} {begins.year} to {after}"
    if begins.month != ends.month:
        return f"{short(first)} to {after}"
    return f"{begins.day} to {after}"
