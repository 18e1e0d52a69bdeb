"""The grammar of time: from what people type at night to the one past instant that it means.

Nothing is guessed: a phrase with two readings is refused with both. Each call loads what only a
typed clock time or date needs, because a bare `cramp` would wait for the import, too.
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
    """Parse a whole phrase to an instant; see `instants.parse`."""
    from cramplog.timeparse import instants

    return instants.parse(phrase, now, fold, ask)


def parse_day(text: str, now: Moment) -> int:
    """Parse a phrase to a calendar day (ordinal); see `calendar_days.parse_day`."""
    from cramplog.timeparse import calendar_days

    return calendar_days.parse_day(text, now)


def parse_coming_day(text: str, now: Moment) -> int:
    """Parse a phrase to a coming calendar day (ordinal); see `coming_days.parse_coming_day`."""
    from cramplog.timeparse import coming_days

    return coming_days.parse_coming_day(text, now)
