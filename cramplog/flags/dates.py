"""Dates of any precision, as the span of days that they may mean."""

from __future__ import annotations


def span(text: str) -> tuple[int, int]:
    """First and last day (ordinals) of an ISO year, month or date.

    >>> first, last = span("2026-02")
    >>> last - first
    27
    """
    from datetime import date

    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if day:
        return (date(year, month, day).toordinal(),) * 2
    first = date(year, month or 1, 1)
    following = date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    return first.toordinal(), following.toordinal() - 1


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans of days share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
