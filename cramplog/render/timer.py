"""The live timer in words, and as JSON."""

from __future__ import annotations

from cramplog.render.episode import said
from cramplog.render.text import clock, flow, length, offset, rfc3339

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.services.timer import Timer

STOP = "Stop it: cramplog stop"
FORGOTTEN = "Forgotten? Say how long the cramp was: `cramplog stop 5m`, or `cramplog cancel`."


def headline(timer: Timer, now: Moment) -> str:
    """`since 03:31, left calf`."""
    when = timer.when
    text = "about " * when.approximate + clock(when.instant, when.utc_offset)
    if when.utc_offset != now.utc_offset:
        text += f" UTC{offset(when.utc_offset)}"
    return ", ".join([f"since {text}", *said(timer.said)])


def started(timer: Timer, now: Moment, width: int) -> list[str]:
    """The timer was started, and the command returns at once."""
    return flow(
        f"Timer on, {headline(timer, now)}. {STOP}. First: {first_step(timer)} "
        "Wrong? cramplog cancel",
        width,
        "  ",
    )


def first_step(timer: Timer) -> str:
    from cramplog.domain.firstaid import steps_for

    return steps_for(muscles_of(timer))[0].text


def muscles_of(timer: Timer) -> tuple[str, ...]:
    """The muscles that `start` was told."""
    return tuple(site.muscle for site in timer.said.sites or ())


def status(timer: Timer | None, now: Moment, width: int) -> list[str]:
    """The state of the timer in one sentence."""
    if timer is None:
        return flow("No timer is running. Start one: cramplog start left calf", width, "  ")
    text = f"Timer on for {length(timer.seconds)}, {headline(timer, now)}."
    end = FORGOTTEN if timer.forgotten else STOP
    return flow(f"{text} {end}", width, "  ")


def cancelled(timer: Timer, width: int) -> list[str]:
    since = clock(timer.when.instant, timer.when.utc_offset)
    return flow(
        f"Timer of {since} dropped after {length(timer.seconds)}; no episode was recorded. "
        "Undo: cramplog undo",
        width,
        "  ",
    )


def data(timer: Timer) -> dict[str, object]:
    """The timer as JSON."""
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
