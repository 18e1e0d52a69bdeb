"""The program inside the test's process, in an empty home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from inside import Inside, home_in


@pytest.fixture(name="home")
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    yield from home_in(tmp_path, monkeypatch)


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Inside:
    """Runs `cramplog WORDS`."""
    return Inside(capsys)
