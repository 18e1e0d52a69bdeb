"""The exact Poisson interval against published tables, statsmodels and its own properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson  # type: ignore[import-untyped]

from cramplog.statistics.rates import garwood


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0, 3.6889),
        (1, 0.0253, 5.5716),
        (5, 1.6235, 11.6683),
        (10, 4.7954, 18.3904),
        (100, 81.364, 121.627),
    ],
)
def test_the_published_table_is_met(count: int, low: float, high: float) -> None:
    assert garwood(count) == pytest.approx((low, high), abs=5e-4)


def test_an_exposure_scales_the_rate() -> None:
    assert garwood(137, 24.19893) == pytest.approx((4.753125, 6.692709), abs=5e-7)


@given(st.integers(0, 2000), st.floats(0.1, 1000))
def test_the_interval_agrees_with_statsmodels(count: int, exposure: float) -> None:
    expected = confint_poisson(count, exposure, method="exact-c")
    low, high = garwood(count, exposure)
    assert high == pytest.approx(expected[1], rel=1e-9)
    assert low == pytest.approx(expected[0] if count else 0, rel=1e-9)


@pytest.mark.parametrize("count", [10_000, 1_000_000])
def test_large_counts_lose_no_precision(count: int) -> None:
    expected = confint_poisson(count, 1, method="exact-c")
    assert garwood(count) == pytest.approx(expected, rel=1e-9)


@given(st.integers(0, 500))
def test_the_interval_holds_the_count_and_moves_with_it(count: int) -> None:
    low, high = garwood(count)
    assert low <= count <= high
    assert garwood(count + 1) > (low, high)


@pytest.mark.parametrize(("count", "exposure"), [(-1, 1.0), (3, 0.0)])
def test_what_is_no_rate_is_refused(count: int, exposure: float) -> None:
    with pytest.raises(ValueError, match="no rate"):
        garwood(count, exposure)
