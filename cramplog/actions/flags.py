"""`flags`: which patterns of the diary are reasons to see a doctor."""

from __future__ import annotations

from cramplog.actions.result import Result
from cramplog.flags.outcome import ROUTINE, URGENCIES
from cramplog.render import flags as render
from cramplog.services import judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.result import Context
    from cramplog.flags.evaluate import Evaluation, Flag, Off, Open

FLAGS_ON = 10


def flags(context: Context, rule: str | None, *, exit_code: bool) -> Result:
    """All rules, or one by its id."""
    diary = context.diary()
    if rule:
        return _one(judge.judged_one(diary, context.now, rule), exit_code=exit_code)
    found = judge.judged(diary, context.now)
    return Result(
        text=lambda screen: render.text(found, screen.width).split("\n"),
        data=lambda: render.data(found),
        exit_code=_code(found) if exit_code else 0,
    )


def _one(found: Evaluation, *, exit_code: bool) -> Result:
    items: list[Flag | Open | Off] = [*found.flags, *found.not_evaluable, *found.clear]
    item = items[0]
    return Result(
        text=lambda screen: render.one(item, screen.width).split("\n"),
        data=lambda: render.data(found),
        exit_code=_code(found) if exit_code else 0,
    )


def _code(found: Evaluation) -> int:
    soon = URGENCIES.index(ROUTINE)
    on = any(URGENCIES.index(flag.fired.urgency) < soon for flag in found.flags)
    return FLAGS_ON if on else 0
