"""Flags in a line each: for messages, the status screen, the visit and the end of a long list."""

from __future__ import annotations

from cramplog.flags.words import counted
from cramplog.render.text import day, flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cramplog.flags.evaluate import Flag
    from cramplog.services.judge import Quiet


def summary(flag: Flag) -> str:
    """One line for the report, the log message and the status screen: what to do, and why."""
    told = " ".join(part for part in (flag.do, visible(flag.fired.seen)) if part)
    return f"{flag.fired.urgency}: {flag.rule.title}. {told} ({flag.rule.id})"


def to_do(flag: Flag) -> str:
    """What is on and what to do, without the reason."""
    return f"{flag.fired.urgency}: {flag.rule.title}. {flag.action} ({flag.rule.id})"


def still_on(flags: Iterable[Flag]) -> str:
    """One short line that reminds of flags that press, which were shown before."""
    each = [f"{flag.fired.urgency} {flag.rule.id}" for flag in flags]
    return f"Still on: {', '.join(each)}: cramplog flags" if each else ""


def still_why(flag: Flag) -> str:
    """Why a flag stays on though a sign was said to be gone or not there."""
    facts = "; ".join(flag.fired.facts) or flag.fired.seen.rstrip(".")
    days = flag.limits.get("gone")
    lasting = f" A sign that is gone still counts for {counted(days, 'day')}." if days else ""
    return (
        f"Still on: {flag.fired.urgency} {flag.rule.id}, by {visible(facts)}.{lasting} {flag.do}"
    ).rstrip()


def quieted(items: Sequence[Quiet], width: int) -> list[str]:
    """Flags that are on and quieted, with the reason; reports print them, too."""
    return [
        line
        for item in items
        for line in flow(
            f"Quieted until {day(item.until, year=True)} because: {visible(item.because)}. "
            f"{summary(item.flag)}",
            width,
            "  ",
        )
    ]
