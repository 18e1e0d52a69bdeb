"""Changing what was recorded."""

from __future__ import annotations

import pytest
from filled_diary import NOW, SUNDAY, log
from moments import moment
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode, Site
from cramplog.domain.night import iso
from cramplog.errors import BadTime, BadWord, NoSuchEpisode, NothingToUndo
from cramplog.render.text import clock, rfc3339
from cramplog.services import history, nights, settings
from cramplog.services.history import Edited


def edit(diary: Diary, line: str, number: int = 1) -> Edited:
    return history.edit(diary, number, said(line, editing=True), NOW)


def began(episode: Episode) -> str:
    return rfc3339(episode.started_at, episode.utc_offset)


def test_an_edit_is_stored_and_keeps_number_identity_and_record_time(diary: Diary) -> None:
    before = log(diary, "02:30 left calf 5m 7 @stress")
    told = edit(diary, "right 8 6m")
    assert told.before == before
    assert diary.episode(1) == told.after
    assert (told.after.id, told.after.recorded_at) == (before.id, before.recorded_at)
    assert told.after.sites == (Site(muscle="calf", side="right"),)
    assert told.after.triggers == ("stress",)


@pytest.mark.parametrize(
    ("logged", "typed", "expected"),
    [
        ("2026-11-10 02:10", "03:45", "2026-11-10T03:45:00+00:00"),
        ("2026-11-10 02:10", "23:50", "2026-11-09T23:50:00+00:00"),
        ("2026-11-09 23:50", "00:10", "2026-11-10T00:10:00+00:00"),
        ("2026-11-10 14:00", "15:30", "2026-11-10T15:30:00+00:00"),
        ("2026-11-10 02:10", "yesterday 01:00", "2026-11-22T01:00:00+00:00"),
        ("2026-11-10 02:10", "10m ago", "2026-11-23T03:19:00+00:00"),
        ("2026-11-10 02:10", "2026-11-08 01:00", "2026-11-08T01:00:00+00:00"),
        ("2026-07-10 02:10", "03:45", "2026-07-10T03:45:00+01:00"),
        ("2026-10-25 00:30", "05:00", "2026-10-25T05:00:00+00:00"),
        ("02:30", "03:10", "2026-11-23T03:10:00+00:00"),
        ("02:30", "23:50", "2026-11-22T23:50:00+00:00"),
    ],
)
def test_a_bare_clock_time_is_of_the_episodes_own_night(
    diary: Diary, logged: str, typed: str, expected: str
) -> None:
    log(diary, f"left calf {logged}")
    assert began(edit(diary, typed).after) == expected


def test_a_clock_time_still_to_come_tonight_is_refused(diary: Diary) -> None:
    log(diary, "02:30 calf")
    with pytest.raises(BadTime, match="still to come"):
        edit(diary, "03:45")


def test_a_moved_episode_changes_its_night(diary: Diary) -> None:
    log(diary, "yesterday 13:00 calf")
    told = edit(diary, "2026-11-20 02:00")
    assert (iso(told.after.night), told.after.daytime) == ("2026-11-19", False)
    assert diary.episode_nights(SUNDAY, SUNDAY) == {}


def test_moving_a_cramp_to_a_quiet_night_makes_it_a_cramp_night(diary: Diary) -> None:
    nights.record_night(diary, SUNDAY - 3, NOW, quiet=True, factors={})
    log(diary, "02:30 calf")
    assert edit(diary, "2026-11-20 02:00").was_quiet
    assert diary.nights(SUNDAY - 3, SUNDAY - 3) == []
    history.take_back(diary, "undo", NOW)
    assert [one.quiet for one in diary.nights(SUNDAY - 3, SUNDAY - 3)] == [True]


def test_an_edit_that_would_end_in_the_future_changes_nothing(diary: Diary) -> None:
    before = log(diary, "02:30 calf")
    with pytest.raises(BadTime, match="end in the future"):
        edit(diary, "2h")
    assert diary.episode(1) == before


def test_an_edit_that_says_nothing_is_refused(diary: Diary) -> None:
    log(diary, "calf")
    with pytest.raises(BadWord, match="nothing to change"):
        edit(diary, "")


@pytest.mark.parametrize("number", [2, 0, 999_999_999_999])
def test_an_episode_that_is_not_there_is_said_to_be_none(diary: Diary, number: int) -> None:
    log(diary, "calf")
    with pytest.raises(NoSuchEpisode, match=f"no episode {number}"):
        edit(diary, "pain=5", number)


def test_a_deleted_episode_is_told_apart_from_one_that_never_was(diary: Diary) -> None:
    log(diary, "calf")
    history.delete(diary, [1], NOW)
    with pytest.raises(NoSuchEpisode, match="was deleted"):
        edit(diary, "pain=5")


def test_the_same_number_twice_is_deleted_once(diary: Diary) -> None:
    log(diary, "calf")
    log(diary, "foot")
    assert [gone.number for gone in history.delete(diary, [2, 1, 2], NOW)] == [2, 1]
    history.take_back(diary, "undo", NOW)
    assert [episode.number for episode in diary.episodes()] == [1, 2]


def test_undo_says_what_it_took_back(diary: Diary) -> None:
    log(diary, "calf")
    edit(diary, "pain=5")
    assert "edit of episode 1" in history.take_back(diary, "undo", NOW)
    assert "edit of episode 1" in history.take_back(diary, "redo", NOW)
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        history.take_back(diary, "redo", NOW)


def test_an_episode_that_comes_back_is_put_in_its_night_as_nights_are_now(diary: Diary) -> None:
    log(diary, "2026-11-12 13:00 foot")
    log(diary, "2026-11-12 14:00 calf")
    history.delete(diary, [1], NOW)
    edit(diary, "pain=5", 2)
    settings.put(diary, "night.starts_at", "18:00")
    history.take_back(diary, "undo", NOW)
    history.take_back(diary, "undo", NOW)
    assert {iso(episode.night) for episode in diary.episodes()} == {"2026-11-11"}


def test_the_clock_of_an_episode_made_abroad_is_that_places(diary: Diary) -> None:
    tokyo = moment("2026-11-20T03:00:00", "Asia/Tokyo")
    from cramplog.services import record

    record.log(diary, said("calf"), tokyo)
    after = edit(diary, "02:10").after
    assert clock(after.started_at, after.utc_offset) == "02:10"
    assert (after.utc_offset, after.zone) == (9 * 3600, "Asia/Tokyo")
