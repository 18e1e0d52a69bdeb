"""The shape of a time phrase: which words are its day, its clock time, its `ago`.

    phrase = [about] now | [about] amount ago | [about] [day] [about] clock | clock day | day

`at` and `on` may stand before a part, `~` before or after any.
"""

from __future__ import annotations

from cramplog.timeparse import amounts, clocks, days
from cramplog.timeparse.lexicon import ROUGH
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 12  # words: about 20 november 2025 at about 3 am +01:00
FILLERS = ROUGH | {"at", "on"}


class Phrase(Value):
    """The words of one phrase by part; no part has been checked yet."""

    count: int  # how many words it has
    approximate: bool = False
    now: bool = False
    ago: int | None = None  # seconds
    clock: tuple[str, ...] = ()
    day: tuple[str, ...] = ()


def take(words: list[str], at: int) -> int:
    """Return the number of lower-cased words from `at` on that are one time phrase (0: none).

    The longest reading counts. What looks like a time and is none (`99:99`) is taken, too, for
    `parse` to refuse. Among words `7/10` is pain and `5m` a duration.
    """
    found = read(words[at : at + LONGEST], among=True)
    return found.count if found else 0


def read(words: Sequence[str], among: bool) -> Phrase | None:
    """Return the longest phrase at the start of the words; None if they start with none."""
    cleaned = [word.strip("~").rstrip(",") for word in words]
    start = _skip(cleaned, 0)
    found = _now_or_ago(cleaned, start) or max(
        (_day_first(cleaned, start, among), _clock_first(cleaned, start, among)),
        key=lambda phrase: phrase.count,
    )
    if not found.count:
        return None
    rough = any("~" in word or word in ROUGH for word in words[: found.count])
    return found.replace(approximate=rough)


def _skip(words: Sequence[str], at: int) -> int:
    """Skip the words that may stand before a part: `about`, `at`, a lone `~`."""
    while at < len(words) and words[at] in FILLERS:
        at += 1
    return at


def _now_or_ago(words: Sequence[str], start: int) -> Phrase | None:
    if start == len(words):
        return None
    if words[start] == "now":
        return Phrase(count=start + 1, now=True)
    if list(words[start : start + 2]) == ["just", "now"]:
        return Phrase(count=start + 2, now=True)
    amount = amounts.read(words, start)
    if amount is None:
        return None
    end = start + amount[0]
    if end < len(words) and words[end] == "ago":
        return Phrase(count=end + 1, ago=amount[1])
    return None


def _day_first(words: Sequence[str], start: int, among: bool) -> Phrase:
    stamp = clocks.split_stamp(words[start]) if start < len(words) else None
    if stamp:
        day, clock = stamp
        rest = (clock, *words[start + 1 :])
        count = clocks.span(rest, 0) or 1
        return Phrase(count=start + count, day=(day,), clock=tuple(rest[:count]))
    # A date in numbers needs a clock time behind it, so look behind its one word first.
    follows = clocks.span(words, _skip(words, start + 1)) > 0
    length = days.span(words, start, clock_follows=follows, among=among)
    if not length:
        return Phrase(count=0)
    day_end = start + length
    clock_start = _skip(words, day_end)
    clock_length = clocks.span(words, clock_start)
    return Phrase(
        count=clock_start + clock_length if clock_length else day_end,
        day=tuple(words[start:day_end]),
        clock=tuple(words[clock_start : clock_start + clock_length]),
    )


def _clock_first(words: Sequence[str], start: int, among: bool) -> Phrase:
    length = clocks.span(words, start)
    if not length:
        return Phrase(count=0)
    clock_end = start + length
    day_start = _skip(words, clock_end)
    day_length = days.span(words, day_start, clock_follows=False, among=among)
    return Phrase(
        count=day_start + day_length if day_length else clock_end,
        clock=tuple(words[start:clock_end]),
        day=tuple(words[day_start : day_start + day_length]),
    )
