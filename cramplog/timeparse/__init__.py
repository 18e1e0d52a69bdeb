"""The grammar of time: what people type at night, and the one past instant that it means.

Nothing is guessed: what has two readings is refused with both (contract section 3).
"""

from cramplog.timeparse.calendar_days import parse_day
from cramplog.timeparse.durations import duration_words, parse_duration, take_duration
from cramplog.timeparse.instants import Instant, parse
from cramplog.timeparse.phrase import take

__all__ = [
    "Instant",
    "duration_words",
    "parse",
    "parse_day",
    "parse_duration",
    "take",
    "take_duration",
]
