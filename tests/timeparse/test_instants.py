"""The table of contract section 3, at 03:29:40 on Monday 23 November 2026 in London."""

from __future__ import annotations

import pytest
from moments import NOW, iso, moment

from cramplog.errors import BadTime
from cramplog.timeparse import parse

READ = {
    "now": "2026-11-23T03:29:40",
    "just now": "2026-11-23T03:29:40",
    "02:30": "2026-11-23T02:30:00",
    "2:30": "2026-11-23T02:30:00",
    "02:30:15": "2026-11-23T02:30:15",
    "2.30am": "2026-11-23T02:30:00",
    "2:30am": "2026-11-23T02:30:00",
    "2:30 a.m.": "2026-11-23T02:30:00",
    "3am": "2026-11-23T03:00:00",
    "3 AM": "2026-11-23T03:00:00",
    "11pm": "2026-11-22T23:00:00",
    "12am": "2026-11-23T00:00:00",
    "12pm": "2026-11-22T12:00:00",
    "noon": "2026-11-22T12:00:00",
    "midnight": "2026-11-23T00:00:00",
    "23:50": "2026-11-22T23:50:00",
    "03:29": "2026-11-23T03:29:00",
    "03:59:40": "2026-11-22T03:59:40",
    "04:30": "2026-11-22T04:30:00",
    "10m ago": "2026-11-23T03:19:40",
    "10 min ago": "2026-11-23T03:19:40",
    "4:30m ago": "2026-11-23T03:25:10",
    "1h ago": "2026-11-23T02:29:40",
    "1h30m ago": "2026-11-23T01:59:40",
    "1h 30 min ago": "2026-11-23T01:59:40",
    "an hour ago": "2026-11-23T02:29:40",
    "half an hour ago": "2026-11-23T02:59:40",
    "0m ago": "2026-11-23T03:29:40",
    "yesterday 3am": "2026-11-22T03:00:00",
    "3am yesterday": "2026-11-22T03:00:00",
    "today 02:30": "2026-11-23T02:30:00",
    "sun 3am": "2026-11-22T03:00:00",
    "on sunday at 3 am": "2026-11-22T03:00:00",
    "tues 3am": "2026-11-17T03:00:00",
    "last sunday 3am": "2026-11-22T03:00:00",
    "last monday 3am": "2026-11-16T03:00:00",
    "mon 02:00": "2026-11-23T02:00:00",
    "mon 05:00": "2026-11-16T05:00:00",
    "last night 2am": "2026-11-23T02:00:00",
    "last night 23:00": "2026-11-22T23:00:00",
    "last night noon": "2026-11-22T12:00:00",
    "last night midnight": "2026-11-23T00:00:00",
    "sunday night 2am": "2026-11-23T02:00:00",
    "this morning 3am": "2026-11-23T03:00:00",
    "tonight 1am": "2026-11-23T01:00:00",
    "tonight 23:00": "2026-11-22T23:00:00",
    "3 days ago 02:00": "2026-11-20T02:00:00",
    "a week ago 02:00": "2026-11-16T02:00:00",
    "2026-11-20 02:10": "2026-11-20T02:10:00",
    "2026-11-20T02:10": "2026-11-20T02:10:00",
    "2026-11-20T02:10:33": "2026-11-20T02:10:33",
    "20 nov 02:10": "2026-11-20T02:10:00",
    "nov 20 02:10": "2026-11-20T02:10:00",
    "20nov 02:10": "2026-11-20T02:10:00",
    "20th november, 02:10": "2026-11-20T02:10:00",
    "02:10 20 nov": "2026-11-20T02:10:00",
    "20 november 2025 02:10": "2025-11-20T02:10:00",
    "24 nov 02:00": "2025-11-24T02:00:00",
    "23/11 03:00": "2026-11-23T03:00:00",
    "11/23 03:00": "2026-11-23T03:00:00",
    "23/11/2025 03:00": "2025-11-23T03:00:00",
    "23.11. 03:00": "2026-11-23T03:00:00",
    "23.11 03:00": "2026-11-23T03:00:00",
    "23.11.2026 03:00": "2026-11-23T03:00:00",
    "2024-02-29 03:00": "2024-02-29T03:00:00",
}

APPROXIMATE = [
    *("~02:30", "02:30~", "~ 02:30", "about 02:30", "around 2:30am", "approx 02:30"),
    *("~10m ago", "10m~ ago", "about 10 min ago", "yesterday 03:00~", "~yesterday 3am"),
    *("yesterday about 3am", "3 am~ yesterday"),
]

REFUSED = {
    "99:99": ("99:99 is not a clock time. Nothing was stored.", "02:30", "yesterday 3am"),
    "25:10": ("25:10 is not a clock time",),
    "2:7": ("minutes take two digits", "Try 02:07."),
    "2.30": ("2.30 is unclear", "Try 02:30."),
    "0230": ("0230 is unclear", "Try 02:30."),
    "24:00": ("the next day begins at 00:00", "Try 00:00"),
    "24:30": ("24:30 is not a clock time. Nothing was stored.",),
    "13am": ("am goes with 1 to 12", "Try 13:00."),
    "1:30h": ("may be a clock time or a length", "01:30", "1h30m"),
    "7": ("7 is not a clock time", "07:00", "7am", "7pm"),
    "5 min": ("is a length of time", '"5 min ago"'),
    "": ("The time is empty",),
    "-5m ago": ("still to come",),
    "fish": ("fish is not a time I understand",),
    "02:30 03:30": ("is not a time I understand",),
    "3:45": ("today at 03:45", "yesterday at 03:45", '"yesterday 03:45"'),
    "03:29:41": ("today at 03:29:41", "yesterday at 03:29:41"),
    "03:59:39": ("yesterday at 03:59:39",),
    "mon 03:45": ("today at 03:45", "Mon 16 Nov 2026 03:45", '"2026-11-16 03:45"'),
    "23 nov 05:00": ("today at 05:00", "Sun 23 Nov 2025 05:00", '"2025-11-23 05:00"'),
    "today 05:00": ("still to come (Mon 23 Nov 2026 05:00)", '"2026-11-22 05:00"'),
    "tomorrow 3am": ("still to come (Tue 24 Nov 2026 03:00)", '"2026-11-23 03:00"'),
    "2026-11-24 02:00": ("still to come", '"2026-11-23 02:00"'),
    "2027-01-01 03:00": ("still to come (Fri 1 Jan 2027 03:00)", '"2026-01-01 03:00"'),
    "2028-02-29 03:00": ("still to come", '"2026-02-28 03:00"'),
    "9999-12-31 03:00": ("still to come", '"2025-12-31 03:00"'),
    "01/02 03:00": ("1 February 2026 and 2 January 2026", '"1 feb 03:00" or "2 jan 03:00"'),
    "11/12 03:00": ("11 December 2025 and 12 November 2026",),
    "01/02/2025 03:00": ("1 February 2025 and 2 January 2025", '"1 feb 2025 03:00"'),
    "7/10 03:00": ("7 October 2026 and 10 July 2026",),
    "23/11/26 03:00": ("a year takes four digits",),
    "2026-13-45 03:00": ("2026-13-45 is not a date",),
    "2026-13-45": ("2026-13-45 is not a date",),
    "29 feb 03:00": ("February 2026 has 28 days", '"28 feb 03:00"', '"2024-02-29 03:00"'),
    "2026-02-29 03:00": ("February 2026 has 28 days", '"2026-02-28 03:00"'),
    "31 nov 03:00": ("November 2026 has 30 days", '"2026-11-30 03:00"'),
    "1969-12-31 23:00": ("is before 1970",),
    "900000h ago": ("is before 1970",),
    "99999 days ago 3am": ("is before 1970",),
    "yesterday": ("yesterday is a day without a clock time", '"yesterday 03:00~"'),
    "sun": ("is a day without a clock time", '"sun 03:00~"'),
    "last night": ("is a day without a clock time", '"last night 03:00~"'),
    "tomorrow": ("is a day without a clock time", '"yesterday 03:00~"'),
    "10m ago 3am": ("is not a time I understand",),
    "this morning 3pm": ("is not in the morning",),
    "yesterday midnight": ("Sun 22 Nov 2026 00:00 and Mon 23 Nov 2026 00:00",),
    "2026-11-20T02:10+15:00": ("no offset that any clock keeps",),
    "2026-11-20T02:10+1x": ("02:10+1x has no offset",),
    "2026-11-20T": ("is not a time I understand",),
    "٠٢:٣٠": ("is not a clock time",),
    "²:30": ("is not a clock time",),
    "9" * 5000 + ":10": ("is not a clock time",),
    "9" * 5000 + "m ago": ("is before 1970",),
    "02:30\0": ("02:30? is not a time I understand",),
}


@pytest.mark.parametrize(("phrase", "wall"), READ.items(), ids=READ.keys())
def test_a_phrase_means_its_latest_past_instant(phrase: str, wall: str) -> None:
    read = parse(phrase, NOW)
    assert (iso(read), read.zone) == (wall + "+00:00", "Europe/London")
    assert not read.approximate


@pytest.mark.parametrize("phrase", APPROXIMATE)
def test_a_rough_time_is_kept_as_rough(phrase: str) -> None:
    plain = " ".join(phrase.replace("~", "").replace("approx", "").split())
    for word in ("about ", "around "):
        plain = plain.replace(word, "")
    assert parse(phrase, NOW) == parse(plain, NOW).replace(approximate=True)


@pytest.mark.parametrize(("phrase", "said"), REFUSED.items(), ids=lambda value: str(value)[:30])
def test_what_is_no_past_time_is_refused_with_what_to_type(
    phrase: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(BadTime) as caught:
        parse(phrase, NOW)
    assert [part for part in said if part not in str(caught.value)] == []
    assert caught.value.message.endswith("Nothing was stored.")
    assert caught.value.hint
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 320


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("now", "now"), ("10m ago", "ago"), ("02:30", "clock"), ("02:30 20 nov", "date")],
)
def test_the_kind_of_phrase_is_told_for_the_echo(phrase: str, kind: str) -> None:
    assert parse(phrase, NOW).said == kind


@pytest.mark.parametrize(
    ("phrase", "written", "zone"),
    [
        ("2026-11-20T02:10+01:00", "2026-11-20T02:10:00+01:00", None),
        ("2026-11-20 02:10 +01:00", "2026-11-20T02:10:00+01:00", None),
        ("2026-11-20 02:10-0500", "2026-11-20T02:10:00-05:00", None),
        ("2026-11-20T02:10Z", "2026-11-20T02:10:00+00:00", "Europe/London"),
        ("2026-07-20T02:10+01", "2026-07-20T02:10:00+01:00", "Europe/London"),
        ("2026-07-20T02:10Z", "2026-07-20T02:10:00+00:00", None),
        ("02:10+01:00", "2026-11-23T02:10:00+01:00", None),
    ],
)
def test_a_typed_offset_is_kept_and_names_no_other_zone(
    phrase: str, written: str, zone: str | None
) -> None:
    read = parse(phrase, NOW)
    assert (iso(read), read.zone) == (written, zone)


def test_a_moment_without_a_zone_keeps_its_offset() -> None:
    here = moment("2026-11-23T03:29:40+05:45", None)
    read = parse("23:50", here)
    assert (iso(read), read.zone) == ("2026-11-22T23:50:00+05:45", None)


def test_shortly_before_midnight_a_time_of_tomorrow_is_not_taken_for_this_mornings() -> None:
    late = moment("2026-11-22T23:50:00")
    with pytest.raises(BadTime, match=r"tomorrow at 00:10, or was today at 00:10.*today 00:10"):
        parse("00:10", late)
    with pytest.raises(BadTime, match=r"tomorrow at 00:10, or was Mon 16 Nov 2026 00:10"):
        parse("mon 00:10", late)
    assert iso(parse("00:20", late)) == "2026-11-22T00:20:00+00:00"


def test_in_the_evening_tonight_is_the_night_that_begins() -> None:
    evening = moment("2026-11-22T23:30:00")
    assert iso(parse("tonight 22:15", evening)) == "2026-11-22T22:15:00+00:00"
    with pytest.raises(BadTime, match="still to come"):
        parse("tonight 1am", evening)


def test_a_year_that_has_just_begun_reaches_back_into_the_last() -> None:
    new_year = moment("2027-01-01T00:20:00")
    assert iso(parse("23:50", new_year)) == "2026-12-31T23:50:00+00:00"
    assert iso(parse("31 dec 23:50", new_year)) == "2026-12-31T23:50:00+00:00"
    assert iso(parse("1 jan 00:10", new_year)) == "2027-01-01T00:10:00+00:00"
    assert iso(parse("2 jan 00:10", new_year)) == "2026-01-02T00:10:00+00:00"
    with pytest.raises(BadTime, match="today at 00:30, or was Thu 1 Jan 2026 00:30"):
        parse("1 jan 00:30", new_year)


@pytest.mark.parametrize(
    ("present", "answer"),
    [
        ("2028-03-01T04:00", "2028-02-29T03:00:00+00:00"),
        ("2028-02-29T04:00", "2028-02-29T03:00:00+00:00"),
        ("2028-02-28T04:00", None),
        ("2029-01-10T04:00", None),
    ],
)
def test_29_february_without_a_year_is_this_years_or_none(present: str, answer: str | None) -> None:
    now = moment(present)
    if answer:
        assert iso(parse("29 feb 03:00", now)) == answer
    else:
        with pytest.raises(BadTime, match=r"28 feb 03:00.*-02-29 03:00"):
            parse("29 feb 03:00", now)


def test_east_of_greenwich_the_first_hours_of_1970_are_before_the_diarys_time() -> None:
    with pytest.raises(BadTime, match="before 1970"):
        parse("1970-01-01 03:00", moment("2026-11-23T03:29:40", "Asia/Tokyo"))
