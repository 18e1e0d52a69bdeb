"""What a user sees, kept as files beside this one; `CONTRIBUTING.md` tells how to renew them."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import assert_golden
from running import Program

TRANSCRIPTS = Path(__file__).parent / "transcripts"
LINES = (
    "log 02:30 left calf 4m 7 woke @stress +stretch!2m",
    "undo",
    "redo",
    "edit 6 pain=5 right",
    "start right foot",
    "status",
    "",
    "cancel",
    "list --nights 14",
    "show 3",
    "night 2026-11-17",
    "report week",
    "flags",
    "log left calv",
    "log calf 99:99",
)
TERMINALS: dict[str, dict[str, str | None]] = {
    "80-columns": {"COLUMNS": "80"},
    "40-columns": {"COLUMNS": "40"},
    "c-locale": {"COLUMNS": "80", "LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("terminal", TERMINALS)
def test_the_screens_are_as_they_were_last_agreed(
    week: Path, cramplog: Program, terminal: str
) -> None:
    program = cramplog.with_environment(**TERMINALS[terminal], PYTHONCOERCECLOCALE="0")
    seen = ""
    for line in LINES:
        told = program(*line.split())
        seen += f"$ {'cramplog ' + line}".rstrip() + f"\n{told.stdout}{told.stderr}\n"
    assert_golden(TRANSCRIPTS / f"{terminal}.txt", seen)
