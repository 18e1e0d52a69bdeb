"""The night strip and its legend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import night

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, UNKNOWN
from cramplog.render.strip import legend, sign, strip
from cramplog.report.nights import NightState

MONDAY = night("2026-11-16")


def _nights(*states: str, cramps: int = 1) -> list[NightState]:
    return [
        NightState(night=MONDAY + place, state=state, cramps=cramps if state == CRAMP else 0)
        for place, state in enumerate(states)
    ]


WEEK = _nights(CRAMP, QUIET, UNKNOWN, NOT_OVER, BEFORE, QUIET, QUIET)


def test_each_night_stands_with_its_weekday() -> None:
    assert strip(WEEK, 60) == ["Mon C  Tue .  Wed ?  Thu -  Fri _  Sat .  Sun ."]


def test_more_than_one_cramp_is_counted_and_the_nights_stay_in_columns() -> None:
    nights = [*_nights(CRAMP, QUIET), *_nights(CRAMP, cramps=12)]
    assert strip(nights, 60) == ["Mon C    Tue .    Mon C12"]


def test_at_a_narrow_width_whole_nights_go_to_the_next_line() -> None:
    assert strip(WEEK, 24) == ["Mon C  Tue .  Wed ?", "Thu -  Fri _  Sat .", "Sun ."]


def test_no_night_is_no_line() -> None:
    assert strip([], 40) == []


def test_the_legend_names_the_signs_in_use() -> None:
    assert legend(WEEK, 80) == [
        "C cramp  . quiet  ? unknown  - not over  _ before the diary",
    ]
    assert legend(_nights(QUIET), 80) == ["C cramp  . quiet  ? unknown"]


def test_the_legend_explains_a_number() -> None:
    assert legend(_nights(CRAMP, cramps=3), 80) == ["C cramp  C3 3 cramps  . quiet  ? unknown"]


@pytest.mark.parametrize(("cramps", "shown"), [(1, "C"), (2, "C2"), (11, "C11")])
def test_one_cramp_needs_no_number(cramps: int, shown: str) -> None:
    assert sign(NightState(night=MONDAY, state=CRAMP, cramps=cramps)) == shown


@given(
    st.lists(st.sampled_from([CRAMP, QUIET, UNKNOWN, NOT_OVER, BEFORE]), max_size=7),
    st.integers(1, 99),
    st.integers(20, 100),
)
def test_strip_and_legend_fit_the_width(states: list[str], cramps: int, width: int) -> None:
    nights = _nights(*states, cramps=cramps)
    shown = strip(nights, width)
    assert all(len(line) <= width for line in [*shown, *legend(nights, width)])
    assert " ".join(shown).split()[1::2] == [sign(night) for night in nights]
