"""No entry is lost for a word (section 1.5)."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
from running import Program, assert_refused, episodes

LEFT_CALF = {"muscle": "calf", "side": "left"}

KEPT: dict[str, tuple[list[str], dict[str, Any]]] = {
    "my left calf hurts like hell": (["hurts", "like", "hell"], {"sites": [LEFT_CALF]}),
    "calf left bad": (["bad"], {"sites": [LEFT_CALF]}),
    "left calf 8 ouch!": (["ouch"], {"sites": [LEFT_CALF], "pain": 8}),
    "@wine": (["@wine"], {"triggers": []}),
    "calf @stress,wine": (["@wine"], {"triggers": ["stress"]}),
    "calf +banana +walk": (["+banana"], {"tried": ["walk"]}),
    "left calv": (["calv"], {"sites": []}),
    "left calf+knee": (["calf+knee"], {"sites": [LEFT_CALF]}),
    "left hurts": (["left", "hurts"], {"sites": []}),
    "left calf and it hurts": (["hurts"], {"sites": [LEFT_CALF]}),
    "02:30 calf awful": (["awful"], {"started_at": "2026-11-23T02:30:00+00:00"}),
    "calf 3 times": (["3 times"], {"pain": None}),
    "left calf not bad": (["not bad"], {"sites": [LEFT_CALF]}),
    "ouch": (["ouch"], {"sites": []}),
    "back of left thigh": (["back"], {"sites": [{"muscle": "thigh", "side": "left"}]}),
    "'my left calf hurts'": (["hurts"], {"sites": [LEFT_CALF]}),
}


@pytest.mark.parametrize("line", KEPT)
def test_an_unknown_word_costs_no_entry(cramplog: Program, cramp: Program, line: str) -> None:
    words = shlex.split(line)
    lost, stored = KEPT[line]
    told = cramp(*words, "--json").data
    assert told["not_understood"] == lost
    assert told["episode"]["note"] == " ".join(words)
    assert {name: told["episode"][name] for name in stored} == stored
    assert episodes(cramplog) == [told["episode"]]


def test_the_answer_names_the_words_and_the_command_that_adds_them(cramplog: Program) -> None:
    told = cramplog("log", "left", "calv", "@stresss")
    flat = " ".join(told.stdout.split())
    assert (told.code, told.stderr) == (0, "")
    assert '"calv" and "@stresss"' in flat
    assert 'Did you mean "left calf" and "@stress"?' in flat
    assert "cramplog edit last left calf @stress" in flat
    assert cramplog("edit", "last", "left", "calf", "@stress").code == 0


def test_what_a_list_has_already_is_kept_by_the_command_offered(cramplog: Program) -> None:
    told = cramplog("log", "left", "calf", "@cold", "@stresss", "footer")
    assert "cramplog edit last @cold @stress" in " ".join(told.stdout.split())


def test_a_note_of_ones_own_stands_beside_the_line(cramplog: Program) -> None:
    told = cramplog("log", "calf", "bad", "--note", "after the walk", "--json").data
    assert told["episode"]["note"] == "calf bad\nafter the walk"


def test_a_quoted_sentence_beside_words_is_a_note(cramplog: Program) -> None:
    told = cramplog("log", "left", "calf", "7", "after a walk, then the right foot", "--json").data
    assert told["episode"]["sites"] == [LEFT_CALF]
    assert told["episode"]["note"] == "after a walk, then the right foot"
    assert told["not_understood"] == []


def test_a_sentence_is_read_where_the_other_words_alone_cannot_be_stored(
    cramplog: Program,
) -> None:
    told = cramplog("log", "left", "calf it was", "--json").data
    assert told["episode"]["sites"] == [LEFT_CALF]


def test_the_timer_keeps_words_of_its_start_and_its_end(cramplog: Program) -> None:
    assert cramplog("start", "left", "calf", "ouch", "--json").data["not_understood"] == ["ouch"]
    told = cramplog("stop", "7", "very", "bad", "--json").data
    assert told["not_understood"] == ["very", "bad"]
    assert told["episode"]["note"] == "left calf ouch\n7 very bad"
    assert (told["episode"]["pain"], told["episode"]["sites"]) == (7, [LEFT_CALF])


@pytest.mark.parametrize("words", ["left calf", "left calf 5m 7", "left calf 5m 7 woke bad"])
def test_the_answer_says_how_to_add_and_how_to_undo(cramplog: Program, words: str) -> None:
    told = cramplog("log", *words.split()).stdout
    assert "cramplog edit" in told
    assert "cramplog undo" in told


def test_a_word_that_is_near_to_a_muscle_and_no_slip_suggests_none(cramplog: Program) -> None:
    assert "Did you mean" not in cramplog("log", "calf", "tight").stdout


@pytest.mark.parametrize("word", ["stats", "search", "trial", "demo", "remind", "inbox", "enough"])
def test_a_command_of_elsewhere_or_of_later_logs_no_cramp(cramplog: Program, word: str) -> None:
    assert_refused(cramplog(word), 2, "is no command", "Nothing was stored")
    assert episodes(cramplog) == []
