"""The exact and mid-P comparison of two rates against published values and SciPy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]
from statsmodels.stats.rates import confint_poisson  # type: ignore[import-untyped]

from cramplog.statistics.rate_ratio import rate_ratio, rate_ratio_mid_p, rates_p
from cramplog.statistics.rates import garwood, rate_mid_p

COUNTS = st.tuples(st.integers(0, 200), st.integers(0, 200)).filter(any)
STAMPFER = (60, 51477.5, 30, 54308.7)


def test_the_published_p_values_are_met() -> None:
    assert round(rates_p(*STAMPFER), 6) == 0.000675
    assert round(rates_p(*STAMPFER, mid=True), 6) == 0.000557


@given(COUNTS, st.floats(0.1, 10))
def test_the_exact_p_agrees_with_scipy(counts: tuple[int, int], exposure: float) -> None:
    count, other = counts
    expected = stats.binomtest(count, count + other, exposure / (exposure + 1)).pvalue
    assert rates_p(count, exposure, other, 1) == pytest.approx(expected, abs=1e-9)


@given(COUNTS)
def test_mid_p_takes_half_of_what_is_as_likely(counts: tuple[int, int]) -> None:
    count, other = counts
    law = stats.binom(count + other, 0.5)
    tied = 1 if count == other else 2
    expected = rates_p(count, 1, other, 1) - tied * law.pmf(count) / 2
    assert rates_p(count, 1, other, 1, mid=True) == pytest.approx(expected, abs=1e-9)


def test_a_million_events_are_no_trouble() -> None:
    expected = stats.binomtest(500_000, 1_001_000, 0.5).pvalue
    assert rates_p(500_000, 1, 501_000, 1) == pytest.approx(expected, rel=1e-4)


@given(COUNTS)
def test_the_mid_p_interval_lies_within_the_exact_one(counts: tuple[int, int]) -> None:
    count, other = counts
    low, high = rate_ratio(count, 28, other, 56)
    narrow = rate_ratio_mid_p(count, 28, other, 56)
    assert low <= narrow[0] <= narrow[1] <= high


@given(st.integers(1, 400))
def test_a_rates_mid_p_interval_agrees_with_statsmodels(count: int) -> None:
    expected = confint_poisson(count, 1, method="midp-c")
    low, high = rate_mid_p(count)
    assert low == pytest.approx(expected[0], abs=2e-4)
    assert high == pytest.approx(expected[1], rel=1e-4)
    assert garwood(count)[0] <= low <= high <= garwood(count)[1]
