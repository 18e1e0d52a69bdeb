"""The live timer in words, and as JSON."""

from __future__ import annotations

from cramplog.clock import came_twice
from cramplog.domain.firstaid import NOT_IF, steps_for
from cramplog.render.episode import said
from cramplog.render.text import ago, clock, flow, length, offset, rfc3339

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.clock import Moment
    from cramplog.flags.evaluate import Flag
    from cramplog.services.record import When
    from cramplog.services.timer import Timer

STOP = "Stop it: cramplog stop"
FORGOTTEN = "Forgotten? Say how long the cramp was: `cramplog stop 5m`, or `cramplog cancel`."


def headline(timer: Timer, now: Moment) -> str:
    """Return `since 03:31, left calf`."""
    when = timer.when
    text = "about " * when.approximate + _begun(when, now)
    return ", ".join([f"since {text}", *said(timer.said)])


def _begun(when: When, now: Moment | None = None) -> str:
    """Return its clock time, with the offset if that is not now's or the time came twice."""
    twice = came_twice(when.instant, when.utc_offset, when.zone)
    elsewhere = now is not None and when.utc_offset != now.utc_offset
    told = f" UTC{offset(when.utc_offset)}" if twice or elsewhere else ""
    return clock(when.instant, when.utc_offset) + told


def started(timer: Timer, now: Moment, width: int, harmful: Sequence[Flag] = ()) -> list[str]:
    """Return the message of a started timer.

    If `harmful` flags are on, their advice replaces the first step.
    """
    first = "" if harmful else f" First: {first_step(timer)}"
    said = f"Timer on, {headline(timer, now)}. {STOP}.{first} Wrong? cramplog cancel"
    return [*before_steps(harmful, width), *flow(said, width, "  ")]


def before_steps(harmful: Sequence[Flag], width: int) -> list[str]:
    """Return the warning before steps for a leg, and the advice of `harmful` flags."""
    each = [NOT_IF]
    if harmful:
        from cramplog.render.flags_short import to_do

        each += map(to_do, harmful)
    return [line for words in each for line in flow(words, width, "  ")]


def first_step(timer: Timer) -> str:
    return steps_for(muscles_of(timer))[0].text


def muscles_of(timer: Timer) -> tuple[str, ...]:
    """Return the muscles that were typed after `start`."""
    return tuple(site.muscle for site in timer.said.sites or ())


def status(timer: Timer | None, now: Moment, width: int) -> list[str]:
    """Return the state of the timer in one sentence."""
    if timer is None:
        return flow("No timer is running. Start one: cramplog start left calf", width, "  ")
    ahead = timer.when.instant - now.instant
    lasts = (
        f" for {length(timer.seconds)}" if ahead <= 0 else f", begun {ago(-ahead)} by this clock"
    )
    text = f"Timer on{lasts}, {headline(timer, now)}."
    end = FORGOTTEN if timer.forgotten else STOP
    return flow(f"{text} {end}", width, "  ")


def cancelled(timer: Timer, width: int) -> list[str]:
    since = _begun(timer.when)
    return flow(
        f"Timer of {since} dropped after {length(timer.seconds)}; no episode was recorded. "
        "Undo: cramplog undo",
        width,
        "  ",
    )


def data(timer: Timer) -> dict[str, object]:
    """Return the timer as JSON."""
    when = timer.when
    return {
        "started_at": rfc3339(when.instant, when.utc_offset),
        "zone": when.zone,
        "time_is_approximate": when.approximate,
        "words": timer.words,
        "note": timer.note,
        "seconds": timer.seconds,
        "forgotten": timer.forgotten,
    }
