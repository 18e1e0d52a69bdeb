"""Settings and what they may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.config import SETTINGS, Hours, clock, own_triggers, seconds, weekday
from cramplog.errors import BadSetting


def test_every_default_is_a_value_of_its_setting() -> None:
    for setting in SETTINGS.values():
        assert setting.parse(setting.default) == setting.default


@pytest.mark.parametrize(("text", "canonical"), [("9:05", "09:05"), (" 23:59 ", "23:59")])
def test_a_time_of_day_has_one_form(text: str, canonical: str) -> None:
    assert clock(text) == canonical


@pytest.mark.parametrize("text", ["24:00", "12:60", "12", "12:5", "noon", "", ":", "-1:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(BadSetting, match="time of day"):
        clock(text)


@given(st.integers(0, 1439))
def test_a_time_of_day_is_its_seconds(minute: int) -> None:
    assert seconds(clock(f"{minute // 60}:{minute % 60:02}")) == minute * 60


@pytest.mark.parametrize(
    ("text", "day"), [("mon", "monday"), ("Sunday", "sunday"), ("thur", "thursday")]
)
def test_a_weekday_is_known_by_three_letters(text: str, day: str) -> None:
    assert weekday(text) == day


@pytest.mark.parametrize("text", ["su", "", "mondays", "someday"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(BadSetting, match="day of the week"):
        weekday(text)


def test_without_settings_nights_run_from_noon_and_weeks_from_monday() -> None:
    assert Hours.of({}) == Hours.of({"person": "me"}) == Hours()


def test_the_day_has_its_first_second_and_not_its_last() -> None:
    hours = Hours()
    at = [hours.is_daytime(second) for second in (43199, 43200, 64799, 64800)]
    assert at == [False, True, True, False]


def test_triggers_of_ones_own_stand_among_the_settings() -> None:
    assert own_triggers({"trigger.moonlight": "full moon", "person": "me"}) == {
        "moonlight": "full moon"
    }
