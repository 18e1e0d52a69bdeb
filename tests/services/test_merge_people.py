"""Who is merged with whom, what is told of it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from contents import content
from filled_diary import NOW, log

from cramplog.diary.repository import Diary
from cramplog.domain.versions import History, State
from cramplog.errors import BadFile, Conflict, NoSuchPerson
from cramplog.services import (
    differences,
    facts,
    medicines,
    people,
)
from cramplog.services.contradictions import contradictions, twins
from cramplog.services.merge import merge
from cramplog.services.same_person import counterpart, everyone
from cramplog.services.stored_facts import person_uid

LATER = NOW.replace(instant=NOW.instant + 3600)


def test_a_person_is_found_by_id_then_by_name(two: tuple[Diary, Diary]) -> None:
    first, second = two
    with second.connection:
        second.connection.all("rename_person", person_id=second.person_id, name="anna")
    assert counterpart(first, Diary(second.path, "anna"), None) == "anna"


def test_a_stranger_is_refused_until_named(diary: Diary, new: Callable[[], Diary]) -> None:
    other = new()
    with other.connection:
        other.connection.all("rename_person", person_id=other.person_id, name="bob")
    there = Diary(other.path, "bob")
    with pytest.raises(NoSuchPerson, match="--from bob"):
        counterpart(diary, there, None)
    assert counterpart(diary, there, "bob") == "bob"
    with pytest.raises(NoSuchPerson):
        counterpart(diary, there, "eve")


def test_everyone_comes_under_the_id_and_name_that_they_have(
    diary: Diary, new: Callable[[], Diary]
) -> None:
    other = new()
    people.add(other, "anna", NOW)
    log(Diary(other.path, "anna"), "calf 1m")
    for theirs, ours in everyone(diary, other, NOW):
        merge(Diary(diary.path, ours), Diary(other.path, theirs), NOW)
    assert diary.people_names() == ["me", "anna"]
    assert content(Diary(diary.path, "anna")) == content(Diary(other.path, "anna"))
    assert everyone(diary, other, NOW) == [("me", "me"), ("anna", "anna")]


def test_a_fact_said_both_ways_is_told_until_somebody_decides(two: tuple[Diary, Diary]) -> None:
    first, second = two
    facts.add_condition(first, "varicose veins", NOW, since="2019", until=None)
    facts.deny_condition(second, "varicose veins", LATER)
    for diary, dose in ((first, "20 mg"), (second, "40 mg")):
        medicines.start(diary, "simvastatin", NOW, on="2026-05", until=None, dose=dose)
    merge(first, second, LATER)
    veins, statin = contradictions(first)
    assert "there and as not there" in veins
    assert "runs 2 times" in statin
    facts.deny_condition(first, "varicose veins", LATER)
    assert len(contradictions(first)) == 1


def test_one_cramp_noted_on_two_machines_is_told_as_log_tells_it(
    two: tuple[Diary, Diary],
) -> None:
    first, second = two
    log(first, "toes 2026-11-20 02:00 5m")
    log(second, "toes 2026-11-20 02:01 4m", LATER)
    log(second, "hand 2026-11-20 02:01", LATER)
    told = merge(first, second, LATER)
    (said_once,) = twins(first, list(told.numbers))
    assert "Episodes 3 and 4 began within two minutes" in said_once


def test_nobody_is_taken_for_another_of_the_same_name(
    diary: Diary, new: Callable[[], Diary]
) -> None:
    other = new()
    with other.connection:  # as a record that was moved and renamed
        uid = person_uid(diary)
        other.connection.all("add_person", uid=uid, name="anna", recorded_at=1)
    people.add(diary, "bob", NOW)
    assert counterpart(diary, Diary(other.path), None) == "anna"
    assert counterpart(Diary(diary.path, "bob"), Diary(other.path), "me") == "me"
    with pytest.raises(Conflict, match="another person here is called"):
        everyone(diary, other, NOW)


def test_many_versions_of_one_fact_are_united_once(
    two: tuple[Diary, Diary], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    for kilos in range(400):
        facts.set_profile(first, {"weight": str(50 + kilos % 90)}, LATER)
    merge(second, first, LATER)
    facts.set_profile(second, {"weight": "61"}, LATER)
    facts.set_profile(first, {"weight": "62"}, LATER)
    united: list[int] = []
    state = History._state

    def counted(*told: Any) -> State:
        united.append(1)
        return state(*told)

    monkeypatch.setattr(History, "_state", counted)
    merge(second, first, LATER)
    assert len(united) < 5, "each version was held against all that came before it"
    assert [one.field for one in differences.differences(second)] == ["value"]


@pytest.mark.parametrize(
    "state",
    [
        "not json",
        "[]",
        '{"said": {}, "others": {}}',
        '{"said": {"time": 1}, "others": {}}',
        '{"said": {"time": {"started_at": 1, "utc_offset": 0}, "pain": 99}, "others": {}}',
        '{"said": {"time": {"started_at": 1, "utc_offset": 0}}, "others": {"pain": [{}]}}',
    ],
)
def test_what_no_cramplog_wrote_is_an_error_and_stores_nothing(
    two: tuple[Diary, Diary], state: str
) -> None:
    first, second = two
    row = {"person_id": 1, "entity": "episode", "gid": "x", "uid": "y", "at": 1, "parents": "[]"}
    with second.connection:
        second.connection.all("insert_merged", **row, command="log", state=state, since_act=1)
    before = content(first)
    with pytest.raises(BadFile, match="no cramplog wrote"):
        merge(first, second, LATER)
    assert content(first) == before


def test_versions_that_build_on_each_other_end(two: tuple[Diary, Diary]) -> None:
    first, second = two
    row = {"person_id": 1, "entity": "profile", "gid": "weight", "at": 1, "command": "person set"}
    with second.connection:
        for uid, parents in (("a", '["b"]'), ("b", '["a"]')):
            state = '{"said": {"value": "1"}, "others": {}}'
            told = {"uid": uid, "parents": parents, "state": state, "since_act": 1}
            second.connection.all("insert_merged", **row, **told)
    with pytest.raises(BadFile, match="builds on itself"):
        merge(first, second, LATER)


def test_a_kind_of_entry_that_there_is_not_is_refused(two: tuple[Diary, Diary]) -> None:
    first, second = two
    row = {"person_id": 1, "entity": "person", "gid": "1", "uid": "y", "at": 1, "parents": "[]"}
    with second.connection:
        second.connection.all("insert_merged", **row, command="log", state=None, since_act=1)
    with pytest.raises(BadFile, match="person that no cramplog wrote"):
        merge(first, second, LATER)


def test_a_cell_that_is_not_its_fields_own_reaches_nobody(two: tuple[Diary, Diary]) -> None:
    first, second = two
    people.add(first, "kid", NOW)
    time_said = '"started_at": 1795400000, "utc_offset": 0, "time_is_approximate": 0'
    recorded = '"recorded": {"recorded_at": 1, "recorded_offset": 0, "source": "log"}'
    said_of_it = f'"time": {{{time_said}, "person_id": 2, "number": 77}}, {recorded}'
    state = f'{{"said": {{{said_of_it}}}, "others": {{}}}}'
    row = {"person_id": 1, "entity": "episode", "gid": "x", "uid": "y", "at": 1, "parents": "[]"}
    with second.connection:
        second.connection.all("insert_merged", **row, command="log", state=state, since_act=1)
    merge(first, second, LATER)
    assert [e.number for e in Diary(first.path, "kid").episodes()] == []
    assert [e.number for e in first.episodes("number")] == [1, 2, 3]
