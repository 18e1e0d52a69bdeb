"""What a report asks of one person's diary: four questions, none of them about all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord


class Source(Protocol):
    """One person's diary, as `diary.repository.Diary` is. Deleted episodes are in no answer."""

    def first_night(self) -> int | None:
        """The night of the first record of any kind: episode by night or day, or night record.

        None where the diary is empty.
        """

    def episode_nights(self, since: int, until: int, /) -> Mapping[int, tuple[int, int]]:
        """By night: how many episodes that make it a cramp night, and how many daytime ones."""

    def nights(self, since: int, until: int, /) -> Sequence[NightRecord]:
        """What was said of the nights from `since` to `until`."""

    def episodes(self, *, since: int, until: int) -> Iterable[Episode]:
        """The episodes of the nights from `since` to `until`, daytime ones too, oldest first."""
