"""Comparing two rates: exact, given the total count."""

from __future__ import annotations

from math import inf

from cramplog.statistics.binomial import at_least, chance, clopper_pearson, shares_mid_p

TIED = 1 + 1e-7


def rate_ratio(
    count: int, exposure: float, other: int, other_exposure: float
) -> tuple[float, float]:
    """Return the exact 95 % interval of the ratio of two Poisson rates, the first to the other.

    Given their sum the first count is binomial with the share r t / (r t + u), r the ratio, t and
    u the exposures (in one unit of time). The bounds are Clopper and Pearson's for that share,
    turned into a ratio: infinite where `other` is 0. Raises ValueError where there is no event,
    or no exposure. The example is Stampfer 1985 as in Gu 2008.

    >>> [round(bound, 4) for bound in rate_ratio(60, 51477.5, 30, 54308.7)]
    [1.3397, 3.3884]
    """
    _refuse(count, exposure, other, other_exposure)
    low, _ = clopper_pearson(count, count + other)
    rest, _ = clopper_pearson(other, count + other)  # by symmetry: one less the upper share
    return _turned(low, rest, other_exposure / exposure)


def rate_ratio_mid_p(
    count: int, exposure: float, other: int, other_exposure: float
) -> tuple[float, float]:
    """Return the mid-P 95 % interval of the ratio of two Poisson rates.

    As `rate_ratio`, but with half of the chance of the count itself (Rothman, Modern
    Epidemiology): not as wide, and right on average.

    >>> [round(bound, 4) for bound in rate_ratio_mid_p(60, 51477.5, 30, 54308.7)]
    [1.3681, 3.3073]
    """
    _refuse(count, exposure, other, other_exposure)
    return _turned(*shares_mid_p(count, count + other), other_exposure / exposure)


def rates_p(
    count: int, exposure: float, other: int, other_exposure: float, *, mid: bool = False
) -> float:
    """Return the two-sided p of two equal Poisson rates, exact given their sum.

    The chance of all splits of the sum that are no likelier than the one seen; with `mid` those
    as likely count half (Gu 2008). The example's published p are .000675 and .000557.

    >>> round(rates_p(60, 51477.5, 30, 54308.7), 6)
    0.000675
    >>> round(rates_p(60, 51477.5, 30, 54308.7, mid=True), 6)
    0.000557
    """
    _refuse(count, exposure, other, other_exposure)
    total, share = count + other, exposure / (exposure + other_exposure)
    limit = chance(count, total, share) * TIED
    first, last = _unlikely(total, share, limit)
    p = 1 - at_least(first + 1, total, share) if first >= 0 else 0.0
    p += at_least(last, total, share) if last <= total else 0.0
    if mid:
        tied = {k for k in (first, last, count) if chance(k, total, share) * TIED * TIED > limit}
        p -= sum(chance(k, total, share) for k in tied) / 2
    return min(p, 1.0)


def _unlikely(total: int, share: float, limit: float) -> tuple[int, int]:
    """Return the last count below and the first above the likeliest with no more chance."""
    mode = min(total, int((total + 1) * share))
    low, high = -1, mode  # the chance of low is within the limit, or low is -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if chance(middle, total, share) <= limit else (low, middle)
    first = low if mode == 0 or chance(mode, total, share) > limit else mode
    below, above = mode, total + 1
    while above - below > 1:
        middle = (below + above) // 2
        over = chance(middle, total, share) <= limit
        below, above = (below, middle) if over else (middle, above)
    return first, above


def _turned(low: float, rest: float, scale: float) -> tuple[float, float]:
    """Turn a share's lower bound, and one less its upper bound, into bounds of a ratio."""
    return scale * low / (1 - low) if low < 1 else inf, scale * (1 - rest) / rest if rest else inf


def _refuse(count: int, exposure: float, other: int, other_exposure: float) -> None:
    if count < 0 or other < 0 or not count + other or exposure <= 0 or other_exposure <= 0:
        raise ValueError(f"no ratio: {count} in {exposure}, {other} in {other_exposure}")
