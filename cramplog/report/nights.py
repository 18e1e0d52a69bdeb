"""The state of each night: cramp, quiet, unknown, before the diary, not over.

The status screen shows it too, so this module imports nothing that takes time to load.
"""

from __future__ import annotations

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, UNKNOWN
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class NightCount(Value):
    """What is recorded of one night: night cramps, daytime cramps apart, said to be quiet."""

    night: int
    cramps: int = 0
    daytime: int = 0
    quiet: bool = False


class NightState(Value):
    """One night as it is shown; `cramps` counts night cramps."""

    night: int
    state: str  # CRAMP, QUIET, UNKNOWN, BEFORE or NOT_OVER of domain.night
    cramps: int = 0


def states(
    counts: Iterable[NightCount], first: int, last: int, begins: int | None, last_over: int
) -> tuple[NightState, ...]:
    """Every night from `first` to `last`.

    `begins` is the night of the diary's first record (None: the diary is empty), `last_over`
    the last finished night. Nights that `counts` does not hold are nights without a record.
    """
    known = {count.night: count for count in counts}
    return tuple(
        _state(known.get(night), night, begins, last_over) for night in range(first, last + 1)
    )


def _state(count: NightCount | None, night: int, begins: int | None, last_over: int) -> NightState:
    if count is not None and count.cramps:
        return NightState(night=night, state=CRAMP, cramps=count.cramps)
    if count is not None and count.quiet:
        return NightState(night=night, state=QUIET)
    if night > last_over:
        return NightState(night=night, state=NOT_OVER)
    if begins is None or night < begins:
        return NightState(night=night, state=BEFORE)
    return NightState(night=night, state=UNKNOWN)
