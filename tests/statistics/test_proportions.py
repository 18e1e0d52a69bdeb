"""Wilson intervals against statsmodels, published values and their own properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint  # type: ignore[import-untyped]

from cramplog.statistics.proportions import wilson

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_the_interval_agrees_with_statsmodels(counted: tuple[int, int]) -> None:
    count, of = counted
    assert wilson(count, of) == pytest.approx(
        proportion_confint(count, of, method="wilson"), abs=1e-12
    )


@given(COUNTS)
def test_the_interval_lies_within_0_and_1_and_holds_the_share(counted: tuple[int, int]) -> None:
    count, of = counted
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1
    assert low < high


@given(COUNTS)
def test_counting_the_other_nights_mirrors_the_interval(counted: tuple[int, int]) -> None:
    count, of = counted
    low, high = wilson(count, of)
    assert wilson(of - count, of) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (4, 6, 0.3000, 0.9032),
    ],
)
def test_published_intervals_are_met(count: int, of: int, low: float, high: float) -> None:
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_none_and_all_reach_the_very_ends() -> None:
    assert wilson(0, 7)[0] == 0
    assert wilson(7, 7)[1] == 1


@pytest.mark.parametrize(("count", "of"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_proportion_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(count, of)
