"""Flags in a line each: for messages, the status screen, the visit and the end of a long list."""

from __future__ import annotations

from cramplog.flags.words import counted
from cramplog.render.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.flags.evaluate import Flag


def summary(flag: Flag) -> str:
    """One line for the report, the log message and the status screen: what to do, and why."""
    told = " ".join(part for part in (flag.do, visible(flag.fired.seen)) if part)
    return f"{flag.fired.urgency}: {flag.rule.title}. {told} ({flag.rule.id})"


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


def in_short(flags: Iterable[Flag]) -> list[str]:
    """What presses, a sentence for each thing to do; a long list scrolls it away."""
    by_act: dict[tuple[str, str], list[str]] = {}
    for flag in flags:
        if flag.presses:
            by_act.setdefault((flag.fired.urgency, flag.do), []).append(flag.rule.id)
    return [f"{word}: {do} ({', '.join(ids)})" for (word, do), ids in by_act.items()]
