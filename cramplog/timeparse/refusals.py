"""Errors that explain why a time was refused and what to type instead, on one line each."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse import amounts
from cramplog.timeparse.clocks import EXAMPLES
from cramplog.timeparse.lexicon import (
    DAY,
    EPOCH,
    clock_text,
    full_day,
    full_wall,
    is_number,
    iso_wall,
    number,
    offset_of,
    offset_text,
    shown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment

NOTHING = "Nothing was stored."


def not_a_time(phrase: str) -> BadTime:
    """Refuse words that are no time phrase, or more than one."""
    words, said = phrase.lower().strip(" ~").split(), shown(phrase)
    if not words:
        return BadTime(f"The time is empty. {NOTHING}", EXAMPLES)
    if is_number(said) and 0 < number(said) < 13:
        hour = int(said)
        return BadTime(
            f"{said} is not a clock time. {NOTHING}", f"Try {hour:02}:00, {hour}am or {hour}pm."
        )
    amount = amounts.read(words, 0)
    if amount and amount[0] == len(words):
        return BadTime(f"{said} is a length of time. {NOTHING}", f'Try "{said} ago".')
    return BadTime(f"{said} is not a time I understand. {NOTHING}", EXAMPLES)


def no_clock(day: str, instead: str) -> BadTime:
    """Refuse a day without a time: a cramp needs its time, even a rough one."""
    return BadTime(
        f"{day} is a day without a clock time. {NOTHING}",
        f'Try "{instead}" if it was about 3 am.',
    )


def not_then(said: str, part: str) -> BadTime:
    """Refuse a clock time outside its part of the day, `this morning 3pm`."""
    return BadTime(f"{said} is not in the {part}. {NOTHING}", 'Try "today 15:00" or "today 3am".')


def before_1970(said: str) -> BadTime:
    return BadTime(f"{said} is before 1970. {NOTHING}", EXAMPLES)


def two_midnights(said: str, ordinal: int) -> BadTime:
    """Refuse midnight of a day, which is its beginning or its end."""
    begins = (ordinal - EPOCH) * DAY
    return BadTime(
        f"{said} has two readings: {full_wall(begins)} and {full_wall(begins + DAY)}. {NOTHING}",
        f'Try "{iso_wall(begins)}" or "{iso_wall(begins + DAY)}".',
    )


def still_to_come(said: str, wall: int, earlier: int, today: int) -> BadTime:
    """Refuse a time that comes soon: it means the last such time, or is a mistake."""
    clock = clock_text(wall % DAY)
    near = {today - 1: "yesterday", today: "today", today + 1: "tomorrow"}
    soon, was = (near.get(w // DAY + EPOCH) for w in (wall, earlier))
    return BadTime(
        f"{said} is still to come, {f'{soon} at {clock}' if soon else full_wall(wall)}, "
        f"or was {f'{was} at {clock}' if was else full_wall(earlier)}. {NOTHING}",
        f'Try "{f"{was} {clock}" if was else iso_wall(earlier)}", or now.',
    )


def future(said: str, wall: int, nearest: int) -> BadTime:
    """Refuse a time that can only be in the future."""
    return BadTime(
        f"{said} is still to come ({full_wall(wall)}). {NOTHING}", f'Try "{iso_wall(nearest)}".'
    )


def never_was(said: str, wall: int, after: int, now: Moment) -> BadTime:
    """Refuse a time that the clocks skipped; `after` is the first instant after the gap."""
    walls = [instant + offset_of(instant, now) for instant in (after - 60, after)]
    if (walls[0] + 60) // DAY == walls[1] // DAY:
        jumped = f"from {clock_text((walls[0] + 60) % DAY)} to {clock_text(walls[1] % DAY)}"
    else:
        jumped = f"from {full_wall(walls[0] + 60)} to {full_wall(walls[1])}"
    typed = [
        f'"{iso_wall(w)}"'
        for w, i in zip(walls, (after - 60, after), strict=True)
        if i <= now.instant
    ]
    return BadTime(
        f"{said} never was on {full_day(wall // DAY + EPOCH)}: "
        f"the clocks went forward {jumped}. {NOTHING}",
        f"Try {' or '.join(typed)}." if typed else EXAMPLES,
    )


def twice(said: str, wall: int, found: list[int]) -> BadTime:
    """Refuse a time that came twice, without a choice."""
    first, second = (offset_text(wall - instant) for instant in found)
    return BadTime(
        f"{said} came twice on {full_day(wall // DAY + EPOCH)}, "
        f"at {first} (first) and at {second} (second). {NOTHING}",
        f'Give --fold first or --fold second, or type "{iso_wall(wall)}{first}".',
    )
