"""What `log` stores of the words it understands, and what it says it understood (section 2)."""

from __future__ import annotations

import itertools
import shlex
from typing import Any

import pytest
from running import Program, episodes

LEFT_CALF = {"muscle": "calf", "side": "left"}
RIGHT_FOOT = {"muscle": "foot", "side": "right"}

UNDERSTOOD: dict[str, dict[str, Any]] = {
    "left calf": {"sites": [LEFT_CALF]},
    "calf left": {"sites": [LEFT_CALF]},
    "l calf": {"sites": [LEFT_CALF]},
    "calf": {"sites": [{"muscle": "calf", "side": None}], "spread": None},
    "both legs": {"sites": [{"muscle": "leg", "side": "both"}], "spread": "generalized"},
    "left cal": {"sites": [LEFT_CALF]},
    "left calf and right foot": {"sites": [LEFT_CALF, RIGHT_FOOT]},
    "left calf right foot": {"sites": [LEFT_CALF, RIGHT_FOOT]},
    "left calf+toes": {"sites": [LEFT_CALF, {"muscle": "toes", "side": "left"}]},
    "--muscle left:calf --muscle right:foot": {"sites": [LEFT_CALF, RIGHT_FOOT]},
    "--muscle calf --side left": {"sites": [LEFT_CALF]},
    "calf 90s": {"duration_seconds": 90, "duration_is_estimate": False},
    "calf 4m30s": {"duration_seconds": 270},
    "calf 4:30m": {"duration_seconds": 270},
    "calf 1h": {"duration_seconds": 3600},
    "calf 5 min": {"duration_seconds": 300},
    "calf ~5m": {"duration_seconds": 300, "duration_is_estimate": True},
    "calf 1s": {"duration_seconds": 1},
    "calf 24h": {"duration_seconds": 86400},
    "calf tonic": {"type": "tonic", "derived": []},
    "calf clonic generalised": {"type": "clonic", "spread": "generalized", "derived": []},
    "left calf localised": {"spread": "localized", "derived": []},
    "left calf 5m": {"type": "tonic", "spread": "localized", "derived": ["type", "spread"]},
    "left calf 3m59s": {"type": None, "spread": "localized", "derived": ["spread"]},
    "left calf and right foot 4m": {"type": "tonic", "spread": None, "derived": ["type"]},
    "calf 7": {"pain": 7},
    "calf 7/10": {"pain": 7},
    "calf 0": {"pain": 0},
    "calf 10": {"pain": 10},
    "calf @stress @dehydration": {"triggers": ["stress", "dehydration"]},
    "calf @cold": {"triggers": ["cold"]},
    "calf --trigger stress,dehydration": {"triggers": ["stress", "dehydration"]},
    "calf +stretch +walk": {"tried": ["stretch", "walk"], "helped": []},
    "calf woke sore": {"woke": True, "sore": True, "numb": None, "hard": None},
    "calf --not-woke": {"woke": False, "sore": None},
    "calf twitching numb hard": {"twitching": True, "numb": True, "hard": True},
    "calf --note 'after a long walk'": {"note": "after a long walk"},
}


@pytest.mark.parametrize(("line", "stored"), UNDERSTOOD.items(), ids=UNDERSTOOD.keys())
def test_words_are_stored_as_they_were_meant(
    cramplog: Program, line: str, stored: dict[str, Any]
) -> None:
    episode = cramplog("log", *shlex.split(line), "--json").data["episode"]
    assert {name: episode[name] for name in stored} == stored
    assert episodes(cramplog) == [episode]


SPOKEN: dict[str, dict[str, Any]] = {
    "left calf, pain 8": {"sites": [LEFT_CALF], "pain": 8},
    "left calf,pain 8.": {"sites": [LEFT_CALF], "pain": 8},
    "pain in my left calf": {"sites": [LEFT_CALF], "pain": None},
    "cramp in the left calf": {"sites": [LEFT_CALF]},
    "calf 7 out of 10": {"pain": 7},
    "calf 7 of 10": {"pain": 7},
    "calf lasted 3 minutes": {"duration_seconds": 180},
    "calf for 3 min, woke me up": {"duration_seconds": 180, "woke": True},
    "it woke me": {"woke": True},
    "calf slept through it": {"woke": False},
    "calf not sore": {"sore": False},
    "calf wasn't sore, not numb": {"sore": False, "numb": False},
    "arch of left foot": {"sites": [{"muscle": "sole", "side": "left"}]},
    "toes of the right foot": {"sites": [{"muscle": "toes", "side": "right"}]},
    "calf since 02:30": {"started_at": "2026-11-23T02:30:00+00:00"},
}


@pytest.mark.parametrize(("line", "stored"), SPOKEN.items(), ids=SPOKEN.keys())
def test_words_as_one_says_them_are_understood(
    cramplog: Program, line: str, stored: dict[str, Any]
) -> None:
    told = cramplog("log", *line.split(), "--json").data
    episode = told["episode"]
    assert (told["not_understood"], episode["note"]) == ([], None)
    assert {name: episode[name] for name in stored} == stored


def test_words_mean_the_same_in_any_order(cramplog: Program) -> None:
    orders = itertools.islice(itertools.permutations(["left calf", "5m", "7", "@cold"]), 0, 24, 5)
    seen = []
    for words in orders:
        told = cramplog("log", *" ".join(words).split(), "--json").data["episode"]
        seen.append({**told, "id": None, "number": None})
    assert all(each == seen[0] for each in seen)


def test_what_helped_was_tried_and_says_how_soon(cramplog: Program) -> None:
    by_word = cramplog("log", "calf", "+stretch!2m", "--json").data["episode"]
    by_option = cramplog("log", "calf", "--helped", "stretch:2m", "--json").data["episode"]
    for stored in (by_word, by_option):
        assert stored["tried"] == ["stretch"]
        assert len(stored["helped"]) == 1
    assert by_word["helped"] == by_option["helped"]


def test_one_message_repeats_all_that_was_understood(cramplog: Program) -> None:
    line = "02:30 left calf 4m 7 woke @stress +stretch"
    told = cramplog("log", *line.split())
    assert told.code == 0
    assert told.stderr == ""
    heard = ["Logged", "02:30", "59 min ago", "left calf", "4 min", "7/10"]
    heard += ["woke", "stress", "stretch", "episode 1", "undo"]
    flat = " ".join(told.stdout.split())
    assert [word for word in heard if word not in flat] == []
    assert "#1" not in flat


def test_a_derived_type_is_shown_as_derived(cramplog: Program) -> None:
    assert "derived" not in cramplog("log", "left", "calf", "5m").stdout
    assert "tonic (derived)" in cramplog("show").stdout
    assert "derived" not in cramplog("log", "left", "calf", "5m", "tonic", "localized").stdout
    assert "derived" not in cramplog("show").stdout


@pytest.mark.parametrize("line", ["calf tonic 20s", "calf clonic 6m"])
def test_a_type_that_its_duration_contradicts_is_stored_with_a_warning(
    cramplog: Program, line: str
) -> None:
    told = cramplog("log", *line.split(), "--json")
    assert told.code == 0
    assert told.json()["warnings"] != []


def test_an_episode_like_one_just_stored_is_stored_with_a_warning(cramplog: Program) -> None:
    assert cramplog("log", "02:30", "left", "calf", "--json").json()["warnings"] == []
    again = cramplog("log", "02:31", "left", "calf", "--json")
    assert again.json()["warnings"] != []
    assert len(episodes(cramplog)) == 2
    in_text = cramplog("log", "02:32", "left", "calf")
    assert in_text.code == 0
    assert "warning" in in_text.stderr


def test_a_trigger_of_ones_own_is_taken_after_it_was_added(cramplog: Program) -> None:
    told = cramplog("log", "calf", "@moonlight", "--json").data
    assert (told["not_understood"], told["episode"]["triggers"]) == (["@moonlight"], [])
    assert cramplog("config", "add-trigger", "moonlight").code == 0
    assert cramplog("log", "calf", "@moonlight", "--json").data["episode"]["triggers"] == [
        "moonlight"
    ]


def test_bare_cramp_logs_an_episode_now(cramplog: Program, cramp: Program) -> None:
    told = cramp()
    assert told.code == 0
    assert "Logged" in told.stdout
    assert [each["started_at"] for each in episodes(cramplog)] == ["2026-11-23T03:29:00+00:00"]


@pytest.mark.parametrize(
    "line", ["left calf 5m 7", "left calf 02:30 --pain 7", "--muscle calf", "--at 02:30", "--woke"]
)
def test_cramp_with_words_is_log_with_words(cramplog: Program, cramp: Program, line: str) -> None:
    short = cramp(*line.split())
    assert cramplog("undo").code == 0
    long = cramplog("log", *line.split())
    assert short.code == long.code == 0
    assert short.stdout.replace("episode 1", "") == long.stdout.replace("episode 2", "")


def test_cramp_with_a_command_is_that_command(cramplog: Program, cramp: Program) -> None:
    assert cramp("log", "calf").code == 0
    assert cramp("list") == cramplog("list")


def test_bare_cramplog_is_a_status_screen(cramplog: Program) -> None:
    told = cramplog()
    assert (told.code, told.stderr) == (0, "")
    assert told.stdout
    assert episodes(cramplog) == []
