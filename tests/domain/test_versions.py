"""What the versions of one entity come to, whichever diary has them."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from cramplog.domain.versions import DELETED, NOTHING, Other, State, Version, united


def version(uid: str, *parents: str, at: int = 0, gone: bool = False, **said: Any) -> Version:
    return Version(uid=uid, at=at, parents=parents, said=None if gone else said)


BORN = version("a", pain=5, note="x")


def test_one_version_is_the_state() -> None:
    assert united([BORN]) == State(said={"pain": 5, "note": "x"})


def test_what_builds_on_another_replaces_it_whatever_the_clock_says() -> None:
    later = version("b", "a", at=-1000, pain=3, note="x")
    assert united([BORN, later]) == State(said={"pain": 3, "note": "x"})


def test_changes_of_different_fields_are_both_kept() -> None:
    one = version("b", "a", pain=3, note="x")
    two = version("c", "a", pain=5, note="x", woke=1)
    assert united([BORN, one, two]) == State(said={"pain": 3, "note": "x", "woke": 1})


def test_of_two_values_the_later_is_shown_and_the_other_stands_beside_it() -> None:
    one = version("b", "a", at=10, pain=3, note="x")
    two = version("c", "a", at=20, pain=9, note="x")
    told = united([BORN, one, two])
    assert told.said == {"pain": 9, "note": "x"}
    assert told.others == {"pain": (Other(value=3, at=10),)}


def test_the_same_value_said_twice_is_no_difference() -> None:
    one = version("b", "a", at=10, pain=3, note="x")
    two = version("c", "a", at=20, pain=3, note="x")
    assert united([BORN, one, two]) == State(said={"pain": 3, "note": "x"})


def test_a_field_that_one_cleared_and_another_changed_keeps_what_was_said_beside_it() -> None:
    one = version("b", "a", at=30, note="x")
    two = version("c", "a", at=20, pain=9, note="x")
    told = united([BORN, one, two])
    assert told.said == {"note": "x"}
    assert told.others == {"pain": (Other(value=9, at=20),)}


def test_what_was_deleted_and_not_touched_elsewhere_is_gone() -> None:
    assert united([BORN, version("b", "a", gone=True)]) == NOTHING


def test_what_both_deleted_is_gone() -> None:
    both = version("b", "a", gone=True), version("c", "a", gone=True)
    assert united([BORN, *both]) == NOTHING


def test_a_change_outlives_a_deletion_that_did_not_know_of_it() -> None:
    gone = version("b", "a", at=50, gone=True)
    told = united([BORN, gone, version("c", "a", at=20, pain=9, note="x")])
    assert told.said == {"pain": 9, "note": "x"}
    assert told.others == {DELETED: (Other(value=True, at=50),)}


def test_what_is_made_anew_after_a_deletion_has_nothing_of_before() -> None:
    gone = version("b", "a", gone=True)
    assert united([BORN, gone, version("c", "b", pain=1)]) == State(said={"pain": 1})


def test_a_change_after_the_merge_settles_all_differences() -> None:
    one, two = version("b", "a", at=10, pain=3), version("c", "a", at=20, pain=9)
    after = version("d", "b", "c", pain=9, woke=1)
    assert united([BORN, one, two, after]) == State(said={"pain": 9, "woke": 1})


def test_differences_that_a_version_still_had_stay_open() -> None:
    one, two = version("b", "a", at=10, pain=3), version("c", "a", at=20, pain=9)
    beside = {"pain": (Other(value=3, at=10),)}
    undone = version("d", "b", "c", pain=9).replace(others=beside)
    assert united([BORN, one, two, undone]).others == beside


def test_unknown_is_no_statement_where_two_diaries_made_the_same_thing() -> None:
    told = united([version("a", quiet=1), version("b", at=9, stress="3")])
    assert told == State(said={"quiet": 1, "stress": "3"})


def test_when_something_was_recorded_is_no_difference() -> None:
    one = version("a", at=1, recorded_at=1, cold={"value": "yes", "recorded_at": 1})
    two = version("b", at=2, recorded_at=2, cold={"value": "yes", "recorded_at": 2})
    told = united([one, two])
    assert told.others == {}
    assert told.said == {"recorded_at": 2, "cold": {"value": "yes", "recorded_at": 2}}


@pytest.mark.parametrize("order", list(permutations(range(5))))
def test_the_order_of_the_versions_means_nothing(order: tuple[int, ...]) -> None:
    versions = [
        BORN,
        version("b", "a", at=10, pain=3, note="y"),
        version("c", "a", at=20, pain=9, note="x"),
        version("d", "a", at=15, gone=True),
        version("e", "b", at=12, pain=2, note="y", woke=1),
    ]
    told = united([versions[at] for at in order])
    assert told.said == {"pain": 9, "note": "y", "woke": 1}
    assert told.others == {
        "pain": (Other(value=2, at=12),),
        DELETED: (Other(value=True, at=15),),
    }
