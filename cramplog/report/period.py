"""The nights of a report."""

from __future__ import annotations

from datetime import date

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.night import iso, night_of, week_of
from cramplog.errors import BadOption
from cramplog.report import days
from cramplog.value import Value

HOURS = Hours()
"""The defaults: nights from noon to noon, weeks from Monday on."""

WEEK, MONTH, YEAR, RANGE = "week", "month", "year", "range"


class Period(Value):
    """Nights from `first_night` to `last_night`, both included (day ordinals)."""

    kind: str  # WEEK, MONTH, YEAR, RANGE
    first_night: int
    last_night: int
    label: str

    @property
    def nights(self) -> int:
        """The number of calendar nights."""
        return self.last_night - self.first_night + 1


def tonight(now: Moment, hours: Hours = HOURS) -> int:
    """Return the night that is not over yet."""
    return night_of(now.instant, now.utc_offset, hours.night_starts)


def last_finished(now: Moment, hours: Hours = HOURS) -> int:
    """Return the last night that is over; a night ends at the next day's boundary."""
    return tonight(now, hours) - 1


def week(now: Moment, hours: Hours = HOURS, *, back: int = 0) -> Period:
    """Return the week that holds the last finished night, or `back` weeks before it."""
    first = week_of(last_finished(now, hours), hours.first_weekday) - 7 * back
    return _period(WEEK, first, first + 6)


def month(now: Moment, hours: Hours = HOURS) -> Period:
    """Return the calendar month of nights that holds the last finished night."""
    within = date.fromordinal(last_finished(now, hours))
    following = date(within.year + within.month // 12, within.month % 12 + 1, 1)
    return _period(MONTH, within.replace(day=1).toordinal(), following.toordinal() - 1)


def year(now: Moment, hours: Hours = HOURS) -> Period:
    """Return the calendar year of nights that holds the last finished night."""
    number = date.fromordinal(last_finished(now, hours)).year
    return _period(YEAR, date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal())


def between(
    since: int | None,
    until: int | None,
    now: Moment,
    hours: Hours = HOURS,
    begins: int | None = None,
) -> Period:
    """Return the nights from `since` to `until`, both included.

    Without `since` it starts at the diary's first night (`begins`); without `until` it ends with
    the night that is not over yet, including its cramps so far. Raises BadOption if `since` is
    after `until`.
    """
    last = tonight(now, hours) if until is None else until
    first = since
    if first is None:
        first = last if begins is None else min(begins, last)
    if first > last:
        raise BadOption(
            f"--since {iso(first)} is after --until {iso(last)}.",
            f"Did you mean --since {iso(last)} --until {iso(first)}?",
        )
    return _period(RANGE, first, last)


def _period(kind: str, first: int, last: int) -> Period:
    if kind == MONTH:
        label = days.month(first)
    elif kind == YEAR:
        label = str(date.fromordinal(first).year)
    else:
        label = days.span(first, last)
    return Period(kind=kind, first_night=first, last_night=last, label=label)
