"""Dates and counts in the texts of flags; the same in every locale."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NO_ALL_CLEAR = "No flag is no all-clear: if something worries you, ask a doctor or pharmacist."
"""What is said wherever no flag is on."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_text(ordinal: int) -> str:
    """A date or night as `22 Nov 2026`."""
    from datetime import date

    day = date.fromordinal(ordinal)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 night`, `3 nights`.

    >>> counted(1, "night"), counted(3, "night")
    ('1 night', '3 nights')
    """
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
