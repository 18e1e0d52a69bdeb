"""How long a cramp lasted, as people type it."""

from __future__ import annotations

import pytest

from cramplog.errors import BadDuration
from cramplog.timeparse import duration_words, parse_duration, take_duration

READ = {
    "5m": 300,
    "5M": 300,
    "90s": 90,
    "4m30s": 270,
    "4:30m": 270,
    "4:30 min": 270,
    "1h": 3600,
    "5 min": 300,
    "5mins": 300,
    "1h30m": 5400,
    "1h30": 5400,
    "1h 30m": 5400,
    "4 min 30 s": 270,
    "2 hours": 7200,
    "1.5h": 5400,
    "2.5 min": 150,
    "an hour": 3600,
    "a minute": 60,
    "half an hour": 1800,
    "1s": 1,
    "24h": 86400,
    "1440m": 86400,
}

REFUSED = {
    "0m": ("at least one second; you typed 0m.", "Try 5m"),
    "0 min": ("at least one second",),
    "-5m": ("cannot be negative; you typed -5m.", "Try 5m"),
    "30h": ("at most 24 hours; you typed 30h.", "several"),
    "24h1s": ("at most 24 hours",),
    "9" * 5000 + "h": ("at most 24 hours",),
    "5": ("5 has no unit.", "5m or 5s"),
    "4:30": ("reads as a clock time", "4:30m"),
    "1:30h": ("reads as a clock time", "1h30m"),
    "4:75m": ("is not a duration",),
    "5m 7": ("is not a duration",),
    "30s 5m": ("is not a duration",),
    "5x": ("is not a duration",),
    "5m ago": ("is not a duration",),
    "1..5h": ("is not a duration",),
    "٥m": ("is not a duration",),
    "a second hour": ("is not a duration",),
    "5m\0": ("5m? is not a duration",),
    "": ("The duration is empty",),
    "~": ("The duration is empty",),
}


@pytest.mark.parametrize(("text", "seconds"), READ.items(), ids=READ.keys())
def test_a_duration_is_read_in_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == (seconds, False)
    words = text.lower().split()
    assert take_duration([*words, "left"], 0) == len(words)


@pytest.mark.parametrize("text", ["~5m", "5m~", "~ 5m", "about 5 min", "around 5m", "approx 5m"])
def test_a_rough_duration_is_an_estimate(text: str) -> None:
    assert parse_duration(text) == (300, True)
    assert take_duration(text.split(), 0) == len(text.split())


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=lambda value: str(value)[:30])
def test_an_impossible_duration_is_refused_in_one_line(text: str, said: tuple[str, ...]) -> None:
    with pytest.raises(BadDuration) as caught:
        parse_duration(text)
    assert [part for part in said if part not in str(caught.value)] == []
    assert caught.value.hint
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize("line", ["0m", "-5m", "30h", "30h left", "0 min"])
def test_an_impossible_duration_is_still_taken_for_one(line: str) -> None:
    assert take_duration(line.split(), 0) == len(line.removesuffix(" left").split())


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("5m 7", 1),
        ("5 min 7", 2),
        ("1h 10", 1),
        ("5m in", 1),
        ("7 30m", 0),
        ("7 left", 0),
        ("02:30 5m", 0),
        ("half left", 0),
        ("about left", 0),
        ("a calf", 0),
        ("5m 10m", 1),
        ("4", 0),
        ("s", 0),
    ],
)
def test_neighbours_of_a_duration_are_left_alone(line: str, count: int) -> None:
    assert take_duration(line.split(), 0) == count


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(270, "4m30s"), (120, "2m"), (3600, "1h"), (3605, "1h5s"), (86400, "24h"), (59, "59s")],
)
def test_a_duration_is_written_as_short_as_it_is_typed(seconds: int, words: str) -> None:
    assert duration_words(seconds) == words
