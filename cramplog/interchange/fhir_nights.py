"""Start and end of each quiet night, by its own place's clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.domain.night import DAY, EPOCH_ORDINAL, NightRecord, second_of_day
from cramplog.timeparse.lexicon import offset_of
from cramplog.timeparse.local import instants, jump

Span = tuple[int, int]
APART = 60  # seconds kept free around a cramp, which is known to the minute


class QuietNights:
    """The quiet nights, each as its longest part without a cramp."""

    def __init__(self, nights: Iterable[NightRecord], hours: Hours, now: Moment) -> None:
        self._nights = {night.night: night for night in nights if night.quiet}
        self._hours = hours
        self._zones: dict[str | None, None] = {now.zone: None}
        self._cramps: dict[int, set[Span]] = {}

    def heed(self, episode: Episode) -> None:
        """Record a cramp; all cramps must come before `spans` is called."""
        self._zones[episode.zone] = None
        begun, ended = episode.started_at, episode.started_at + (episode.duration_seconds or 0)
        reaches = range(episode.night, self._night_at(ended + episode.utc_offset) + 1)
        for night in self._nights.keys() & reaches:
            spans = self._cramps.setdefault(night, set())
            spans.add((begun - APART, ended + APART))
            second = second_of_day(begun, episode.utc_offset)
            if self._hours.is_daytime(second):  # "quiet last night" says nothing about the daytime
                midnight = begun - second
                spans.add((midnight + self._hours.day_starts, midnight + self._hours.day_ends))

    def spans(self) -> Iterator[tuple[NightRecord, Moment, Moment]]:
        """Yield each night with start and end; a night filled by cramps is left out."""
        for night in self._nights.values():
            clock = self._clock(night)
            begin, end = (self._began(each, clock) for each in (night.night, night.night + 1))
            begin, end = _longest(begin, end, self._cramps.get(night.night, ()))
            if begin < end:
                yield night, _at(begin, clock), _at(end, clock)

    def _night_at(self, wall: int) -> int:
        return (wall - self._hours.night_starts) // DAY + EPOCH_ORDINAL

    def _clock(self, night: NightRecord) -> Moment:
        """Return the moment of recording, with the zone that had its offset, if known."""
        said = Moment(instant=night.recorded_at, utc_offset=night.recorded_offset)
        zoned = (said.replace(zone=zone) for zone in self._zones if zone)
        return next((each for each in zoned if _at(said.instant, each) == each), said)

    def _began(self, ordinal: int, clock: Moment) -> int:
        """Return the instant at which a night began."""
        wall = (ordinal - EPOCH_ORDINAL) * DAY + self._hours.night_starts
        found = instants(wall, clock)
        return found[0] if found else jump(wall, clock)


def _at(instant: int, clock: Moment) -> Moment:
    return clock.replace(instant=instant, utc_offset=offset_of(instant, clock))


def _longest(begin: int, end: int, cramps: Iterable[Span]) -> Span:
    """Return the longest part between two instants without a cramp; empty if there is none."""
    best, at = (begin, begin), begin
    for start, stop in [*sorted(cramps), (end, end)]:
        best = max(best, (at, min(start, end)), key=lambda span: span[1] - span[0])
        at = max(at, stop)
    return best
