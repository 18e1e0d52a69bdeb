"""Instants as RFC 3339."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.moments import rfc3339


def test_an_instant_is_told_by_the_clock_and_offset_of_its_place() -> None:
    assert rfc3339(1795487400, 0) == "2026-11-24T02:30:00+00:00"
    assert rfc3339(1795487400, 19800) == "2026-11-24T08:00:00+05:30"
    assert rfc3339(1795487400, -34200) == "2026-11-23T17:00:00-09:30"


@given(st.integers(0, 4 * 10**9), st.integers(-86399, 86399))
def test_the_text_names_the_same_instant_even_where_the_offset_has_seconds(
    instant: int, utc_offset: int
) -> None:
    assert datetime.fromisoformat(rfc3339(instant, utc_offset)).timestamp() == instant
