"""README is run as it stands: in order, in one empty home, and what it shows is what is printed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from running import Program

README = Path(__file__).parents[2] / "README.md"
SET_UP = re.compile(r"# (install|test)$")
"""Marks the two lines that `.ci/run` takes from README and runs."""
BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Shown(NamedTuple):
    """A line to type, and the lines that README shows beneath it."""

    line: str
    output: list[str]


def shown() -> list[Shown]:
    """Every line of README that a reader may type, in order.

    In a `console` block a command follows `$` and its output stands beneath it; in an `sh`
    block every line is a command.
    """
    found: list[Shown] = []
    for kind, block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for line in filter(str.strip, block.splitlines()):
            if kind == "console" and not line.startswith("$ "):
                found[-1].output.append(line.rstrip())
            elif not line.startswith("#"):
                found.append(Shown(line.removeprefix("$ "), []))
    return found


def test_readme_has_one_line_to_install_and_one_to_test() -> None:
    marks = [mark[1] for one in shown() if (mark := SET_UP.search(one.line))]
    assert sorted(marks) == ["install", "test"]


def test_every_command_of_readme_runs_and_prints_what_is_shown(cramplog: Program) -> None:
    programs = Path(sys.executable).parent
    told = {**cramplog.environment, "PATH": f"{programs}:{cramplog.environment['PATH']}"}
    everyday = [one for one in shown() if not SET_UP.search(one.line)]
    assert everyday
    for line, output in everyday:
        ran = subprocess.run(
            ["bash", "-c", line],
            cwd=cramplog.folder,
            env=told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, (line, ran.stdout, ran.stderr)
        printed = [each.rstrip() for each in ran.stdout.splitlines()]
        assert [each for each in output if each not in printed] == [], (line, printed)
