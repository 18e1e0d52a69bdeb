"""Which nights a report is about."""

from __future__ import annotations

from datetime import date

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.night import iso, night_of, week_of
from cramplog.errors import BadOption
from cramplog.report import days
from cramplog.value import Value

HOURS = Hours()
"""Nights from noon to noon, weeks from Monday on: where nobody set it otherwise."""

WEEK, MONTH, YEAR, RANGE = "week", "month", "year", "range"


class Period(Value):
    """Nights from `first_night` to `last_night`, both included (day ordinals)."""

    kind: str  # WEEK, MONTH, YEAR, RANGE
    first_night: int
    last_night: int
    label: str

    @property
    def nights(self) -> int:
        """How many nights the calendar has for it."""
        return self.last_night - self.first_night + 1


def tonight(now: Moment, hours: Hours = HOURS) -> int:
    """The night that is not over yet."""
    return night_of(now.instant, now.utc_offset, hours.night_starts)


def last_finished(now: Moment, hours: Hours = HOURS) -> int:
    """The last night that is over: night N is, from the boundary of the next day on."""
    return tonight(now, hours) - 1


def week(now: Moment, hours: Hours = HOURS, *, back: int = 0) -> Period:
    """The week that holds the last finished night, or `back` weeks before it."""
    first = week_of(last_finished(now, hours), hours.first_weekday) - 7 * back
    return _period(WEEK, first, first + 6)


def month(now: Moment, hours: Hours = HOURS) -> Period:
    """The calendar month of nights that holds the last finished night."""
    within = date.fromordinal(last_finished(now, hours))
    following = date(within.year + within.month // 12, within.month % 12 + 1, 1)
    return _period(MONTH, within.replace(day=1).toordinal(), following.toordinal() - 1)


def year(now: Moment, hours: Hours = HOURS) -> Period:
    """The calendar year of nights that holds the last finished night."""
    number = date.fromordinal(last_finished(now, hours)).year
    return _period(YEAR, date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal())


def between(
    since: int | None,
    until: int | None,
    now: Moment,
    hours: Hours = HOURS,
    begins: int | None = None,
) -> Period:
    """The nights from `since` to `until`, both included.

    Without `since` it is all from the diary's first night (`begins`) on, without `until` all
    up to the night that is not over yet, whose cramps so far are in it.
    Raises BadOption where `since` is after `until`.
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
