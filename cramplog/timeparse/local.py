"""Conversion between wall-clock times and instants, across changes of the clocks.

A *wall* is what a clock on the wall shows, as seconds since 1970-01-01 00:00 by that clock.
"""

from __future__ import annotations

from cramplog.timeparse.lexicon import DAY, offset_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment


def instants(wall: int, now: Moment) -> list[int]:
    """Return the instants at which the local clock showed `wall`: none, one or two, in order.

    The offsets of the days before and after are enough: since 1970 no zone has changed its clocks
    twice within two days.
    """
    offsets = {offset_of(wall - DAY, now), offset_of(wall + DAY, now)}
    return sorted(wall - offset for offset in offsets if offset_of(wall - offset, now) == offset)


def jump(wall: int, now: Moment) -> int:
    """Return the first instant after the gap that skipped the wall-clock time `wall`."""
    before, after = wall - 2 * DAY, wall + 2 * DAY
    while after - before > 1:
        middle = (before + after) // 2
        if middle + offset_of(middle, now) > wall:
            after = middle
        else:
            before = middle
    return after
