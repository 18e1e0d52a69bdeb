"""The power of a diary of so many nights, and the nights that a given power needs."""

from __future__ import annotations

from math import ceil, erfc, sqrt
from statistics import NormalDist

MOST_NIGHTS = 36_525  # a hundred years


def power(
    exposed: float,
    unexposed: float,
    base: float,
    ratio: float,
    alpha: float = 0.05,
    inflation: float = 1.0,
) -> float:
    """Return the chance that a test at `alpha` (two-sided) finds a ratio of cramp nights.

    `base` is the share of cramp nights without the exposure, `ratio` times it (at most 1) that
    with it; `exposed` and `unexposed` are nights, fewer by the factor `inflation` where they come
    in spells. Normal approximation without continuity correction, which is close to Fisher's
    mid-P: Φ((|p - q| - z √(m(1 - m)(1/n + 1/k))) / √(p(1 - p)/n + q(1 - q)/k)), m the mean share
    (Fleiss 1981). Raises ValueError for no nights or a share that is none.

    >>> round(power(100, 100, 0.1, 2.5), 2)
    0.8
    """
    high = min(base * ratio, 1.0)
    if exposed <= 0 or unexposed <= 0 or not 0 <= base <= 1 or ratio <= 0 or inflation < 1:
        raise ValueError(f"no power: {exposed} and {unexposed} nights, {base}, ratio {ratio}")
    n, k = exposed / inflation, unexposed / inflation
    mean = (n * high + k * base) / (n + k)
    null = sqrt(mean * (1 - mean) * (1 / n + 1 / k))
    spread = sqrt(high * (1 - high) / n + base * (1 - base) / k)
    reach = abs(high - base) - NormalDist().inv_cdf(1 - alpha / 2) * null
    if spread == 0:
        return float(reach > 0)
    return erfc(-reach / spread / sqrt(2)) / 2


def nights_needed(
    share: float,
    base: float,
    ratio: float,
    alpha: float = 0.05,
    inflation: float = 1.0,
    wanted: float = 0.8,
) -> int | None:
    """Return how many nights give the wanted power.

    Of them a `share` is exposed. None where a hundred years would not do.

    >>> nights_needed(0.5, 0.1, 2.5)
    200
    """

    def enough(nights: int) -> bool:
        parts = nights * share, nights * (1 - share)
        return power(*parts, base, ratio, alpha, inflation) >= wanted

    if not 0 < share < 1 or not enough(MOST_NIGHTS):
        return None
    low, high = 1, MOST_NIGHTS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return ceil(high)
