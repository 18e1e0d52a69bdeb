"""Quantiles against NumPy's default definition and their own properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.statistics.quantiles import median, middle_half, quantile

VALUES = st.lists(st.integers(1, 86400), min_size=1)
SHARES = st.floats(0, 1)


@given(VALUES, SHARES)
def test_a_quantile_agrees_with_numpy(values: list[int], share: float) -> None:
    assert quantile(values, share) == pytest.approx(np.quantile(values, share))


@given(VALUES, SHARES, SHARES)
def test_quantiles_stay_within_the_sample_and_grow_with_the_share(
    values: list[int], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert min(values) <= quantile(values, low) <= quantile(values, high) <= max(values)


@given(VALUES)
def test_the_order_of_the_values_does_not_matter(values: list[int]) -> None:
    assert quantile(values, 0.3) == quantile(values[::-1], 0.3)


def test_the_median_of_an_even_sample_is_the_mean_of_the_middle_two() -> None:
    assert median([60, 240, 120, 180]) == 150


def test_an_empty_sample_has_no_median_and_no_quantile() -> None:
    assert median([]) is None
    with pytest.raises(ValueError, match="quantile of 0 values"):
        quantile([], 0.5)


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match=r"1\.5 quantile"):
        quantile([1], 1.5)


def test_the_middle_half_needs_four_values() -> None:
    assert middle_half([1, 2, 3]) is None
    assert middle_half([1, 2, 3, 4]) == (1.75, 3.25)
