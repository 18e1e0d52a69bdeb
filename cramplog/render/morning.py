"""The morning's questions in words, short and plain: they are read half asleep."""

from __future__ import annotations

from cramplog.domain.night import BEFORE, CRAMP, QUIET, UNKNOWN
from cramplog.render.strip import SIGNS
from cramplog.render.text import day, flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cramplog.report.nights import NightState

KEYS = "q quiet, c cramp, ? not sure, Enter later, b back"
SIGNS_SAID = "C cramp   . quiet   ? not known"
NOTHING = "Nothing is missing. Good morning."
WEEK = 7


def greeting(nights: int, width: int, *, strip: bool) -> list[str]:
    """Say how many nights are asked about, and by which keys."""
    if not nights:
        return []
    lines = flow(
        f"Good morning. {nights} night{'s are' if nights > 1 else ' is'} not written down.", width
    )
    return [*lines, *flow(f"Keys: {KEYS}.", width, "  "), *([SIGNS_SAID] if strip else [])]


def question(night: int, width: int, states: Sequence[NightState] = ()) -> tuple[list[str], str]:
    """Return the lines before a night's question, and the question."""
    asked = f"{day(night)}. Was it quiet? "
    if not states:
        return [], f"{asked}({KEYS}) "
    shown = strip(states, night)
    if len(shown) + len(asked) + 2 < width - len(CRAMP):
        return [], f"{shown}  {asked}"
    return [shown], asked


def strip(states: Sequence[NightState], asked: int) -> str:
    """Nights as signs, a gap before each week back from the last, brackets around the one asked."""
    signs = ""
    for at, each in enumerate(states):
        signs += " " if at and (len(states) - at) % WEEK == 0 else ""
        sign = SIGNS[UNKNOWN if each.state == BEFORE else each.state]
        signs += f"[{sign}]" if each.night == asked else sign
    return signs


def ended(answers: Collection[str], later: int, undo: str, width: int) -> list[str]:
    """Say what the sitting stored, what is left, and how to take it back."""
    counted = [
        f"{list(answers).count(one)} {one}" for one in (QUIET, CRAMP, "not sure") if one in answers
    ]
    done = f"Written down: {', '.join(counted)}. {undo}" if counted else undo
    more = f" {later} left: cramplog morning" if later else ""
    return flow(f"{done}{more}", width, "  ")
