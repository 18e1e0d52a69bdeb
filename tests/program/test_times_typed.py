"""The table of contract section 3, as the program stores it at 03:29 on Monday 23 November."""

from __future__ import annotations

import shlex

import pytest
from running import Program, assert_refused, episodes

STORED = {
    "": "2026-11-23T03:29:00+00:00",
    "02:30": "2026-11-23T02:30:00+00:00",
    "2:30": "2026-11-23T02:30:00+00:00",
    "2.30am": "2026-11-23T02:30:00+00:00",
    "23:50": "2026-11-22T23:50:00+00:00",
    "10m ago": "2026-11-23T03:19:00+00:00",
    "10 min ago": "2026-11-23T03:19:00+00:00",
    "1h ago": "2026-11-23T02:29:00+00:00",
    "yesterday 3am": "2026-11-22T03:00:00+00:00",
    "yesterday 23:50": "2026-11-22T23:50:00+00:00",
    "sun 3am": "2026-11-22T03:00:00+00:00",
    "last night 2am": "2026-11-23T02:00:00+00:00",
    "2026-11-20 02:10": "2026-11-20T02:10:00+00:00",
    "20 nov 02:10": "2026-11-20T02:10:00+00:00",
    "2026-11-20T02:10+01:00": "2026-11-20T02:10:00+01:00",
    "24 nov 02:10": "2025-11-24T02:10:00+00:00",
    "4:30": "2026-11-22T04:30:00+00:00",
}

REFUSED = {
    "99:99": ("99:99 is not a clock time", "02:30"),
    "24:01": ("24:01",),
    "3:45": (),
    "2026-13-45": (),
    "2026-13-45 02:00": (),
    "2025-02-29 02:10": (),
    "31 nov 02:10": (),
    "2026-11-24 02:10": (),
    "2031-01-01 02:10": (),
    "01/02 03:00": (),
    "yesterday": ("yesterday 03:00~",),
    "03:20 30m": (),
}

CLOCKS_GO_BACK = {"TZ": "Europe/London", "CRAMPLOG_NOW": "2026-10-25T09:00:00+00:00"}
CLOCKS_GO_FORWARD = {"TZ": "Europe/London", "CRAMPLOG_NOW": "2026-03-29T09:00:00+01:00"}


@pytest.mark.parametrize(("line", "started_at"), STORED.items(), ids=lambda text: text or "now")
def test_a_time_typed_is_the_time_stored(cramplog: Program, line: str, started_at: str) -> None:
    in_words = cramplog("log", *line.split(), "calf", "--json").data["episode"]
    assert in_words["started_at"] == started_at
    if line:
        by_option = cramplog("log", "--at", line, "calf", "--json").data["episode"]
        quoted = cramplog("log", "calf", line, "--json").data["episode"]
        assert by_option["started_at"] == quoted["started_at"] == started_at


@pytest.mark.parametrize(("line", "said"), REFUSED.items(), ids=REFUSED.keys())
def test_a_time_that_cannot_be_is_refused(
    cramplog: Program, line: str, said: tuple[str, ...]
) -> None:
    assert_refused(cramplog("log", "calf", *line.split()), 2, *said)
    assert episodes(cramplog) == []


@pytest.mark.parametrize("line", ["~02:30", "02:30~", "about 02:30"])
def test_an_approximate_time_is_kept_as_one(cramplog: Program, line: str) -> None:
    stored = cramplog("log", "calf", *line.split(), "--json").data["episode"]
    assert stored["time_is_approximate"] is True
    assert stored["started_at"] == "2026-11-23T02:30:00+00:00"


def test_a_duration_without_a_time_ends_now(cramplog: Program) -> None:
    stored = cramplog("log", "left", "calf", "5m", "--json").data["episode"]
    assert stored["started_at"] == "2026-11-23T03:24:00+00:00"
    assert stored["duration_seconds"] == 300


@pytest.mark.parametrize(
    ("fold", "started_at"),
    [("first", "2026-10-25T01:30:00+01:00"), ("second", "2026-10-25T01:30:00+00:00")],
)
def test_an_hour_that_occurs_twice_needs_to_be_told_apart(
    cramplog: Program, fold: str, started_at: str
) -> None:
    night = cramplog.with_environment(**CLOCKS_GO_BACK)
    assert_refused(night("log", "calf", "01:30"), 2, "--fold first", "--fold second")
    stored = night("log", "calf", "01:30", "--fold", fold, "--json").data["episode"]
    assert stored["started_at"] == started_at


def test_an_hour_that_never_was_is_refused_with_its_neighbours(cramplog: Program) -> None:
    night = cramplog.with_environment(**CLOCKS_GO_FORWARD)
    assert_refused(night("log", "calf", "01:30"), 2, "00:59", "02:00")
    assert episodes(night) == []


@pytest.mark.parametrize(
    ("line", "night"),
    [
        ("2026-11-20 23:50", "2026-11-20"),
        ("2026-11-21 00:10", "2026-11-20"),
        ("2026-11-21 11:59", "2026-11-20"),
        ("2026-11-21 18:00", "2026-11-21"),
    ],
)
def test_a_night_runs_from_noon_to_noon(cramplog: Program, line: str, night: str) -> None:
    stored = cramplog("log", "calf", *shlex.split(line), "--json").data["episode"]
    assert stored["night"] == night


def test_the_traveller_keeps_the_clock_time_of_the_cramp(cramplog: Program) -> None:
    assert cramplog("log", "calf", "02:30").code == 0
    (seen,) = episodes(cramplog.with_environment(TZ="Asia/Tokyo"))
    assert (seen["started_at"], seen["zone"]) == ("2026-11-23T02:30:00+00:00", "Europe/London")


def test_a_present_that_is_no_instant_is_refused(cramplog: Program) -> None:
    assert_refused(cramplog("log", "calf", CRAMPLOG_NOW="yesterday"), 2, "CRAMPLOG_NOW")
