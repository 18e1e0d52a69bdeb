"""What of a diary the rules get to see."""

from __future__ import annotations

from filled_diary import NOW, log
from moments import moment
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.services import facts, judge, timer
from cramplog.services import settings as settings_service


def test_the_day_of_the_calendar_is_not_the_night_at_three_in_the_morning(diary: Diary) -> None:
    seen = judge.record(diary, NOW)
    assert seen.day == seen.today + 1 == judge.today(NOW)
    assert judge.record(diary, moment("2026-11-23T13:00:00")).today == seen.day


def test_a_running_timer_counts_as_a_cramp_that_is_not_over(diary: Diary) -> None:
    assert judge.record(diary, NOW).running_since is None
    timer.start(diary, said("03:10 left calf"), NOW)
    assert judge.record(diary, NOW).running_since == NOW.instant - 19 * 60
    assert [flag.rule.id for flag in judge.pressing(diary, NOW)] == ["GL-DUR10"]


def test_numbers_of_ones_own_are_used_and_no_other_setting(diary: Diary) -> None:
    settings_service.put(diary, "rule.art-regular.nights", "6")
    settings_service.put(diary, "week.starts_on", "sunday")
    assert judge.thresholds(diary) == {"rule.art-regular.nights": 6}


def test_only_emergency_and_urgent_press(diary: Diary) -> None:
    log(diary, "02:30 left calf 5m +quinine")
    assert judge.pressing(diary, NOW) == ()
    assert "GL-QUININE" in [f.rule.id for f in judge.judged(diary, NOW).evaluation.flags]


def test_an_empty_diary_has_no_flag_and_is_not_cleared_either(diary: Diary) -> None:
    found = judge.judged(diary, NOW)
    assert found.evaluation.flags == found.quiet == ()
    assert found.evaluation.not_evaluable
    assert found.evaluation.recorded == 0
    assert all(count.of == 0 for count in found.typical)


def test_how_typical_looks_back_28_nights(diary: Diary) -> None:
    log(diary, "2026-10-20 02:30 left calf 5m")
    log(diary, "2026-11-20 02:30 left calf 5m")
    assert {count.of for count in judge.judged(diary, NOW).typical} == {1}


def test_a_fact_is_unknown_until_it_is_said_and_no_can_be_said(diary: Diary) -> None:
    def is_open() -> bool:
        found = judge.judged_one(diary, NOW, "ART-CALF-VEIN")
        return bool(found.not_evaluable)

    log(diary, "02:30 left calf 5m")
    assert is_open()
    facts.deny_condition(diary, "thrombophlebitis", NOW)
    assert not is_open()
    facts.add_condition(diary, "thrombophlebitis", NOW, since=None, until=None)
    assert judge.judged_one(diary, NOW, "ART-CALF-VEIN").flags
