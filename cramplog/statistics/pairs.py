"""Differences of pairs whose order was drawn by lot: exact tests without a model."""

from __future__ import annotations

from itertools import combinations_with_replacement

from cramplog.statistics.quantiles import quantile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PAIRS = 20
SIGN_FLIP = "exact sign-flip test"


def sign_flip(differences: Sequence[float]) -> float:
    """Return the exact two-sided p of no difference within pairs.

    Had nothing mattered, each difference could as well have had the other sign: p is the share of
    all 2^n choices of signs whose sum is at least as far from 0 as the sum seen (Fisher 1935,
    Design of Experiments, section 21). Differences of 0 are pairs, too. Six pairs can reach
    2/64 = 0.031. Raises ValueError for no pair or more than 20. The example is Darwin's maize as
    Fisher has it, in eighths of an inch.

    >>> maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
    >>> round(sign_flip(maize), 5)  # 1726 of 32768
    0.05267
    """
    _refuse(differences)
    counts: dict[float, int] = {0.0: 1}
    for one in differences:
        further: dict[float, int] = {}
        for total, ways in counts.items():
            for signed in (total + one, total - one):
                further[signed] = further.get(signed, 0) + ways
        counts = further
    seen = abs(sum(differences)) - 1e-9 * sum(map(abs, differences))
    extreme = sum(ways for total, ways in counts.items() if abs(total) >= seen)
    return extreme / (1 << len(differences))


def hodges_lehmann(differences: Sequence[float]) -> float:
    """Return the Hodges-Lehmann estimate of the difference within pairs.

    The median of the means of all pairs of differences, each with itself as well (Hodges and
    Lehmann 1963), in the differences' own unit. Raises ValueError as `sign_flip` does. The
    example is the depression data of Hollander and Wolfe 1973, as R gives it.

    >>> hamilton = [.952, -.147, 1.022, .43, .62, .59, .49, -.08, .01]
    >>> round(hodges_lehmann(hamilton), 3)
    0.46
    """
    _refuse(differences)
    means = [(one + other) / 2 for one, other in combinations_with_replacement(differences, 2)]
    return quantile(means, 0.5)


def sign_flip_interval(differences: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % interval of the difference: the values that `sign_flip` does not reject.

    A value d is rejected where the differences less d have a p of at most 5 %. The bounds are
    means of subsets of the differences: of all 2^n - 1 in order the k-th from either end, k the
    largest with 2k at most 5 % of 2^n (Hartigan 1969). None below six pairs, which reject
    nothing. Raises ValueError as `sign_flip` does.

    >>> sign_flip_interval([1, 2, 0, 3, 1, 2])
    (0.0, 3.0)
    """
    _refuse(differences)
    aside = int(0.05 * 2 ** len(differences) / 2)
    if not aside:
        return None
    sums = [(0.0, 0)]
    for one in differences:
        sums += [(total + one, count + 1) for total, count in sums]
    means = sorted(total / count for total, count in sums if count)
    return means[aside - 1], means[-aside]


def _refuse(differences: Sequence[float]) -> None:
    if not 1 <= len(differences) <= MOST_PAIRS:
        raise ValueError(f"{len(differences)} pairs: 1 to {MOST_PAIRS} are taken")
