"""Cramps over time: shares of recorded nights, with bounds for unknown nights.

The last weeks are not compared with earlier ones: whoever looks every week sees chance differences.
"""

from __future__ import annotations

from datetime import date

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, UNKNOWN
from cramplog.report.nights import records, states
from cramplog.report.stretches import stretches, unit_for
from cramplog.statistics.proportions import wilson
from cramplog.statistics.unknown import extremes
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cramplog.report.nights import NightState
    from cramplog.report.relief import Relief
    from cramplog.report.source import Source

LAST_NIGHTS = 28
FEWEST = 7
"""Recorded nights below which nothing is shown."""

YEAR = 365
QUARTERS = {"winter": (12, 1, 2), "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11)}
EMPTY, FEW_NIGHTS, NO_QUIET_NIGHT, NO_CRAMP = "empty", "few_nights", "no_quiet_night", "no_cramp"
LATE = 86400  # seconds after the end of a night


class Share(Value):
    """Cramp nights of the recorded nights of a stretch of time."""

    first_night: int
    last_night: int
    count: int
    of: int

    @property
    def value(self) -> float | None:
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval (Wilson score)."""
        return wilson(self.count, self.of) if self.of else None


class Change(Value):
    """A medicine was begun, changed or stopped; `on` is as exact as the person knew it."""

    on: str
    what: str

    @property
    def day(self) -> int:
        """The first day that it can have been."""
        return date.fromisoformat(self.on + "-01-01"[3 * self.on.count("-") :]).toordinal()


class Trends(Value):
    """All that a diary's nights tell over time; None and empty where they tell nothing."""

    missing: str | None  # why there is no trend: EMPTY, FEW_NIGHTS, NO_QUIET_NIGHT, NO_CRAMP
    cramp_nights: Share | None = None
    unknown: int = 0  # nights since the first one of which nothing is recorded
    extremes: tuple[float, float] | None = None  # had all of those been quiet; had all had a cramp
    unit: str = "week"
    stretches: tuple[Share, ...] = ()
    last: Share | None = None  # the last 28 nights
    before: Share | None = None  # all nights before them
    hours: tuple[int, ...] = (0,) * 24  # cramps at night by the hour in which they began
    seasons: tuple[tuple[str, Share], ...] = ()  # from twelve months on
    remedies: tuple[Relief, ...] = ()
    medicines: tuple[Change, ...] = ()  # by day
    late: int = 0  # recorded nights that were entered more than a day after they ended


def build(
    source: Source,
    last_over: int,
    first_weekday: int,
    begins: Iterable[int],
    entered: Mapping[int, int],
) -> Trends:
    """Build the value from the nights of a diary.

    `begins` are the seconds of the day at which cramps began, `entered` gives for each recorded
    night how many seconds after its end it was first entered.
    """
    first = source.first_night()
    if first is None:
        return Trends(missing=EMPTY)
    known = records(source, first, max(last_over + 1, first))
    nights = states(known, first, max(last_over, known.latest(), first), first, last_over)
    whole = share(nights)
    unit = unit_for(len(nights)) or "week"
    unknown = sum(night.state == UNKNOWN for night in nights)
    recent = nights[-1].night - LAST_NIGHTS
    hours = [0] * 24
    for second in begins:
        hours[second // 3600] += 1
    return Trends(
        missing=_missing(whole),
        cramp_nights=whole,
        unknown=unknown,
        extremes=extremes(whole.count, whole.of, unknown) if whole.of + unknown else None,
        unit=unit,
        stretches=tuple(
            Share(
                first_night=one.first_night,
                last_night=one.last_night,
                count=one.cramp_nights,
                of=one.recorded,
            )
            for one in stretches(nights, unit, first_weekday)
        ),
        last=share([night for night in nights if night.night > recent]),
        before=share([night for night in nights if night.night <= recent])
        if len(nights) > LAST_NIGHTS
        else None,
        hours=tuple(hours),
        seasons=_seasons(nights) if len(nights) >= YEAR else (),
        late=sum(seconds > LATE for seconds in entered.values()),
    )


def share(nights: Sequence[NightState]) -> Share:
    """Count the cramp nights of some nights, and the recorded ones."""
    recorded = [n for n in nights if n.state not in {UNKNOWN, BEFORE, NOT_OVER}]
    return Share(
        first_night=nights[0].night,
        last_night=nights[-1].night,
        count=sum(night.state == CRAMP for night in recorded),
        of=len(recorded),
    )


def _missing(whole: Share) -> str | None:
    if whole.of < FEWEST:
        return FEW_NIGHTS
    if whole.count == whole.of:
        return NO_QUIET_NIGHT
    return None if whole.count else NO_CRAMP


def _seasons(nights: Sequence[NightState]) -> tuple[tuple[str, Share], ...]:
    parts = {
        name: [night for night in nights if date.fromordinal(night.night).month in months]
        for name, months in QUARTERS.items()
    }
    return tuple((name, share(part)) for name, part in parts.items() if part)
