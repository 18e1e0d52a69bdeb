"""Bounds of a share over its unknown nights."""

from __future__ import annotations


def extremes(count: int, of: int, unknown: int) -> tuple[float, float]:
    """Return the least and the largest share if each unknown night were known.

    From count / (of + unknown), had all unknown nights been quiet, to
    (count + unknown) / (of + unknown), had all had a cramp (Manski 1995: bounds that assume
    nothing). Raises ValueError for no night at all, or counts that are none.

    >>> extremes(8, 20, 12)
    (0.25, 0.625)
    """
    total = of + unknown
    if total < 1 or unknown < 0 or not 0 <= count <= of:
        raise ValueError(f"no share: {count} of {of}, {unknown} unknown")
    return count / total, (count + unknown) / total
