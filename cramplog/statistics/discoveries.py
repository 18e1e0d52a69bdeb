"""Several tests at once: how many discoveries may be false."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

BENJAMINI_HOCHBERG = "Benjamini-Hochberg"


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return the adjusted p-values, in the order given.

    Of m values the k-th smallest becomes m p / k, and none is larger than the one after it
    (Benjamini and Hochberg 1995): calling those up to q lets a share of at most q be false.
    Raises ValueError for a value outside 0 to 1. The example is the beginning of theirs.

    >>> p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .324, .4262, .5719,
    ...      .6528, .759, 1]
    >>> [round(one, 4) for one in benjamini_hochberg(p)[:5]]
    [0.0015, 0.003, 0.0095, 0.0356, 0.0603]
    """
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError("a p-value lies between 0 and 1")
    order = sorted(range(len(p_values)), key=lambda at: p_values[at], reverse=True)
    adjusted = [1.0] * len(p_values)
    least = 1.0
    for rank, at in zip(range(len(order), 0, -1), order, strict=True):
        least = min(least, p_values[at] * len(order) / rank)
        adjusted[at] = least
    return adjusted
