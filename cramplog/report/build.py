"""The report: one immutable value that text, JSON and pages render."""

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
"""Our default: below this share of recorded nights a report warns."""

NOTHING_RECORDED = "nothing_recorded"
NO_QUIET_NIGHT = "no_quiet_night"


class Completeness(Value):
    """The nights of the period by kind; the five kinds add up to `calendar`."""

    calendar: int
    cramp: int
    quiet: int
    unknown: int
    before: int  # before the first record of the diary
    not_over: int

    @property
    def recorded(self) -> int:
        """The number of cramp nights and quiet nights."""
        return self.cramp + self.quiet

    @property
    def due(self) -> int:
        """The number of nights that could have been recorded: over, and in the diary."""
        return self.recorded + self.unknown

    @property
    def share(self) -> float | None:
        """The share of due nights that are recorded; None if none was due."""
        return self.recorded / self.due if self.due else None

    @property
    def low(self) -> bool:
        """True if so few nights are recorded that the cramp nights' share may be too high."""
        return self.share is not None and self.share < LOW_BELOW


class CrampNights(Value):
    """Cramp nights among recorded nights; the share with its 95 % interval.

    Without a quiet night the share would always be 1 and mean nothing: it is None, and
    `why_no_share` is the reason.
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
    """The record of one person's nights in a period."""

    period: Period
    person: str | None
    made_at: Moment
    begins: int | None  # the diary's first night; None: the diary is empty
    last_over: int  # the last night that was over when the report was made
    completeness: Completeness
    cramp_nights: CrampNights
    rate: Rate | None  # None: no quiet night is recorded, so it would be too high
    cramps: Summary  # the episodes that make cramp nights
    daytime: Summary  # episodes that began by day, in no other number here
    comparison: Comparison
    nights: tuple[NightState, ...]
    first_weekday: int  # 0 is Monday
    stretch_unit: str | None
    stretches: tuple[Stretch, ...]
    flags: tuple[Mapping[str, object], ...] | None = None  # None: not evaluated
    not_evaluable: int = 0  # rules that wait for an answer
    snoozed: tuple[Mapping[str, object], ...] = ()  # snoozed flags, with the reason
    own_triggers: Mapping[str, str] = {}  # labels of the person's own, by id
    episodes: tuple[Episode, ...] = ()  # all of the period, oldest first, daytime ones too
    evidence: tuple[Episode, ...] = ()  # flags' evidence from other nights
    facts: Facts | None = None  # the person's facts; None: not read
    visit: Visit | None = None  # the next appointment

    @property
    def made_on(self) -> int:
        """The day on which the report was made, which is its flags' day, too."""
        return day_of(self.made_at.instant, self.made_at.utc_offset)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The signs that were looked for, with the latest word on each."""
        return looked_for(self.facts.symptoms, self.made_on) if self.facts else ()

    @property
    def over(self) -> bool:
        """True if all nights of the period were over."""
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
    """Build the report of `period` from the diary as it is `now`.

    `person` is named if the diary has several. `flags` are summaries with `urgency`, `title`,
    `seen`, `id` and `origin`, in the order of display. `replace` adds the person's other facts.
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
    """Return the first and last night to list: all, or in a long period those of the diary."""
    if period.nights <= LONGEST_BY_WEEK:
        return period.first_night, period.last_night
    last = max(period.first_night - 1, min(period.last_night, max(last_over, known.latest())))
    first = last + 1 if begins is None else min(last + 1, max(period.first_night, begins))
    return first, last


def _completeness(nights: Sequence[NightState], period: Period, before: int) -> Completeness:
    """Count the nights; `before` of the period precede the listed `nights`."""
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
