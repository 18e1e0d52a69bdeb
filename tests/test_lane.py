"""The short way answers as Typer does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cramplog.dispatch import COMMANDS
from inside import Inside
from running import Result

from cramplog import lane

LINES = (
    "log",
    "log left calf 5m 7",
    "log 02:30 both foot tonic woke @stress +stretch!2m",
    "log left calf tonic 20s",
    "log calv",
    "log calf 11",
    "log calf 99:99",
    "log calf 2026-10-25 01:30",
    "start",
    "start right foot 5",
    "start 5m",
    "stop",
    "stop 7 +walk",
    "stop nonsense",
    "list",
    "status",
)


@pytest.mark.parametrize("running", [False, True], ids=["no timer", "timer"])
@pytest.mark.parametrize("line", LINES)
def test_the_lane_answers_as_typer_does(
    line: str,
    running: bool,
    home: Path,
    run: Inside,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("log", "02:10", "left", "calf").code == 0
    if running:
        assert run("start", "left", "calf").code == 0
    assert lane.takes(line.split())
    shutil.copytree(home, home.with_name("kept"))
    by_lane = run(*line.split())
    shutil.rmtree(home)
    shutil.copytree(home.with_name("kept"), home)
    monkeypatch.setattr(lane, "takes", lambda _: False)
    by_typer = run(*line.split())
    assert by_lane == by_typer
    assert by_lane.stdout or by_lane.stderr
    assert isinstance(by_lane, Result)


@pytest.mark.parametrize(
    "line", ["log --pain 7", "log -5m", "list --json", "list extra", "status x", "undo", "", "calf"]
)
def test_what_has_an_option_or_is_not_everyday_goes_through_typer(line: str) -> None:
    assert not lane.takes(line.split())


def test_the_lanes_names_are_commands() -> None:
    assert set(lane.WORDS) | set(lane.BARE) <= set(COMMANDS)
    assert not re.search(r"\W", "".join(lane.WORDS))
