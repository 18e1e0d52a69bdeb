"""Questions that keep rules from being checked, with commands to paste."""

from __future__ import annotations

from cramplog.flags.evaluate import questions
from cramplog.flags.words import listed
from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.evaluate import Evaluation
    from cramplog.flags.outcome import Ask

SIDES = ("left", "right", "both")


def text(evaluation: Evaluation, width: int) -> list[str]:
    """Return every open question, with the rules that wait for it."""
    number = len(evaluation.not_evaluable)
    waiting = questions(evaluation)
    if not waiting:
        return []
    rules = f"{number} rule was" if number == 1 else f"{number} rules were"
    lines = flow(
        f'{rules} not evaluable: something is not recorded, and unknown is never taken as "no". '
        "Be asked: cramplog flags --check",
        width,
    )
    for ask, ids in waiting:
        lines += ["", *flow(f"{visible(ask.question)} ({', '.join(ids)})", width, "    ")]
        lines += answers(ask, width)
    return lines


def answers(ask: Ask, width: int) -> list[str]:
    """Return each answer with its command on its own lines; of sides one stands for all."""
    lines = []
    sides = [says for says, _ in ask.answers if says in SIDES]
    for says, command in ask.answers:
        if says in sides[1:]:
            continue
        words = says
        if says in sides:
            words = f"yes, {says} (or {listed(sides[1:], 'or')})"
        gaps = [word for word in ("DATE", "NAME", "YEAR") if word in command.split()]
        words += f" (in place of {listed(gaps)} type yours)" if gaps else ""
        lines += flow(f"  {visible(words)}:", width, "    ")
        lines += flow(f"    {visible(command)}", width, "      ")
    return lines
