"""The checks that are not tests of behaviour, as tests: one command runs everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(["ruff", "format", "--check", "."], id="the_format_is_ruffs"),
        pytest.param(["ruff", "check", "."], id="the_linter_finds_nothing"),
        pytest.param(["mypy"], id="the_types_are_strict"),
        pytest.param(["lint-imports"], id="imports_run_one_way"),
    ],
)
def test_the_whole_tree_passes(check: list[str]) -> None:
    tool = Path(sys.executable).with_name(check[0])
    told = subprocess.run(
        [tool, *check[1:]], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
