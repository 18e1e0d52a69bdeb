"""The report: one immutable value of which text, JSON and pages are renderings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.domain.facts import Facts, Visit
from cramplog.domain.moments import day_of
from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, UNKNOWN
from cramplog.report.comparison import WEEK_NIGHTS, WEEKS, Comparison, compare
from cramplog.report.nights import NightState, Records, records, states
from cramplog.report.period import HOURS, Period, last_finished
from cramplog.report.signs import Sign, looked_for
from cramplog.report.source import Source
from cramplog.report.stretches import LONGEST_BY_WEEK, Stretch, stretches, unit_for
from cramplog.report.summary import Summary, summarise
from cramplog.statistics.proportions import WILSON, wilson
from cramplog.statistics.rates import GARWOOD, garwood
from cramplog.value import Value

LOW_BELOW = 0.7
"""Our default: below this share of recorded nights a report warns (clinical reference F2.2)."""

NOTHING_RECORDED = "nothing_recorded"
NO_QUIET_NIGHT = "no_quiet_night"


class Completeness(Value):
    """How the nights of the period divide; the five kinds add up to `calendar`."""

    calendar: int
    cramp: int
    quiet: int
    unknown: int
    before: int  # before the first record of the diary
    not_over: int

    @property
    def recorded(self) -> int:
        """Nights with a cramp, and nights recorded as cramp-free."""
        return self.cramp + self.quiet

    @property
    def due(self) -> int:
        """Nights that could have been recorded: over, and in the diary."""
        return self.recorded + self.unknown

    @property
    def share(self) -> float | None:
        """Recorded nights of those due; None where none was due."""
        return self.recorded / self.due if self.due else None

    @property
    def low(self) -> bool:
        """So few nights recorded that the share of cramp nights may be too high."""
        return self.share is not None and self.share < LOW_BELOW


class CrampNights(Value):
    """Nights with a cramp, of recorded nights; the share with its 95 % interval.

    Where no quiet night is recorded a share would always be 1 and mean nothing: it is None,
    and `why_no_share` tells why.
    """

    count: int
    of: int
    share: float | None
    interval: tuple[float, float] | None
    method: str = WILSON
    why_no_share: str | None = None


class Rate(Value):
    """Cramps per seven recorded nights, with the 95 % interval of a count over that time."""

    per_week: float
    interval: tuple[float, float]
    method: str = GARWOOD


class Report(Value):
    """What is recorded of one person's nights in a period."""

    period: Period
    person: str | None
    made_at: Moment
    begins: int | None  # the diary's first night; None: the diary is empty
    last_over: int  # the last night that was over when the report was made
    completeness: Completeness
    cramp_nights: CrampNights
    rate: Rate | None  # None: no quiet night is recorded, so it would be too high
    cramps: Summary  # of the episodes that make cramp nights
    daytime: Summary  # of those that began by day, which are in no other number here
    comparison: Comparison
    nights: tuple[NightState, ...]
    first_weekday: int  # 0 is Monday
    stretch_unit: str | None
    stretches: tuple[Stretch, ...]
    flags: tuple[Mapping[str, object], ...] | None = None  # None: not looked at
    not_evaluable: int = 0  # rules that wait for an answer
    snoozed: tuple[Mapping[str, object], ...] = ()  # flags that are on and quieted, with why
    own_triggers: Mapping[str, str] = {}  # labels of the person's own, by id
    episodes: tuple[Episode, ...] = ()  # all of the period, oldest first, daytime ones too
    evidence: tuple[Episode, ...] = ()  # of other nights, on which flags rest
    facts: Facts | None = None  # of the person; None: not looked at
    visit: Visit | None = None  # the next appointment

    @property
    def made_on(self) -> int:
        """The day on which it was made: its flags are of that day, whatever the period."""
        return day_of(self.made_at.instant, self.made_at.utc_offset)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The signs that were looked for, with the latest word on each."""
        return looked_for(self.facts.symptoms, self.made_on) if self.facts else ()

    @property
    def over(self) -> bool:
        """Whether all nights of the period were over."""
        return self.period.last_night <= self.last_over


def build(
    source: Source,
    period: Period,
    now: Moment,
    hours: Hours = HOURS,
    *,
    person: str | None = None,
    flags: Sequence[Mapping[str, object]] | None = None,
    not_evaluable: int = 0,
    own_triggers: Mapping[str, str] | None = None,
) -> Report:
    """The report of `period` as the diary stands `now`.

    `person` is named where the diary has several. `flags` are summaries with `urgency`,
    `title`, `seen`, `id` and `origin`, in the order in which they are to be shown. What the
    diary knows of the person beyond nights is added by `replace`.
    """
    begins, last_over = source.first_night(), last_finished(now, hours)
    earliest = period.first_night - WEEKS * WEEK_NIGHTS
    known = records(source, earliest, period.last_night)
    first, last = _listed(known, period, begins, last_over)
    nights = states(known, first, last, begins, last_over)
    completeness = _completeness(nights, period, before=first - period.first_night)
    episodes = list(source.episodes(since=period.first_night, until=period.last_night))
    unit = unit_for(period.nights)
    return Report(
        period=period,
        person=person,
        made_at=now,
        begins=begins,
        last_over=last_over,
        completeness=completeness,
        cramp_nights=_cramp_nights(completeness),
        rate=_rate(completeness, sum(night.cramps for night in nights)),
        cramps=summarise([episode for episode in episodes if not episode.daytime]),
        daytime=summarise([episode for episode in episodes if episode.daytime]),
        comparison=compare(
            period,
            nights,
            states(known, earliest, period.first_night - 1, begins, last_over),
            begins,
        ),
        nights=nights,
        first_weekday=hours.first_weekday,
        stretch_unit=unit,
        stretches=stretches(nights, unit, hours.first_weekday) if unit else (),
        flags=None if flags is None else tuple(flags),
        not_evaluable=not_evaluable,
        own_triggers=own_triggers or {},
        episodes=tuple(episodes),
    )


def _listed(known: Records, period: Period, begins: int | None, last_over: int) -> tuple[int, int]:
    """The nights to tell one by one: all; of a very long period, those the diary spans."""
    if period.nights <= LONGEST_BY_WEEK:
        return period.first_night, period.last_night
    last = max(period.first_night - 1, min(period.last_night, max(last_over, known.latest())))
    first = last + 1 if begins is None else min(last + 1, max(period.first_night, begins))
    return first, last


def _completeness(nights: Sequence[NightState], period: Period, before: int) -> Completeness:
    """`before` nights of the period come before the `nights` listed; the rest come after."""
    counted = Counter(night.state for night in nights)
    return Completeness(
        calendar=period.nights,
        cramp=counted[CRAMP],
        quiet=counted[QUIET],
        unknown=counted[UNKNOWN],
        before=counted[BEFORE] + before,
        not_over=counted[NOT_OVER] + period.nights - before - len(nights),
    )


def _cramp_nights(nights: Completeness) -> CrampNights:
    if not nights.quiet:
        return CrampNights(
            count=nights.cramp,
            of=nights.recorded,
            share=None,
            interval=None,
            why_no_share=NO_QUIET_NIGHT if nights.cramp else NOTHING_RECORDED,
        )
    return CrampNights(
        count=nights.cramp,
        of=nights.recorded,
        share=nights.cramp / nights.recorded,
        interval=wilson(nights.cramp, nights.recorded),
    )


def _rate(nights: Completeness, cramps: int) -> Rate | None:
    if not nights.quiet:
        return None
    weeks = nights.recorded / WEEK_NIGHTS
    return Rate(per_week=cramps / weeks, interval=garwood(cramps, weeks))
