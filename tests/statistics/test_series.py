"""Series of nights: spells, several tests, evidence at every look, what could be shown."""

from __future__ import annotations

import random
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]
from statsmodels.stats.multitest import multipletests  # type: ignore[import-untyped]

from cramplog.statistics.discoveries import benjamini_hochberg
from cramplog.statistics.fisher import fisher_mid_p
from cramplog.statistics.looks import e_value
from cramplog.statistics.power import nights_needed, power
from cramplog.statistics.spells import inflation, within_month
from cramplog.statistics.unknown import extremes

BOTH = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=200)
THROMBOLYSIS = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]


@given(BOTH)
def test_one_month_without_spells_is_mantel_and_haenszels_test(
    both: list[tuple[bool, bool]],
) -> None:
    cramp, exposed = zip(*both, strict=True)
    found = within_month(range(len(both)), cramp, exposed, dict.fromkeys(range(len(both)), 0))
    if len(set(cramp)) == 1 or len(set(exposed)) == 1:
        assert found.p == 1
        return
    z = stats.pearsonr(cramp, exposed).statistic * (len(both) - 1) ** 0.5
    assert found.z * found.inflation**0.5 == pytest.approx(z, abs=1e-9)
    assert found.inflation >= 1


@given(BOTH)
def test_which_series_comes_first_does_not_matter(both: list[tuple[bool, bool]]) -> None:
    cramp, exposed = zip(*both, strict=True)
    nights = range(len(both))
    one, other = within_month(nights, cramp, exposed), within_month(nights, exposed, cramp)
    assert one.z == pytest.approx(other.z)
    assert one.inflation == pytest.approx(other.inflation)


def test_spells_of_both_raise_the_variance_and_those_of_one_hardly() -> None:
    chance = random.Random(4)
    spells = [(at // 10) % 2 == 0 for at in range(300)]
    later = [(at // 10) % 2 == 0 for at in range(4, 304)]
    mixed = [chance.random() < 0.5 for _ in range(300)]
    assert within_month(range(300), spells, later).inflation > 3
    assert within_month(range(300), spells, mixed).inflation < 1.5


def test_what_only_differs_from_month_to_month_shows_nothing() -> None:
    cold = [at // 30 % 2 == 0 for at in range(300)]
    assert within_month(range(300), cold, cold).p == 1


def test_unknown_nights_leave_their_gap() -> None:
    nights = [*range(10), *range(200, 210)]
    cramp = [True, False] * 10
    assert inflation(nights, cramp, cramp) < inflation(range(20), cramp, cramp)


def test_the_published_false_discovery_adjustment_is_met() -> None:
    assert [round(one, 4) for one in benjamini_hochberg(THROMBOLYSIS)] == [
        *(0.0015, 0.003, 0.0095, 0.0356, 0.0603, 0.0639, 0.0639, 0.0645),
        *(0.0765, 0.486, 0.5812, 0.7149, 0.7532, 0.8132, 1.0),
    ]
    assert sum(one <= 0.05 for one in benjamini_hochberg(THROMBOLYSIS)) == 4


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_adjustment_agrees_with_statsmodels(values: list[float]) -> None:
    assert benjamini_hochberg(values) == pytest.approx(multipletests(values, method="fdr_bh")[1])


def test_no_test_needs_no_adjustment() -> None:
    assert benjamini_hochberg([]) == []


@given(st.integers(0, 300), st.integers(0, 300), st.floats(0.1, 0.9))
def test_the_e_value_is_a_ratio_of_two_laws(count: int, other: int, share: float) -> None:
    mixture = stats.betabinom(count + other, 2 * share, 2 * (1 - share)).logpmf(count)
    plain = stats.binom(count + other, share).logpmf(count)
    assert log(e_value(count, other, share)) == pytest.approx(mixture - plain, abs=1e-6)


def test_looking_weekly_at_nothing_calls_few_trials() -> None:
    chance = random.Random(7)
    called = 0
    for _ in range(1000):
        counts = [0, 0]
        for _ in range(26):
            for arm in (0, 1):
                counts[arm] += sum(chance.random() < 0.3 for _ in range(5))
            if e_value(*counts) >= 20:
                called += 1
                break
    assert called <= 50


@pytest.mark.parametrize(
    ("with_it", "without", "base", "ratio"),
    [(60, 240, 0.12, 3), (36, 329, 0.15, 3), (150, 150, 0.3, 2), (40, 80, 0.2, 2)],
)
def test_power_is_that_of_the_test_itself(
    with_it: int, without: int, base: float, ratio: float
) -> None:
    chances = stats.binom(with_it, base * ratio).pmf(range(with_it + 1))
    others = stats.binom(without, base).pmf(range(without + 1))
    found = sum(
        one * other
        for a, one in enumerate(chances)
        for b, other in enumerate(others)
        if one * other > 1e-7 and fisher_mid_p(a, with_it, b, without) <= 0.05
    )
    assert power(with_it, without, base, ratio) == pytest.approx(found, abs=0.04)


def test_more_nights_show_more_and_spells_take_some_away() -> None:
    few, more = (nights_needed(0.2, 0.1, 3, 0.01, inflation) for inflation in (1, 2))
    assert few is not None
    assert more is not None
    assert more == pytest.approx(2 * few, abs=2)
    assert power(few * 0.2, few * 0.8, 0.1, 3, 0.01) >= 0.8
    assert power((few - 1) * 0.2, (few - 1) * 0.8, 0.1, 3, 0.01) < 0.8


def test_nothing_to_compare_needs_nights_without_end() -> None:
    assert nights_needed(0, 0.1, 3) is None
    assert nights_needed(0.5, 0.0, 3) is None


def test_unknown_nights_could_all_be_quiet_or_all_have_a_cramp() -> None:
    assert extremes(8, 20, 12) == (0.25, 0.625)
    assert extremes(0, 0, 4) == (0, 1)
    assert extremes(3, 6, 0) == (0.5, 0.5)


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="no share"):
        extremes(0, 0, 0)
    with pytest.raises(ValueError, match="p-value"):
        benjamini_hochberg([1.2])
    with pytest.raises(ValueError, match="no e-value"):
        e_value(-1, 2)
    with pytest.raises(ValueError, match="no power"):
        power(0, 10, 0.1, 3)
