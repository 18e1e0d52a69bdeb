"""A period against the person's own twelve weeks before it."""

from collections.abc import Sequence

import pytest
from memory_diary import moment, night

from cramplog.report import period
from cramplog.report.comparison import Comparison, compare
from cramplog.report.nights import NightState

NOW = moment("2026-11-23 13:00")
WEEK = period.week(NOW)
BEGINS = WEEK.first_night - 84
STATES = {".": "quiet", "?": "unknown", "-": "not_over", "_": "before"}


def _nights(first: int, signs: str) -> list[NightState]:
    """Seven signs a week: a digit is a number of cramps."""
    return [
        NightState(
            night=first + place,
            state=STATES.get(sign, "cramp"),
            cramps=int(sign) if sign.isdigit() else 0,
        )
        for place, sign in enumerate(signs)
    ]


def _compared(
    this: str, weeks: Sequence[str], begins: int | None = BEGINS, found: period.Period = WEEK
) -> Comparison:
    assert len(weeks) == 12
    return compare(
        found,
        _nights(found.first_night, this),
        _nights(found.first_night - 84, "".join(weeks)),
        begins,
    )


def test_a_week_is_compared_with_the_mean_of_the_twelve_before() -> None:
    found = _compared("21.....", ["1......"] * 6 + ["1.1.2.."] * 6)
    assert (found.unit, found.this, found.usual) == ("cramps_per_week", 3, 2.5)
    assert (found.weeks, found.weeks_left_out) == (12, 0)
    assert (found.more_than, found.fewer_than) == (6, 6)


def test_equal_weeks_are_neither_more_nor_fewer() -> None:
    found = _compared("1......", ["1......"] * 12)
    assert (found.more_than, found.fewer_than) == (0, 0)


def test_weeks_that_began_before_the_diary_are_not_compared() -> None:
    weeks = ["___...."] * 10 + ["1......", "3......"]
    found = _compared("1......", weeks, begins=WEEK.first_night - 14)
    assert (found.weeks, found.usual) == (2, 2)
    assert _compared("1......", weeks, begins=WEEK.first_night - 13).weeks == 1


def test_a_week_without_any_record_is_left_out_and_not_taken_for_quiet() -> None:
    found = _compared("1......", ["???????"] * 9 + ["2......"] * 3)
    assert (found.usual, found.weeks, found.weeks_left_out) == (2, 3, 9)
    assert (found.recorded, found.nights) == (21, 21)


@pytest.mark.parametrize("this", ["1.....?", "1.....-"])
def test_fewer_is_never_said_of_a_week_with_unknown_nights(this: str) -> None:
    found = _compared(this, ["111...."] * 12)
    assert (found.this, found.more_than, found.fewer_than) == (1, 0, None)


def test_more_is_said_of_a_week_with_unknown_nights() -> None:
    assert _compared("31....?", ["1......"] * 12).more_than == 12


def test_a_week_without_a_record_shows_what_is_usual_but_compares_nothing() -> None:
    found = _compared("???????", ["1......"] * 12)
    assert (found.this, found.usual, found.more_than) == (None, 1, None)
    assert found.why_not == "nothing_recorded"


def test_the_first_week_of_a_diary_has_nothing_to_compare_with() -> None:
    found = _compared("1......", ["_______"] * 12, begins=WEEK.first_night)
    assert (found.this, found.usual, found.why_not) == (1, None, "no_earlier_record")


RANGE = period.between(night("2026-11-01"), night("2026-11-10"), NOW)


def _range(this: str, weeks: Sequence[str]) -> Comparison:
    return _compared(this, weeks, begins=RANGE.first_night - 84, found=RANGE)


def test_any_other_length_is_compared_per_seven_recorded_nights() -> None:
    found = _range("2.....1???", ["1......", "1..????"] * 6)
    assert (found.unit, found.this) == ("cramps_per_7_recorded_nights", 3)
    assert found.usual == pytest.approx(7 * 12 / 60)
    assert (found.recorded, found.nights) == (60, 84)
    assert found.more_than is None


def test_a_rate_needs_recorded_quiet_nights_on_both_sides() -> None:
    assert _range("1?????????", ["1......"] * 12).this is None
    without = _range("1.........", ["1??????"] * 12)
    assert (without.usual, without.why_not) == (None, "no_quiet_night")


def test_a_range_in_an_empty_diary_compares_nothing() -> None:
    found = compare(RANGE, _nights(RANGE.first_night, "_" * 10), _nights(1, "_" * 84), None)
    assert (found.this, found.usual, found.why_not) == (None, None, "nothing_recorded")


def test_a_range_of_seven_nights_is_compared_like_a_week() -> None:
    seven = period.between(night("2026-11-04"), night("2026-11-10"), NOW)
    found = _compared("1......", ["2......"] * 12, begins=1, found=seven)
    assert (found.unit, found.fewer_than) == ("cramps_per_week", 12)
