"""Small pieces of text that every screen shares: wrapping, clocks, lengths of time."""

from __future__ import annotations

import os
from datetime import date

from cramplog.domain import moments
from cramplog.letters import BIDI, FLAG, TAGS, shows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NARROWEST = 20
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
PROGRAMS = ("cramplog", "cramp")
ENDS = (". ", ", ", "; ", " (")
HOLDS = "\x1f"
"""Stands for a space at which no line is broken."""

day_of = moments.day_of
offset = moments.offset
rfc3339 = moments.rfc3339


def visible(text: str, *, lines: bool = False) -> str:
    """Return a user's text with escapes in place of terminal controls."""
    if text.isprintable() and not BIDI.intersection(text):
        return text
    kept = "\n\t" if lines else ""
    if FLAG in text:
        return "".join(_with_flags(text, kept))
    return "".join(c if c in kept or shows(c) else _escape(c) for c in text)


def _with_flags(text: str, kept: str) -> Iterator[str]:
    """Do the same, but keep the tags behind a flag, and no others."""
    flag = False
    for c in text:
        flag = c == FLAG or (flag and ord(c) in TAGS)
        yield c if flag or c in kept or shows(c) else _escape(c)


def json_tamed(text: str) -> str:
    """Return equivalent JSON with escapes in place of terminal controls."""
    if text.isascii() and "\x7f" not in text:
        return text
    return text.translate(_STEERING)


_STEERING = {
    code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *map(ord, BIDI))
}


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def flow(text: str, width: int, indent: str = "") -> list[str]:
    """Wrap a text to lines of at most `width` columns; later lines begin with `indent`.

    Leading spaces and runs of spaces stay, so that columns hold. A path or a command to copy stays
    on one line, even if it is wider, unless COLUMNS sets the width.
    """
    width = max(width, NARROWEST)
    lines: list[str] = []
    rest = text.rstrip()
    widest = width - len(indent) if os.environ.get("COLUMNS") else len(text)
    if columns(rest) > width:
        rest = _held(rest, widest)
    while columns(rest) > width:
        begins = len(rest) - len(rest.lstrip(" "))
        room = _fitting(rest, width)
        cut = rest.rfind(" ", begins, room + 1)
        while cut > begins and rest[:cut].endswith(PROGRAMS):  # a command stays with its program
            cut = rest.rfind(" ", begins, cut)
        if cut <= begins:  # one word wider than the screen
            word = rest[begins:].partition(" ")[0]
            if (HOLDS in word or "/" in word) and len(word) <= widest:
                room = begins + len(word)
            lines.append(rest[:room])
            rest = indent + rest[room:].lstrip(" ")
        else:
            lines.append(rest[:cut].rstrip(" "))
            rest = indent + rest[cut:].lstrip(" ")
    if rest.strip() or not lines:
        lines.append(rest)
    return [line.replace(HOLDS, " ") for line in lines]


def _held(text: str, widest: int) -> str:
    """Return the text with unbreakable spaces in its commands: in backticks, and after a colon."""
    parts = text.split("`")
    if len(parts) % 2:
        text = "`".join(
            _unbroken(part, widest - 2) if at % 2 else part for at, part in enumerate(parts)
        )
    for begin in (f": {program} " for program in PROGRAMS):
        head, found, rest = text.partition(begin)
        if found:
            ends = [at for at in map(rest.find, ENDS) if at >= 0]
            end = min(ends, default=len(rest))
            command = _unbroken(begin[2:] + rest[:end], widest - 1)
            text = f"{head}: {command}{_held(rest[end:], widest)}"
    return text


def _unbroken(command: str, widest: int) -> str:
    return command.replace(" ", HOLDS) if len(command) <= widest else command


def cut(text: str, width: int) -> str:
    """Return the text in so many columns, cut short if it is wider."""
    return text if columns(text) <= width else f"{text[: _fitting(text, width - 3)]}..."


def columns(text: str) -> int:
    """Count the terminal columns of a text: most ideographs and emoji take two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    from unicodedata import category, east_asian_width  # ASCII needs no import

    if category(character) in ("Mn", "Me", "Cf") and character != "\u00ad":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _fitting(text: str, width: int) -> int:
    """Return how many characters of a text fit, at least one."""
    if text.isascii():
        return width
    used = 0
    for at, character in enumerate(text):
        used += _cells(character)
        if used > width:
            return _between(text, at)
    return len(text)


def _between(text: str, at: int) -> int:
    """Return the last place up to `at`, after the first character, outside a joined emoji."""
    place = at
    while place > 1 and (text[place - 1] == "\u200d" or text[place] in SKIN_TONES):
        place -= 1
    return place if place > 1 else max(at, 1)


def clock(instant: int, utc_offset: int) -> str:
    """Format the wall-clock time, `02:30`."""
    second = (instant + utc_offset) % 86400
    return f"{second // 3600:02}:{second // 60 % 60:02}"


def day(ordinal: int, *, year: bool = False) -> str:
    """Format a date, `Mon 23 Nov` or `Mon 23 Nov 2026`."""
    said = date.fromordinal(ordinal)
    text = f"{WEEKDAYS[said.weekday()]} {said.day} {MONTHS[said.month - 1]}"
    return f"{text} {said.year}" if year else text


def year_of(ordinal: int) -> int:
    return date.fromordinal(ordinal).year


def length(seconds: int) -> str:
    """Format a length of time, `4 min 30 s`, `1 h 5 min`, `2 days 3 h`."""
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return _two(seconds, 60, "min", 1, "s")
    if seconds < 48 * 3600:
        return _two(seconds, 3600, "h", 60, "min")
    return f"{seconds // 86400} days"


def _two(seconds: int, large: int, large_name: str, small: int, small_name: str) -> str:
    rest = seconds % large // small
    return f"{seconds // large} {large_name}" + (f" {rest} {small_name}" if rest else "")


def ago(seconds: int) -> str:
    """Format an age: `now`, `59 min ago`, `3 h 39 min ago`, `3 days ago`; `in 12 days`."""
    span = abs(seconds)
    if -60 < seconds < 1:  # two machines' clocks may differ
        return "now"
    said = length(span if span < 60 or span >= 3600 else span // 60 * 60)
    return f"{said} ago" if seconds > 0 else f"in {said}"


def joined(parts: Iterable[str]) -> str:
    """Join words to `a`, `a and b`, `a, b and c`."""
    listed = list(parts)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
