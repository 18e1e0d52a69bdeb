"""The command-line reference in docs/ is what the program says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from cramplog.cli.reference import page
from cramplog.dispatch import COMMANDS

REFERENCE = Path(__file__).parents[2] / "docs" / "cli-reference.md"


def test_the_reference_is_what_the_program_says_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert REFERENCE.read_text("utf-8") == page(), "run python -m cramplog.cli.reference"


def test_every_command_stands_in_the_reference() -> None:
    told = REFERENCE.read_text("utf-8")
    assert [name for name in COMMANDS if f"## `cramplog {name}`" not in told] == []
