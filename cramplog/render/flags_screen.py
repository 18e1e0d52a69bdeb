"""The flags on one screen: a number, the urgency, the reason and what to do; then what is open."""

from __future__ import annotations

from cramplog.flags.evaluate import NIGHTS
from cramplog.flags.outcome import ROUTINE, URGENCIES, URGENCY_MEANS
from cramplog.flags.words import NO_ALL_CLEAR, counted
from cramplog.render import flags_short
from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.flags.evaluate import Flag
    from cramplog.render.screen import Screen
    from cramplog.services.judge import Judged

ROOM = 22  # lines; those of a terminal less the command above them and the prompt below
USUAL_WIDTH, NARROW = 80, 60
SEEN, ACTION, BRIEF = "seen", "action", "brief"  # how much is told of each flag
TITLE = "Reasons to see a doctor, by what you wrote (not a diagnosis)."
ARTICLES = "The article, an undated text that this diary grew from and no guideline, adds:"
OPEN = "{} that could matter today {} open. Ask me: cramplog flags --check"
DO_NOT_WAIT = "Leg swollen, hot or cold, or breathless? Do not wait: cramplog guide doctor"
ONE, ALL = "One in full: cramplog flags 1", "All in full: cramplog flags --full"


def text(found: Judged, screen: Screen) -> list[str]:
    """All that is on, as much of each as one screen holds; the least urgent are folded first."""
    width = screen.width
    quieted = flags_short.quieted(found.quiet, width)
    after = [*quieted, *_after(found, width)]
    flags = found.evaluation.listed
    if not flags:
        return [*flow(none_on(found.evaluation.recorded, other=bool(quieted)), width), *after]
    room = max(ROOM, ROOM * USUAL_WIDTH // width) - len(after)
    urgent_first = sorted(enumerate(flags, 1), key=lambda each: _rank(each[1]))
    for how in (SEEN, ACTION, BRIEF):
        lines = _lists(urgent_first, screen, how)
        if len(lines) <= room:
            return [*lines, *after]
    kept = len(flags)
    while len(lines) > room and _rank(urgent_first[kept - 1][1]) >= _rank_of(ROUTINE):
        kept -= 1
        left = f"and {len(flags) - kept} more for your next visit: cramplog flags --full"
        lines = [*_lists(urgent_first[:kept], screen, BRIEF), *flow(left, width, "  ")]
    return [*lines, *after]


def none_on(recorded: int, *, other: bool = False) -> str:
    """What is said where no flag is on, which is never that all is well."""
    return (
        f"No {'other ' if other else ''}flag is on, by what is recorded: {recorded} of the last "
        f"{NIGHTS} nights. {NO_ALL_CLEAR}"
    )


def _rank_of(urgency: str) -> int:
    return URGENCIES.index(urgency)


def _rank(flag: Flag) -> int:
    return _rank_of(flag.fired.urgency)


def _lists(shown: Iterable[tuple[int, Flag]], screen: Screen, how: str) -> list[str]:
    """The guidelines' list, then the article's, by their numbers."""
    lines = flow(TITLE, screen.width)
    introduced = False
    for number, flag in sorted(shown, key=lambda each: each[0]):
        if flag.rule.from_article and not introduced:
            introduced = True
            lines += flow(ARTICLES, screen.width)
        lines += _flag(number, flag, screen, how)
    return lines


def _flag(number: int, flag: Flag, screen: Screen, how: str) -> list[str]:
    """Number, urgency and reason, then what to do on a line of its own, and what was seen."""
    urgency = flag.fired.urgency
    reason, action = f"{_reason(flag)} ({flag.rule.id})", flag.action
    if how == BRIEF and _rank(flag) >= _rank_of(ROUTINE):
        reason, action = f"{reason}: {URGENCY_MEANS[urgency]}", ""
    seen = flag.fired.seen if how == SEEN and not flag.fired.action else ""
    if screen.labelled:
        head, indent = f"Flag {number}. Urgency: {urgency}. Reason: ", "  "
        action, seen = action and f"What to do: {action}", seen and f"Seen: {seen}"
    elif screen.width < NARROW:
        head, indent = f"{number:>2} {urgency} ", "   "
    else:
        head = f"{number:>2} {urgency:{max(map(len, URGENCIES)) + 1}}"
        indent = " " * len(head)
    told = (head + reason, *(indent + words for words in (action, seen) if words))
    return [line for words in told for line in flow(visible(words), screen.width, indent)]


def _reason(flag: Flag) -> str:
    """The rule's title; where the rule says of itself what to do, what was noted and when."""
    return flag.fired.seen.rstrip(".") if flag.fired.action else flag.rule.title


def _after(found: Judged, width: int) -> list[str]:
    """What is not known and could matter today, and where to read more."""
    waiting = sum(one.today for one in found.open)
    verb = "is" if waiting == 1 else "are"
    told = [OPEN.format(counted(waiting, "question"), verb)] if waiting else []
    more = f"{ONE}. {ALL}" if found.evaluation.flags else ALL
    return [line for words in (*told, DO_NOT_WAIT, more) for line in flow(words, width, "  ")]
