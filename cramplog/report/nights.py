"""The state of each night: cramp, quiet, unknown, before the diary, not over.

The status screen uses this module, so it imports nothing that loads slowly.
"""

from __future__ import annotations

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, UNKNOWN
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.report.source import Source


class NightState(Value):
    """A night's state; `cramps` counts the episodes that make it a cramp night."""

    night: int
    state: str  # CRAMP, QUIET, UNKNOWN, BEFORE or NOT_OVER of domain.night
    cramps: int = 0


class Records(Value):
    """The records of some nights: cramps by night, without daytime ones, and quiet nights."""

    cramps: dict[int, int]
    quiet: frozenset[int]

    def latest(self) -> int:
        """Return the last recorded night; 0 if there is none."""
        return max((*self.cramps, *self.quiet), default=0)


def records(source: Source, first: int, last: int) -> Records:
    """Return the records in `source` for the nights from `first` to `last`."""
    counted = source.episode_nights(first, last)
    return Records(
        cramps={night: cramps for night, (cramps, _) in counted.items() if cramps},
        quiet=frozenset(record.night for record in source.nights(first, last) if record.quiet),
    )


def states(
    known: Records, first: int, last: int, begins: int | None, last_over: int
) -> tuple[NightState, ...]:
    """Return the state of every night from `first` to `last`; `known` holds the records.

    `begins` is the night of the diary's first record (None: the diary is empty), `last_over` the
    last finished night.
    """

    def state(night: int) -> str:
        if night in known.cramps:
            return CRAMP
        if night in known.quiet:
            return QUIET
        if night > last_over:
            return NOT_OVER
        return BEFORE if begins is None or night < begins else UNKNOWN

    return tuple(
        NightState(night=night, state=state(night), cramps=known.cramps.get(night, 0))
        for night in range(first, last + 1)
    )
