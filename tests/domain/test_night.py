"""Nights are named by their evening and run from noon to noon, unless the diary says else."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import moment

from cramplog.domain.night import EPOCH_ORDINAL, iso, night_of, second_of_day, week_of


def named(text: str, starts_at: int = 43200) -> str:
    return iso(night_of(moment(text).instant, 0, starts_at))


@pytest.mark.parametrize(
    ("begun", "evening"),
    [
        ("2026-11-22 23:50", "2026-11-22"),
        ("2026-11-23 00:10", "2026-11-22"),
        ("2026-11-23 11:59:59", "2026-11-22"),
        ("2026-11-23 12:00", "2026-11-23"),
        ("1969-12-31 23:50", "1969-12-31"),
        ("1970-01-01 00:00", "1969-12-31"),
    ],
)
def test_a_cramp_at_ten_past_midnight_belongs_to_the_evening_before(
    begun: str, evening: str
) -> None:
    assert named(begun) == evening


def test_the_boundary_can_be_moved() -> None:
    assert named("2026-11-23 17:59", 18 * 3600) == "2026-11-22"
    assert named("2026-11-23 18:00", 18 * 3600) == "2026-11-23"
    assert named("2026-11-23 00:00", 0) == "2026-11-23"


@given(
    st.integers(-600_000_000, 4_000_000_000),
    st.integers(-14 * 60, 14 * 60),
    st.integers(0, 86399),
)
def test_a_night_is_that_of_the_wall_clock_and_not_of_utc(
    begun: int, minutes_east: int, starts_at: int
) -> None:
    zone = timezone(timedelta(minutes=minutes_east))
    wall = datetime(1970, 1, 1, tzinfo=zone) + timedelta(seconds=begun, minutes=minutes_east)
    second = wall.hour * 3600 + wall.minute * 60 + wall.second
    evening = wall.date() - timedelta(days=second < starts_at)
    assert night_of(begun, minutes_east * 60, starts_at) == evening.toordinal()
    assert second_of_day(begun, minutes_east * 60) == second


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 6))
def test_a_week_begins_on_its_weekday_and_holds_seven_nights(day: date, first: int) -> None:
    begins = week_of(day.toordinal(), first)
    assert date.fromordinal(begins).weekday() == first
    assert begins <= day.toordinal() < begins + 7


def test_a_monday_week_is_arithmetic_that_sql_shares() -> None:
    for night in range(EPOCH_ORDINAL, EPOCH_ORDINAL + 30):
        assert week_of(night) == (night - 1) // 7 * 7 + 1
