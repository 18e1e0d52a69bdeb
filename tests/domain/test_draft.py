"""What a draft changes of an episode."""

from __future__ import annotations

import pytest
from memory_diary import cramp
from spoken import said

from cramplog.domain.draft import Draft, amended
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.errors import BadSide


def edited(before: Episode, line: str) -> Episode:
    return amended(before, said(line, editing=True))


WHOLE = cramp(
    "2026-11-23 02:30",
    "left calf, left toes",
    duration_seconds=300,
    duration_is_estimate=True,
    type="tonic",
    spread="localized",
    pain=7,
    woke=True,
    sore=False,
    triggers=("stress", "cold"),
    tried=(Tried(remedy="walk"), Tried(remedy="heat", helped=False)),
    note="after the walk",
)


def test_nothing_said_changes_nothing() -> None:
    assert amended(WHOLE, Draft()) == WHOLE
    assert Draft().nothing_said()
    assert not Draft(pain=0).nothing_said()


def test_lists_replace_lists() -> None:
    after = edited(WHOLE, "@dehydration +stretch!2m right foot")
    assert after.triggers == ("dehydration",)
    assert after.tried == (Tried(remedy="stretch", helped=True, relief_seconds=120),)
    assert after.sites == (Site(muscle="foot", side="right"),)


def test_a_side_alone_keeps_the_muscles() -> None:
    assert [site.muscle for site in edited(WHOLE, "right").sites] == ["calf", "toes"]
    assert {site.side for site in edited(WHOLE, "right").sites} == {"right"}


def test_a_muscle_alone_keeps_the_one_side_there_was() -> None:
    assert edited(WHOLE, "foot").sites == (Site(muscle="foot", side="left"),)
    two = cramp("2026-11-23 02:30", "left calf, right foot")
    assert edited(two, "toes").sites == (Site(muscle="toes"),)


def test_a_side_for_an_episode_without_a_muscle_is_refused() -> None:
    with pytest.raises(BadSide, match="needs a muscle"):
        edited(cramp("2026-11-23 02:30"), "left")


@pytest.mark.parametrize(
    ("line", "field", "empty"),
    [
        ("pain=", "pain", None),
        ("note=", "note", None),
        ("duration=", "duration_seconds", None),
        ("type=", "type", None),
        ("spread=", "spread", None),
        ("triggers=", "triggers", ()),
        ("tried=", "tried", ()),
        ("muscle=", "sites", ()),
        ("woke=", "woke", None),
        ("sore=", "sore", None),
    ],
)
def test_clearing_makes_one_thing_unknown_and_nothing_else(
    line: str, field: str, empty: object
) -> None:
    after = edited(WHOLE, line)
    assert getattr(after, field) == empty
    kept = {field, "duration_is_estimate"} if field == "duration_seconds" else {field}
    assert after.replace(**{name: getattr(WHOLE, name) for name in kept}) == WHOLE


def test_a_cleared_duration_is_no_estimate_of_anything() -> None:
    assert edited(WHOLE, "duration=").duration_is_estimate is False


def test_clearing_the_side_keeps_the_muscles() -> None:
    assert edited(WHOLE, "side=").sites == (Site(muscle="calf"), Site(muscle="toes"))
    assert edited(WHOLE, "side= foot").sites == (Site(muscle="foot"),)


def test_a_new_duration_says_anew_whether_it_is_an_estimate() -> None:
    after = edited(WHOLE, "6m")
    assert (after.duration_seconds, after.duration_is_estimate) == (360, False)


def test_a_feature_is_changed_and_the_others_are_kept() -> None:
    after = edited(WHOLE, "not-woke hard")
    assert (after.woke, after.sore, after.hard, after.numb) == (False, False, True, None)


def test_the_time_is_not_the_drafts_to_change() -> None:
    assert edited(WHOLE, "02:10").started_at == WHOLE.started_at
