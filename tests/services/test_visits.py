"""Appointments: the next one, those that took place, and what undo makes of them."""

from __future__ import annotations

import pytest
from filled_diary import NOW

from cramplog.diary.repository import Diary
from cramplog.errors import BadFact
from cramplog.services import history, judge, visits

TODAY = judge.today(NOW)


def days(diary: Diary) -> list[tuple[int, str | None, bool]]:
    return [(visit.day - TODAY, visit.who, visit.done) for visit in diary.visits()]


def test_another_visit_takes_the_place_of_one_that_is_still_open(diary: Diary) -> None:
    assert visits.put(diary, TODAY + 9, "GP", NOW)[1] is None
    fact, old = visits.put(diary, TODAY + 4, "Dr Weber", NOW)
    assert (old and old.day, fact.day) == (TODAY + 9, TODAY + 4)
    assert days(diary) == [(4, "Dr Weber", False)]
    history.take_back(diary, "undo", NOW)
    assert days(diary) == [(9, "GP", False)]


@pytest.mark.parametrize(("set_for", "took_place"), [(-3, -3), (0, 0), (5, 0)])
def test_a_visit_took_place_on_its_day_or_today_where_it_came_sooner(
    diary: Diary, set_for: int, took_place: int
) -> None:
    visits.put(diary, TODAY + set_for, "GP", NOW)
    visits.done(diary, TODAY, NOW)
    assert days(diary) == [(took_place, "GP", True)]
    assert visits.upcoming(diary) is None


def test_a_visit_that_was_not_set_took_place_today(diary: Diary) -> None:
    visits.done(diary, TODAY, NOW)
    assert days(diary) == [(0, None, True)]


def test_todays_visit_is_done_once(diary: Diary) -> None:
    visits.done(diary, TODAY, NOW)
    with pytest.raises(BadFact, match="on record already"):
        visits.done(diary, TODAY, NOW)
    assert len(days(diary)) == 1


def test_visits_that_are_done_stay_beside_the_next_one(diary: Diary) -> None:
    visits.put(diary, TODAY - 30, "GP", NOW)
    visits.done(diary, TODAY, NOW)
    visits.put(diary, TODAY + 30, "Dr Weber", NOW)
    last, following = visits.last_done(diary), visits.upcoming(diary)
    assert (last and last.who, following and following.who) == ("GP", "Dr Weber")
    assert visits.last_done(diary, TODAY - 31) is None


def test_undo_and_redo_take_a_visit_back_and_bring_it_again(diary: Diary) -> None:
    visits.put(diary, TODAY + 3, "GP", NOW)
    visits.done(diary, TODAY, NOW)
    history.take_back(diary, "undo", NOW)
    assert days(diary) == [(3, "GP", False)]
    history.take_back(diary, "undo", NOW)
    assert days(diary) == []
    for _ in range(2):
        history.take_back(diary, "redo", NOW)
    assert days(diary) == [(0, "GP", True)]
