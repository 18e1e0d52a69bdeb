"""A diary in memory, as a source of reports, and short ways to fill it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from cramplog.clock import Moment
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.night import night_of
from cramplog.report.nights import NightCount


def moment(text: str) -> Moment:
    """`2026-11-23 13:00` in UTC."""
    instant = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Moment(instant=int(instant.timestamp()), utc_offset=0, zone="Etc/UTC")


def night(text: str) -> int:
    """`2026-11-22` as an ordinal."""
    return date.fromisoformat(text).toordinal()


def sites(text: str) -> tuple[Site, ...]:
    """`left calf, foot`."""
    said = [name.split() for name in text.split(",") if name.strip()]
    return tuple(Site(muscle=words[-1], side=words[0] if words[1:] else None) for words in said)


def cramp(at: str, where: str = "", **fields: Any) -> Episode:
    """A cramp that began at `2026-11-23 02:30`, UTC."""
    begun = moment(at).instant
    second = begun % 86400
    return Episode(
        **{
            "id": at,
            "number": 1,
            "person": "me",
            "started_at": begun,
            "utc_offset": 0,
            "night": night_of(begun, 0),
            "daytime": 43200 <= second < 64800,
            "sites": sites(where),
            "recorded_at": begun,
            **fields,
        }
    )


def stretched(helped: bool = False, after: int | None = None) -> tuple[Tried, ...]:
    """Stretching was tried."""
    return (Tried(remedy="stretch", helped=helped, relief_seconds=after),)


class MemoryDiary:
    """Episodes, quiet nights and other night records of one person."""

    def __init__(
        self, cramps: Iterable[Episode] = (), quiet: Iterable[int] = (), noted: Iterable[int] = ()
    ) -> None:
        self.cramps = sorted(cramps, key=lambda episode: episode.started_at)
        self.quiet = set(quiet)
        self.noted = {*self.quiet, *noted}  # `noted`: factors, but nothing said of cramps

    def first_night(self) -> int | None:
        return min({*self.noted, *(episode.night for episode in self.cramps)}, default=None)

    def episodes(self, first: int, last: int) -> list[Episode]:
        return [episode for episode in self.cramps if first <= episode.night <= last]

    def nights(self, first: int, last: int) -> Sequence[NightCount]:
        within = self.episodes(first, last)
        recorded = {*self.noted, *(episode.night for episode in within)}
        return [
            NightCount(
                night=ordinal,
                cramps=sum(e.night == ordinal and not e.daytime for e in within),
                daytime=sum(e.night == ordinal and e.daytime for e in within),
                quiet=ordinal in self.quiet,
            )
            for ordinal in recorded
            if first <= ordinal <= last
        ]
