"""Nights on which the clocks are put forward or back, in several zones."""

from __future__ import annotations

import pytest
from moments import iso, moment

from cramplog.errors import BadTime
from cramplog.timeparse import parse

TWICE = [
    ("Europe/London", "2026-10-25", "01:30", "+01:00", "+00:00"),
    ("America/New_York", "2026-11-01", "01:15", "-04:00", "-05:00"),
    ("Australia/Lord_Howe", "2026-04-05", "01:45", "+11:00", "+10:30"),
    ("America/Sao_Paulo", "2018-02-17", "23:30", "-02:00", "-03:00"),
]
NEVER = [
    ("Europe/London", "2026-03-29 01:30", "2026-03-29 00:59", "2026-03-29 02:00"),
    ("America/New_York", "2026-03-08 02:00", "2026-03-08 01:59", "2026-03-08 03:00"),
    ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 01:59", "2026-10-04 02:30"),
    ("America/Sao_Paulo", "2018-11-04 00:30", "2018-11-03 23:59", "2018-11-04 01:00"),
    ("Asia/Beirut", "2022-03-27 00:00", "2022-03-26 23:59", "2022-03-27 01:00"),
    ("Pacific/Apia", "2011-12-30 03:00", "2011-12-29 23:59", "2011-12-31 00:00"),
]


@pytest.mark.parametrize(("zone", "day", "clock", "first", "second"), TWICE)
def test_a_time_that_came_twice_is_refused_until_it_is_told_apart(
    zone: str, day: str, clock: str, first: str, second: str
) -> None:
    now, phrase = moment("2026-11-23T03:29:40", zone), f"{day} {clock}"
    with pytest.raises(BadTime) as caught:
        parse(phrase, now)
    for part in (f"at {first} (first)", f"at {second} (second)", "--fold first", "--fold second"):
        assert part in str(caught.value)
    assert iso(parse(phrase, now, fold="first")) == f"{day}T{clock}:00{first}"
    assert iso(parse(phrase, now, fold="second")) == f"{day}T{clock}:00{second}"
    assert iso(parse(f"{phrase}{second}", now)) == f"{day}T{clock}:00{second}"


@pytest.mark.parametrize("answer", [0, 1])
def test_at_a_terminal_the_two_readings_are_asked_for(answer: int) -> None:
    asked: list[list[str]] = []

    def ask(labels: list[str]) -> int:
        asked.append(labels)
        return answer

    read = parse("25 oct 01:30", moment("2026-11-23T03:29:40"), ask=ask)
    assert iso(read) == f"2026-10-25T01:30:00{('+01:00', '+00:00')[answer]}"
    assert asked == [
        ["Sun 25 Oct 2026 01:30 +01:00 (first)", "Sun 25 Oct 2026 01:30 +00:00 (second)"]
    ]


def test_of_two_readings_the_only_past_one_needs_no_question() -> None:
    before_the_second = moment("2026-10-25T01:20", fold=1)
    assert iso(parse("01:40", before_the_second)) == "2026-10-25T01:40:00+01:00"
    with pytest.raises(BadTime, match="came twice"):
        parse("01:10", before_the_second)


def test_in_the_first_of_the_doubled_hours_a_coming_time_is_refused() -> None:
    with pytest.raises(BadTime, match="today at 01:40, or was yesterday at 01:40"):
        parse("01:40", moment("2026-10-25T01:20", fold=0))


def test_a_fold_of_another_name_is_refused() -> None:
    with pytest.raises(BadTime, match="first or second"):
        parse("25 oct 01:30", moment("2026-11-23T03:29:40"), fold="third")


@pytest.mark.parametrize(("zone", "phrase", "before", "after"), NEVER)
def test_a_time_that_never_was_is_refused_with_its_neighbours(
    zone: str, phrase: str, before: str, after: str
) -> None:
    now = moment("2026-11-23T03:29:40", zone)
    with pytest.raises(BadTime, match="never was") as caught:
        parse(phrase, now)
    assert f'Try "{before}" or "{after}".' in caught.value.hint
    assert iso(parse(before, now))[:16] == before.replace(" ", "T")
    assert iso(parse(after, now))[:16] == after.replace(" ", "T")


def test_a_bare_time_that_tonight_jumped_over_is_not_last_nights() -> None:
    with pytest.raises(BadTime, match="01:30 never was on Sun 29 Mar 2026"):
        parse("01:30", moment("2026-03-29T03:29"))
    assert iso(parse("01:30", moment("2026-03-29T00:10"))) == "2026-03-28T01:30:00+00:00"


def test_no_time_still_to_come_is_offered_in_place_of_one_that_will_not_be() -> None:
    with pytest.raises(BadTime, match="01:30 never was") as caught:
        parse("today 01:30", moment("2026-03-29T00:50"))
    assert "02:00" not in caught.value.hint


def test_yesterday_may_be_a_day_that_never_was() -> None:
    with pytest.raises(BadTime, match="never was on Fri 30 Dec 2011"):
        parse("yesterday 3am", moment("2011-12-31T03:29", "Pacific/Apia"))


def test_ago_counts_elapsed_time_across_the_change() -> None:
    after_back = moment("2026-10-25T01:10", fold=1)
    assert iso(parse("30m ago", after_back)) == "2026-10-25T01:40:00+01:00"
    after_forward = moment("2026-03-29T02:10")
    assert iso(parse("30m ago", after_forward)) == "2026-03-29T00:40:00+00:00"


def test_yesterday_keeps_its_clock_time_across_the_change() -> None:
    assert iso(parse("yesterday 23:50", moment("2026-03-29T03:29"))) == "2026-03-28T23:50:00+00:00"
    assert iso(parse("12:00", moment("2026-10-25T11:00"))) == "2026-10-24T12:00:00+01:00"
