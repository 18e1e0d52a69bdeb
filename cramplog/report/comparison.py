"""Compare a period with the person's own twelve weeks before it.

Counts of partly recorded weeks are lower bounds, so "fewer than usual" is used only for a week
that is over and fully recorded: an unknown night never counts as a quiet one.
"""

from __future__ import annotations

from collections.abc import Sequence

from cramplog.domain.night import CRAMP, QUIET
from cramplog.report.nights import NightState
from cramplog.report.period import Period
from cramplog.value import Value

WEEKS = 12
WEEK_NIGHTS = 7

PER_WEEK = "cramps_per_week"
PER_7_RECORDED = "cramps_per_7_recorded_nights"

NO_EARLIER_RECORD = "no_earlier_record"
NOTHING_RECORDED = "nothing_recorded"
NO_QUIET_NIGHT = "no_quiet_night"


class Comparison(Value):
    """A period (`this`) and the `usual` value before it, in `unit`.

    For seven nights the count is compared with the mean of earlier weeks' counts; for other
    lengths, cramps per seven recorded nights are compared, if quiet nights are recorded. `why_not`
    is the reason if `this` or `usual` is None.
    """

    unit: str
    this: float | None
    usual: float | None
    weeks: int  # earlier weeks in the diary that were compared
    weeks_left_out: int  # earlier weeks without any record
    recorded: int  # recorded nights of the weeks compared
    nights: int  # all nights of the weeks compared
    more_than: int | None = None  # number of weeks with fewer cramps than this one
    fewer_than: int | None = None  # number of weeks with more; None if unknown nights leave it open
    why_not: str | None = None


def compare(
    period: Period, current: Sequence[NightState], earlier: Sequence[NightState], begins: int | None
) -> Comparison:
    """Compare `current`, the nights of `period`, with the `earlier` twelve weeks.

    `begins` is the diary's first night; earlier weeks that are not fully in the diary are left out.
    """
    weeks = [earlier[at : at + WEEK_NIGHTS] for at in range(0, len(earlier), WEEK_NIGHTS)]
    within = [week for week in weeks if begins is not None and week[0].night >= begins]
    compared = [week for week in within if _recorded(week)]
    nights = [night for week in compared for night in week]
    frame = Comparison(
        unit=PER_WEEK if period.nights == WEEK_NIGHTS else PER_7_RECORDED,
        this=None,
        usual=None,
        weeks=len(compared),
        weeks_left_out=len(within) - len(compared),
        recorded=_recorded(nights),
        nights=len(nights),
    )
    if frame.unit == PER_WEEK:
        return _by_count(frame, current, [_cramps(week) for week in compared])
    return _by_rate(frame, current, nights)


def _by_count(
    frame: Comparison, current: Sequence[NightState], counts: Sequence[int]
) -> Comparison:
    usual = sum(counts) / len(counts) if counts else None
    if not _recorded(current):
        return frame.replace(usual=usual, why_not=NOTHING_RECORDED)
    this = _cramps(current)
    if not counts:
        return frame.replace(this=this, why_not=NO_EARLIER_RECORD)
    whole = _recorded(current) == len(current)
    return frame.replace(
        this=this,
        usual=usual,
        more_than=sum(count < this for count in counts),
        fewer_than=sum(count > this for count in counts) if whole else None,
    )


def _by_rate(
    frame: Comparison, current: Sequence[NightState], nights: Sequence[NightState]
) -> Comparison:
    this, usual = _rate(current), _rate(nights)
    if this is not None and usual is not None:
        return frame.replace(this=this, usual=usual)
    if not _recorded(current):
        why_not = NOTHING_RECORDED
    elif not _recorded(nights):
        why_not = NO_EARLIER_RECORD
    else:
        why_not = NO_QUIET_NIGHT
    return frame.replace(this=this, usual=usual, why_not=why_not)


def _rate(nights: Sequence[NightState]) -> float | None:
    """Return the cramps per seven recorded nights; None if only cramp nights are recorded."""
    if not any(night.state == QUIET for night in nights):
        return None
    return WEEK_NIGHTS * _cramps(nights) / _recorded(nights)


def _recorded(nights: Sequence[NightState]) -> int:
    return sum(night.state in {CRAMP, QUIET} for night in nights)


def _cramps(nights: Sequence[NightState]) -> int:
    return sum(night.cramps for night in nights)
