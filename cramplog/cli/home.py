"""Bare `cramplog`: how things stand, and what to type next."""

from __future__ import annotations

from cramplog.cli.declare import command
from cramplog.cli.log import brief
from cramplog.cli.session import Result
from cramplog.config import Hours
from cramplog.domain.night import DAY, iso
from cramplog.render import flags_short as flag_words
from cramplog.render import timer as timer_words
from cramplog.render.strip import legend, said, strip
from cramplog.render.text import flow
from cramplog.report.period import tonight
from cramplog.services import judge, morning, summary, timer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.cli.session import Session
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.flags.evaluate import Flag
    from cramplog.render.screen import Screen
    from cramplog.services.timer import Timer

MORNING = 5 * 3600  # seconds of the day
NO_DIARY = "Mistyped, or on a stick that is not here? The first thing recorded begins one there."
DIFFER = "What two diaries said differently is open ({}). Look: cramplog merge"


@command("")
def home(session: Session) -> Result:
    """Show how things stand: timer, the last seven nights, flags, one hint."""
    diary = session.diary(look=True)
    running = timer.running(diary, session.now)
    nights = summary.last_nights(diary, session.now)
    flags = judge.judged(diary, session.now).evaluation.flags
    empty = diary.first_night() is None
    differing = len(diary.differences())
    missing = session.begun()
    unwritten = 0 if empty else _unwritten(diary, session.now)
    hint = f"{missing} {NO_DIARY}" if missing else _hint(running, unwritten, empty=empty)

    def lines(screen: Screen) -> list[str]:
        width = screen.width
        parts = timer_words.status(running, session.now, width) if running else []
        if not empty and screen.labelled:
            parts += flow(f"Last seven nights: {said(nights)}", width, "  ")
        elif not empty:
            parts += ["Last seven nights", *strip(nights, width), *legend(nights, width)]
        parts += _flags(flags, width)
        parts += flow(DIFFER.format(differing), width, "  ") if differing else []
        return [*parts, *flow(hint, width, "  ")]

    return Result(
        leisurely=True,
        text=lines,
        data=lambda: {
            "timer": timer_words.data(running) if running else None,
            "nights": [
                {"night": iso(night.night), "state": night.state, "cramps": night.cramps}
                for night in nights
            ],
            "flags": brief(flags),
            "differences": differing,
            "hint": hint,
        },
    )


def _flags(flags: Sequence[Flag], width: int) -> list[str]:
    lines = [line for flag in flags for line in flow(flag_words.summary(flag), width, "  ")]
    return [*lines, *flow("Why: cramplog flags", width)] if lines else []


def _unwritten(diary: Diary, now: Moment) -> int:
    """Count the nights of the last week that are not written down; this one from the morning on."""
    nights = morning.missing(diary, now)
    early = (now.instant + now.utc_offset) % DAY < MORNING
    running = tonight(now, Hours.of(diary.settings))
    return len([night for night in nights if night != running or not early])


def _hint(running: Timer | None, unwritten: int, *, empty: bool) -> str:
    if running:
        return "Is it over? cramplog stop"
    if empty:
        return (
            "Nothing is recorded yet. A cramp now: cramp. One that is over: cramplog log left "
            "calf 5m 7. A night without: cramplog night quiet. All commands: cramplog --help"
        )
    if unwritten:
        are = "nights are" if unwritten > 1 else "night is"
        return f"{unwritten} {are} not written down. One key each: cramplog morning"
    return "The week so far: cramplog report week"
