"""Comparing two rates: exact, given the total count."""

from __future__ import annotations

from math import exp, fsum, lgamma, log, log1p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TAIL = 0.025
NEGLIGIBLE = 1e-18  # of the largest term


def rate_ratio(
    count: int, exposure: float, other: int, other_exposure: float
) -> tuple[float, float]:
    """The exact 95 % interval of the ratio of two Poisson rates, the first to the other.

    Given their sum the first count is binomial; the bounds are Clopper and Pearson's for its
    share, turned into a ratio (infinite where `other` is 0). Raises ValueError where there is
    no event, or no exposure.

    >>> [round(bound, 3) for bound in rate_ratio(60, 51477.5, 30, 54308.7)]
    [1.34, 3.388]
    """
    if count < 0 or other < 0 or not count + other or exposure <= 0 or other_exposure <= 0:
        raise ValueError(f"no ratio: {count} in {exposure}, {other} in {other_exposure}")
    scale = other_exposure / exposure
    low = _lower_share(count, count + other)
    rest = _lower_share(other, count + other)  # by symmetry: one less the upper share
    return scale * low / (1 - low), scale * (1 - rest) / rest if rest else float("inf")


def _lower_share(count: int, total: int) -> float:
    """The share at which `count` or more of `total` have a chance of 2.5 %; 0 for no count."""
    low, high = 0.0, 1.0
    while count and (middle := (low + high) / 2) not in (low, high):
        if _at_least(count, total, middle) < TAIL:
            low = middle
        else:
            high = middle
    return low


def _at_least(count: int, total: int, share: float) -> float:
    """The chance of `count` or more of `total`, summed outward from the likeliest of them."""
    likeliest = max(count, min(total, int(total * share)))
    upward = _terms(range(likeliest, total + 1), total, share)
    return fsum((*upward, *_terms(range(likeliest - 1, count - 1, -1), total, share)))


def _terms(counts: Iterable[int], total: int, share: float) -> Iterator[float]:
    """The chances of falling counts, until one is too small to change a sum.

    By logarithms: the coefficients themselves leave a float's range from about a thousand on.
    """
    largest = 0.0
    for k in counts:
        ways = lgamma(total + 1) - lgamma(k + 1) - lgamma(total - k + 1)
        chance = exp(ways + k * log(share) + (total - k) * log1p(-share))
        largest = max(largest, chance)
        yield chance
        if chance <= largest * NEGLIGIBLE:
            return
