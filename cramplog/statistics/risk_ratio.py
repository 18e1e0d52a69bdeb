"""The ratio of two shares with a 95 % confidence interval."""

from __future__ import annotations

from math import inf, sqrt

from cramplog.statistics.proportions import NORMAL_95

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

KOOPMAN = "score (Koopman 1984)"
LARGEST = 1e9
STEPS = 200


def risk_ratio(
    count: int, of: int, other: int, other_of: int, *, inflation: float = 1.0
) -> tuple[float, float]:
    """Return the 95 % score interval of the ratio of two shares, the first to the other.

    The ratios r at which (p - r q)² / (P(1 - P)/n + r² Q(1 - Q)/m) is at most 3.84, where p and q
    are the shares of n and m, and Q, P = r Q their likeliest values under r (Koopman 1984; Gart
    and Nam 1988, without a correction for skewness). `inflation` is by how much spells raise the
    variance. Infinite above where `other` is 0. Raises ValueError where neither share is above 0,
    or a sample is empty.

    >>> [round(bound, 3) for bound in risk_ratio(36, 40, 16, 80)]  # Koopman 1984
    [2.94, 7.152]
    """
    if of < 1 or other_of < 1 or not 0 <= count <= of or not 0 <= other <= other_of:
        raise ValueError(f"no ratio: {count} of {of}, {other} of {other_of}")
    if not count + other:
        raise ValueError("no ratio of none to none")

    def within(ratio: float) -> bool:
        return _score(ratio, count, of, other, other_of) <= NORMAL_95 * NORMAL_95 * inflation

    centre = (count / of) / (other / other_of) if other else LARGEST
    low = _edge(within, min(centre, LARGEST), 0.0) if count else 0.0
    high = _edge(within, max(centre, 1 / LARGEST), LARGEST) if other else inf
    return low, high


def _edge(within: Callable[[float], bool], inside: float, outside: float) -> float:
    """Find the last ratio within the interval, between one inside and one outside."""
    if within(outside):
        return outside
    for _ in range(STEPS):
        middle = sqrt(inside * outside) if inside > 1 and outside > 1 else (inside + outside) / 2
        if middle in (inside, outside):
            break
        inside, outside = (middle, outside) if within(middle) else (inside, middle)
    return inside


def _score(ratio: float, count: int, of: int, other: int, other_of: int) -> float:
    """Return the chi-square of a ratio: the distance in squared standard errors."""
    total = of + other_of
    middle = ratio * (of + other) + count + other_of
    root = middle * middle - 4 * ratio * total * (count + other)
    rest = (middle - sqrt(max(root, 0.0))) / (2 * ratio * total) if ratio else 0.0
    rest = min(rest, 1.0)
    share = min(ratio * rest, 1.0)
    variance = share * (1 - share) / of + ratio * ratio * rest * (1 - rest) / other_of
    gap = count / of - ratio * other / other_of
    if variance <= 0:
        return 0.0 if gap == 0 else inf
    return gap * gap / variance
