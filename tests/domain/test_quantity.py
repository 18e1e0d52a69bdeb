"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.quantity import measured, number, shown
from cramplog.errors import BadNumber


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("1.2", 1.2), ("1,2", 1.2), (" -5 ", -5), ("−5", -5), ("007", 7)]
)
def test_a_point_and_a_comma_both_mark_decimals(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "-", ".", ".5", "5.", "1.2.3", "1e5", "nan", "inf", "1_000", "٣", "²"]
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize("text", ["1,200", "1.200", "1 200", "1'200", "-1.200"])
def test_what_could_be_two_numbers_is_refused(text: str) -> None:
    with pytest.raises(BadNumber, match=r"1\.2 or -?1200"):
        number(text)


def test_a_unit_may_stand_apart_and_an_unknown_one_is_refused() -> None:
    litres = {"": 1.0, "l": 1.0, "ml": 0.001}
    assert measured("1.2 L", litres) == 1.2
    assert measured("1200ml", litres) == 1.2
    assert measured("8 glasses", litres) is None
    assert measured("ml", litres) is None


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1.20, 3, "1.2"), (6.0, 1, "6"), (-0.01, 1, "0"), (10, 0, "10"), (100, 2, "100")],
)
def test_a_number_is_shown_as_short_as_it_can_be(value: float, digits: int, text: str) -> None:
    assert shown(value, digits) == text


@given(st.floats(-1e6, 1e6), st.integers(0, 2))
def test_what_is_shown_is_read_again_as_shown(value: float, digits: int) -> None:
    text = shown(value, digits)
    again = number(text)
    assert again is not None
    assert shown(again, digits) == text
