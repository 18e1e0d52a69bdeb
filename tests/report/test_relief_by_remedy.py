"""How soon cramps eased by remedy: helped, did not and not said are three things."""

from __future__ import annotations

from typing import Any

import pytest
from memory_diary import cramp

from cramplog.domain.episode import Episode, Tried
from cramplog.report.relief import by_remedy


def tried(remedy: str, seconds: int | None = None, **said: Any) -> Episode:
    return cramp(
        "2026-11-20 02:00",
        tried=(Tried(remedy=remedy, relief_seconds=said.pop("relief", None), **said),),
        duration_seconds=seconds,
    )


def test_what_did_not_help_counts_to_the_end_of_the_cramp() -> None:
    (found,) = by_remedy(
        [
            tried("stretch", helped=True, relief=60),
            tried("stretch", 600, helped=True, relief=120),
            tried("stretch", 300, helped=False),
            tried("stretch", helped=False),  # nobody said how long it lasted
            tried("stretch", 200),
        ]
    )
    assert (found.tried, found.helped, found.not_helped, found.unsaid) == (5, 2, 2, 1)
    assert (found.timed, found.eased) == (3, (60, 120, None))
    assert [step.waiting for step in found.steps] == pytest.approx([2 / 3, 1 / 3])


def test_a_remedy_that_never_helped_has_no_time_to_relief() -> None:
    (found,) = by_remedy([tried("heat", 100, helped=False)])
    assert (found.eased, found.steps) == ((None, None, None), ())


def test_the_remedy_tried_most_often_stands_first() -> None:
    found = by_remedy([tried("heat"), tried("walk"), tried("walk")])
    assert [one.remedy for one in found] == ["walk", "heat"]
