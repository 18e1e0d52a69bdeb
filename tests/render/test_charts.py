"""Charts: unknown is not none, text alternatives tell all, and the bytes repeat."""

from collections.abc import Callable
from functools import partial
from xml.etree import ElementTree as ET

import pages
import pytest
from sample_diaries import SAMPLES

from cramplog.render import charts_nights
from cramplog.render.charts import INK, PALE, Bar, Chart, bars
from cramplog.render.report import data
from cramplog.render.sheet import sheet
from cramplog.report.build import Report

SVG = "{http://www.w3.org/2000/svg}"


def _texts(chart: Chart) -> list[str]:
    return [each.text or "" for each in ET.fromstring(chart.svg).iter(f"{SVG}text")]


def _fills(chart: Chart) -> list[str]:
    return [each.get("fill", "") for each in ET.fromstring(chart.svg).iter(f"{SVG}rect")]


def test_an_unknown_bar_is_a_question_mark_and_none_is_zero() -> None:
    chart = bars("Cramps", [Bar(label="a", value=None), Bar(label="b", value=0)])
    assert _texts(chart) == ["?", "a", "0", "b"]
    assert chart.alt == "Cramps. a: unknown; b: 0."
    assert INK not in _fills(chart)


def test_a_bar_that_rests_on_a_part_of_the_nights_is_pale() -> None:
    whole = bars("x", [Bar(label="a", value=2)])
    part = bars("x", [Bar(label="a", value=2, pale=True)])
    assert _fills(whole)[1:] == [INK]
    assert _fills(part)[1:] == [PALE]


def test_labels_cannot_become_elements() -> None:
    chart = bars("x", [Bar(label="<script>&", value=1)])
    assert "<script>&" in _texts(chart)


DRAWN: dict[str, Callable[[], Report]] = {
    **SAMPLES,
    **{f"{n}_nights": partial(pages.report, n // 3, n) for n in (40, 75, 114, 300)},
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_lies_inside_its_chart(name: str) -> None:
    page = sheet(DRAWN[name]())
    for chart in (page.calendar, page.stretches, page.durations, page.pains):
        if chart is None:
            continue
        for rect in ET.fromstring(chart.svg).iter(f"{SVG}rect"):
            x, y, wide, high = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
            assert -0.01 <= x <= x + wide <= chart.width + 0.01
            assert -0.01 <= y <= y + high <= chart.height + 0.01
        for text in ET.fromstring(chart.svg).iter(f"{SVG}text"):
            x, size = float(text.get("x", "")), float(text.get("font-size", ""))
            long = 0.55 * size * len(text.text or "")
            begins = x - long * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "")]
            assert -2 <= begins <= begins + long <= chart.width + 2


def test_the_calendar_shows_each_night_in_its_state() -> None:
    chart = charts_nights.calendar(SAMPLES["full_week"]())
    assert chart is not None
    cells = _texts(chart)
    assert cells[8:14] == ["1", "2", "1", "?", "3", "1"]
    assert "4 nights with cramp, 2 quiet, 1 unknown" in chart.alt
    assert "17 Nov (2)" in chart.alt


def test_weeks_before_the_diary_and_weeks_to_come_are_not_drawn() -> None:
    chart = charts_nights.calendar(SAMPLES["year"]())
    assert chart is not None
    assert "Jan" not in _texts(chart)
    assert "Mar" not in _texts(chart)  # the diary begins in the midst of it
    assert "Dec" not in _texts(chart)
    assert "Nov" in _texts(chart)


def test_a_long_period_has_bars_by_month_and_no_calendar() -> None:
    report = SAMPLES["two_years"]()
    assert charts_nights.calendar(report) is None
    chart = charts_nights.stretches(report)
    assert chart is not None
    assert chart.title.startswith("Cramps by month")


def test_an_empty_diary_is_not_drawn() -> None:
    page = sheet(SAMPLES["empty_diary"]())
    assert (page.calendar, page.stretches, page.durations, page.pains) == (None,) * 4


def test_the_same_report_is_drawn_in_the_same_bytes() -> None:
    once, again = (sheet(pages.report(40, 100)) for _ in range(2))
    assert once == again


def test_the_bars_of_pain_and_length_count_every_known_value() -> None:
    report = pages.report(60, 100)
    told = data(report)
    assert sum(told["pain"]["counts"]) == told["pain"]["known"]
    assert sum(told["duration"]["bins"].values()) == told["duration"]["known"]
