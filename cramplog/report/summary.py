"""A summary of the episodes of a period.

Every count names how many episodes it is a count of; an unknown value is in no count of its
kind, neither as yes nor as no.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from cramplog.domain.episode import FEATURES, Episode, Tried
from cramplog.domain.reading import SPREADS, TONIC_SECONDS, TYPES, readings
from cramplog.statistics.proportions import wilson
from cramplog.statistics.quantiles import median, middle_half
from cramplog.value import Value

TEN_MINUTES = 600
BINS = ("under 1 min", "1 to 2 min", "2 to 4 min", "4 to 10 min", "over 10 min")
"""Bins of durations; the last two begin at the article's limit of tonic (4 minutes or more) and
at the guidelines' limit (strictly more than 10 minutes).
"""

PAIN_SCALE = range(11)


class Part(Value):
    """A number of episodes among others: `count` of `of`."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """The share from 0 to 1; None if `of` is 0."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The share's 95 % interval (Wilson score); None if `of` is 0."""
        return wilson(self.count, self.of) if self.of else None


class Duration(Value):
    """Seconds of the `known` durations among `of` episodes."""

    known: int
    of: int
    estimated: int  # of the known ones, how many are the user's estimate
    median: float | None
    middle_half: tuple[float, float] | None
    longest: int | None
    four_minutes: Part  # 4 minutes or more: the article's limit of tonic (¶38)
    over_ten_minutes: Part  # strictly more than 10 minutes
    bins: tuple[int, ...]  # how many of the known ones fall in each of BINS


class Pain(Value):
    """Pain from 0 to 10, of the `known` values among `of` episodes."""

    known: int
    of: int
    median: float | None
    highest: int | None
    counts: tuple[int, ...]  # how many of the known ones are 0, 1 … 10


class Answers(Value):
    """The answers to a yes-or-no feature."""

    name: str
    yes: int
    no: int
    unknown: int

    @property
    def answered(self) -> int:
        """The number of episodes with an answer."""
        return self.yes + self.no

    @property
    def part(self) -> Part:
        """The episodes with yes, among those with an answer."""
        return Part(count=self.yes, of=self.answered)


class SiteCount(Value):
    """Episodes in which one muscle of one side cramped; a side of None is unknown."""

    muscle: str
    side: str | None
    episodes: int


class ReadingCount(Value):
    """Episodes of one type or spread, typed by the user or derived."""

    id: str
    said: int
    derived: int

    @property
    def episodes(self) -> int:
        """The number of typed and derived episodes together."""
        return self.said + self.derived


class Named(Value):
    """Episodes for which a trigger was suspected."""

    id: str
    episodes: int


class RemedyCount(Value):
    """Episodes in which a remedy was tried, whether it helped, and how soon."""

    id: str
    tried: int
    helped: int
    not_helped: int
    timed: int  # tries with a known time to relief
    median_relief: float | None  # seconds

    @property
    def unsaid(self) -> int:
        """The number of episodes with an unknown effect."""
        return self.tried - self.helped - self.not_helped


class Summary(Value):
    """The figures of a report about a set of episodes."""

    episodes: int
    duration: Duration
    pain: Pain
    features: tuple[Answers, ...]
    sites: tuple[SiteCount, ...]
    types: tuple[ReadingCount, ...]
    types_unknown: int  # neither typed nor derivable
    spreads: tuple[ReadingCount, ...]
    spreads_unknown: int
    triggers: tuple[Named, ...]
    with_triggers: int  # episodes for which at least one trigger was suspected
    remedies: tuple[RemedyCount, ...]
    missing: tuple[tuple[str, int], ...]  # what was not recorded, and of how many episodes


def summarise(episodes: Sequence[Episode]) -> Summary:
    """Summarise some episodes; without any, all figures are zero or None."""
    types, spreads = _readings(episodes)
    return Summary(
        episodes=len(episodes),
        duration=_duration(episodes),
        pain=_pain(episodes),
        features=tuple(_answers(episodes, name) for name in FEATURES),
        sites=_sites(episodes),
        types=types,
        types_unknown=len(episodes) - sum(count.episodes for count in types),
        spreads=spreads,
        spreads_unknown=len(episodes) - sum(count.episodes for count in spreads),
        triggers=_triggers(episodes),
        with_triggers=sum(bool(episode.triggers) for episode in episodes),
        remedies=_remedies(episodes),
        missing=_missing(episodes),
    )


def _duration(episodes: Sequence[Episode]) -> Duration:
    timed = [e for e in episodes if e.duration_seconds is not None]
    seconds = [e.duration_seconds for e in timed if e.duration_seconds is not None]
    known = len(seconds)
    return Duration(
        known=known,
        of=len(episodes),
        estimated=sum(e.duration_is_estimate for e in timed),
        median=median(seconds),
        middle_half=middle_half(seconds),
        longest=max(seconds, default=None),
        four_minutes=Part(count=sum(s >= TONIC_SECONDS for s in seconds), of=known),
        over_ten_minutes=Part(count=sum(s > TEN_MINUTES for s in seconds), of=known),
        bins=_bins(seconds),
    )


def _bins(seconds: Sequence[int]) -> tuple[int, ...]:
    def place(lasted: int) -> int:
        if lasted > TEN_MINUTES:
            return 4
        return sum(lasted >= limit for limit in (60, 120, TONIC_SECONDS))

    counts = Counter(map(place, seconds))
    return tuple(counts[at] for at in range(len(BINS)))


def _pain(episodes: Sequence[Episode]) -> Pain:
    values = [e.pain for e in episodes if e.pain is not None]
    return Pain(
        known=len(values),
        of=len(episodes),
        median=median(values),
        highest=max(values, default=None),
        counts=tuple(values.count(grade) for grade in PAIN_SCALE),
    )


def _answers(episodes: Sequence[Episode], name: str) -> Answers:
    given = Counter(getattr(episode, name) for episode in episodes)
    return Answers(name=name, yes=given[True], no=given[False], unknown=given[None])


def _sites(episodes: Sequence[Episode]) -> tuple[SiteCount, ...]:
    counts = Counter(
        place for episode in episodes for place in {(s.muscle, s.side) for s in episode.sites}
    )
    return tuple(
        SiteCount(muscle=muscle, side=side, episodes=count)
        for (muscle, side), count in sorted(
            counts.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or "")
        )
    )


def _readings(
    episodes: Sequence[Episode],
) -> tuple[tuple[ReadingCount, ...], tuple[ReadingCount, ...]]:
    counts: Counter[tuple[str | None, bool]] = Counter()
    for episode in episodes:
        kind, spread, derived = readings(episode)
        counts[kind, "type" in derived] += 1
        counts[spread, "spread" in derived] += 1

    def counted(names: Iterable[str]) -> tuple[ReadingCount, ...]:
        return tuple(
            ReadingCount(id=name, said=counts[name, False], derived=counts[name, True])
            for name in names
            if counts[name, False] or counts[name, True]
        )

    return counted(TYPES), counted(SPREADS)


def _triggers(episodes: Sequence[Episode]) -> tuple[Named, ...]:
    counts = Counter(name for episode in episodes for name in set(episode.triggers))
    return tuple(
        Named(id=name, episodes=count)
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _remedies(episodes: Sequence[Episode]) -> tuple[RemedyCount, ...]:
    tries: defaultdict[str, list[Tried]] = defaultdict(list)
    for episode in episodes:
        for tried in episode.tried:
            tries[tried.remedy].append(tried)
    counts = [_remedy(name, tried) for name, tried in tries.items()]
    return tuple(sorted(counts, key=lambda remedy: (-remedy.tried, remedy.id)))


def _remedy(name: str, tries: Sequence[Tried]) -> RemedyCount:
    relief = [tried.relief_seconds for tried in tries if tried.relief_seconds is not None]
    return RemedyCount(
        id=name,
        tried=len(tries),
        helped=sum(tried.helped is True for tried in tries),
        not_helped=sum(tried.helped is False for tried in tries),
        timed=len(relief),
        median_relief=median(relief),
    )


def _missing(episodes: Sequence[Episode]) -> tuple[tuple[str, int], ...]:
    unsaid = {
        "site": sum(not e.sites for e in episodes),
        "side": sum(any(site.side is None for site in e.sites) for e in episodes),
        "duration": sum(e.duration_seconds is None for e in episodes),
        "pain": sum(e.pain is None for e in episodes),
        **{name: sum(getattr(e, name) is None for e in episodes) for name in FEATURES},
    }
    return tuple((name, count) for name, count in unsaid.items() if count)
