"""Numbers and labels of the report in words."""

import pytest

from cramplog.render.report_words import (
    lines,
    number,
    percent,
    percents,
    remedy_label,
    site_label,
    trigger_label,
)


@pytest.mark.parametrize(
    ("value", "told"),
    [(0, "0"), (3.14, "3.1"), (7.0, "7"), (0.0833, "0.083"), (12.4, "12"), (100, "100")],
)
def test_two_significant_digits_are_told(value: float, told: str) -> None:
    assert number(value) == told


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0%"), (2 / 3, "67%"), (0.034, "3.4%"), (0.996, "100%"), (1, "100%")]
)
def test_shares_are_percentages(share: float, told: str) -> None:
    assert percent(share) == told


def test_an_interval_reads_aloud() -> None:
    assert percents(0.29999, 0.90323) == "30 to 90%"


def test_sites_are_named_with_the_side_that_was_said() -> None:
    assert site_label("calf", "left") == "left calf"
    assert site_label("calf", "both") == "both sides calf"
    assert site_label("other", None) == "another place"


def test_names_that_no_catalogue_has_are_shown_harmlessly() -> None:
    assert trigger_label("full_moon", {"full_moon": "full moon"}) == "full moon"
    assert trigger_label("\x1b[31mred", {}) == "\\x1b[31mred"
    assert remedy_label("stretch") == "stretching"
    assert remedy_label("incantation") == "incantation"


def test_where_there_is_room_the_text_has_a_column() -> None:
    assert lines("Pain", ["median 5/10", "and more"], 80) == [
        "Pain            median 5/10",
        "                and more",
    ]


def test_at_a_narrow_width_the_text_follows_its_label() -> None:
    assert lines("Pain", ["median 5/10 of a good many cramps", "and more"], 40) == [
        "Pain: median 5/10 of a good many cramps",
        "  and more",
    ]
