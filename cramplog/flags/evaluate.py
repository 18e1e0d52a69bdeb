"""Every rule over one record."""

from __future__ import annotations

from cramplog.flags.catalogue import RULES
from cramplog.flags.outcome import ACTIONS, DO, URGENCIES, Clear, Fired, NotEvaluable
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cramplog.flags.outcome import Ask
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Rule


NIGHTS = 28


class Flag(Value):
    """A rule that is on, with the numbers that it used."""

    rule: Rule
    limits: dict[str, int]
    fired: Fired

    @property
    def action(self) -> str:
        """What to do, in one line of at most 15 words that agrees with the urgency."""
        urgency = self.fired.urgency
        return self.fired.action or self.rule.path.actions.get(urgency) or ACTIONS[urgency]

    @property
    def do(self) -> str:
        """What to do at once; empty where it can wait for an appointment."""
        return self.action if self.presses else ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """What the flag rests on, each with its side and date: what quieting it is about."""
        pressing = (episode.id for episode in self.fired.episodes) if self.presses else ()
        return (*self.fired.facts, *pressing)

    @property
    def presses(self) -> bool:
        """Whether it cannot wait for an appointment."""
        return self.fired.urgency in DO


class Open(Value):
    """A rule that could not be checked, and what to record."""

    rule: Rule
    limits: dict[str, int]
    open: NotEvaluable


class Off(Value):
    """A rule that was checked and is not met."""

    rule: Rule
    limits: dict[str, int]
    clear: Clear


class Evaluation(Value):
    """What rules said, the most urgent first in each list.

    `recorded` are the nights of the last `NIGHTS` that say whether there was a cramp: without
    them "not met" says little.
    """

    flags: tuple[Flag, ...]
    not_evaluable: tuple[Open, ...]
    clear: tuple[Off, ...]
    recorded: int = 0

    @property
    def listed(self) -> tuple[Flag, ...]:
        """The flags as lists number them: those of guidelines first, the article's after them."""
        return tuple(sorted(self.flags, key=lambda flag: flag.rule.from_article))


def evaluate(record: Record, rules: Iterable[Rule] | None = None) -> Evaluation:
    """Judge a record by all rules, or by some."""
    record = record.replace(windows={})
    flags, unknown, clear = [], [], []
    for rule in RULES.values() if rules is None else rules:
        limits = rule.limits(record.thresholds)
        outcome = rule.judge(record, limits)
        if isinstance(outcome, Fired):
            flags.append(Flag(rule=rule, limits=limits, fired=outcome))
        elif isinstance(outcome, NotEvaluable):
            unknown.append(Open(rule=rule, limits=limits, open=outcome))
        else:
            clear.append(Off(rule=rule, limits=limits, clear=outcome))
    flags.sort(key=lambda flag: URGENCIES.index(flag.fired.urgency))
    unknown.sort(key=lambda item: URGENCIES.index(item.rule.urgencies[0]))
    return Evaluation(
        flags=tuple(flags),
        not_evaluable=tuple(unknown),
        clear=tuple(clear),
        recorded=record.recorded_nights(NIGHTS),
    )


def urgent(record: Record) -> tuple[Flag, ...]:
    """The flags of EMERGENCY and URGENT only, quickly: for `log`, `stop` and bare `cramplog`."""
    rules = [rule for rule in RULES.values() if rule.urgencies[0] in DO]
    return tuple(flag for flag in evaluate(record, rules).flags if flag.presses)


def questions(evaluation: Evaluation) -> list[tuple[Ask, list[str]]]:
    """Each open question once, with the rules that wait for it, the most urgent rule first.

    Flags that an answer would make more urgent come before rules that lack an answer.
    """
    return _asked(evaluation, lambda _: True)


def urgent_questions(evaluation: Evaluation) -> list[tuple[Ask, list[str]]]:
    """Those whose answers can turn an EMERGENCY or URGENT flag on.

    The first question of each rule comes before the second of any: a rule's first "no" often
    answers it.
    """
    found = _asked(evaluation, lambda rule: rule.urgencies[0] in DO)
    place: dict[Ask, int] = {}
    for _, asks in _open(evaluation):
        for at, ask in enumerate(asks):
            place[ask] = min(at, place.get(ask, at))
    return sorted(found, key=lambda question: place[question[0]])


def _asked(evaluation: Evaluation, wanted: Callable[[Rule], bool]) -> list[tuple[Ask, list[str]]]:
    waiting: dict[Ask, list[str]] = {}
    for rule, asks in _open(evaluation):
        for ask in asks if wanted(rule) else ():
            waiting.setdefault(ask, []).append(rule.id)
    return list(waiting.items())


def _open(evaluation: Evaluation) -> list[tuple[Rule, tuple[Ask, ...]]]:
    more = [(flag.rule, flag.fired.asks) for flag in evaluation.flags]
    return more + [(item.rule, item.open.asks) for item in evaluation.not_evaluable]
