"""Counts over time with an exact interval."""

from __future__ import annotations

from math import exp, lgamma, log, log1p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

GARWOOD = "exact Poisson (Garwood 1936)"
TAIL = 0.025


def garwood(count: int, exposure: float = 1.0) -> tuple[float, float]:
    """Return the exact 95 % interval of a Poisson rate.

    `count` events over `exposure` units of time, and the rate is per such a unit: the rates at
    which so many or more, and so few or fewer, events have a chance of 2.5 %, which are
    χ²(0.025; 2 count)/2 and χ²(0.975; 2 count + 2)/2 (Garwood 1936). Found by bisection.
    Raises ValueError for a negative count or an exposure not above 0.

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


def rate_mid_p(count: int, exposure: float = 1.0) -> tuple[float, float]:
    """Return the mid-P 95 % interval of a Poisson rate, per unit of `exposure`.

    As `garwood`, but `count` itself counts half in either tail (Lancaster 1961; Rothman, Modern
    Epidemiology): not as wide, and right on average. Raises ValueError as `garwood` does.

    >>> [round(bound, 3) for bound in rate_mid_p(5)]
    [1.832, 11.082]
    """
    if count < 0 or exposure <= 0:
        raise ValueError(f"no rate: {count} events in {exposure}")
    if count == 0:
        return 0.0, -log(2 * TAIL) / exposure
    enough = count + 10 * (count**0.5 + 1)

    def below(mean: float) -> float:
        return TAIL - (_at_least(count, mean) - _chance(count, mean) / 2 if mean > 0 else 0.0)

    def above(mean: float) -> float:
        return _at_most(count, mean) - _chance(count, mean) / 2 - TAIL

    low = _crossing(below, 0.0, float(count))
    return low / exposure, _crossing(above, float(count), enough) / exposure


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
