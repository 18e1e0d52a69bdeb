"""Counting episodes and nights, where some of them may not say what is counted."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.outcome import Ask, Finding
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cramplog.domain.episode import Episode
    from cramplog.flags.record import Record

ASKED_AT_ONCE = 3
"""So many episodes or nights are asked about at a time, the latest first."""


def at_least(
    need: int,
    episodes: Iterable[Episode],
    test: Callable[[Episode], bool | None],
    seen: Callable[[int], str],
    ask: Callable[[Episode], Ask],
) -> Finding:
    """Whether at least `need` episodes pass; those that do not say may still decide."""
    passed, unsure = [], []
    for episode in episodes:
        answer = test(episode)
        if answer:
            passed.append(episode)
        elif answer is None:
            unsure.append(episode)
    asked = [ask(episode) for episode in unsure[-ASKED_AT_ONCE:]]
    return _finding(need, (len(passed), len(unsure)), seen(len(passed)), tuple(passed), asked)


def cramp_nights_with(
    record: Record, factors: tuple[str, ...], nights: int, need: int, what: str
) -> Finding:
    """Whether at least `need` cramp nights followed a day with one of the factors."""
    yes = 0
    passed: list[Episode] = []
    unsure = []
    told = {factor: record.told(factor) for factor in factors}
    for night, episodes in record.cramp_nights(nights).items():
        answers = {factor: told[factor].get(night) for factor in factors}
        if any(answers.values()):
            yes += 1
            passed.extend(episodes)
        elif None in answers.values():
            unsure.append(asks.about_day(night, [f for f in factors if answers[f] is None]))
    seen = f"{counted(yes, 'cramp night')} of the last {nights} nights {what}"
    return _finding(need, (yes, len(unsure)), seen, tuple(passed), unsure[-ASKED_AT_ONCE:])


def _finding(
    need: int, count: tuple[int, int], seen: str, episodes: tuple[Episode, ...], asked: list[Ask]
) -> Finding:
    """`count` are those that pass, and those that do not say."""
    yes, unsure = count
    if yes >= need:
        return Finding(state=True, seen=(seen,), episodes=episodes)
    if yes + unsure >= need:
        return Finding(state=None, asks=tuple(reversed(asked)))
    return Finding(state=False, seen=(f"{seen}; the rule wants {need}",))
