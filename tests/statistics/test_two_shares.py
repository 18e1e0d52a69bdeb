"""Two shares compared: difference, ratio and test, against published values and references."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]
from statsmodels.stats.proportion import (  # type: ignore[import-untyped]
    confint_proportions_2indep,
)

from cramplog.statistics.binomial import clopper_pearson
from cramplog.statistics.fisher import fisher_mid_p
from cramplog.statistics.proportions import newcombe
from cramplog.statistics.risk_ratio import risk_ratio

SAMPLES = st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
TABLES = st.tuples(SAMPLES, SAMPLES).map(lambda pair: (*pair[0], *pair[1]))
Table = tuple[int, int, int, int]


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),  # Newcombe 1998, table II, method 10
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombes_own_differences_are_met(table: Table, low: float, high: float) -> None:
    assert newcombe(*table) == pytest.approx((low, high), abs=5e-5)


@given(TABLES)
def test_a_difference_agrees_with_statsmodels(table: Table) -> None:
    expected = confint_proportions_2indep(*table, method="newcomb", compare="diff")
    assert newcombe(*table) == pytest.approx(expected, abs=1e-9)


@given(TABLES)
def test_turning_a_difference_round_changes_its_sign(table: Table) -> None:
    low, high = newcombe(*table)
    assert newcombe(*table[2:], *table[:2]) == pytest.approx((-high, -low))


def test_spells_count_as_fewer_nights() -> None:
    assert newcombe(20, 40, 10, 60, inflation=2) == pytest.approx(newcombe(10, 20, 5, 30))


def test_koopmans_own_ratio_is_met() -> None:
    assert risk_ratio(36, 40, 16, 80) == pytest.approx((2.94, 7.15), abs=5e-3)


@pytest.mark.parametrize("table", [(9, 15, 8, 29), (5, 200, 40, 300), (3, 10, 1, 400)])
def test_a_ratio_agrees_with_statsmodels(table: Table) -> None:
    expected = confint_proportions_2indep(*table, method="score", compare="ratio", correction=False)
    assert risk_ratio(*table) == pytest.approx(expected, rel=1e-4)


@given(TABLES)
def test_a_ratio_holds_the_one_seen_and_inverts(table: Table) -> None:
    count, of, other, other_of = table
    if not count + other:
        return
    low, high = risk_ratio(*table)
    assert 0 <= low < high
    if other:
        assert low <= (count / of) / (other / other_of) <= high
    turned = risk_ratio(other, other_of, count, of)
    assert turned[0] == pytest.approx(0 if high == math.inf else 1 / high, rel=1e-5, abs=1e-8)


def test_no_cramp_on_one_side_leaves_that_side_open() -> None:
    assert risk_ratio(5, 10, 0, 10)[1] == math.inf
    assert risk_ratio(0, 10, 5, 10)[0] == 0


@given(TABLES)
def test_fishers_mid_p_is_his_p_less_half_of_the_tables_as_likely(table: Table) -> None:
    count, of, other, other_of = table
    cases = count + other
    law = stats.hypergeom(of + other_of, cases, of)
    chances = law.pmf(range(max(0, cases - other_of), min(of, cases) + 1))
    tied = sum(one for one in chances if math.isclose(one, law.pmf(count), rel_tol=1e-7))
    exact = stats.fisher_exact([[count, of - count], [other, other_of - other]]).pvalue
    expected = exact - tied / 2 if len(chances) > 1 else 1
    assert fisher_mid_p(*table) == pytest.approx(expected, abs=1e-7)


def test_ten_years_of_nights_are_no_trouble() -> None:
    expected = stats.fisher_exact([[300, 700], [500, 2150]]).pvalue
    assert 0 < fisher_mid_p(300, 1000, 500, 2650) < expected


@given(SAMPLES)
def test_the_exact_interval_agrees_with_scipy(sample: tuple[int, int]) -> None:
    expected = stats.binomtest(*sample).proportion_ci(method="exact")
    assert clopper_pearson(*sample) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize("table", [(5, 4, 1, 2), (1, 2, -1, 2), (1, 0, 1, 2)])
def test_what_is_no_table_is_refused(table: Table) -> None:
    for function in (newcombe, risk_ratio, fisher_mid_p):
        with pytest.raises(ValueError, match="no "):
            function(*table)
