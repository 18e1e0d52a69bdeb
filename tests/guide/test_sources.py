"""What the program tells was read not long ago, and on whose page is said."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cramplog.domain import firstaid
from cramplog.flags.catalogue import RULES
from cramplog.flags.rule import OURS, SOURCE
from cramplog.guide.sources import ALL, of_steps

STALE_AFTER_MONTHS = 18
SECOND_HAND = re.compile(
    r"particle\.news|doctorsconscience|zana\.com|doctoori|newsbeep|studyres|jesse\.tg"
)
"""Sites that reproduce what a publisher says: none is given as an address."""


def stale(read: str, today: date) -> bool:
    """Whether a reading is older than the limit: read on 23 Nov 2026, it is from 24 May 2028."""
    then = date.fromisoformat(read)
    months = (today.year - then.year) * 12 + today.month - then.month
    return (months, today.day) > (STALE_AFTER_MONTHS, then.day)


@pytest.mark.parametrize(
    ("today", "told"),
    [("2026-11-23", False), ("2028-05-23", False), ("2028-05-24", True), ("2028-06-01", True)],
)
def test_a_reading_is_stale_after_eighteen_months(today: str, told: bool) -> None:
    assert stale("2026-11-23", date.fromisoformat(today)) is told


def test_no_source_was_read_longer_ago_than_eighteen_months() -> None:
    """The real date is read: the test fails on purpose when the sources want reading again."""
    old = {key: source.read for key, source in ALL.items() if stale(source.read, date.today())}  # noqa: DTZ011
    assert not old, (
        f"read these pages again, mend what rests on them and set `read` in their entries: {old}"
    )


def test_no_source_says_that_it_was_read_in_the_future() -> None:
    assert all(date.fromisoformat(source.read) <= date.today() for source in ALL.values())  # noqa: DTZ011


def test_each_page_of_first_aid_is_a_dated_source() -> None:
    for key in firstaid.SOURCES:
        assert of_steps((key,)), key
    for step in firstaid.STEPS:
        assert len(of_steps(step.sources)) == len(step.sources), step


def test_no_address_is_a_site_that_copies_others() -> None:
    for key, source in ALL.items():
        assert not SECOND_HAND.search(source.address), key


def test_every_threshold_is_a_sources_number_or_is_called_ours() -> None:
    for rule in RULES.values():
        for threshold in rule.thresholds:
            assert threshold.whose in (SOURCE, OURS), threshold
            assert threshold.whose == OURS or rule.sources, threshold
            assert threshold.says, threshold
