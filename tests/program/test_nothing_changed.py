"""What stores nothing says so and names no undo; words that wait are stored once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Program

TWICE = (
    "night 2026-11-20 quiet",
    "night 2026-11-20 cold=yes",
    "person set sex=f",
    "condition add varicose veins",
    "condition deny thrombophlebitis",
    "medicine dose ramipril 6mg",
    "medicine name foo other",
    "medicine none",
    "symptom swelling left",
    "symptom swelling --absent",
    "visit set 2026-12-04 GP",
    "edit 1 pain=6",
    "flags --snooze ART-REGULAR 30 --because seen",
)
NOTHING = ("person set weight=", "night 2026-11-19 cold=", "night 2026-11-19 quiet=", "edit 1 left")


@pytest.fixture
def begun(cramplog: Program) -> Program:
    for line in ("log left calf 7", "medicine start ramipril", "medicine start foo"):
        assert cramplog(*line.split()).code == 0
    return cramplog


def says_nothing_changed(told: str) -> bool:
    plain = " ".join(told.split())
    return "Nothing changed." in plain and "Undo:" not in plain


@pytest.mark.parametrize("line", TWICE)
def test_what_was_said_already_changes_nothing(begun: Program, line: str) -> None:
    first = begun(*line.split())
    assert first.code == 0, first
    assert "Undo: cramplog undo" in " ".join(first.stdout.split())
    again = begun(*line.split())
    assert again.code == 0
    assert says_nothing_changed(again.stdout), again
    undone = begun("undo").stdout
    assert not says_nothing_changed(begun(*line.split()).stdout), undone


@pytest.mark.parametrize("line", NOTHING)
def test_clearing_what_is_unknown_changes_nothing(begun: Program, line: str) -> None:
    told = begun(*line.split())
    assert told.code == 0
    assert says_nothing_changed(told.stdout), told
    assert "foo" in begun("undo").stdout


@pytest.mark.parametrize("count", [1, 2])
def test_words_whose_storing_was_killed_are_stored_once(
    cramplog: Program, home: Path, count: int
) -> None:
    assert cramplog("log", "right", "calf").code == 0
    (home / "folder").mkdir()
    for _ in range(count):  # in one second
        assert cramplog("log", "left", "calf", "7", "--db", "folder").code == 5
    (waiting,) = home.rglob("rescue.txt")
    lines = waiting.read_text().replace(
        json.dumps(str(home / "folder")),
        json.dumps(cramplog("config", "path", "--json").data["diary"]),
    )
    for kept in range(count + 1):  # killed before the file said what was stored
        waiting.write_text("".join(lines.splitlines(keepends=True)[kept:]) or "")
        assert cramplog("check", "--replay", "--json").json()["ok"]
        assert len(cramplog("list", "--json").data["episodes"]) == 1 + count
    waiting.write_text(lines)
    told = cramplog("check", "--replay")
    assert "stored already" in told.stdout
    assert not waiting.exists()
    assert len(cramplog("list", "--json").data["episodes"]) == 1 + count
