"""The report value: completeness, cramp nights, and what is kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import MemoryDiary, cramp, moment, night
from sample_diaries import NOW, SAMPLES, WEEK, WEEK_QUIET

from cramplog.config import Hours
from cramplog.report import period
from cramplog.report.build import Report, build

THIS_WEEK = period.week(NOW)
MONDAY = THIS_WEEK.first_night


def _week(cramp_nights: int, quiet: int, begins: int = MONDAY) -> Report:
    """A week of cramp nights, then quiet ones, then unknown ones."""
    cramps = [cramp(f"2026-11-{17 + place} 02:30") for place in range(cramp_nights)]
    quiet_nights = range(MONDAY + cramp_nights, MONDAY + cramp_nights + quiet)
    return build(MemoryDiary(cramps, quiet_nights, [begins]), THIS_WEEK, NOW)


def test_the_sketched_week_has_4_cramp_nights_of_6_recorded() -> None:
    report = SAMPLES["full_week"]()
    assert (report.cramp_nights.count, report.cramp_nights.of) == (4, 6)
    assert report.cramp_nights.share == pytest.approx(2 / 3)
    assert report.cramp_nights.interval == pytest.approx((0.3000, 0.9032), abs=5e-5)
    assert report.cramps.episodes == 7
    assert [night.cramps for night in report.nights] == [1, 2, 0, 0, 1, 0, 3]


def test_the_five_kinds_of_nights_add_up_to_the_calendar() -> None:
    nights = SAMPLES["year"]().completeness
    assert nights.calendar == 365
    assert (nights.before, nights.not_over) == (76, 39)
    assert nights.recorded + nights.unknown + nights.before + nights.not_over == 365


def test_without_a_quiet_night_there_is_no_percentage_and_the_reason_is_given() -> None:
    found = _week(cramp_nights=3, quiet=0).cramp_nights
    assert (found.count, found.of, found.share, found.interval) == (3, 3, None, None)
    assert found.why_no_share == "no_quiet_night"


def test_without_a_record_there_is_no_percentage_either() -> None:
    assert _week(cramp_nights=0, quiet=0).cramp_nights.why_no_share == "nothing_recorded"


@pytest.mark.parametrize(("quiet", "low"), [(2, True), (3, True), (4, False), (6, False)])
def test_below_70_percent_of_due_nights_the_record_is_low(quiet: int, low: bool) -> None:
    assert _week(cramp_nights=1, quiet=quiet).completeness.low is low


def test_exactly_70_percent_is_not_below_it() -> None:
    ten = period.between(MONDAY - 3, MONDAY + 6, NOW)
    report = build(MemoryDiary([], range(MONDAY - 3, MONDAY + 4)), ten, NOW)
    assert report.completeness.share == pytest.approx(0.7)
    assert not report.completeness.low


def test_nights_before_the_diary_do_not_make_the_record_low() -> None:
    report = build(MemoryDiary([], [MONDAY + 5, MONDAY + 6]), THIS_WEEK, NOW)
    assert report.completeness.before == 5
    assert report.completeness.share == 1


def test_nothing_due_is_not_a_low_record() -> None:
    report = build(MemoryDiary(), THIS_WEEK, NOW)
    assert report.completeness.share is None
    assert not report.completeness.low


def test_daytime_cramps_are_told_apart_and_are_in_no_other_number() -> None:
    report = build(MemoryDiary(WEEK, WEEK_QUIET), THIS_WEEK, NOW)
    assert (report.cramps.episodes, report.daytime.episodes) == (7, 1)
    assert report.daytime.pain.highest == 3
    assert report.comparison.this == 7


def test_a_week_with_only_a_daytime_cramp_has_no_cramp_night() -> None:
    report = build(MemoryDiary([cramp("2026-11-18 14:00", "left calf")]), THIS_WEEK, NOW)
    assert report.completeness.recorded == 0
    assert (report.cramps.episodes, report.daytime.episodes) == (0, 1)


def test_only_the_nights_of_the_period_are_told_of() -> None:
    at = ["2026-11-16 11:59", "2026-11-16 12:00", "2026-11-23 11:59", "2026-11-23 12:00"]
    diary = MemoryDiary([cramp(each).replace(daytime=False) for each in at])
    report = build(diary, THIS_WEEK, NOW)
    assert report.cramps.episodes == 2
    assert [night.cramps for night in report.nights] == [1, 0, 0, 0, 0, 0, 1]


def test_the_boundary_of_nights_decides_what_is_over() -> None:
    late = moment("2026-11-22 10:00")
    diary = MemoryDiary([], [MONDAY])
    by_noon = build(diary, period.week(late), late)
    by_nine = build(diary, period.week(late), late, Hours(night_starts=9 * 3600))
    assert by_noon.completeness.not_over == 2
    assert by_nine.completeness.not_over == 1


def test_a_week_is_not_over_until_its_last_night_is() -> None:
    assert SAMPLES["full_week"]().over
    assert not SAMPLES["week_at_three_in_the_morning"]().over


def test_flags_that_were_not_looked_at_are_not_none_on() -> None:
    assert build(MemoryDiary(), THIS_WEEK, NOW).flags is None
    assert build(MemoryDiary(), THIS_WEEK, NOW, flags=[]).flags == ()


FAR = (night("0900-01-01"), night("9999-12-31"))
ORDINALS = st.integers(night("2024-11-01"), night("2026-11-22"))


@given(st.sets(ORDINALS, max_size=20), st.sets(ORDINALS, max_size=20))
def test_a_period_of_centuries_counts_like_its_diary(cramped: set[int], quiet: set[int]) -> None:
    cramps = [
        cramp("2026-01-01 02:30").replace(night=ordinal, started_at=ordinal) for ordinal in cramped
    ]
    diary = MemoryDiary(cramps, quiet)
    found = build(diary, period.between(*FAR, NOW), NOW).completeness
    assert (found.cramp, found.quiet) == (len(cramped), len(quiet - cramped))
    begins, last_over = diary.first_night(), night("2026-11-22")
    due = last_over - begins + 1 if begins is not None else 0
    assert found.due == due
    assert found.not_over == FAR[1] - last_over
    assert found.calendar == found.due + found.before + found.not_over


def test_the_rate_is_told_with_an_exact_interval_where_quiet_nights_are_recorded() -> None:
    five = [cramp(f"2026-11-{day} 02:30") for day in (17, 18, 19, 20, 21)]
    quiet = [night("2026-11-21"), night("2026-11-22")]
    found = build(MemoryDiary(five, quiet), THIS_WEEK, NOW)
    assert found.rate is not None
    assert found.rate.per_week == 5
    assert [round(bound, 4) for bound in found.rate.interval] == [1.6235, 11.6683]
    assert build(MemoryDiary(five), THIS_WEEK, NOW).rate is None
