"""An entry that was told as logged is on the disk, and that costs one wait for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import durability
import pytest
from running import Program


def test_a_log_waits_once_for_its_entry_and_once_more_than_sqlite_would(
    cramplog: Program, home: Path
) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed; on Debian: apt install strace")
    told = cramplog.with_environment(CRAMPLOG_DB=str(home / "diary.db"))
    for _ in range(2):  # the first also makes the diary, and its copy of the day
        assert told("log", "right", "foot").code == 0
    full = durability.waits(durability.command(durability.FULL), told.environment, home)
    normal = durability.waits(durability.command(durability.NORMAL), told.environment, home)
    assert full - normal == {"diary.db-wal": 1}
    assert normal - full == {}
