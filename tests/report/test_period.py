"""Which nights a week, month, year or range is, as seen from a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import moment, night

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.errors import BadOption
from cramplog.report import period


def _nights(found: period.Period) -> tuple[str, str]:
    return found.label, f"{found.nights} nights"


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("2026-11-23 03:29", "2026-11-21"),
        ("2026-11-23 11:59", "2026-11-21"),
        ("2026-11-23 12:00", "2026-11-22"),
        ("2026-11-23 23:59", "2026-11-22"),
        ("2026-11-24 00:01", "2026-11-22"),
    ],
)
def test_a_night_is_over_at_noon_of_the_next_day(now: str, over: str) -> None:
    assert period.last_finished(moment(now)) == night(over)


def test_another_boundary_ends_the_night_then() -> None:
    early = Hours(night_starts=9 * 3600)
    assert period.last_finished(moment("2026-11-23 08:59"), early) == night("2026-11-21")
    assert period.last_finished(moment("2026-11-23 09:00"), early) == night("2026-11-22")


def test_the_wall_clock_of_the_zone_decides_not_utc() -> None:
    west = moment("2026-11-23 13:00").replace(utc_offset=-5 * 3600)
    assert period.last_finished(west) == night("2026-11-21")


def test_on_monday_at_three_in_the_morning_the_week_is_the_one_just_ending() -> None:
    found = period.week(moment("2026-11-23 03:29"))
    assert _nights(found) == ("16 to 22 Nov 2026", "7 nights")


def test_a_new_week_begins_when_its_first_night_is_over() -> None:
    assert period.week(moment("2026-11-24 11:59")).label == "16 to 22 Nov 2026"
    assert period.week(moment("2026-11-24 12:00")).label == "23 to 29 Nov 2026"


def test_last_week_is_the_one_before() -> None:
    assert period.week(moment("2026-11-23 03:29"), back=1).label == "9 to 15 Nov 2026"


def test_weeks_may_begin_on_sunday() -> None:
    found = period.week(moment("2026-11-23 13:00"), Hours(first_weekday=6))
    assert found.label == "22 to 28 Nov 2026"


def test_the_month_is_that_of_the_last_finished_night() -> None:
    assert period.month(moment("2026-12-01 13:00")).label == "November 2026"
    assert period.month(moment("2026-12-02 13:00")).label == "December 2026"
    assert period.month(moment("2026-12-02 13:00")).nights == 31


def test_the_year_is_that_of_the_last_finished_night() -> None:
    assert _nights(period.year(moment("2027-01-01 13:00"))) == ("2026", "365 nights")
    assert _nights(period.year(moment("2025-01-01 11:00"))) == ("2024", "366 nights")


NOW = moment("2026-11-23 03:29")


def test_since_and_until_are_both_included() -> None:
    found = period.between(night("2026-10-30"), night("2026-11-02"), NOW)
    assert _nights(found) == ("30 Oct to 2 Nov 2026", "4 nights")


def test_since_alone_reaches_to_tonight_with_its_cramps_so_far() -> None:
    assert period.between(night("2026-11-20"), None, NOW).label == "20 to 22 Nov 2026"


def test_until_alone_begins_with_the_diary() -> None:
    found = period.between(None, night("2026-11-20"), NOW, begins=night("2025-12-30"))
    assert found.label == "30 Dec 2025 to 20 Nov 2026"


def test_until_a_night_before_the_diary_is_that_night() -> None:
    found = period.between(None, night("2026-11-20"), NOW, begins=night("2026-11-22"))
    assert _nights(found) == ("20 Nov 2026", "1 nights")


def test_since_after_until_is_refused_with_the_other_way_round() -> None:
    with pytest.raises(BadOption) as refused:
        period.between(night("2026-11-20"), night("2026-11-02"), NOW)
    assert refused.value.hint == "Did you mean --since 2026-11-02 --until 2026-11-20?"


@given(
    st.integers(0, 4_000_000_000),
    st.integers(-12 * 3600, 14 * 3600),
    st.integers(0, 86399),
    st.integers(0, 6),
)
def test_every_period_holds_the_last_finished_night(
    instant: int, offset: int, night_starts: int, first_weekday: int
) -> None:
    now = Moment(instant=instant, utc_offset=offset)
    hours = Hours(night_starts=night_starts, first_weekday=first_weekday)
    over = period.last_finished(now, hours)
    week = period.week(now, hours)
    assert week.nights == 7
    assert (week.first_night - 1) % 7 == first_weekday
    for found in (week, period.month(now, hours), period.year(now, hours)):
        assert found.first_night <= over <= found.last_night
