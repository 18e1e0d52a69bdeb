"""A mark before exactly three digits is a decimal mark to some and a thousands mark to others."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside
from running import assert_refused

from cramplog.domain.factors import FACTORS, parse_stored, parse_value
from cramplog.errors import BadFactor
from cramplog.interchange import foreign_values

REFUSED = {
    "night yesterday water=1.500": ("1.5 ", "1500"),
    "night yesterday water=1,500l": ("1.5l", "1500l"),
    "night yesterday water=1.200l": ("1.2l", "1200l"),
    "night yesterday walked=8.000": ("8 ", "8000"),
    "night yesterday walked=12,000": ("12 ", "12000"),
    'night yesterday "walked=12\'000"': ("12 ", "12000"),
    "night yesterday walked=12’000": ("12 ", "12000"),
    "night yesterday 'walked=12 000'": ("12 ", "12000"),
    "night yesterday 'walked=12\u00a0000'": ("12 ", "12000"),
    "night yesterday 'walked=12\u202f000'": ("12 ", "12000"),
    "night yesterday temp=4.125..19": ("4.125", "4125"),
    "night yesterday temp=4..19,250": ("19.25", "19250"),
    "night yesterday temp=-1,500..2": ("-1.5", "-1500"),
    "night yesterday sitting=7.000": ("7 ", "7000"),
    "night yesterday sitting=1.250h": ("1.25h", "1250h"),
    "night yesterday alcohol=2,500": ("2.5", "2500"),
    "night yesterday caffeine=1.125": ("1.125", "1125"),
    "night yesterday stress=6.000": ("6 ", "6000"),
    "person set weight=70.500": ("70.5", "70500"),
    "person set 'weight=70,500 kg'": ("70.5 kg", "70500 kg"),
    'person set "weight=1\'500"': ("1.5", "1500"),
    "log calf 1.500m": ("1.5m", "1500m"),
    "log calf 1,500s": ("1.5s", "1500s"),
    "log calf ~2.000s": ("2s", "2000s"),
    "log calf --duration '1 500 s'": ("1.5 s", "1500 s"),
    "log calf +stretch:1.500s": ("1.5s", "1500s"),
    "log calf --at '1.500h ago'": ("1.5h", "1500h"),
    "log calf 7.000": ("7 ", "7000"),
    "log calf --pain 7,000": ("7 ", "7000"),
    "list --min-pain 7,000": ("7 ", "7000"),
    "flags --snooze ART-REGULAR 1.000 --because x": ("1 ", "1000"),
}


@pytest.mark.parametrize(("line", "readings"), REFUSED.items(), ids=REFUSED.keys())
def test_a_number_with_two_readings_is_refused_with_both(
    run: Inside, line: str, readings: tuple[str, str]
) -> None:
    told = run(*shlex.split(line))
    assert_refused(told, 2, "could be", *(reading.strip() for reading in readings))


TAKEN = {
    "night yesterday water=0.125": "0.125 l",
    "night yesterday water=0,125l": "0.125 l",
    "night yesterday water=1,25": "1.25 l",
    "night yesterday walked=7,0": "walked 7 steps",
    "night yesterday walked=9.5k": "walked 9500 steps",
    "night yesterday temp=4,5..19,5": "temp 4.5 to 19.5 °C",
    "night yesterday sitting=7,0": "sitting 7 h",
    "night yesterday stress=7,0": "stress 7 of 10",
    "night yesterday alcohol=4,5": "alcohol 4.5 drinks",
    "person set weight=70,5kg": "weight 70.5 kg",
    "log 01:00 calf 1,5m": "1 min 30 s",
    "log 01:00 calf 0,125h": "7 min 30 s",
    "log calf 7,0": "pain 7/10",
    "log calf --pain 7.0": "pain 7/10",
}


@pytest.mark.parametrize(("line", "told"), TAKEN.items(), ids=TAKEN.keys())
def test_a_number_with_one_reading_is_taken(run: Inside, line: str, told: str) -> None:
    answer = run(*shlex.split(line))
    assert answer.code == 0, answer
    assert told in " ".join(answer.stdout.split())


@pytest.mark.parametrize("value", ["8.5", "8,5", "0.1k5"])
def test_steps_are_whole_numbers(run: Inside, value: str) -> None:
    assert_refused(run("night", "yesterday", f"walked={value}"), 2, "whole number", value)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("4.125,7", "4.125 or 4125"),
        ('"1,500",7', "1.5 or 1500"),
        ("5,7.000", "7 or 7000"),
    ],
)
def test_an_imported_number_with_two_readings_is_refused_with_both(
    run: Inside, home: Path, row: str, told: str
) -> None:
    (home / "other.csv").write_text(f"start,minutes,pain\n2026-11-20 02:30,{row}\n")
    maps = ("start=started_at", "minutes=duration_minutes", "pain=pain")
    options = [word for each in maps for word in ("--map", each)]
    assert_refused(run("import", str(home / "other.csv"), *options), 2, told)


def test_imported_decimals_of_either_mark_are_read() -> None:
    assert foreign_values.length("duration_minutes", "4,5") == 270
    assert foreign_values.length("duration_minutes", "4.25") == 255
    assert foreign_values.pain("7,0") == 7


def test_what_is_stored_is_read_again_from_our_own_files(run: Inside, home: Path) -> None:
    assert run("night", "yesterday", "water=1125ml").code == 0
    for form in ("csv", "json"):
        file = str(home / f"nights.{form}")
        more = ["--night-log"] if form == "csv" else []
        assert run("export", form, *more, "-o", file).code == 0
        told = run("--db", str(home / f"{form}.db"), "import", file)
        assert told.code == 0, told
        assert "1.125 l" in run("--db", str(home / f"{form}.db"), "night", "yesterday").stdout


@given(st.integers(1, 19), st.integers(0, 999), st.sampled_from(".,"))
def test_any_litres_in_three_decimals_are_refused_typed_and_kept_stored(
    whole: int, part: int, mark: str
) -> None:
    with pytest.raises(BadFactor, match="could be"):
        parse_value("water", f"{whole}{mark}{part:03}")
    stored = parse_value("water", f"{whole * 1000 + part}ml")
    assert parse_stored("water", stored) == stored


def test_the_steps_of_a_diary_are_never_shown_as_a_fraction() -> None:
    assert FACTORS["walked"].kind == "whole"
