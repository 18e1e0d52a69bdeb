"""An encrypted diary with one damaged page: refused in a line, and a copy takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from encryption_fixtures import DIARY
from running import Program, assert_refused, episodes

PAGE = 4096


@pytest.mark.parametrize("page", [0, 1, -1])
def test_a_damaged_page_is_told_and_restore_sets_the_diary_aside(
    encrypted: Program, home: Path, page: int
) -> None:
    before = episodes(encrypted, "--nights", "99")
    made = encrypted("backup", "--json").data["file"]
    diary = home / DIARY
    pages = bytearray(diary.read_bytes())
    where = (page * PAGE + PAGE // 2) % len(pages)
    pages[where] ^= 0xFF
    diary.write_bytes(pages)
    looked = encrypted("check")
    assert looked.code == 5, looked
    assert "damaged" in looked.stdout
    if page == 0:
        assert_refused(encrypted("list"), 5, "restore")
    restored = encrypted("restore", made)
    assert restored.code == 0, restored
    assert [one.read_bytes() for one in diary.parent.glob("backups/*-damaged.db")] == [pages]
    assert episodes(encrypted, "--nights", "99") == before
    assert encrypted("check").code == 0
    assert not list(home.rglob("crash*"))
