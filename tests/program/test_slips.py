"""Slips of a hand at night: nothing is stored that was not meant, and every hint works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import pytest
from inside import Inside
from running import Result, assert_refused


@pytest.fixture
def at(run: Inside, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The program at a clock time of the night."""

    def command(clock: str, line: str, *, short: bool = False) -> Result:
        monkeypatch.setenv("CRAMPLOG_NOW", f"2026-11-23T{clock}:00+00:00")
        return run(*shlex.split(line), short=short)

    return command


@pytest.mark.parametrize(
    ("end", "seconds", "estimate"),
    [("03:25", 300, False), ("4m ago", 300, False), ("~03:22", 120, True), ("now", 540, False)],
)
def test_a_timer_may_be_stopped_at_an_earlier_time(
    at: Callable[..., Result], end: str, seconds: int, *, estimate: bool
) -> None:
    at("03:20", "start left calf")
    told = at("03:29", f'stop 7 --at "{end}" --json').data["episode"]
    assert (told["duration_seconds"], told["duration_is_estimate"]) == (seconds, estimate)
    assert told["started_at"] == "2026-11-23T03:20:00+00:00"
    assert told["pain"] == 7


def test_a_forgotten_timer_may_be_stopped_at_an_earlier_time(at: Callable[..., Result]) -> None:
    at("00:20", "start left calf")
    assert at("08:00", "stop --at 00:25 --json").data["episode"]["duration_seconds"] == 300


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("stop --at 03:20", "the timer began at 03:20"),
        ("stop --at 03:19", "the timer began at 03:20"),
        ("stop --at 03:61", "not a clock time"),
        ("stop 5m --at 03:25", "an end and a duration"),
        ("stop 03:25", 'stop --at "03:25"'),
    ],
)
def test_an_end_that_cannot_be_leaves_the_timer_on(
    at: Callable[..., Result], line: str, said: str
) -> None:
    at("03:20", "start left calf")
    assert_refused(at("03:29", line), 2, said)
    assert "Timer on for 9 min" in at("03:29", "status").stdout


def test_words_soon_after_a_bare_cramp_are_warned_of_and_the_way_to_join_them_works(
    at: Callable[..., Result],
) -> None:
    at("03:20", "", short=True)
    told = at("03:29", "left calf 7 2m +stretch:1m --note 'a b'", short=True)
    assert told.code == 0
    assert "warning: Episode 1, of just before, has no place yet" in told.stderr
    for command in re.findall("`cramplog ([^`]*)`", told.stderr):
        assert at("03:29", command).code == 0, command
    (one,) = at("03:29", "list --json").data["episodes"]
    assert one["started_at"] == "2026-11-23T03:20:00+00:00"
    assert (one["muscles"], one["pain"], one["note"]) == (["calf"], 7, "a b")
    assert one["duration_seconds"] == 120


@pytest.mark.parametrize(
    ("first", "clock", "second"),
    [
        ("", "03:31", "left calf"),  # eleven minutes later
        ("02:00", "03:21", "left calf"),  # another cramp, over an hour before
        ("right foot", "03:21", "left calf"),
        ("", "03:21", "7"),
    ],
)
def test_what_is_hardly_one_cramp_is_not_warned_of(
    at: Callable[..., Result], first: str, clock: str, second: str
) -> None:
    at("03:20", first, short=True)
    assert "no place yet" not in at(clock, second, short=True).stderr


@pytest.mark.parametrize("line", ["2", "41", "7 --json", "--plain 3", "--person me 7"])
def test_a_bare_number_after_cramplog_stores_nothing(at: Callable[..., Result], line: str) -> None:
    told = at("03:29", line)
    number = re.findall("[0-9]+", line)[0]
    assert told.code == 2
    assert f"{number} alone could be a pain or an episode" in told.stdout + told.stderr
    assert f"cramplog show {number}" in told.stdout + told.stderr
    assert at("03:29", "list --json").data["episodes"] == []


@pytest.mark.parametrize("line", ["2 left calf", "left calf 2", "2 --muscle calf", "log 2"])
def test_a_number_among_words_is_the_pain(at: Callable[..., Result], line: str) -> None:
    assert "pain 2/10" in at("03:29", line).stdout


def test_a_bare_number_after_cramp_is_the_pain(at: Callable[..., Result]) -> None:
    assert "pain 2/10" in at("03:29", "2", short=True).stdout


@pytest.mark.parametrize("clock", ["03:29", "08:00", "11:59"])
@pytest.mark.parametrize("words", ["tonight quiet", "tonight water=1l", "quiet Tonight"])
def test_tonight_in_the_morning_is_refused_with_its_readings(
    at: Callable[..., Result], clock: str, words: str
) -> None:
    assert_refused(at(clock, f"night {words}"), 2, "2026-11-22", "2026-11-23", '"last night"')
    assert at(clock, "undo").code == 3


def test_tonight_is_the_coming_night_from_noon_on(at: Callable[..., Result]) -> None:
    assert at("13:00", "night tonight water=1l").stdout.startswith("Night of Mon 23 Nov 2026")


def test_an_unsaid_number_is_the_last_episode(at: Callable[..., Result]) -> None:
    at("03:00", "log left calf")
    at("03:29", "log right foot")
    assert at("03:29", "show --json").data["episode"]["number"] == 2
    assert at("03:29", "show last --json").data["episode"]["number"] == 2
    assert "episode 2." in at("03:29", "edit 7/10 woke").stdout.replace("\n  ", " ")
    assert "episode 1." in at("03:29", "edit 1 7").stdout.replace("\n  ", " ")
    assert "Deleted episode 2," in at("03:29", "delete").stdout
    assert "Deleted episode 1," in at("03:29", "delete last").stdout
    for line in ("show", "delete", "edit 7/10"):
        assert_refused(at("03:29", line), 4, "no episode yet")


LIBRARY = ("Missing", "No such", "Invalid", "valid integer", "in the range", "Got unexpected")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("medicine start", "NAME is missing"),
        ("visit set", "DATE is missing"),
        ("list --serach x", 'Did you mean "--search"?'),
        ("list --since", "--since needs a value."),
        ("flags --snooze X", "--snooze needs 2 values."),
        ("list --json=1", "--json takes no value."),
        ("list --nights 0", "--nights is a whole number from 1 to 100000"),
        ("list --nights x", 'you typed "x"'),
        ("list --nights 1.500", "could be 1.5 or 1500"),
        ("list extra", '"extra" is an unexpected extra argument'),
        ("export", "needs one word more: csv, json, fhir"),
        ("export cvs", 'Did you mean "csv"?'),
    ],
)
def test_no_words_of_a_library_reach_a_user(
    at: Callable[..., Result], line: str, said: str
) -> None:
    told = at("03:29", line)
    assert_refused(told, 2, said)
    assert not [words for words in LIBRARY if words in told.stderr]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", 'started_at,muscles\n1,"b\n', "a quotation mark is never closed"),
        ("a.csv", 'number,"i"d\n', "a quotation mark stands inside a cell"),
        ("a.json", '{"schema" 1}', "is missing"),
        ("a.json", '{"schema": tru}', "a value breaks off, or is none"),
    ],
)
def test_a_broken_file_is_told_in_plain_words(
    at: Callable[..., Result],
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    content: str,
    said: str,
) -> None:
    file = tmp_path_factory.mktemp("files") / name
    file.write_text(content)
    told = at("03:29", f"import {file}")
    assert_refused(told, 2, said)
    assert not [
        words for words in ("Expecting", "expected after", "end of data") if words in told.stderr
    ]
