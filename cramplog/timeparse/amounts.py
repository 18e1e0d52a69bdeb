"""Lengths of time, `1h30m` or `half an hour`, for durations and before `ago`."""

from __future__ import annotations

from cramplog.timeparse.lexicon import DIGITS, UNITS, is_number, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 6  # words: 1 hour 4 min 30 s


def read(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return how many words from `at` on are one amount, and its seconds; None for no amount.

    The seconds may be zero or below; the caller refuses those and gives the reason.
    """
    spoken = _spoken(words, at)
    if spoken is not None:
        return spoken
    for count in range(min(LONGEST, len(words) - at), 0, -1):
        part = words[at : at + count]
        if count > 1 and not _joinable(part):
            continue
        seconds = _compact("".join(part))
        if seconds is not None:
            return count, seconds
    return None


def _spoken(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read `an hour`, `half an hour`, `half hour`, `a minute`."""
    place, share = at, 1
    if words[place] == "half":
        place, share = place + 1, 2
    if place < len(words) and words[place] in ("a", "an"):
        place += 1
    if at < place < len(words) and words[place].isalpha() and len(words[place]) > 2:
        unit = UNITS.get(words[place], 0) // share
        return (place + 1 - at, unit) if unit else None
    return None


def _joinable(words: Sequence[str]) -> bool:
    """Return whether words are one amount, as `5 min` and `1h 30m`, but not `7 30m` or `1h 10`."""
    return (
        all(words)
        and words[-1][-1] not in DIGITS
        and all(
            (words[i][-1] in DIGITS) != (words[i + 1][0] in DIGITS) for i in range(len(words) - 1)
        )
    )


def _compact(text: str) -> int | None:
    """Return the seconds of `4m30s`, `4:30m`, `1h30`, `1.5h`, `-5m`; None if it is no amount."""
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
    total, last_unit = 0, 86400
    while rest:
        figures = _leading(rest, "0123456789:.,")
        name = _leading(rest[len(figures) :], "abcdefghijklmnopqrstuvwxyz")
        rest = rest[len(figures) + len(name) :]
        if not name and last_unit in (60, 3600) and not rest and len(figures) == 2:
            unit = last_unit // 60  # 1h30
        else:
            unit = UNITS.get(name, last_unit)
        seconds = _figures(figures, unit)
        if seconds is None or unit >= last_unit:
            return None
        total, last_unit = total + seconds, unit
    return sign * total if text and last_unit < 86400 else None


def _leading(text: str, letters: str) -> str:
    return text[: len(text) - len(text.lstrip(letters))]


def _figures(figures: str, unit: int) -> int | None:
    """Return the seconds of `5`, `1.5`, `1,5` or, for minutes, `4:30`."""
    whole, point, part = figures.replace(",", ".").partition(".")
    if point:
        if not (is_number(whole) and is_number(part)):
            return None
        return number(whole) * unit + int(float(f"0.{part}") * unit + 0.5)
    whole, colon, part = figures.partition(":")
    if colon:  # 1:30h is no amount: many read a clock time
        if unit != 60 or not (is_number(whole) and is_number(part)):
            return None
        return number(whole) * 60 + int(part) if len(part) == 2 and part < "60" else None
    return number(whole) * unit if is_number(whole) else None
