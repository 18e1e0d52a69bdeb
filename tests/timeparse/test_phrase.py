"""Which words of a line are its time, and which are pain, duration or muscle."""

from __future__ import annotations

import pytest
from moments import NOW, iso

from cramplog.timeparse import parse, take, take_duration

TAKEN = {
    "now": 1,
    "just now left": 2,
    "02:30 left": 1,
    "02:30 7": 1,
    "02:30 7/10": 1,
    "02:30 5m": 1,
    "3 am calf": 2,
    "3 a.m. calf": 2,
    "noon": 1,
    "10m ago left": 2,
    "10 min ago": 3,
    "about 10 min ago": 4,
    "~10m ago": 2,
    "~ 02:30 calf": 2,
    "02:30 ~ 5m": 1,
    "02:30 about 5 min": 1,
    "4:30m ago": 2,
    "4:30 min ago": 3,
    "1h30m ago": 2,
    "1h 30m ago": 3,
    "5m 30s ago": 3,
    "half an hour ago": 4,
    "yesterday left": 1,
    "yesterday 3am left": 2,
    "3am yesterday left": 2,
    "last night left": 2,
    "last night at 2 am left": 5,
    "this morning 3am": 3,
    "tonight": 1,
    "sun 7": 1,
    "monday": 1,
    "mon 03:45": 2,
    "sunday night 2am": 3,
    "on sunday at 3am": 4,
    "3 days ago 02:00": 4,
    "2d ago 02:00 left": 3,
    "20 nov": 2,
    "7 nov 02:30 calf": 3,
    "7 may left": 2,
    "nov 7 left": 2,
    "20 nov 2026 02:10": 4,
    "20 nov 0230": 3,
    "02:10 20 nov calf": 3,
    "about 20 november 2025 at about 3 am calf": 8,
    "2026-11-20": 1,
    "2026-11-20 02:10 left": 2,
    "2026-11-20t02:10+01:00 left": 1,
    "2026-11-20 02:10 +01:00": 3,
    "2026-11-20 02:10 +stretch": 2,
    "01/02 03:00 left": 2,
    "23.11. 03:00": 2,
    "23.11.": 1,
    "23/11/2026": 1,
    "99:99": 1,
    "25:10": 1,
    "2:7": 1,
    ":30": 1,
    "2.30": 1,
    "0230": 1,
    "13am": 1,
    "1:30h": 1,
    "2026-13-45": 1,
    "-5m ago": 2,
    "٠٢:٣٠": 1,
}

LEFT_ALONE = [
    *("left", "calf", "woke", "right", "last", "this", "may", "mar", "second", "min", "am", "ago"),
    *("about", "at", "~", "a", "an", "half", "on left", "at left", "about left", "a calf"),
    *("7", "10", "7/10", "7/10 02:30", "5/10 yesterday", "1/2", "23/11", "7.5", "7 left", "7 30m"),
    *(
        "5m",
        "5 min",
        "4:30m",
        "4:30 min",
        "4m30s",
        "~5m",
        "about 5 min",
        "90s left",
        "half an hour",
    ),
    *("7 10m ago", "5m 10m ago", "2h 30m 1h ago", "7 20 nov", "7 sun 3am", "3 days", "@cold"),
    *("+stretch", "right now", "last calf", "this calf", "5m in", "²", "11-20"),
]


@pytest.mark.parametrize(("line", "count"), TAKEN.items(), ids=TAKEN.keys())
def test_a_time_phrase_is_taken_whole_and_alone(line: str, count: int) -> None:
    assert take(line.split(), 0) == count
    assert take(["left", "7", *line.split()], 2) == count


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_words_that_are_no_time_are_left_alone(line: str) -> None:
    assert take(line.split(), 0) == 0


def test_behind_the_last_word_nothing_is_taken() -> None:
    assert take([], 0) == take(["02:30"], 1) == 0


def test_a_duration_and_an_ago_stand_side_by_side() -> None:
    words = ["5m", "1h", "ago", "7/10"]
    assert (take(words, 0), take_duration(words, 0)) == (0, 1)
    assert take(words, 1) == 2


def test_ten_as_a_denominator_is_a_date_only_where_nothing_else_stands() -> None:
    assert take(["23/10", "03:00"], 0) == 0
    assert iso(parse("23/10 03:00", NOW)) == "2026-10-23T03:00:00+01:00"
