"""The grammar of time: what people type at night, and the one past instant that it means.

Nothing is guessed: what has two readings is refused with both (contract section 3). What only a
typed clock time or date needs is loaded by the call, because a bare `cramp` waits for it, too.
"""

from __future__ import annotations

from cramplog.timeparse.durations import duration_words, parse_duration, take_duration
from cramplog.timeparse.phrase import take

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.clock import Moment
    from cramplog.timeparse.instants import Instant

__all__ = [
    "duration_words",
    "parse",
    "parse_coming_day",
    "parse_day",
    "parse_duration",
    "take",
    "take_duration",
]


def parse(
    phrase: str,
    now: Moment,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Instant:
    """The instant that a whole phrase means; see `instants.parse`."""
    from cramplog.timeparse import instants

    return instants.parse(phrase, now, fold, ask)


def parse_day(text: str, now: Moment) -> int:
    """The calendar day (ordinal) that a phrase means; see `calendar_days.parse_day`."""
    from cramplog.timeparse import calendar_days

    return calendar_days.parse_day(text, now)


def parse_coming_day(text: str, now: Moment) -> int:
    """The calendar day to come that a phrase means; see `coming_days.parse_coming_day`."""
    from cramplog.timeparse import coming_days

    return coming_days.parse_coming_day(text, now)
