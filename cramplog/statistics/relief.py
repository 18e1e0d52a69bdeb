"""Time until something happens, where it did not always happen."""

from __future__ import annotations

from math import exp, log, sqrt

from cramplog.statistics.proportions import NORMAL_95
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

KAPLAN_MEIER = "Kaplan-Meier"


class Step(Value):
    """The share still waiting after `time`, with its 95 % interval."""

    time: float
    at_risk: int
    events: int
    waiting: float
    low: float
    high: float


def kaplan_meier(observed: Sequence[tuple[float, bool]]) -> list[Step]:
    """Return the share still waiting after each time at which something happened.

    `observed` are pairs of a time, in any unit, and whether it happened then; where it did not,
    it had not happened up to that time (censored). The share is Π (1 - d/n) over the times so
    far, d of n at risk (Kaplan and Meier 1958); its interval is S^exp(±1.96 √v / log S), with
    Greenwood's v = Σ d/(n(n - d)) (Kalbfleisch and Prentice 1980). Raises ValueError for a
    negative time. The example begins the 6-MP arm of Freireich 1963.

    >>> six_mp = [(6, True)] * 3 + [(6, False), (7, True), (9, False), (10, True)]
    >>> six_mp += [(later, False) for later in range(11, 25)]
    >>> [(step.time, step.at_risk, round(step.waiting, 3)) for step in kaplan_meier(six_mp)]
    [(6, 21, 0.857), (7, 17, 0.807), (10, 15, 0.753)]
    """
    if any(time < 0 for time, _ in observed):
        raise ValueError("a time before the beginning")
    steps: list[Step] = []
    share, spread = 1.0, 0.0
    for time in sorted({time for time, happened in observed if happened}):
        at_risk = sum(one >= time for one, _ in observed)
        events = sum(one == time and happened for one, happened in observed)
        share *= 1 - events / at_risk
        if events < at_risk:
            spread += events / (at_risk * (at_risk - events))
        low, high = _interval(share, spread)
        steps.append(
            Step(time=time, at_risk=at_risk, events=events, waiting=share, low=low, high=high)
        )
    return steps


def time_to_half(steps: Sequence[Step]) -> float | None:
    """Return the first time at which half or fewer still wait; None where more do to the end.

    >>> time_to_half(kaplan_meier([(1, True), (2, True), (3, False)]))
    2
    """
    return next((step.time for step in steps if step.waiting <= 0.5 + 1e-12), None)


def _interval(share: float, spread: float) -> tuple[float, float]:
    """Return the interval on the scale of log(-log S), which keeps it within 0 and 1."""
    if not 0 < share < 1:
        return share, share
    reach = NORMAL_95 * sqrt(spread) / -log(share)
    return share ** exp(reach), share ** exp(-reach)
