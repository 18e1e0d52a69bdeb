"""A diary in memory, as a source of reports, and short ways to fill it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from cramplog.clock import Moment
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.night import NightRecord, night_of


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


def stretched(helped: bool | None = None, after: int | None = None) -> tuple[Tried, ...]:
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

    def episodes(self, *, since: int, until: int) -> list[Episode]:
        return [episode for episode in self.cramps if since <= episode.night <= until]

    def episode_nights(self, since: int, until: int) -> dict[int, tuple[int, int]]:
        counted: dict[int, tuple[int, int]] = {}
        for episode in self.episodes(since=since, until=until):
            cramps, daytime = counted.get(episode.night, (0, 0))
            counted[episode.night] = (cramps + (not episode.daytime), daytime + episode.daytime)
        return counted

    def nights(self, since: int, until: int) -> list[NightRecord]:
        return [
            NightRecord(person="me", night=ordinal, quiet=ordinal in self.quiet, recorded_at=0)
            for ordinal in sorted(self.noted)
            if since <= ordinal <= until
        ]
