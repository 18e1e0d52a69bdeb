"""Resolve a phrase to an instant: the latest past reading, or a refusal that names the readings."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse import clocks, days, figures, local, refusals
from cramplog.timeparse.dates import Day
from cramplog.timeparse.lexicon import (
    DAY,
    EPOCH,
    NOON,
    civil,
    clock_text,
    full_wall,
    offset_of,
    offset_text,
    ordinal_of,
    shown,
    today,
)
from cramplog.timeparse.phrase import Phrase, read
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.clock import Moment

SOON = 1800  # seconds ahead within which a bare clock time is more likely a slip than a day old
STEPS = {"day": DAY, "week": 7 * DAY}
FOLDS = ("first", "second")


class Instant(Value):
    """The instant that a time phrase means."""

    instant: int  # Unix seconds
    utc_offset: int  # seconds east of UTC
    zone: str | None  # IANA; None if another offset than the zone's was typed
    approximate: bool = False
    said: str = "clock"  # the kind of phrase, for the echo: now, ago, clock, date


def parse(
    phrase: str,
    now: Moment,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Instant:
    """Parse a whole phrase to the past instant that it means.

    `fold` ("first", "second") chooses between two readings after clocks went back; without it,
    `ask` gets both as labels and answers with 0 or 1. Raises BadTime.
    """
    words = phrase.lower().split()
    found = read(words, among=False)
    if found is None or found.count != len(words):
        raise refusals.not_a_time(phrase)
    said = shown(phrase.strip(" ~"))
    if found.now or found.ago is not None:
        return _back(found, said, now)
    if not found.clock:
        _day_of(found, now, "03:00")
        raise refusals.no_clock(said, _with_clock(said, now))
    second, offset = clocks.second_of_day(found.clock)
    here = now if offset is None else now.replace(utc_offset=offset, zone=None)
    day = _day_of(found, here, clock_text(second))
    if found.clock == ("midnight",) and found.day and not (day.night or day.hours):
        raise refusals.two_midnights(said, day.ordinal)
    if day.hours and not day.hours[0] <= second < day.hours[1]:
        raise refusals.not_then(said, found.day[-1])
    wall = (day.ordinal - EPOCH + (day.night and second < NOON)) * DAY + second
    wall, past = _latest(wall, day.period, here, said)
    instant = past[0] if len(past) == 1 else past[_choice(wall, past, said, fold, ask)]
    if instant < 0:
        raise refusals.before_1970(said)
    utc_offset = wall - instant
    return Instant(
        instant=instant,
        utc_offset=utc_offset,
        zone=now.zone if offset_of(instant, now) == utc_offset else None,
        approximate=found.approximate,
        said="date" if found.day else "clock",
    )


def _with_clock(day: str, now: Moment) -> str:
    """Return a day with a clock time to copy: the day that was typed, if that time is past."""
    try:
        parse(f"{day} 03:00~", now, fold="first")
    except BadTime:
        return "yesterday 03:00~"
    return f"{day} 03:00~"


def _back(found: Phrase, said: str, now: Moment) -> Instant:
    """Return the instant of `now`, or of an elapsed time ago."""
    ago = found.ago or 0
    figures.refuse_unclear(said)
    if ago < 0:
        raise BadTime(f"{said} is still to come. {refusals.NOTHING}", 'Try "10m ago".')
    instant = now.instant - ago
    if instant < 0:
        raise refusals.before_1970(said)
    return Instant(
        instant=instant,
        utc_offset=offset_of(instant, now) if ago else now.utc_offset,
        zone=now.zone,
        approximate=found.approximate,
        said="now" if found.now else "ago",
    )


def _day_of(found: Phrase, now: Moment, clock: str) -> Day:
    if not found.day:
        return Day(ordinal=today(now), period="day")
    day = days.resolve(found.day, now, f" {clock}")
    if day.ordinal < EPOCH:
        raise refusals.before_1970(shown(" ".join(found.day)))
    return day


def _latest(wall: int, period: str, now: Moment, said: str) -> tuple[int, list[int]]:
    """Return the latest past wall-clock time, and its instants; raises BadTime."""
    shows = now.instant + now.utc_offset
    if wall - shows > 2 * DAY:
        raise refusals.future(said, wall, _nearest(wall, shows))
    found = local.instants(wall, now)
    past = [instant for instant in found if instant <= now.instant]
    coming = _moved(wall, period, 1) if past else wall
    if period and _is_soon(coming, period, now):
        raise refusals.still_to_come(said, coming, _moved(coming, period, -1), today(now))
    if past:
        return wall, past
    if found and not period:
        raise refusals.future(said, wall, _nearest(wall, shows))
    if not found and not (period and local.jump(wall, now) > now.instant):
        raise refusals.never_was(said, wall, local.jump(wall, now), now)
    return _latest(_moved(wall, period, -1), "", now, said)


def _is_soon(wall: int, period: str, now: Moment) -> bool:
    """Return whether a time to come is so near that its last occurrence may not be meant.

    For a date without a year that is any time of today: nobody means today a year ago.
    """
    ahead = min(local.instants(wall, now), default=now.instant) - now.instant
    of_today = period == "year" and wall // DAY + EPOCH == today(now)
    return 0 < ahead < (DAY if of_today else SOON)


def _moved(wall: int, period: str, times: int) -> int:
    """Return the same time some days, weeks or years on; 29 February becomes the 28th."""
    if period != "year":
        return wall + times * STEPS.get(period, 0)
    year, month, day = civil(wall // DAY + EPOCH)
    moved = ordinal_of(year + times, month, min(day, 28) if month == 2 else day)
    return (moved - EPOCH) * DAY + wall % DAY


def _nearest(wall: int, shows: int) -> int:
    """Return the likeliest past time: the same clock time, or else the same date."""
    if wall - shows <= 7 * DAY:
        return wall + (shows - wall) // DAY * DAY
    while wall > shows:
        wall = _moved(wall, "year", -1)
    return wall


def _choice(
    wall: int,
    found: list[int],
    said: str,
    fold: str | None,
    ask: Callable[[list[str]], int] | None,
) -> int:
    """Return the index of the instant that is meant, of two with the same wall-clock time."""
    if fold in FOLDS:
        return FOLDS.index(fold)
    if fold is not None:
        raise BadTime(f"{shown(fold)} is not a fold. {refusals.NOTHING}", "Try first or second.")
    if ask is None:
        raise refusals.twice(said, wall, found)
    labels = [
        f"{full_wall(wall)} {offset_text(wall - instant)} ({name})"
        for instant, name in zip(found, FOLDS, strict=True)
    ]
    return ask(labels)
