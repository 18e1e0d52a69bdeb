from __future__ import annotations

import math

import pytest
from scipy import stats  # type: ignore[import-untyped]

from cramplog.statistics.rate_ratio import rate_ratio


def test_it_agrees_with_the_published_example_of_two_rates() -> None:
    # Stampfer 1985 as in Gu 2008 and statsmodels' tests: exact conditional 1.3397 to 3.3884
    low, high = rate_ratio(60, 51477.5, 30, 54308.7)
    assert (round(low, 4), round(high, 4)) == (1.3397, 3.3884)


def test_turning_the_comparison_round_inverts_the_interval() -> None:
    low, high = rate_ratio(9, 28, 3, 56)
    other_low, other_high = rate_ratio(3, 56, 9, 28)
    assert math.isclose(low, 1 / other_high)
    assert math.isclose(high, 1 / other_low)


def test_no_event_on_one_side_leaves_that_side_open() -> None:
    assert rate_ratio(5, 10, 0, 10)[1] == math.inf
    assert rate_ratio(0, 10, 5, 10)[0] == 0


@pytest.mark.parametrize("said", [(0, 1, 0, 1), (1, 0, 1, 1), (1, 1, 1, 0), (-1, 1, 2, 1)])
def test_nothing_can_be_said_without_events_or_exposure(said: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="no ratio"):
        rate_ratio(*said)


@pytest.mark.parametrize(
    ("count", "other"),
    [
        (900, 300),
        (1001, 1),
        (1500, 2500),
        (1, 100_000),
        (1_000_000, 3),
        (500_000, 500_000),
        (1_000_000, 0),
    ],
)
def test_counts_of_any_size_agree_with_scipy(count: int, other: int) -> None:
    low = stats.beta.ppf(0.025, count, other + 1)
    high = stats.beta.ppf(0.975, count + 1, other) if other else 1.0
    bounds = 2 * low / (1 - low), 2 * high / (1 - high) if other else math.inf
    assert rate_ratio(count, 10, other, 20) == pytest.approx(bounds, rel=1e-7)
