"""Fixtures of two diaries of one person."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filled_diary import NOW, log

from cramplog.diary.repository import Diary

LATER = NOW.replace(instant=NOW.instant + 3600)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Diary, Diary]]:
    """A diary of two cramps, and a copy of it."""
    first = Diary(str(tmp_path / "first.db"))
    log(first, "left calf 5m 7")
    log(first, "foot yesterday 02:00 @stress")
    first.close()
    shutil.copy(tmp_path / "first.db", tmp_path / "second.db")
    both = Diary(str(tmp_path / "first.db")), Diary(str(tmp_path / "second.db"))
    yield both
    for diary in both:
        diary.close()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[[], Diary]]:
    """Makes empty diaries."""
    made: list[Diary] = []

    def one() -> Diary:
        made.append(Diary(str(tmp_path / f"new-{len(made)}.db")))
        return made[-1]

    yield one
    for diary in made:
        diary.close()
