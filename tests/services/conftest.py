"""A diary in a file, new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cramplog.storage.repository import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """A new diary."""
    opened = Diary(str(tmp_path / "diary.db"))
    yield opened
    opened.close()
