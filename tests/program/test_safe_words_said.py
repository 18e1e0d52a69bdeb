"""Nothing that any command prints of a rich diary recommends what is unsafe."""

from __future__ import annotations

import re

import pytest
from running import Program
from unsafe import ANOTHER_ILLNESS, FORBIDDEN

DIARY = (
    "person set born=1990 sex=f weight=70kg pregnant=20w tetanus=no cramps_since=2026-09",
    "condition add varicose veins --since 2019",
    "condition add thrombophlebitis",
    "condition add diabetes",
    "condition deny cirrhosis",
    "condition add toxin_exposure --since 2026-11-10",
    "medicine start atorvastatin --on 2026-09",
    "medicine start quinine --on 2026-10",
    "symptom swelling left",
    "symptom breathless",
    "symptom numbness both",
    "symptom dirty-wound",
    "symptom bruising",
    "night 2026-11-18 quiet stress=6 water=1.2l",
    "log 2026-11-02 02:30 left calf 5m 7 woke hard @dehydration +stretch!2m",
    "log 2026-11-09 02:30 left calf and right toes numb 6m 9 @cold +quinine +potassium",
    "log 2026-11-16 02:30 both leg 12m 8 @potassium_deficiency +pin_prick +painkiller +rest",
    "log 2026-11-20 02:30 toes numb 30s 3 @protein_diet +magnesium +vitamins",
    "visit set 2026-12-04 GP",
)
SCREENS = (
    "",
    "list",
    "show 3",
    "report week",
    "report month",
    "report year",
    "flags",
    "flags --full",
    "visit",
    "person show",
    "condition list",
    "medicine list",
    "symptom",
    "night 2026-11-18",
    "night --list",
    "config list",
    "medicine start potassium",
    "log left calf 11m +quinine +pin_prick",
    "start left calf",
    "status",
    "--help",
    "log --help",
    "medicine --help",
)
LOGGED = re.compile(
    r"a pin prick|a painkiller|too little to drink|Stop it: cramplog stop|Stop the timer"
)
"""What the user logged, by its label, and the way to stop the timer."""


@pytest.fixture
def said(cramplog: Program) -> list[tuple[str, str]]:
    """Every screen of a diary in which much is wrong, in one line each, with its command."""
    for line in DIARY:
        assert cramplog(*line.split()).code == 0, line
    screens = []
    for line in SCREENS:
        told = cramplog(*line.split())
        assert told.code == 0, (line, told)
        screens.append((line, " ".join(f"{told.stdout}\n{told.stderr}".split())))
    return screens


def test_no_screen_recommends_what_is_unsafe(said: list[tuple[str, str]]) -> None:
    for line, text in said:
        for pattern in FORBIDDEN:
            kept = text if pattern == ANOTHER_ILLNESS else LOGGED.sub(" ", text)
            found = re.search(f".{{0,60}}({pattern}).{{0,40}}", kept, re.IGNORECASE)
            assert not found, (line, pattern, found and found[0])


def test_the_diary_raises_flags_of_every_urgency(said: list[tuple[str, str]]) -> None:
    flags = dict(said)["flags --full"]
    for urgency in ("EMERGENCY", "URGENT", "SOON", "ROUTINE", "INFO"):
        assert f"{urgency} " in flags
