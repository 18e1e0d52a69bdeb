"""What a command loads: a person in pain waits for it."""

from __future__ import annotations

import sys

import pytest
from running import Program

ENTRY = "import sys; from cramplog.__main__ import {0}; sys.argv[0] = {1!r}; sys.exit({0}())"
CRAMP = ENTRY.format("main_short", "cramp")
CRAMPLOG = ENTRY.format("main", "cramplog")
LANE = "import __future__, os, sys, time, sqlite3, datetime"


def loaded(program: Program, code: str, *words: str) -> set[str]:
    """Modules that a fresh interpreter imports while it runs the code with these words."""
    python = Program(
        [sys.executable, "-X", "importtime", "-c", code], program.environment, program.folder
    )
    told = python(*words, PYTHONWARNINGS=None)
    lines = [line for line in told.stderr.splitlines() if line.startswith("import time:")]
    other = told.stderr.count("\n") - len(lines)
    assert (told.code, other) == (0, 0), told
    return {line.rsplit("|", 1)[1].strip() for line in lines}


def of_others(modules: set[str]) -> set[str]:
    """Those modules that are not the program's own."""
    return {name for name in modules if name.partition(".")[0] != "cramplog"}


@pytest.mark.parametrize(
    "line",
    ["log", "log left calf 5m 7", "log both foot tonic woke @stress +stretch", "status", "list"],
)
def test_the_words_lane_loads_only_what_is_cheap(cramplog: Program, line: str) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMPLOG, *line.split())) <= cheap


@pytest.mark.parametrize("line", ["", "left calf 5m 7"])
def test_cramp_loads_only_what_is_cheap(cramplog: Program, line: str) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMP, *line.split())) <= cheap


def test_the_timer_loads_only_what_is_cheap(cramplog: Program) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMPLOG, "start", "left", "calf")) <= cheap
    kept = loaded(cramplog, f"{LANE}, json")  # for the log of changes: the timer as it was
    assert of_others(loaded(cramplog, CRAMPLOG, "stop")) <= kept


def test_a_clock_time_may_load_zones_and_nothing_dearer(cramplog: Program) -> None:
    zones = loaded(cramplog, f"{LANE}, zoneinfo; zoneinfo.ZoneInfo('Europe/London')")
    assert of_others(loaded(cramplog, CRAMP, "02:30", "left", "calf")) <= zones


def test_a_larger_diary_is_read_by_the_same_modules(cramplog: Program) -> None:
    first = loaded(cramplog, CRAMP, "calf")
    assert loaded(cramplog, CRAMP, "foot") <= first
