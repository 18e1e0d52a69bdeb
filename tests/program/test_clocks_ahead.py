"""Entries that were made while the clock was ahead, and clock times that came twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside
from running import Result

from cramplog.clock import came_twice, offset_at
from cramplog.render.text import ago


@pytest.fixture
def at(run: Inside, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The program at an instant."""

    def command(instant: str, *words: str) -> Result:
        monkeypatch.setenv("CRAMPLOG_NOW", instant)
        return run(*words)

    return command


NOW, AHEAD = "2026-11-23T03:29:00+00:00", "2026-12-05T03:29:00+00:00"


def test_an_entry_of_a_time_to_come_says_in_how_long(at: Callable[..., Result]) -> None:
    at(AHEAD, "log", "left", "calf")
    assert "(in 12 days)" in at(NOW, "show", "1").stdout
    assert "(in 12 days)" in at(NOW, "edit", "1", "7").stdout.replace("\n  ", " ")
    assert "(in 12 days)" in at(NOW, "delete", "1").stdout.replace("\n  ", " ")


@pytest.mark.parametrize("options", [(), ("--nights", "3"), ("--since", "2026-11-20")])
def test_a_list_counts_what_it_shows(at: Callable[..., Result], options: tuple[str, ...]) -> None:
    at(NOW, "log", "left", "calf")
    at(AHEAD, "log", "right", "calf")
    told = " ".join(at(NOW, "list", *options).stdout.split())
    assert "1 cramp in the nights of" in told
    assert "1 cramp of nights to come: was the clock ahead? cramplog check" in told


def test_check_warns_of_what_is_of_a_time_to_come(at: Callable[..., Result]) -> None:
    at(AHEAD, "log", "left", "calf")
    at(AHEAD, "night", "2026-12-02", "quiet")
    at(AHEAD, "symptom", "swelling", "left")
    told = " ".join(at(NOW, "check").stdout.split())
    assert "warn times: of a time to come" in told
    assert "episode 1 of me, 1 night, 1 sign." in told
    assert "cramplog edit 1 TIME" in told
    assert at(NOW, "check", "--strict").code == 1
    at(NOW, "edit", "1", "02:30")
    assert "episode 1 of me" not in at(NOW, "check").stdout
    assert "times:" not in at(AHEAD, "check").stdout


def test_a_timer_started_by_a_clock_ahead_says_so(at: Callable[..., Result]) -> None:
    at(AHEAD, "start", "left", "calf")
    assert "Timer on, begun in 12 days by this clock" in at(NOW, "status").stdout


@given(st.integers(60, 10**9))
def test_before_and_after_now_are_told_alike(seconds: int) -> None:
    assert ago(seconds) == f"{ago(-seconds).removeprefix('in ')} ago"
    assert ago(0) == "now"


TWICE = "2026-10-25T08:00:00+00:00"


@pytest.mark.parametrize(("fold", "offset"), [("first", "+01:00"), ("second", "+00:00")])
def test_a_clock_time_that_came_twice_has_its_offset_wherever_it_stands(
    at: Callable[..., Result], home: Path, fold: str, offset: str
) -> None:
    told = at(TWICE, "log", "01:30", "left", "calf", "--fold", fold)
    assert f"01:30 UTC{offset}" in told.stdout
    assert f"01:30{offset}" in at(TWICE, "list").stdout
    for now in (TWICE, NOW):
        assert f"01:30 UTC{offset}" in at(now, "show", "1").stdout
        assert f"01:30 UTC{offset}" in at(now, "edit", "1", "7").stdout.replace("\n  ", " ")
    page = home / "page.html"
    assert at(TWICE, "report", "month", "-o", str(page)).code == 0
    assert f"01:30 UTC{offset}" in page.read_text()
    assert f"01:30 UTC{offset}" in at(TWICE, "delete", "1").stdout.replace("\n  ", " ")
    assert f"01:30 UTC{offset}" in at(TWICE, "undo").stdout.replace("\n  ", " ")


def test_a_timer_that_began_at_a_time_that_came_twice_has_its_offset(
    at: Callable[..., Result],
) -> None:
    now = "2026-10-25T01:40:00+00:00"
    at(now, "start", "01:30", "calf", "--fold", "second")
    assert "since 01:30 UTC+00:00" in at(now, "status").stdout
    assert "01:30 UTC+00:00" in at(now, "start").stderr


@given(st.integers(1_577_836_800, 1_893_456_000), st.sampled_from(["Europe/London", "Asia/Tokyo"]))
def test_a_time_came_twice_just_where_another_instant_showed_it(instant: int, zone: str) -> None:
    offset = offset_at(instant, zone)
    others = [
        other
        for other in (instant - 3600, instant + 3600)
        if other + offset_at(other, zone) == instant + offset
    ]
    assert came_twice(instant, offset, zone) is bool(others)
