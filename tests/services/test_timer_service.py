"""The live timer: what it measures, what it refuses, what start and stop say together."""

from __future__ import annotations

import pytest
from filled_diary import log
from moments import moment
from spoken import said

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.domain.draft import Draft
from cramplog.domain.episode import Site, Tried
from cramplog.errors import BadSide, BadTime, BadWord, Conflict, NoTimer, TimerRunning
from cramplog.services import history, timer
from cramplog.services.record import Recorded

START = moment("2026-11-23T03:29:00")


def later(seconds: int, since: Moment = START) -> Moment:
    return since.replace(instant=since.instant + seconds)


def timed(diary: Diary, started: str, stopped: str, seconds: int = 252) -> Recorded:
    timer.start(diary, said(started), START)
    return timer.stop(diary, said(stopped, editing=True), later(seconds))


def test_the_duration_is_what_was_measured(diary: Diary) -> None:
    episode = timed(diary, "left calf", "7").episode
    assert (episode.started_at, episode.duration_seconds) == (START.instant, 252)
    assert episode.duration_is_estimate is False
    assert (episode.pain, episode.sites) == (7, (Site(muscle="calf", side="left"),))
    assert episode.source == "timer"
    assert timer.running(diary, later(252)) is None


def test_stop_in_the_same_second_is_a_cramp_of_a_second(diary: Diary) -> None:
    assert timed(diary, "calf", "", seconds=0).episode.duration_seconds == 1


def test_a_clock_set_back_leaves_the_duration_unknown_and_says_so(diary: Diary) -> None:
    timer.start(diary, said("calf"), START)
    running = timer.running(diary, later(-1500))
    assert running is not None
    assert running.seconds == 0
    recorded = timer.stop(diary, Draft(), later(-1500))
    assert recorded.episode.duration_seconds is None
    assert "clock was set back" in recorded.warnings[0]


def test_a_duration_said_at_stop_counts_above_the_clock(diary: Diary) -> None:
    assert timed(diary, "calf", "~2m", seconds=600).episode.duration_seconds == 120


def test_a_duration_longer_than_the_timer_ran_would_end_in_the_future(diary: Diary) -> None:
    timer.start(diary, said("calf"), START)
    with pytest.raises(BadTime, match="end in the future"):
        timer.stop(diary, said("30m"), later(300))
    assert timer.running(diary, later(300)) is not None


@pytest.mark.parametrize(("seconds", "forgotten"), [(7200, False), (7201, True)])
def test_a_timer_over_two_hours_old_is_asked_about(
    diary: Diary, seconds: int, forgotten: bool
) -> None:
    timer.start(diary, said("calf"), START)
    running = timer.running(diary, later(seconds))
    assert running is not None
    assert running.forgotten is forgotten
    if forgotten:
        with pytest.raises(Conflict, match="how long was the cramp really"):
            timer.stop(diary, Draft(), later(seconds))
        assert list(diary.episodes()) == []
        stopped = timer.stop(diary, said("6m"), later(seconds))
        assert stopped.episode.duration_seconds == 360
    else:
        assert timer.stop(diary, Draft(), later(seconds)).episode.duration_seconds == seconds


def test_an_approximate_start_makes_the_duration_an_estimate(diary: Diary) -> None:
    episode = timed(diary, "calf about 03:20", "").episode
    assert episode.time_is_approximate
    assert episode.duration_is_estimate
    assert episode.duration_seconds == 252 + 540


def test_a_second_start_is_refused_and_the_first_runs_on(diary: Diary) -> None:
    timer.start(diary, said("left calf"), START)
    with pytest.raises(TimerRunning, match="since 03:29"):
        timer.start(diary, said("right foot"), later(60))
    running = timer.running(diary, later(60))
    assert running is not None
    assert running.words == "left calf"


def test_start_takes_no_duration_and_stop_no_time(diary: Diary) -> None:
    with pytest.raises(BadWord, match="measures the duration"):
        timer.start(diary, said("calf 5m"), START)
    timer.start(diary, said("calf"), START)
    with pytest.raises(BadWord, match="takes no time"):
        timer.stop(diary, said("02:30"), later(60))


@pytest.mark.parametrize("act", [timer.cancel, lambda d, now: timer.stop(d, Draft(), now)])
def test_without_a_timer_there_is_nothing_to_end(diary: Diary, act: object) -> None:
    assert callable(act)
    with pytest.raises(NoTimer):
        act(diary, START)


def test_stop_counts_above_start_and_lists_of_both_are_kept(diary: Diary) -> None:
    episode = timed(
        diary,
        "left calf 5 woke sore tonic @stress +walk",
        "right 8 not-sore clonic @cold +walk! +stretch!2m",
    ).episode
    assert episode.sites == (Site(muscle="calf", side="right"),)
    assert (episode.pain, episode.type, episode.woke, episode.sore) == (8, "clonic", True, False)
    assert episode.triggers == ("stress", "cold")
    assert episode.tried == (
        Tried(remedy="walk", helped=True),
        Tried(remedy="stretch", helped=True, relief_seconds=120),
    )


def test_a_muscle_at_stop_replaces_that_of_start(diary: Diary) -> None:
    assert timed(diary, "left calf", "right foot").episode.sites == (
        Site(muscle="foot", side="right"),
    )


def test_a_side_at_stop_needs_a_muscle_from_somewhere(diary: Diary) -> None:
    timer.start(diary, Draft(), START)
    with pytest.raises(BadSide, match="needs a muscle"):
        timer.stop(diary, said("left", editing=True), later(60))


def test_stop_clears_nothing(diary: Diary) -> None:
    timer.start(diary, said("calf 5"), START)
    with pytest.raises(BadWord, match="clears nothing"):
        timer.stop(diary, said("pain=", editing=True), later(60))


def test_a_note_of_start_is_kept_and_one_of_stop_counts_above_it(diary: Diary) -> None:
    timer.start(diary, said("calf", note="in bed"), START)
    assert timer.stop(diary, Draft(), later(60)).episode.note == "in bed"
    timer.start(diary, said("calf", note="in bed"), START)
    assert timer.stop(diary, said("", note="on the floor"), later(60)).episode.note == (
        "on the floor"
    )


def test_a_trigger_of_ones_own_may_go_while_the_timer_runs(diary: Diary) -> None:
    timer.start(diary, said("calf @moonlight", own=("moonlight",)), START)
    running = timer.running(diary, later(60))
    assert running is not None
    assert running.said.triggers == ("moonlight",)
    assert timer.stop(diary, Draft(), later(60)).episode.triggers == ("moonlight",)


def test_cancel_records_nothing_and_can_be_undone(diary: Diary) -> None:
    timer.start(diary, said("left calf"), START)
    timer.cancel(diary, later(60))
    assert timer.running(diary, later(60)) is None
    assert list(diary.episodes()) == []
    history.take_back(diary, "undo", later(61))
    assert timer.running(diary, later(61)) is not None


def test_undoing_a_stop_lets_the_timer_run_on(diary: Diary) -> None:
    timed(diary, "left calf", "7")
    history.take_back(diary, "undo", later(300))
    assert list(diary.episodes()) == []
    running = timer.running(diary, later(300))
    assert running is not None
    assert running.seconds == 300


def test_a_timer_is_one_persons(diary: Diary) -> None:
    from cramplog.services import people

    people.add(diary, "anna", START)
    timer.start(diary, said("calf"), START)
    anna = Diary(diary.path, "anna")
    assert timer.running(anna, START) is None
    timer.start(anna, said("foot"), START)
    anna.close()


def test_a_timer_survives_a_closed_diary(diary: Diary) -> None:
    timer.start(diary, said("left calf"), START)
    again = Diary(diary.path)
    assert timer.running(again, later(120)) == timer.running(diary, later(120))
    again.close()


def test_an_episode_beside_the_timers_is_warned_of(diary: Diary) -> None:
    log(diary, "left calf", START)
    assert "Episode 1" in timed(diary, "left calf", "").warnings[0]
