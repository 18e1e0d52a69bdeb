"""Several people in one diary, and what each keeps to themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_diary import NOW, log
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.errors import BadFact, Conflict, NoSuchPerson, NothingToUndo
from cramplog.services import facts, history, judge, people, snooze, timer, visits


@pytest.fixture
def anna(diary: Diary) -> Diary:
    """The record of anna in the diary of somebody else."""
    people.add(diary, "anna", NOW)
    return Diary(diary.path, "anna")


def test_a_name_is_kept_with_single_spaces(diary: Diary) -> None:
    assert people.add(diary, "  Anna   Maria ", NOW)
    assert diary.people_names() == ["me", "Anna Maria"]
    people.use(diary, " Anna  Maria")
    assert Diary(diary.path).person == "Anna Maria"


@pytest.mark.parametrize("name", ["", "   ", "a" * 201, "\x1b[31mred", "a\u202eb"])
def test_what_is_no_name_is_refused(diary: Diary, name: str) -> None:
    with pytest.raises(BadFact):
        people.add(diary, name, NOW)
    assert diary.people_names() == ["me"]


def test_nobody_is_added_twice(anna: Diary) -> None:
    with pytest.raises(Conflict):
        people.add(anna, "anna", NOW)


def test_the_record_that_is_open_cannot_be_put_away(anna: Diary) -> None:
    with pytest.raises(Conflict):
        people.remove(anna, "me", NOW)
    people.use(anna, "anna")
    reopened = Diary(anna.path)
    with pytest.raises(Conflict):
        people.remove(reopened, "anna", NOW)
    people.remove(reopened, "me", NOW)
    assert reopened.people_names() == ["anna"]


def test_a_record_that_was_put_away_comes_back_whole(diary: Diary, anna: Diary) -> None:
    log(anna, "02:30 left calf 5m")
    facts.set_profile(anna, {"born": "1990"}, NOW)
    people.remove(diary, "anna", NOW)
    with pytest.raises(NoSuchPerson):
        Diary(diary.path, "anna")
    assert people.add(diary, "anna", NOW) is False
    back = Diary(diary.path, "anna")
    assert [episode.number for episode in back.episodes()] == [1]
    assert back.facts().profile == {"born": "1990"}
    history.take_back(back, "undo", NOW)
    assert back.facts().profile == {}


@pytest.mark.parametrize("act", [people.use, lambda d, name: people.remove(d, name, NOW)])
def test_nobody_can_be_used_or_put_away(diary: Diary, act: object) -> None:
    assert callable(act)
    with pytest.raises(NoSuchPerson, match="nobody"):
        act(diary, "nobody")


def test_numbers_and_undo_are_each_persons_own(diary: Diary, anna: Diary) -> None:
    assert [log(diary, "02:30 left calf").number, log(diary, "01:00 toes").number] == [1, 2]
    assert log(anna, "02:30 right foot").number == 1
    history.take_back(diary, "undo", NOW)
    assert [e.number for e in diary.episodes()] == [1]
    assert [e.number for e in anna.episodes()] == [1]
    history.take_back(anna, "undo", NOW)
    with pytest.raises(NothingToUndo):
        history.take_back(anna, "undo", NOW)
    assert [e.number for e in diary.episodes()] == [1]


def test_a_timer_facts_and_visits_are_seen_by_their_owner_alone(diary: Diary, anna: Diary) -> None:
    timer.start(anna, said("left calf"), NOW)
    facts.set_profile(anna, {"born": "1990"}, NOW)
    facts.deny_condition(anna, "diabetes", NOW)
    visits.put(anna, judge.today(NOW), "GP", NOW)
    assert timer.running(diary, NOW) is None
    assert diary.facts().profile == {}
    assert diary.facts().conditions == ()
    assert visits.upcoming(diary) is None
    timer.start(diary, said("toes"), NOW)
    timer.cancel(diary, NOW)
    assert timer.running(anna, NOW) is not None


def test_flags_and_their_quiet_are_each_persons_own(diary: Diary, anna: Diary) -> None:
    for each in (diary, anna):
        log(each, "02:30 left calf still")
    snooze.snooze(anna, "GL-DUR10", 3, "seen", NOW)
    assert [flag.rule.id for flag in judge.pressing(diary, NOW)] == ["GL-DUR10"]
    assert judge.pressing(anna, NOW) == ()


def test_all_people_share_one_file(diary: Diary, anna: Diary) -> None:
    assert Path(anna.path) == Path(diary.path)
    assert anna.people_names() == diary.people_names()
