"""The clock, the zone and the environment that sets them."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog import clock
from cramplog.errors import BadTime


@pytest.fixture(autouse=True)
def _own_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CRAMPLOG_NOW", raising=False)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-23T03:29:00+00:00", 1795404540),
        ("2026-11-23T03:29:00Z", 1795404540),
        (" 2026-11-23T04:29:00+01:00 ", 1795404540),
        ("2026-11-23 03:29", 1795404540),
        ("2026-07-01T12:00", 1782903600),
    ],
)
def test_the_present_can_be_set_and_without_an_offset_it_is_local(
    text: str, instant: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", text)
    assert clock.now().instant == instant
    assert clock.now().zone == "Europe/London"


@pytest.mark.parametrize("text", ["now", "2026-13-45T00:00", "03:29", "1795404540"])
def test_a_present_that_is_no_instant_is_refused(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", text)
    with pytest.raises(BadTime, match="CRAMPLOG_NOW"):
        clock.now()


def test_otherwise_it_is_the_real_present() -> None:
    assert abs(clock.now().instant - time.time()) < 5


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("Mars/Olympus", None),
        ("../../etc/passwd", None),
        ("/etc/localtime", None),
        ("CET-1CEST", None),
    ],
)
def test_the_zone_is_named_where_it_is_one(
    variable: str, name: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", variable)
    assert clock.zone_name() == name


@given(
    st.integers(0, 4_000_000_000),
    st.sampled_from(["Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"]),
)
def test_an_offset_is_that_of_the_instant(instant: int, zone: str) -> None:
    expected = datetime.fromtimestamp(instant, ZoneInfo(zone)).utcoffset()
    assert expected is not None
    assert clock.offset_at(instant, zone) == expected.total_seconds()
