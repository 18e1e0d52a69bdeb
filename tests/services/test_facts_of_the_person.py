"""Names and words of facts, and what undo calls them."""

from __future__ import annotations

import pytest
from filled_diary import NOW

from cramplog.diary.repository import Diary
from cramplog.services import facts, history


def names(diary: Diary) -> list[tuple[str, bool]]:
    return [(fact.name, fact.absent) for fact in diary.facts().conditions]


def test_a_condition_in_ones_own_words_is_the_same_however_it_is_written(diary: Diary) -> None:
    facts.add_condition(diary, "Bad knees", NOW, since=None, until=None)
    facts.deny_condition(diary, "bad  KNEES", NOW)
    assert names(diary) == [("bad KNEES", True)]
    facts.add_condition(diary, "bad-knees", NOW, since="2019", until=None)
    assert names(diary) == [("bad-knees", False)]
    assert facts.end_condition(diary, "BAD knees", NOW, until="2020").name == "bad-knees"


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [
        ("2018", "2019", True),
        ("2019", "2019-05", False),
        ("2019-05", "2019", False),
        ("2019-04-30", "2019-05", True),
        ("2019-05-02", "2019-05-02", False),
    ],
)
def test_a_date_lies_before_another_only_where_that_is_certain(
    one: str, other: str, is_before: bool
) -> None:
    assert facts.before(one, other) is is_before


def test_undo_and_redo_tell_which_fact(diary: Diary) -> None:
    facts.set_profile(diary, {"born": "1958"}, NOW)
    facts.add_condition(diary, "diabetes", NOW, since=None, until=None)
    facts.end_condition(diary, "diabetes", NOW, until="2020")
    facts.deny_condition(diary, "gout", NOW)
    told = [history.take_back(diary, "undo", NOW) for _ in range(4)]
    assert told == [
        "condition deny gout",
        "condition end diabetes",
        "condition add diabetes",
        "person set born=1958",
    ]
    assert diary.facts().profile == {}
    assert [history.take_back(diary, "redo", NOW) for _ in range(4)] == told[::-1]
    assert names(diary) == [("diabetes", False), ("gout", True)]
