"""The short way answers as Typer does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inside import Inside
from running import Result

from cramplog import dispatch
from cramplog.cli import everyday

LINES = (
    "log",
    "log left calf 5m 7",
    "log 02:30 both foot tonic woke @stress +stretch!2m",
    "log left calf tonic 20s",
    "log calf 11",
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
    "list --json",
    "--plain status",
    "undo",
    "redo",
    "show",
    "delete last",
    "edit 7",
    "",
    "--json",
)


def is_everyday(line: str) -> bool:
    """Return whether a command line needs no Typer."""
    read = dispatch.read(line.split(), short=False)
    return read.simple and everyday.meant(read.entry, read.words) is not None


@pytest.mark.parametrize("running", [False, True], ids=["no timer", "timer"])
@pytest.mark.parametrize("line", LINES)
def test_the_everyday_path_answers_as_typer_does(
    line: str,
    running: bool,
    home: Path,
    run: Inside,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("log", "02:10", "left", "calf").code == 0
    if running:
        assert run("start", "left", "calf").code == 0
    assert is_everyday(line)
    shutil.copytree(home, home.with_name("kept"))
    by_everyday = run(*line.split())
    shutil.rmtree(home)
    shutil.copytree(home.with_name("kept"), home)
    monkeypatch.setattr(everyday, "run", lambda *_: None)
    by_typer = run(*line.split())
    assert by_everyday == by_typer
    assert by_everyday.stdout or by_everyday.stderr
    assert isinstance(by_everyday, Result)


@pytest.mark.parametrize(
    "line", ["log --pain 7", "log -5m", "list extra", "status x", "list --nights 3", "log -- 7"]
)
def test_what_has_an_option_of_its_own_or_does_not_fit_goes_through_typer(line: str) -> None:
    assert not is_everyday(line)


@pytest.mark.parametrize(
    "line", ["list --json", "--plain list", "undo", "", "calf", "--db x.db status", "log 7 --json"]
)
def test_the_options_that_every_command_takes_are_everyday(line: str) -> None:
    assert is_everyday(line)
