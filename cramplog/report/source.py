"""The four questions that a report asks of one person's diary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord


class Source(Protocol):
    """A person's diary, as `diary.repository.Diary` is, without deleted episodes."""

    def first_night(self) -> int | None:
        """Return the night of the first episode or night on record; None if there is none."""

    def episode_nights(self, since: int, until: int, /) -> Mapping[int, tuple[int, int]]:
        """Count by night the episodes that make a cramp night, and daytime ones."""

    def nights(self, since: int, until: int, /) -> Sequence[NightRecord]:
        """Return the records of the nights from `since` to `until`."""

    def episodes(self, *, since: int, until: int) -> Iterable[Episode]:
        """Return the episodes from `since` to `until`, daytime ones too, oldest first."""
