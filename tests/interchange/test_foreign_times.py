"""Dates and times of other programs: the usual styles, and nothing that has two readings."""

from __future__ import annotations

from datetime import datetime

import pytest

from cramplog.clock import Moment
from cramplog.domain.moments import rfc3339
from cramplog.errors import BadTime
from cramplog.interchange.foreign_dates import DAY_FIRST, MONTH_FIRST, order_of
from cramplog.interchange.foreign_times import started

NOW = Moment(instant=1795404540, utc_offset=0, zone="Europe/London")  # 2026-11-23 03:29
GOOD = "2026-11-20T02:30:00+00:00"


def read(text: str, order: str | None = None) -> str:
    instant, offset, _ = started(text, NOW, order)
    return rfc3339(instant, offset)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20 02:30",
        "2026-11-20T02:30:00",
        "2026-11-20T02:30:00.123",
        "2026-11-20 02:30:00",
        "2026/11/20 2:30",
        "20/11/2026 02:30",
        "20.11.2026 02:30",
        "20-11-2026, 02:30",
        "11/20/2026 2:30 AM",
        "20 Nov 2026 2:30am",
        "20th november 2026 02:30",
        "Fri, 20 Nov 2026 02:30:00",
        "Nov 20, 2026 02:30 a.m.",
        "November 20 2026 2am".replace("2am", "2:30 am"),
        "  2026-11-20   02:30 ",
    ],
)
def test_the_usual_styles_are_one_time(text: str) -> None:
    assert read(text) == GOOD


def test_an_offset_that_is_written_is_kept_and_a_zone_is_only_known_without_one() -> None:
    assert read("2026-11-20T02:30:00+05:30") == "2026-11-20T02:30:00+05:30"
    assert read("2026-11-20T02:30:00Z") == GOOD
    assert read("2026-11-20 02:30 -0800") == "2026-11-20T02:30:00-08:00"
    assert started("2026-11-20 02:30", NOW, None)[2] == "Europe/London"
    assert started("2026-11-20 02:30+00:00", NOW, None)[2] is None


def test_summer_has_its_own_offset() -> None:
    assert read("2026-07-01 02:30") == "2026-07-01T02:30:00+01:00"


@pytest.mark.parametrize("text", ["01/02/2026 03:00", "1.2.2026 03:00", "01-02-2026 03:00"])
def test_a_date_with_two_readings_is_refused_with_both_or_read_as_the_order_says(
    text: str,
) -> None:
    with pytest.raises(BadTime, match="1 February or 2 January") as refused:
        read(text)
    assert "--dates" in refused.value.hint
    assert read(text, DAY_FIRST).startswith("2026-02-01")
    assert read(text, MONTH_FIRST).startswith("2026-01-02")


def test_a_date_of_the_same_day_and_month_has_one_reading() -> None:
    assert read("03/03/2026 03:00").startswith("2026-03-03")


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["01/02/2026", "13/02/2026"], DAY_FIRST),
        (["01/02/2026", "02/13/2026"], MONTH_FIRST),
        (["01/02/2026"], None),
        (["13/02/2026", "02/13/2026"], None),
        (["2026-02-01", "nonsense", ""], None),
    ],
)
def test_dates_with_one_reading_settle_the_order_of_the_others(
    texts: list[str], order: str | None
) -> None:
    assert order_of(texts) == order


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-11-20", "no clock time"),
        ("20/11/26 02:30", "not a date"),
        ("13/13/2026 02:30", "not a date"),
        ("2026-02-29 02:30", "not a date"),
        ("2026-11-20 25:00", "no such time"),
        ("2026-11-20 13:00 pm", "go with 1 to 12"),
        ("2026-11-20 2", "no clock time"),
        ("2026-11-20 0230", "no clock time"),
        ("20 foo 2026 02:30", "not a date"),
        ("1960-11-20 02:30", "before 1970"),
        ("2026-03-29 01:30", "never was"),
        ("2026-10-25 01:30", "came twice"),
        ("<script>", "not a date"),
        ("\u0662\u0660/11/2026 02:30", "not a date"),
        ("", "not a date"),
    ],
)
def test_what_is_no_time_is_refused_with_its_reason(text: str, told: str) -> None:
    with pytest.raises(BadTime, match=told):
        read(text)


def test_times_agree_with_the_standard_library() -> None:
    for day in range(1, 29):
        text = f"2026-11-{day:02}T{day % 24:02}:15:00+02:00"
        assert started(text, NOW, None)[0] == int(datetime.fromisoformat(text).timestamp())
