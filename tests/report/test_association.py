"""Cramp nights with a factor and without: counts, verdicts, and why there may be none."""

from __future__ import annotations

import random

import calibration
import pytest

from cramplog.report import association
from cramplog.report.association import associate, could_see, count, verdicts
from cramplog.report.noted import Entries, all_noted, one

FIRST = 739_000


def told(pairs: list[tuple[bool, bool]]) -> tuple[dict[int, bool], dict[int, bool]]:
    """Cramp and factor of nights in a row."""
    cramps = {FIRST + at: cramp for at, (cramp, _) in enumerate(pairs)}
    return cramps, {FIRST + at: there for at, (_, there) in enumerate(pairs)}


def mixed(a: int, n: int, b: int, m: int) -> list[tuple[bool, bool]]:
    pairs = [(at < a, True) for at in range(n)] + [(at < b, False) for at in range(m)]
    random.Random(1).shuffle(pairs)
    return pairs


def test_counts_difference_and_ratio_are_of_the_nights_that_both_know() -> None:
    cramps, exposed = told(mixed(9, 15, 8, 29))
    exposed[FIRST + 400] = True  # nothing known of that night
    found = associate(cramps, exposed)
    counted = found.with_cramps, found.with_nights, found.without_cramps, found.without_nights
    assert counted == (9, 15, 8, 29)
    assert found.difference is not None
    assert found.ratio is not None
    assert found.difference.value == pytest.approx(9 / 15 - 8 / 29)
    assert [round(bound, 2) for bound in (found.difference.low, found.difference.high)] == [
        0.02,
        0.56,
    ]
    assert found.ratio.value == pytest.approx(9 / 15 / (8 / 29))
    assert found.p == max(found.p_fisher, found.p_within_months)
    assert found.inflation >= 1


@pytest.mark.parametrize(
    ("pairs", "missing"),
    [
        ([], association.UNKNOWN),
        ([(True, True), (False, True)], association.ALWAYS),
        ([(True, False), (False, False)], association.NEVER),
        ([(True, True), (True, False)], association.ALL_CRAMPS),
        ([(False, True), (False, False)], association.ALL_QUIET),
    ],
)
def test_what_cannot_be_compared_says_what_is_missing(
    pairs: list[tuple[bool, bool]], missing: str
) -> None:
    found = associate(*told(pairs))
    assert (found.missing, found.difference, found.p) == (missing, None, 1)
    assert count(*told(pairs)) == found
    (verdict,) = verdicts([found])
    assert verdict.says == association.NOT_YET


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ((30, 60, 30, 240), association.MORE),
        ((2, 100, 60, 200), association.FEWER),
        ((30, 150, 30, 150), association.NOTHING),
        ((2, 4, 8, 36), association.NOT_YET),
    ],
)
def test_a_verdict_is_one_of_four(table: tuple[int, int, int, int], says: str) -> None:
    (verdict,) = verdicts([associate(*told(mixed(*table)))])
    assert verdict.says == says


def test_more_watched_factors_take_more_evidence() -> None:
    found = associate(*told(mixed(9, 20, 10, 60)))
    nothing = associate(*told(mixed(5, 20, 15, 60)))
    assert verdicts([found])[0].adjusted_p < verdicts([found, nothing, nothing])[0].adjusted_p
    assert could_see(found, 1)[0] > could_see(found, 5)[0]


def test_a_factor_that_is_not_watched_has_counts_and_no_verdict() -> None:
    cramps, exposed = told(mixed(30, 60, 30, 240))
    entries = {
        name: Entries(factor=name, there=exposed, entered=dict.fromkeys(exposed, 0))
        for name in ("cold", "stress")
    }
    watched, other = all_noted(cramps, entries, dict.fromkeys(cramps, 9), {"stress": "2024-05-01"})
    assert (watched.factor, watched.since) == ("stress", "2024-05-01")
    assert watched.verdict is not None
    assert (other.factor, other.verdict, other.found.p) == ("cold", None, 1)
    assert other.found.nights == watched.found.nights == 300


def test_what_was_entered_afterwards_is_set_apart_on_quiet_nights_too() -> None:
    cramps, exposed = told([(True, True), (True, False), (False, True), (False, False)] * 10)
    entered = {night: 10 if night < FIRST + 8 else 0 for night in exposed}
    found = one(
        cramps, Entries(factor="cold", there=exposed, entered=entered), dict.fromkeys(cramps, 5), {}
    )
    assert (found.after_cramp, found.after_night) == (4, 4)
    assert found.beforehand is not None
    assert found.beforehand.nights == 32
    assert found.found.nights == 40


def test_few_diaries_without_an_effect_get_a_verdict() -> None:
    cell = calibration.Cell(365, 5, (0.9, 0.9), 0.6)
    assert sum(seen.false for seen in calibration.of_cell(60, cell)) <= 6


def test_most_diaries_show_a_threefold_effect() -> None:
    cell = calibration.Cell(365, 5, (0.0, 0.0), 0.0, 3.0, (0.25, 0.25))
    assert sum(seen.found for seen in calibration.of_cell(30, cell)) >= 24
