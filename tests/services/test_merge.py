"""Merging another diary of the same person, by example."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from contents import content
from filled_diary import NOW, SUNDAY, fill, log
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.services import (
    differences,
    facts,
    history,
    nights,
    record,
    settings,
    timer,
)
from cramplog.services.merge import merge

LATER = NOW.replace(instant=NOW.instant + 3600)


def test_a_whole_diary_moves_into_an_empty_one(diary: Diary, new: Callable[[], Diary]) -> None:
    fill(diary)
    moved = new()
    told = merge(moved, Diary(diary.path), NOW)
    assert content(moved) == content(diary)
    assert [e.number for e in moved.episodes()] == [e.number for e in diary.episodes()]
    assert moved.settings["trigger.moonlight"] == "full moon"
    assert told.new["episode"] == 7
    assert any("timer is still running" in warning for warning in told.warnings)


def test_it_moves_on_and_back_without_a_change(diary: Diary, new: Callable[[], Diary]) -> None:
    fill(diary)
    before = content(diary)
    there, further = new(), new()
    merge(there, diary, NOW)
    merge(further, there, NOW)
    assert merge(diary, further, NOW).nothing
    assert content(further) == content(diary) == before


def test_numbers_are_kept_where_they_are_free(two: tuple[Diary, Diary]) -> None:
    first, second = two
    log(first, "toes 1m", NOW)
    ours = log(second, "hand 1m", LATER).id
    merge(first, second, LATER)
    assert {e.number: e.id for e in first.episodes()}[4] == ours
    assert [e.number for e in second.episodes()] == [2, 1, 3]


def test_an_episode_takes_the_night_of_the_diary_it_comes_into(two: tuple[Diary, Diary]) -> None:
    first, second = two
    settings.put(first, "night.starts_at", "18:00")
    log(second, "calf 2026-11-20 13:00")
    told = merge(first, second, LATER)
    moved = next(e for e in first.episodes() if e.number == 3)
    assert moved.night == SUNDAY - 3
    assert any("other settings" in warning for warning in told.warnings)


def test_a_night_quiet_in_one_and_with_a_cramp_in_the_other_is_a_cramp_night(
    two: tuple[Diary, Diary],
) -> None:
    first, second = two
    nights.record_night(first, SUNDAY - 4, NOW, quiet=True, factors={"stress": "3"})
    log(second, "calf 2026-11-19 02:00")
    for into, of in ((first, second), (second, first), (first, second)):
        merge(into, of, LATER)
    for diary in two:
        (night,) = diary.nights(SUNDAY - 4, SUNDAY - 4)
        assert (night.quiet, night.factors) == (False, (("stress", "3"),))


def test_what_each_noted_of_a_night_is_put_together(two: tuple[Diary, Diary]) -> None:
    first, second = two
    nights.record_night(first, SUNDAY - 9, NOW, quiet=True, factors={"water": "1.2"})
    nights.record_night(second, SUNDAY - 9, LATER, quiet=None, factors={"stress": "6"})
    merge(first, second, LATER)
    (night,) = first.nights(SUNDAY - 9, SUNDAY - 9)
    assert (night.quiet, dict(night.factors)) == (True, {"water": "1.2", "stress": "6"})
    assert differences.differences(first) == []


def test_what_was_deleted_in_one_goes_in_the_other(two: tuple[Diary, Diary]) -> None:
    first, second = two
    history.delete(second, [2], LATER)
    assert merge(first, second, LATER).removed == {"episode": 1}
    assert [e.number for e in first.episodes()] == [1]
    history.take_back(first, "undo", LATER)
    assert len(list(first.episodes())) == 2


def test_an_undone_merge_is_nobody_elses_and_can_be_done_again(two: tuple[Diary, Diary]) -> None:
    first, second = two
    log(second, "toes 1m", LATER)
    history.edit(second, 1, said("pain=4", editing=True), LATER)
    before = content(second)
    merge(first, second, LATER)
    history.take_back(first, "undo", LATER)
    assert merge(second, first, LATER).nothing
    assert content(second) == before
    log(first, "hand 1m", LATER)
    assert merge(first, second, LATER).new == {"episode": 1}
    assert first.episode(1).pain == 4
    for kind in ("undo", "redo", "undo", "redo"):
        history.take_back(first, kind, LATER)
    assert merge(first, second, LATER).nothing
    merge(second, first, LATER)
    assert content(second) == content(first)


def test_what_was_changed_on_top_of_a_merge_outlasts_its_undoing_elsewhere(
    two: tuple[Diary, Diary],
) -> None:
    first, second = two
    ours = log(second, "toes 1m", LATER)
    merge(first, second, LATER)
    (number,) = [e.number for e in first.episodes() if e.id == ours.id]
    history.edit(first, number, said("pain=9", editing=True), LATER)
    history.take_back(first, "undo", LATER)
    history.take_back(first, "undo", LATER)
    merge(second, first, LATER)
    assert [e.id for e in second.episodes() if e.id == ours.id] == [ours.id]
    merge(first, second, LATER)
    assert content(first) == content(second)


def test_a_difference_is_settled_by_a_change_and_comes_back_with_its_undo(
    two: tuple[Diary, Diary],
) -> None:
    first, second = two
    history.edit(first, 1, said("pain=3", editing=True), NOW)
    history.edit(second, 1, said("pain=9", editing=True), LATER)
    merge(first, second, LATER)
    (open_one,) = differences.differences(first)
    assert (open_one.field, open_one.shown, open_one.others[0].value) == ("pain", 9, 3)
    history.edit(first, 1, said("woke", editing=True), LATER)
    assert differences.differences(first) == []
    history.take_back(first, "undo", LATER)
    assert differences.differences(first) == [open_one]


def test_settled_differences_are_settled_everywhere(two: tuple[Diary, Diary]) -> None:
    first, second = two
    history.edit(first, 1, said("pain=3", editing=True), NOW)
    history.edit(second, 1, said("pain=9", editing=True), LATER)
    merge(first, second, LATER)
    merge(second, first, LATER)
    assert differences.settle(first, LATER) == 1
    assert differences.settle(first, LATER) == 0
    merge(second, first, LATER)
    assert differences.differences(second) == []
    assert content(first) == content(second)


@pytest.mark.parametrize("pain", [3, 9, 5])
def test_what_somebody_decided_holds_everywhere(two: tuple[Diary, Diary], pain: int) -> None:
    first, second = two
    history.edit(first, 1, said("pain=3", editing=True), NOW)
    history.edit(second, 1, said("pain=9", editing=True), LATER)
    merge(first, second, LATER)
    merge(second, first, LATER)
    history.edit(first, 1, said(f"pain={pain}", editing=True), NOW)
    for into, of in ((second, first), (first, second)):
        merge(into, of, LATER)
        assert into.episode(1).pain == pain
        assert differences.differences(into) == []


def test_a_trigger_of_ones_own_comes_along(two: tuple[Diary, Diary]) -> None:
    first, second = two
    with second.connection:
        second.connection.all("set_setting", key="trigger.gardening", value="in the garden")
    second.settings["trigger.gardening"] = "in the garden"
    record.log(second, said("toes @gardening", own=("gardening",)), LATER)
    merge(first, second, LATER)
    assert Diary(first.path).settings["trigger.gardening"] == "in the garden"


def test_a_running_timer_stays_where_it_runs(two: tuple[Diary, Diary]) -> None:
    first, second = two
    timer.start(second, said("left calf"), LATER)
    told = merge(first, second, LATER)
    assert told.nothing
    assert first.timer() is None
    assert second.timer() is not None


def test_undo_after_a_merge_takes_back_nothing_of_the_other_diary(
    two: tuple[Diary, Diary],
) -> None:
    first, second = two
    log(first, "toes 1m", LATER)
    log(second, "hand 1m", LATER)
    merge(first, second, LATER)
    assert "merge" in history.take_back(first, "undo", LATER)
    assert "episode 3" in history.take_back(first, "undo", LATER)


def test_a_merge_that_fails_stores_nothing(
    two: tuple[Diary, Diary], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two
    before = content(first)
    facts.set_profile(second, {"weight": "70"}, LATER)
    log(second, "toes 1m", LATER)

    def full(*_: object) -> str:
        raise OSError("full")

    monkeypatch.setattr("cramplog.files.backup.before", full)
    with pytest.raises(OSError, match="full"):
        merge(first, second, LATER)
    assert content(first) == before
    monkeypatch.undo()
    assert merge(first, second, LATER).new == {"episode": 1, "profile": 1}
