"""Split a longer period into weeks, or into months if it is longer than a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, week_of
from cramplog.report.nights import NightState
from cramplog.value import Value

LONGEST_BY_WEEK = 53 * 7
"""Nights; a longer period is counted by month and has no calendar."""

BY_WEEK, BY_MONTH = "week", "month"


class Stretch(Value):
    """A week or month, as far as it lies in the period."""

    first_night: int
    last_night: int
    cramps: int
    cramp_nights: int
    recorded: int


def unit_for(nights: int) -> str | None:
    """Return the unit that splits a period of so many nights; None for a week or less."""
    if nights <= 7:
        return None
    return BY_WEEK if nights <= LONGEST_BY_WEEK else BY_MONTH


def stretches(nights: Sequence[NightState], unit: str, first_weekday: int) -> tuple[Stretch, ...]:
    """Split nights into weeks or months, without those fully before the diary or not over."""

    def begins(night: NightState) -> int:
        if unit == BY_WEEK:
            return week_of(night.night, first_weekday)
        return date.fromordinal(night.night).replace(day=1).toordinal()

    cut = (list(members) for _, members in groupby(nights, key=begins))
    return tuple(
        _stretch(members)
        for members in cut
        if any(night.state not in {BEFORE, NOT_OVER} for night in members)
    )


def _stretch(nights: Sequence[NightState]) -> Stretch:
    return Stretch(
        first_night=nights[0].night,
        last_night=nights[-1].night,
        cramps=sum(night.cramps for night in nights),
        cramp_nights=sum(night.state == CRAMP for night in nights),
        recorded=sum(night.state in {CRAMP, QUIET} for night in nights),
    )
