"""Read and write durations, the lengths of cramps."""

from __future__ import annotations

from cramplog.errors import BadDuration
from cramplog.timeparse import amounts
from cramplog.timeparse.lexicon import DAY, ROUGH, is_number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def take_duration(words: list[str], at: int) -> int:
    """Return the number of lower-cased words from `at` on that are one duration (0: none).

    Impossible durations (`0m`, `-5m`, `30h`) are taken, too, for `parse_duration` to refuse.
    Call `take` first: `10 min ago` is a time.
    """
    cleaned = [word.strip("~") for word in words[at : at + amounts.LONGEST + 1]]
    return _span(cleaned)[0]


def parse_duration(text: str) -> tuple[int, bool]:
    """Return seconds (1 to 86400) and whether `~` or `about` makes them an estimate.

    Raises BadDuration, BadNumber.
    """
    words = text.lower().split()
    cleaned = [word.strip("~") for word in words]
    count, seconds = _span(cleaned)
    said = shown(text)
    if not text.isalnum():
        from cramplog.timeparse import figures

        figures.refuse_unclear(text)
    if not count or count != len(words):
        raise _not_a_duration(said, cleaned)
    if seconds < 0:
        raise BadDuration(f"a duration cannot be negative; you typed {said}.", "Try 5m or 90s.")
    if seconds == 0:
        raise BadDuration(
            f"a duration is at least one second; you typed {said}.",
            "Try 5m or 90s, or leave the duration out.",
        )
    if seconds > DAY:
        raise BadDuration(
            f"a duration is at most 24 hours; you typed {said}.",
            "Record a longer time as several cramps.",
        )
    return seconds, cleaned != words or words[0] in ROUGH


def duration_words(seconds: int) -> str:
    """Return the short words for a number of seconds, `1h5m`, which `parse_duration` can read."""
    minutes, rest = divmod(seconds, 60)
    parts = ((minutes // 60, "h"), (minutes % 60, "m"), (rest, "s"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0s"


def _span(words: Sequence[str]) -> tuple[int, int]:
    """Return how many of the first words are a duration, and its seconds."""
    start = 1 if words and words[0] in ROUGH else 0
    amount = amounts.read(words, start) if start < len(words) else None
    return (start + amount[0], amount[1]) if amount else (0, 0)


def _not_a_duration(said: str, words: list[str]) -> BadDuration:
    text = "".join(words)
    if not text:
        return BadDuration("The duration is empty.", 'Try 5m, 90s, 4m30s or "5 min".')
    if is_number(text):
        return BadDuration(f"{said} has no unit.", f"Try {shown(text)}m or {shown(text)}s.")
    if text.count(":") == 1 and is_number(text.removesuffix("h").replace(":", "")):
        return BadDuration(f"{said} reads as a clock time.", "Try 4m30s, 4:30m or 1h30m.")
    return BadDuration(f"{said} is not a duration.", 'Try 5m, 90s, 4m30s or "5 min".')
