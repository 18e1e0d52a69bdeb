"""Clock times: which words look like one, and the second of the day that they mean.

Words that look like a clock time are claimed even if it is impossible (`99:99`), so that the
error is a bad time and not an unknown word.
"""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse.lexicon import NOON, UNITS, clock_text, is_number, number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES = 'Try 02:30, "10m ago", "yesterday 3am".'
NAMED = {"noon": NOON, "midday": NOON, "midnight": 0}
HALVES = {"am": "am", "pm": "pm", "a.m.": "am", "p.m.": "pm", "a.m": "am", "p.m": "pm"}
FARTHEST_OFFSET = 14 * 3600  # Kiribati, east
TOO_FAR = FARTHEST_OFFSET + 1


def span(words: Sequence[str], at: int) -> int:
    """Return the number of words from `at` on that are one clock time with its offset (0: none)."""
    if at >= len(words):
        return 0
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in HALVES and _figures(word):
        return 2
    if following in UNITS and word.count(":") == 1:
        return 0  # 4:30 min
    if word in NAMED or _looks_like_clock(word):
        return 2 if ":" in word and _is_offset(following) else 1
    return 0


def second_of_day(words: Sequence[str]) -> tuple[int, int | None]:
    """Return the second of the day and the typed offset from UTC; raises BadTime."""
    text = "".join(words)
    if text in NAMED:
        return NAMED[text], None
    body, offset = _split_offset(text)
    body, half = _split_half(body)
    said = shown(" ".join(words))
    if not body.isascii():
        raise BadTime(f"{said} is not a clock time. Nothing was stored.", EXAMPLES)
    parts = body.replace(".", ":").split(":")
    if not half:
        _refuse_unclear(body, said)
    if not 1 <= len(parts) <= 3 or not all(is_number(p) and len(p) <= 2 for p in parts):
        raise BadTime(f"{said} is not a clock time. Nothing was stored.", EXAMPLES)
    if any(len(part) != 2 for part in parts[1:]):
        raise BadTime(
            f"{said} is not a clock time: minutes take two digits. Nothing was stored.",
            f"Try {':'.join(part.zfill(2) for part in parts)}."
            if all(part < "6" for part in parts[1:] if len(part) == 2)
            else EXAMPLES,
        )
    hour, minute, second = (*(int(part) for part in parts), 0, 0)[:3]
    if minute > 59 or second > 59:
        raise BadTime(f"{said} is not a clock time. Nothing was stored.", EXAMPLES)
    return _hour(hour, half, minute * 60 + second, said) + minute * 60 + second, _offset(
        offset, said
    )


def split_stamp(word: str) -> tuple[str, str] | None:
    """Split `2026-11-20t02:10` into its day and its clock time."""
    day, _, clock = word.partition("t")
    if clock and day.count("-") == 2 and is_number(day.replace("-", "")):
        return day, clock
    return None


def _looks_like_clock(word: str) -> bool:
    body, _ = _split_offset(word)
    body, half = _split_half(body)
    if half:
        return _figures(body)
    if ":" in body.removesuffix("h"):
        body = body.removesuffix("h")
        return _figures(body) or body.startswith(":")
    return (is_number(body) and len(body) == 4) or (_figures(body) and body.count(".") == 1)


def _figures(text: str) -> bool:
    """Return whether a text is digits, with colons or a dot before two; `7.5` is no time."""
    if not any(c.isdigit() for c in text) or not all(c.isdigit() or c in ":." for c in text):
        return False
    whole, dot, part = text.partition(".")
    return not dot or (0 < len(whole) < 3 and len(part) == 2 and part.isdigit() and ":" not in text)


def _split_half(text: str) -> tuple[str, str]:
    for ending, half in HALVES.items():
        if text.endswith(ending):
            return text[: -len(ending)], half
    return text, ""


def _split_offset(text: str) -> tuple[str, str]:
    """Split a clock from the offset behind it, `z`, `+01:00`, `-0500`; only after a colon."""
    if ":" not in text:
        return text, ""
    if text.endswith("z"):
        return text[:-1], "+00"
    for sign in "+-":
        head, found, tail = text.partition(sign)
        if found and ":" in head:
            return head, sign + tail
    return text, ""


def _is_offset(word: str) -> bool:
    return word[:1] in ("+", "-") and word.count(":") == 1 and is_number(word[1:].replace(":", ""))


def _offset(text: str, said: str) -> int | None:
    if not text:
        return None
    figures = text[1:].replace(":", "")
    seconds = TOO_FAR
    if is_number(figures) and len(figures) in (2, 4, 6):
        hours, minutes, rest = (int(figures[i : i + 2] or "0") for i in (0, 2, 4))
        seconds = hours * 3600 + minutes * 60 + rest if max(minutes, rest) < 60 else TOO_FAR
    if seconds > FARTHEST_OFFSET:
        if text[0] == "-" and ":" in text:
            raise BadTime(
                f"{said} looks like a start and an end. Nothing was stored.",
                "Say the start and how long it lasted: 02:30 5m.",
            )
        raise BadTime(
            f"{said} has no offset that any clock keeps. Nothing was stored.",
            "An offset is written +01:00, -05:00 or Z.",
        )
    return -seconds if text[0] == "-" else seconds


def _hour(hour: int, half: str, rest: int, said: str) -> int:
    """Return the seconds of the hour; `half` is am, pm or empty."""
    if half:
        if 1 <= hour <= 12:
            return (hour % 12) * 3600 + (NOON if half == "pm" else 0)
        instead = f"Try {clock_text(hour * 3600 + rest)}." if hour < 24 else EXAMPLES
        raise BadTime(
            f"{said} is not a clock time: {half} goes with 1 to 12. Nothing was stored.", instead
        )
    if hour == 24 and rest == 0:
        raise BadTime(
            f"{said} is not a clock time: the next day begins at 00:00. Nothing was stored.",
            'Try 00:00, with the day that begins, as "today 00:00".',
        )
    if hour > 23:
        raise BadTime(f"{said} is not a clock time. Nothing was stored.", EXAMPLES)
    return hour * 3600


def _refuse_unclear(body: str, said: str) -> None:
    """Ask for the colon: `2.30` may be a price or a date, `0230` a count, `2:30h` a length."""
    figures = body.removesuffix("h").replace(".", ":")
    if ":" not in figures and is_number(figures) and len(figures) == 4:
        figures = f"{figures[:2]}:{figures[2:]}"
    if figures == body:
        return
    hours, _, minutes = figures.partition(":")
    valid = is_number(hours) and is_number(minutes) and number(hours) < 24 and len(minutes) == 2
    if not valid or number(minutes) > 59:
        raise BadTime(f"{said} is not a clock time. Nothing was stored.", EXAMPLES)
    text = clock_text(number(hours) * 3600 + number(minutes) * 60)
    if body.endswith("h"):
        why, instead = (
            "may be a clock time or a length",
            f"Try {text}, or {number(hours)}h{minutes}m.",
        )
    else:
        why, instead = "is unclear without a colon, or am or pm", f"Try {text}."
    raise BadTime(f"{said} {why}. Nothing was stored.", instead)
