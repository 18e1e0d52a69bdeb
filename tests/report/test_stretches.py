"""Longer periods, cut into weeks or months."""

from hypothesis import given
from hypothesis import strategies as st
from memory_diary import night

from cramplog.report.nights import NightState
from cramplog.report.stretches import Stretch, stretches, unit_for

SUNDAY = night("2026-11-01")


def _nights(first: int, states: list[str]) -> list[NightState]:
    return [
        NightState(night=first + place, state=state, cramps=2 if state == "cramp" else 0)
        for place, state in enumerate(states)
    ]


def test_a_week_is_not_cut_a_year_is_by_week_and_more_is_by_month() -> None:
    assert [unit_for(nights) for nights in (1, 7, 8, 366, 371, 372)] == [
        None,
        None,
        "week",
        "week",
        "week",
        "month",
    ]


def test_a_month_that_begins_on_sunday_has_a_first_week_of_one_night() -> None:
    found = stretches(_nights(SUNDAY, ["quiet"] * 30), "week", 0)
    assert [(s.first_night - SUNDAY, s.last_night - SUNDAY) for s in found] == [
        (0, 0),
        (1, 7),
        (8, 14),
        (15, 21),
        (22, 28),
        (29, 29),
    ]


def test_weeks_may_begin_on_sunday() -> None:
    assert stretches(_nights(SUNDAY, ["quiet"] * 30), "week", 6)[0].last_night == SUNDAY + 6


def test_cramps_cramp_nights_and_recorded_nights_are_counted() -> None:
    states = ["cramp", "quiet", "unknown", "cramp", "not_over"]
    assert stretches(_nights(SUNDAY + 1, states), "week", 0) == (
        Stretch(
            first_night=SUNDAY + 1, last_night=SUNDAY + 5, cramps=4, cramp_nights=2, recorded=3
        ),
    )


def test_weeks_before_the_diary_and_weeks_to_come_are_left_out() -> None:
    states = ["before"] * 10 + ["unknown"] * 10 + ["not_over"] * 10
    found = stretches(_nights(SUNDAY + 1, states), "week", 0)
    assert [stretch.first_night - SUNDAY for stretch in found] == [8, 15]


def test_months_are_those_of_the_calendar() -> None:
    found = stretches(_nights(night("2026-10-30"), ["quiet"] * 40), "month", 0)
    assert [stretch.recorded for stretch in found] == [2, 30, 8]


@given(
    st.lists(st.sampled_from(["cramp", "quiet", "unknown"]), min_size=1, max_size=800),
    st.sampled_from(["week", "month"]),
    st.integers(0, 6),
)
def test_no_cramp_and_no_night_is_lost_in_cutting(
    states: list[str], unit: str, first_weekday: int
) -> None:
    nights = _nights(SUNDAY, states)
    found = stretches(nights, unit, first_weekday)
    assert sum(s.cramps for s in found) == sum(n.cramps for n in nights)
    assert sum(s.last_night - s.first_night + 1 for s in found) == len(nights)
    assert sum(s.recorded for s in found) == sum(state != "unknown" for state in states)
