"""Diaries in files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_diary import filled

from cramplog.storage.repository import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """A new diary."""
    opened = Diary(str(tmp_path / "diary.db"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "diary.db"
    filled(path).close()
    return path


@pytest.fixture
def filled_file(_filled: Path, tmp_path: Path) -> Path:
    """The file of a diary with something in every table."""
    return Path(shutil.copy(_filled, tmp_path / "filled.db"))
