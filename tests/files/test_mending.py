"""Copies whose indexes are broken are mended from their tables."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from running import Program, episodes

PAGE = 4096


def broken_index(diary: Path, name: str, at: int) -> None:
    """Flip a bit in the first page of an index: its kind, its counts, or what it holds."""
    connection = sqlite3.connect(diary)
    connection.execute("PRAGMA journal_mode=DELETE")
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
    offset = (page.fetchone()[0] - 1) * PAGE + at
    connection.close()
    content = bytearray(diary.read_bytes())
    content[offset] ^= 1
    diary.write_bytes(content)


@pytest.mark.parametrize("at", [0, 2, 3, 5, 8, PAGE - 20])
@pytest.mark.parametrize("name", ["sqlite_autoindex_episode_1", "ix_episode_night"])
def test_a_copy_with_a_broken_index_is_restored_whole(
    week: Path, cramplog: Program, home: Path, name: str, at: int
) -> None:
    before = episodes(cramplog)
    copied = Path(shutil.copy(cramplog("backup", "--json").data["file"], home / "copy.db"))
    broken_index(copied, name, at)
    restored = cramplog("restore", str(copied))
    assert restored.code == 0, restored
    assert episodes(cramplog) == before
    assert cramplog("check").code == 0
