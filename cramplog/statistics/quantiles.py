"""Quantiles of a sample.

Definition 7 of Hyndman and Fan (1996), the default of R and NumPy: the sorted values stand at
equal distances from 0 to 1, and between two neighbours the quantile is read off a straight line.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

FEWEST_FOR_MIDDLE_HALF = 4


def quantile(values: Collection[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the sample lies, in the sample's unit.

    Raises ValueError for an empty sample or a share outside 0 to 1.

    >>> quantile([1, 2, 3, 4], 0.25)
    1.75
    """
    if not values or not 0 <= share <= 1:
        raise ValueError(f"no {share} quantile of {len(values)} values")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    if below + 1 == len(ordered):
        return ordered[below]
    low, high = ordered[below], ordered[below + 1]
    return min(high, low + (high - low) * (place - below))


def median(values: Collection[float]) -> float | None:
    """Return the middle value, or the mean of the middle two; None of an empty sample.

    >>> median([60, 240, 120, 180])
    150.0
    """
    return quantile(values, 0.5) if values else None


def middle_half(values: Collection[float]) -> tuple[float, float] | None:
    """Return the first and third quartile; None below four values, of which they say nothing.

    >>> middle_half([1, 2, 3, 4])
    (1.75, 3.25)
    """
    if len(values) < FEWEST_FOR_MIDDLE_HALF:
        return None
    return quantile(values, 0.25), quantile(values, 0.75)
