"""Pairs and times to relief against published examples, SciPy and statsmodels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]
from statsmodels.duration.survfunc import SurvfuncRight  # type: ignore[import-untyped]

from cramplog.statistics.pairs import hodges_lehmann, sign_flip, sign_flip_interval
from cramplog.statistics.relief import kaplan_meier, time_to_half

MAIZE = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
SIX_MP = [(time, True) for time in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    (time, False) for time in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
TIMES = st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=60)
DIFFERENCES = st.lists(st.integers(-5, 5), min_size=1, max_size=9)


def test_darwins_maize_gives_fishers_p() -> None:
    assert sign_flip(MAIZE) == 1726 / 32768


@given(DIFFERENCES)
def test_the_sign_flip_test_agrees_with_scipy(differences: list[int]) -> None:
    if len(differences) < 2:
        return
    expected = stats.permutation_test(
        (differences, [0] * len(differences)),
        lambda one, other: sum(one) - sum(other),
        permutation_type="samples",
        n_resamples=10**6,
        vectorized=False,
    )
    assert sign_flip(differences) == pytest.approx(min(1, expected.pvalue))


@pytest.mark.parametrize(("pairs", "least"), [(3, 0.25), (4, 0.125), (5, 0.0625), (6, 0.03125)])
def test_few_pairs_cannot_reach_a_small_p(pairs: int, least: float) -> None:
    assert sign_flip([2] * pairs) == least


def test_the_estimate_is_that_of_r() -> None:
    # Hollander and Wolfe 1973: wilcox.test gives the pseudomedian 0.46
    before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    differences = [one - other for one, other in zip(before, after, strict=True)]
    assert hodges_lehmann(differences) == pytest.approx(0.46)


@given(st.lists(st.floats(-5, 5), min_size=6, max_size=9, unique=True))
def test_the_interval_holds_what_the_test_does_not_reject(differences: list[float]) -> None:
    bounds = sign_flip_interval(differences)
    assert bounds is not None
    low, high = bounds
    if high - low < 1e-3:
        return
    inside = [low + (high - low) * part for part in (0.001, 0.5, 0.999)]
    assert all(sign_flip([one - d for one in differences]) > 0.05 for d in inside)
    outside = (low - 1e-3, high + 1e-3)
    assert all(sign_flip([one - d for one in differences]) <= 0.05 for d in outside)


def test_five_pairs_have_no_interval() -> None:
    assert sign_flip_interval([1, 2, 3, 4, 5]) is None


@pytest.mark.parametrize("differences", [[], [1] * 21])
def test_no_pair_and_too_many_are_refused(differences: list[float]) -> None:
    for function in (sign_flip, hodges_lehmann, sign_flip_interval):
        with pytest.raises(ValueError, match="pairs"):
            function(differences)


def test_freireichs_remissions_are_met() -> None:
    steps = kaplan_meier(SIX_MP)
    assert [(step.time, step.at_risk, round(step.waiting, 3)) for step in steps] == [
        (6, 21, 0.857),
        (7, 17, 0.807),
        (10, 15, 0.753),
        (13, 12, 0.690),
        (16, 11, 0.627),
        (22, 7, 0.538),
        (23, 6, 0.448),
    ]
    assert time_to_half(steps) == 23


@given(TIMES)
def test_the_curve_agrees_with_statsmodels(observed: list[tuple[int, bool]]) -> None:
    steps = kaplan_meier(observed)
    if not steps:
        return
    times, happened = zip(*observed, strict=True)
    expected = SurvfuncRight(times, happened)
    told = dict(zip(expected.surv_times, expected.surv_prob, strict=True))
    for step in steps:
        assert step.waiting == pytest.approx(told[step.time], abs=1e-9)
        assert 0 <= step.low <= step.waiting + 1e-9
        assert step.waiting <= step.high + 1e-9 <= 1 + 1e-8


def test_where_nothing_happened_nothing_can_be_said() -> None:
    assert kaplan_meier([(5, False)]) == []
    assert time_to_half([]) is None


def test_a_time_before_the_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="before the beginning"):
        kaplan_meier([(-1, True)])
