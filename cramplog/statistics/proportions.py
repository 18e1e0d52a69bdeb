"""Shares, and the difference of two, with a 95 % confidence interval."""

from __future__ import annotations

from math import hypot

NORMAL_95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""

WILSON = "Wilson score"
NEWCOMBE = "Newcombe 1998, method 10"


def wilson(count: float, of: float) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of `count` out of `of`, as shares from 0 to 1.

    (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n), without a continuity correction (Wilson
    1927, as in Newcombe 1998, method 3). Counts need not be whole: spells make them effective
    ones. Raises ValueError where `of` is not positive or `count` is not from 0 to `of`.

    >>> [round(bound, 3) for bound in wilson(4, 6)]
    [0.3, 0.903]
    """
    if of <= 0 or not 0 <= count <= of:
        raise ValueError(f"no proportion: {count} of {of}")
    share, square = count / of, NORMAL_95 * NORMAL_95
    middle = share + square / (2 * of)
    reach: float = NORMAL_95 * (share * (1 - share) / of + square / (4 * of * of)) ** 0.5
    scale = 1 + square / of
    # Exactly 0 and 1 at the ends, where rounding would leave a residue.
    low = 0.0 if count == 0 else (middle - reach) / scale
    high = 1.0 if count == of else (middle + reach) / scale
    return low, high


def newcombe(
    count: int, of: int, other: int, other_of: int, *, inflation: float = 1.0
) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares, the first less the other.

    With p, q the shares and (l, u), (m, v) their Wilson intervals: from
    p - q - √((p - l)² + (v - q)²) to p - q + √((u - p)² + (q - m)²) (Newcombe 1998, method 10).
    `inflation`, at least 1, is by how much spells raise the variance: both samples count as if
    they were smaller by it. Raises ValueError as `wilson` does.

    >>> [round(bound, 4) for bound in newcombe(56, 70, 48, 80)]  # Newcombe 1998, table II (a)
    [0.0524, 0.3339]
    """
    low, high = wilson(count / inflation, of / inflation)
    other_low, other_high = wilson(other / inflation, other_of / inflation)
    share, rest = count / of, other / other_of
    difference = share - rest
    below = hypot(share - low, other_high - rest)
    above = hypot(high - share, rest - other_low)
    return max(-1.0, difference - below), min(1.0, difference + above)
