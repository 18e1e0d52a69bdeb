"""The one line that tells how far something has come: calm, at most as wide as the terminal."""

from __future__ import annotations

import io

import pytest

from cramplog.actions import progress
from cramplog.actions.progress import Bar


class Terminal(io.StringIO):
    """What is written to the standard error."""

    def lines(self) -> list[str]:
        return [line for line in self.getvalue().split("\r") if line.strip()]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A standard error of 40 columns, on which a bar is drawn at once."""
    made = Terminal()
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(progress, "FIRST", 0)
    monkeypatch.setattr(progress, "NEXT", 0)
    return made


def test_a_share_is_drawn_as_a_bar_that_fits_the_line(terminal: Terminal) -> None:
    bar = Bar(shown=True)
    for share in (0, 0.5, 1, 1.3):
        bar("Updating the diary", share)
    assert terminal.lines() == [
        "Updating the diary [-------------]   0%",
        "Updating the diary [######-------]  50%",
        "Updating the diary [#############] 100%",
    ]
    assert max(map(len, terminal.lines())) < 40


def test_without_a_share_the_seconds_are_told_once_each(terminal: Terminal) -> None:
    bar = Bar(shown=True)
    for _ in range(5):
        bar("Checking the links", None)
    assert terminal.lines() == ["Checking the links, 0 s"]


def test_a_line_goes_without_a_trace(terminal: Terminal) -> None:
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("", None)
    line = terminal.lines()[0]
    assert terminal.getvalue() == f"\r{line}\r{' ' * len(line)}\r"
    bar("", None)
    assert terminal.getvalue().count("\r") == 3


def test_a_shorter_line_covers_a_longer_one(terminal: Terminal) -> None:
    bar = Bar(shown=True)
    bar("Updating the diary", 0.5)
    bar("Reading", None)
    first, second = (part for part in terminal.getvalue().split("\r") if part)
    assert len(first) == len(second)


def test_what_is_soon_over_is_not_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "FIRST", 60)
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("", None)
    assert terminal.getvalue() == ""


def test_a_terminal_that_is_gone_stops_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: str) -> int:
        raise OSError("Input/output error")

    monkeypatch.setattr(terminal, "write", gone)
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("Copying the diary", 0.7)
    bar("", None)
