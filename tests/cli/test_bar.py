"""The one line that tells how far something has come: calm, at most as wide as the terminal."""

from __future__ import annotations

import pytest

from cramplog.cli import progress
from cramplog.cli.progress import Bar

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def terminal(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> Streams:
    """A standard error of 40 columns, on which a bar is drawn at once."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(progress, "FIRST", 0)
    monkeypatch.setattr(progress, "NEXT", 0)
    return capsys


def drawn(terminal: Streams) -> list[str]:
    """What was written since, each time after the cursor went back to the beginning."""
    return terminal.readouterr().err.split("\r")[1:]


def test_a_share_is_drawn_as_a_bar_that_fits_the_line(terminal: Streams) -> None:
    bar = Bar(shown=True)
    for share in (0, 0.5, 1, 1.3):
        bar("Updating the diary", share)
    lines = drawn(terminal)
    assert lines == [
        "Updating the diary [-------------]   0%",
        "Updating the diary [######-------]  50%",
        "Updating the diary [#############] 100%",
    ]
    assert max(map(len, lines)) < 40


def test_without_a_share_the_seconds_are_told_once_each(terminal: Streams) -> None:
    bar = Bar(shown=True)
    for _ in range(5):
        bar("Checking the links", None)
    assert drawn(terminal) == ["Checking the links, 0 s"]


def test_a_line_goes_without_a_trace(terminal: Streams) -> None:
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("", None)
    line, covered, nothing = drawn(terminal)
    assert covered == " " * len(line)
    assert nothing == ""
    bar("", None)
    assert drawn(terminal) == []


def test_a_shorter_line_covers_a_longer_one(terminal: Streams) -> None:
    bar = Bar(shown=True)
    bar("Updating the diary", 0.5)
    bar("Reading", None)
    first, second = drawn(terminal)
    assert len(first) == len(second)


def test_what_is_soon_over_is_not_told(terminal: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "FIRST", 60)
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("", None)
    assert drawn(terminal) == []


def test_a_terminal_that_is_gone_stops_nothing(
    terminal: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: str) -> int:
        raise OSError("Input/output error")

    monkeypatch.setattr("sys.stderr.write", gone)
    bar = Bar(shown=True)
    bar("Copying the diary", 0.5)
    bar("Copying the diary", 0.7)
    bar("", None)
