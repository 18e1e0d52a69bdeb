"""How typical the cramps are: published descriptions, counted, without a cut-off."""

from __future__ import annotations

from typing import Any

import pytest

from cramplog.domain.episode import Episode, Site, Tried
from cramplog.flags.typical import CRITERIA, Count, tally


def cramp(**said: Any) -> Episode:
    return Episode(
        id="x", number=1, person="me", started_at=0, utc_offset=0, night=1, recorded_at=0, **said
    )


def counted(label: str, *episodes: Episode) -> Count:
    (found,) = [count for count in tally(episodes) if count.label == label]
    return found


def test_all_three_criteria_and_all_seven_characteristics_are_counted() -> None:
    assert [source for source, _, _ in CRITERIA] == ["icsd-3"] * 3 + ["hallegraeff"] * 7


@pytest.mark.parametrize(
    ("label", "said", "yes"),
    [
        ("from seconds to ten minutes", {"duration_seconds": 600}, 1),
        ("from seconds to ten minutes", {"duration_seconds": 601}, 0),
        ("intense pain", {"pain": 7}, 1),
        ("intense pain", {"pain": 6}, 0),
        ("in calf or foot", {"sites": (Site(muscle="sole"),)}, 1),
        ("in calf or foot", {"sites": (Site(muscle="hamstring"),)}, 0),
        ("not in the thigh", {"sites": (Site(muscle="quadriceps"),)}, 0),
        ("pain that stays afterwards", {"sore": False}, 0),
        ("sleep disturbed", {"woke": True}, 1),
        ("during the time in bed", {"woke": True}, 1),
    ],
)
def test_a_criterion_holds_from_its_threshold_on(
    label: str, said: dict[str, Any], yes: int
) -> None:
    found = counted(label, cramp(**said))
    assert (found.yes, found.known) == (yes, 1)


@pytest.mark.parametrize("label", [label for _, label, _ in CRITERIA])
def test_what_was_not_said_is_unknown_and_not_no(label: str) -> None:
    found = counted(label, cramp())
    assert (found.yes, found.known, found.mostly) == (0, 0, None)


def test_a_stretch_that_is_not_said_to_have_helped_is_unknown() -> None:
    tried = cramp(tried=(Tried(remedy="stretch"),))
    helped = cramp(tried=(Tried(remedy="stretch", helped=True),))
    found = counted("relieved by stretching", tried, helped)
    assert (found.yes, found.known, found.of) == (1, 1, 2)


def test_one_half_that_fails_decides_against_pain_with_a_hard_muscle() -> None:
    label = "pain in leg or foot with a hard muscle"
    assert counted(label, cramp(hard=False)).known == 1
    assert counted(label, cramp(hard=True)).known == 0
    whole = cramp(hard=True, pain=3, sites=(Site(muscle="calf"),))
    assert counted(label, whole).yes == 1


def test_distress_has_no_field_in_the_diary_and_says_so() -> None:
    assert not counted("distress", cramp()).kept
