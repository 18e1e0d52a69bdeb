"""`trends`: what a diary shows over time, what goes with cramps, and what it cannot tell."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from running import Program

LAST = date(2026, 11, 21)
COLUMNS = ("person", "night", "state", "cramps", "recorded_at", "factor_stress", "factor_cold")
CAUSE = ("cause", "because", "due to", "leads to", "monitor", "detect")


def fill(cramplog: Program, folder: Path, nights: int, *, share: float = 0.15) -> None:
    """A diary in which three times as many nights with stress have a cramp."""
    chance = random.Random(5)
    with (folder / "nights.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, COLUMNS)
        rows.writeheader()
        for back in range(nights, 0, -1):
            night = LAST - timedelta(days=back - 1)
            stress = chance.random() < 0.3
            cramp = chance.random() < share * (3 if stress else 1)
            evening = f"{night}T21:00:00+00:00"
            if cramp:
                start = f"{night + timedelta(days=1)} {chance.randrange(1, 5):02}:10"
                assert cramplog("log", start, "left", "calf", "2m").code == 0
            rows.writerow(
                {
                    "person": "me",
                    "night": night,
                    "state": "cramp" if cramp else "quiet",
                    "cramps": int(cramp),
                    "recorded_at": evening,
                    "factor_stress": 8 if stress else 2,
                    "factor_cold": chance.choice(["yes", "no", ""]),
                }
            )
    told = cramplog("import", "nights.csv")
    assert told.code == 0, told


@pytest.fixture
def filled(cramplog: Program, home: Path) -> Program:
    fill(cramplog, home, 120)
    return cramplog


def test_a_screen_shows_all_that_there_is(filled: Program) -> None:
    assert filled("trends", "--watch", "stress,cold").code == 0
    told = filled("trends")
    lines = told.stdout.splitlines()
    assert told.code == 0
    assert len(lines) <= 22
    assert max(map(len, lines)) <= 80
    for said in ("Cramp nights", "Weeks from", "Last 28 nights", "Hours", "Watched", "stress:"):
        assert said in told.stdout
    assert not [word for word in CAUSE if word in told.stdout.lower()]


def test_a_watched_factor_gets_a_verdict_and_another_does_not(filled: Program) -> None:
    before = filled("trends", "--json").data["trends"]["factors"]
    assert [factor["verdict"] for factor in before] == [None, None]
    filled("trends", "--watch", "stress")
    stress, cold = filled("trends", "--json").data["trends"]["factors"]
    assert (stress["factor"], stress["verdict"]) == ("stress", "more")
    assert stress["watched_since"] == "2026-11-23"
    assert (cold["factor"], cold["verdict"]) == ("cold", None)


def test_one_factor_is_shown_with_its_intervals_and_never_a_cause(filled: Program) -> None:
    told = filled("trends", "stress").stdout
    for said in ("Difference", "Ratio", "95% CI", "chance of", "does not show why"):
        assert said in told
    assert not [word for word in CAUSE if word in told.lower()]
    factor = filled("trends", "stress", "--json").data["factor"]
    all_entries = factor["all_entries"]
    counted = all_entries["with"]["nights"] + all_entries["without"]["nights"]
    assert counted == 120
    assert all_entries["difference"]["low"] < all_entries["difference"]["value"]
    assert factor["power"] > 0


def test_entries_made_after_the_cramp_are_set_apart(cramplog: Program) -> None:
    cramplog("log", "2026-11-20 02:00", "calf")
    cramplog("night", "2026-11-19", "cold=yes")  # days later
    cramplog("night", "2026-11-18", "quiet", "cold=no")
    cramplog("log", "2026-11-18 02:00", "calf", CRAMPLOG_NOW="2026-11-18T02:05:00+00:00")
    cramplog("night", "2026-11-15", "cold=yes", CRAMPLOG_NOW="2026-11-15T20:00:00+00:00")
    cramplog("night", "2026-11-15", "quiet", CRAMPLOG_NOW="2026-11-16T08:00:00+00:00")
    found = cramplog("trends", "cold", "--json").data["factor"]
    assert (found["entered_after_cramp"], found["entered_after_quiet_night"]) == (1, 1)
    assert found["all_entries"]["with"] == {"cramp_nights": 1, "nights": 2}
    assert found["beforehand"]["with"] == {"cramp_nights": 0, "nights": 1}


def test_the_watch_list_keeps_its_days_and_can_be_undone(cramplog: Program) -> None:
    cramplog("trends", "--watch", "stress", CRAMPLOG_NOW="2026-11-01T09:00:00+00:00")
    told = cramplog("trends", "--watch", "shoes, stress,footwear", "--json").data
    assert told["watched"] == [
        {"factor": "footwear", "since": "2026-11-23"},
        {"factor": "stress", "since": "2026-11-01"},
    ]
    assert cramplog("undo").code == 0
    cramplog("night", "2026-11-20", "quiet")
    watched = cramplog("trends", "--json").data["trends"]["watched"]
    assert watched == [{"factor": "stress", "since": "2026-11-01"}]
    assert cramplog("trends", "--watch", "none", "--json").data["watched"] == []


def test_the_watch_list_travels_with_the_diary(cramplog: Program) -> None:
    cramplog("log", "calf")
    cramplog("trends", "--watch", "stress,cold")
    assert "watched" not in cramplog("person", "show").stdout
    cramplog("export", "json", "-o", "all.json")
    assert cramplog("import", "all.json", "--db", "other.db").code == 0
    watched = cramplog("trends", "--json", "--db", "other.db").data["trends"]["watched"]
    assert [one["factor"] for one in watched] == ["stress", "cold"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("trends blah", '"blah" is not a factor'),
        ("trends --watch stres", 'Did you mean "stress"?'),
        ("trends varicose", "does not change from night to night"),
        ("trends diabetes", "does not change from night to night"),
        ("trends --watch stress,pregnancy", "does not change from night to night"),
        ("trends --watch stress,cold,heat,shoes,water,temp", "at most"),
        ("trends --watch ,", "names no factor"),
        ("trends stress --watch cold", "--watch stands alone"),
    ],
)
def test_what_cannot_be_watched_is_refused_in_one_line(
    cramplog: Program, line: str, said: str
) -> None:
    told = cramplog(*line.split())
    assert (told.code, told.stdout) == (2, ""), told
    assert told.stderr.count("\n") == 1
    assert said in told.stderr
    assert cramplog("trends", "--json").data["trends"]["watched"] == []


NIGHTS = "2026-11-08..2026-11-19"
CRAMPS = [f"log 2026-11-{day:02} 02:00 calf" for day in range(9, 21)]


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        ([], "trends", "Nothing is recorded yet"),
        ([], "trends stress", "noted on no recorded night"),
        (["night 2026-11-20 quiet"], "trends", "6 more needed"),
        (CRAMPS, "trends", "quiet ones are missing"),
        ([f"night {NIGHTS} quiet cold=yes"], "trends cold", "nights without it are missing"),
        ([f"night {NIGHTS} quiet cold=no"], "trends cold", "nights with it are missing"),
        (
            [f"night {NIGHTS} quiet cold=no", "night 2026-11-20 quiet cold=yes"],
            "trends cold",
            "cramp nights are missing",
        ),
        (
            [*CRAMPS, f"night {NIGHTS} cold=no", "night 2026-11-10 cold=yes"],
            "trends cold",
            "quiet nights are missing",
        ),
        ([f"night {NIGHTS} quiet water=1l"], "trends water", "weight=70kg"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    cramplog: Program, before: list[str], line: str, said: str
) -> None:
    for typed in before:
        for one in spread(typed):
            assert cramplog(*one.split()).code == 0
    told = cramplog(*line.split())
    assert (told.code, told.stderr) == (0, ""), told
    assert said in " ".join(told.stdout.split())
    assert told.stdout.count("\n") <= 3
    assert cramplog(*line.split(), "--json").json()["ok"] is True


def spread(typed: str) -> list[str]:
    """One line a night: a range is a list of nights."""
    if NIGHTS not in typed:
        return [typed]
    return [typed.replace(NIGHTS, f"2026-11-{day:02}") for day in range(8, 20)]


def test_all_quiet_nights_show_how_rare_cramps_could_be(cramplog: Program) -> None:
    for line in spread(f"night {NIGHTS} quiet"):
        cramplog(*line.split())
    told = cramplog("trends").stdout
    assert "0 of 12 nights, 0% (0 to 24%)" in told
    assert "nothing to compare" in told


@pytest.mark.parametrize("line", ["trends", "trends stress", "trends --full"])
def test_plain_is_sentences_that_fit_a_narrow_screen(filled: Program, line: str) -> None:
    told = filled(*line.split(), "--plain", COLUMNS="40")
    assert told.code == 0
    assert "#" not in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 40


def test_remedies_say_how_soon_cramps_eased_and_why_that_is_no_comparison(filled: Program) -> None:
    filled("log", "2026-11-20 05:00", "calf", "10m", "--helped", "stretch:2m")
    filled("log", "2026-11-20 05:30", "calf", "10m", "--tried", "heat:no")
    told = " ".join(filled("trends", "--full").stdout.split())
    assert "tried 1, helped 1, did not 0, not said 0; half had eased after 2 min" in told
    assert "no comparison" in told
    stretch, heat = sorted(
        filled("trends", "--json").data["trends"]["remedies"], key=lambda one: str(one["remedy"])
    )[::-1]
    assert stretch["seconds_to_relief"]["half"] == 120
    assert (heat["not_helped"], heat["seconds_to_relief"]["half"]) == (1, None)


def test_medicines_stand_beside_the_weeks_in_which_they_changed(filled: Program) -> None:
    filled("medicine", "start", "magnesium", "--on", "2026-10-14", "--dose", "300 mg")
    filled("medicine", "start", "atorvastatin", "--on", "2026-09")
    filled("medicine", "stop", "magnesium", "--on", "2026-11-02")
    lines = filled("trends", "--full").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "12 Oct" in line)
    assert "2026-10-14 magnesium started" in lines[at + 1]
    assert any("2026-11-02 magnesium stopped" in line for line in lines)
    assert any("2026-09 atorvastatin started" in line for line in lines)
    told = filled("trends", "--json").data["trends"]["medicines"]
    assert {"on": "2026-09", "what": "atorvastatin started"} in told
