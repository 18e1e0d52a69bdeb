"""What a report asks of the diary of one person: three questions, none about all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cramplog.domain.episode import Episode
from cramplog.report.nights import NightCount


class Source(Protocol):
    """One person's diary. Deleted episodes are in none of the answers."""

    def first_night(self) -> int | None:
        """The night of the first record of any kind: episode by night or day, or night record.

        None where the diary is empty.
        """

    def nights(self, first: int, last: int) -> Sequence[NightCount]:
        """The nights from `first` to `last` of which anything is recorded, in any order.

        `cramps` counts the episodes that are not daytime ones, `daytime` those that are.
        """

    def episodes(self, first: int, last: int) -> Sequence[Episode]:
        """The episodes of the nights from `first` to `last`, daytime ones too, oldest first."""
