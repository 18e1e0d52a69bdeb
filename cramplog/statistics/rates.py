"""Counts over time with an exact interval."""

from __future__ import annotations

from math import exp, lgamma, log, log1p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

GARWOOD = "exact Poisson (Garwood 1936)"
TAIL = 0.025


def garwood(count: int, exposure: float = 1.0) -> tuple[float, float]:
    """The exact 95 % interval of a Poisson rate: `count` events over `exposure` units of time.

    The rates at which so many or more, and so few or fewer, events have a chance of 2.5 %
    (Garwood 1936). Found by bisection, since the chi-square quantiles that give it in closed
    form would need SciPy. Raises ValueError for a negative count or an exposure not above 0.

    >>> [round(bound, 4) for bound in garwood(5)]
    [1.6235, 11.6683]
    """
    if count < 0 or exposure <= 0:
        raise ValueError(f"no rate: {count} events in {exposure}")
    if count == 0:
        return 0.0, -log(TAIL) / exposure
    enough = count + 10 * (count**0.5 + 1)
    low = _crossing(lambda mean: TAIL - _at_least(count, mean), 0.0, float(count))
    high = _crossing(lambda mean: _at_most(count, mean) - TAIL, float(count), enough)
    return low / exposure, high / exposure


def _crossing(falling: Callable[[float], float], low: float, high: float) -> float:
    """Where a falling function crosses zero between `low` and `high`."""
    while (middle := (low + high) / 2) not in (low, high):
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return high


def _chance(count: int, mean: float) -> float:
    """Of exactly `count` events; the terms are arranged so that large ones do not cancel."""
    if count == 0:
        return exp(-mean)
    excess = mean / count - 1
    return exp(count * (log1p(excess) - excess) - _stirling_rest(count))


def _stirling_rest(count: int) -> float:
    """log(count!) - (count log(count) - count)."""
    return lgamma(count + 1) - count * log(count) + count


def _at_least(count: int, mean: float) -> float:
    """For means below the count, where each further term is smaller than the last."""
    if mean <= 0:
        return 0.0
    term = total = _chance(count, mean)
    while term > total * 1e-17:
        count += 1
        term *= mean / count
        total += term
    return total


def _at_most(count: int, mean: float) -> float:
    """For means above the count, where each earlier term is smaller than the last."""
    term = total = _chance(count, mean)
    while count and term > total * 1e-17:
        term *= count / mean
        count -= 1
        total += term
    return total
