"""Identifiers for machines: UUID version 7 (RFC 9562)."""

from __future__ import annotations

import time
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from cramplog.diary.uid import new_uid


@given(st.integers(0, 1 << 34))
def test_an_identifier_is_a_version_7_uuid_of_its_second(at: int) -> None:
    text = new_uid(at)
    uid = UUID(text)
    assert str(uid) == text
    assert (uid.version, uid.variant) == (7, RFC_4122)
    assert uid.int >> 80 == at * 1000


def test_without_a_second_it_is_of_now() -> None:
    before = time.time_ns() // 1_000_000
    milliseconds = UUID(new_uid()).int >> 80
    assert before <= milliseconds <= time.time_ns() // 1_000_000


def test_no_two_of_one_second_are_the_same() -> None:
    assert len({new_uid(1_795_400_000) for _ in range(10_000)}) == 10_000


@given(st.integers(0, 1 << 34), st.integers(0, 1 << 34))
def test_identifiers_sort_by_their_seconds(one: int, other: int) -> None:
    if one != other:
        assert (new_uid(one) < new_uid(other)) is (one < other)


@given(st.integers(0, 0xFFF), st.integers(0, 0xFFF))
def test_those_of_one_second_sort_by_the_order_that_was_said(one: int, other: int) -> None:
    if one != other:
        assert (new_uid(5, one) < new_uid(5, other)) is (one < other)
    assert UUID(new_uid(5, one)).version == 7


def test_no_two_of_one_second_and_order_are_the_same() -> None:
    assert len({new_uid(1_795_400_000, 7) for _ in range(10_000)}) == 10_000
