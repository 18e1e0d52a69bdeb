"""Proportions with a 95 % confidence interval."""

from __future__ import annotations

NORMAL_95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""

WILSON = "Wilson score"


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of `count` out of `of`, as shares from 0 to 1.

    No continuity correction (Wilson 1927, as in Newcombe 1998, method 3).
    Raises ValueError where `of` is not positive or `count` is not from 0 to `of`.

    >>> [round(bound, 3) for bound in wilson(4, 6)]
    [0.3, 0.903]
    """
    if of < 1 or not 0 <= count <= of:
        raise ValueError(f"no proportion: {count} of {of}")
    share, square = count / of, NORMAL_95 * NORMAL_95
    middle = share + square / (2 * of)
    reach: float = NORMAL_95 * (share * (1 - share) / of + square / (4 * of * of)) ** 0.5
    scale = 1 + square / of
    # Exactly 0 and 1 at the ends, where rounding would leave a residue.
    low = 0.0 if count == 0 else (middle - reach) / scale
    high = 1.0 if count == of else (middle + reach) / scale
    return low, high
