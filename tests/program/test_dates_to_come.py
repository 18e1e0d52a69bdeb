"""One grammar of dates: turned to the future for appointments, to the past for facts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside
from moments import NOW, moment
from running import assert_refused

from cramplog.errors import BadTime
from cramplog.timeparse import parse_coming_day, parse_day
from cramplog.timeparse.lexicon import full_day

COMING = {
    "today": "2026-11-23",
    "Tomorrow": "2026-11-24",
    "day after tomorrow": "2026-11-25",
    "the day after tomorrow": "2026-11-25",
    "monday": "2026-11-23",
    "friday": "2026-11-27",
    "this friday": "2026-11-27",
    "on Fri": "2026-11-27",
    "4 dec": "2026-12-04",
    "dec 4": "2026-12-04",
    "4th December 2026": "2026-12-04",
    "December 4, 2026": "2026-12-04",
    "fri 4 dec": "2026-12-04",
    "04.12.2026": "2026-12-04",
    "4. Dec": "2026-12-04",
    "4.12.": "2026-12-04",
    "2026-12-04": "2026-12-04",
    "24/12": "2026-12-24",
    "1 jan": "2027-01-01",
    "22 nov": "2027-11-22",
    "in 9 days": "2026-12-02",
    "in 2 weeks": "2026-12-07",
    "in a week": "2026-11-30",
    "in 2w": "2026-12-07",
    "in 3 months": "2027-02-23",
}
REFUSED = {
    "": "not a date",
    "soon": "not a date",
    "4": "not a date",
    "next week": "not a date",
    "friday 3pm": "a day is asked for",
    "15:00": "a day is asked for",
    "next friday": "Fri 27 Nov 2026 and Fri 4 Dec 2026",
    "thu 4 dec": "it is Fri 4 Dec 2026",
    "01/02": "1 February 2027 and 2 January 2027",
    "29 feb": "February 2027 has 28 days",
    "2026-02-30": "not a date",
    "2026-11-22": "is over (Sun 22 Nov 2026)",
    "yesterday": "is over",
    "last friday": "is over",
    "3 days ago": "is over",
}


@pytest.mark.parametrize(("text", "day"), COMING.items(), ids=COMING.keys())
def test_a_day_to_come_is_the_next_of_its_name(text: str, day: str) -> None:
    assert date.fromordinal(parse_coming_day(text, NOW)).isoformat() == day


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=REFUSED.keys())
def test_what_is_no_day_to_come_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadTime) as caught:
        parse_coming_day(text, NOW)
    assert said in caught.value.message
    assert caught.value.hint


@given(st.dates(date(1999, 1, 1), date(2099, 1, 1)), st.integers(0, 364))
def test_a_date_without_its_year_is_the_nearest_on_either_side(today: date, days: int) -> None:
    now = moment(f"{today}T12:00", "Etc/UTC")
    for day, read in (
        (today.toordinal() + days, parse_coming_day),
        (today.toordinal() - days, parse_day),
    ):
        typed = full_day(day).split(" ", 1)[1].rsplit(" ", 1)[0].lower()
        if typed != "29 feb":
            assert read(typed, now) == day


@pytest.mark.parametrize(
    ("typed", "day", "who"),
    [
        (["4", "dec", "Dr", "Weber"], "2026-12-04", "Dr Weber"),
        (["4 dec", "GP"], "2026-12-04", "GP"),
        (["in", "2", "weeks", "GP"], "2026-12-07", "GP"),
        (["friday"], "2026-11-27", None),
        (["04.12.2026", "GP", "May"], "2026-12-04", "GP May"),
    ],
)
def test_a_visit_takes_a_day_in_words_quoted_or_not(
    run: Inside, typed: list[str], day: str, who: str | None
) -> None:
    assert run("visit", "set", *typed).code == 0
    assert run("visit", "--json").data["visit"] == {"day": day, "who": who, "done": False}


@pytest.mark.parametrize(
    ("typed", "key", "stored"),
    [
        ("due=1 feb", "due", "2027-02-01"),
        ("due=in 20 weeks", "due", "2027-04-12"),
        ("due=01.02.2027", "due", "2027-02-01"),
        ("delivered=14 sep", "delivered", "2026-09-14"),
        ("cramps_since=yesterday", "cramps_since", "2026-11-22"),
        ("cramps_since=May 2019", "cramps_since", "2019-05"),
        ("tetanus=3 weeks ago", "tetanus", "2026-11-02"),
        ("tetanus=no", "tetanus", "no"),
    ],
)
def test_facts_take_dates_in_words(run: Inside, typed: str, key: str, stored: str) -> None:
    assert run("person", "set", typed).code == 0
    assert run("person", "show", "--json").data["person"][key] == stored


@pytest.mark.parametrize("typed", ["due=yesterday", "delivered=tomorrow", "cramps_since=tomorrow"])
def test_a_fact_on_the_wrong_side_of_today_is_refused(run: Inside, typed: str) -> None:
    assert_refused(run("person", "set", typed), 2, typed.partition("=")[2])
