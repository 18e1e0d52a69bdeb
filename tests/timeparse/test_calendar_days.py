"""Days as arguments: `--since`, `--until`, `--on`, and the name of a night."""

from __future__ import annotations

from datetime import date

import pytest
from moments import NOW, moment

from cramplog.errors import BadTime
from cramplog.timeparse import parse_day

READ = {
    "today": "2026-11-23",
    "yesterday": "2026-11-22",
    "Last Night": "2026-11-22",
    "tonight": "2026-11-22",
    "this morning": "2026-11-23",
    "monday": "2026-11-23",
    "last monday": "2026-11-16",
    "sun": "2026-11-22",
    "sunday night": "2026-11-22",
    "tue": "2026-11-17",
    "20 nov": "2026-11-20",
    "nov 20": "2026-11-20",
    "24 nov": "2025-11-24",
    "20 nov 2025": "2025-11-20",
    "2026-11-20": "2026-11-20",
    "2026/11/20": "2026-11-20",
    "23/11": "2026-11-23",
    "23.11.": "2026-11-23",
    "5/5": "2026-05-05",
    "23/10": "2026-10-23",
    "3 days ago": "2026-11-20",
    "3d ago": "2026-11-20",
    "2 weeks ago": "2026-11-09",
}
REFUSED = {
    "": "not a day I understand",
    "fish": "fish is not a day I understand",
    "3 days": "not a day I understand",
    "10m ago": "not a day I understand",
    "02:30": "02:30 is a time; a day is asked for",
    "now": "a day is asked for",
    "yesterday 3am": "a day is asked for",
    "tomorrow": "still to come (Tue 24 Nov 2026)",
    "2026-11-24": "still to come",
    "9999-12-31": "still to come",
    "01/02": "1 February 2026 and 2 January 2026",
    "2026-13-45": "2026-13-45 is not a date",
    "29 feb": "February 2026 has 28 days",
    "2026-02-29": "February 2026 has 28 days",
    "1969-12-31": "before 1970",
    "0000-01-01": "before 1970",
    "99999999 days ago": "before 1970",
}


@pytest.mark.parametrize(("text", "day"), READ.items(), ids=READ.keys())
def test_a_day_is_the_latest_of_its_name(text: str, day: str) -> None:
    assert date.fromordinal(parse_day(text, NOW)).isoformat() == day


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=REFUSED.keys())
def test_what_is_no_past_day_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadTime) as caught:
        parse_day(text, NOW)
    assert said in caught.value.message
    assert "stored" not in caught.value.message  # a question stores nothing anyway
    assert caught.value.hint


def test_two_readings_of_a_day_name_what_to_type() -> None:
    with pytest.raises(BadTime) as caught:
        parse_day("01/02", NOW)
    assert caught.value.hint == 'Try "1 feb" or "2 jan".'


def test_today_is_the_day_of_the_local_clock() -> None:
    instant = "2026-11-22T13:30:00+00:00"
    assert parse_day("today", moment(instant, "Asia/Tokyo")) == date(2026, 11, 22).toordinal()
    assert parse_day("today", moment(instant, "Pacific/Auckland")) == date(2026, 11, 23).toordinal()


def test_from_noon_on_tonight_is_the_coming_night() -> None:
    assert parse_day("tonight", moment("2026-11-22T12:00")) == date(2026, 11, 22).toordinal()
    assert parse_day("tonight", moment("2026-11-22T11:59")) == date(2026, 11, 21).toordinal()
