"""`kill -9` at random moments: what was acknowledged is there, and the next command works.

Some 350 kills here; `python benchmarks/kills.py` does five thousand.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import kills
import pytest
from later_version import with_a_migration
from quick_envelope import with_a_quick_envelope
from running import Program
from targets import Target


def target(cramplog: Program, home: Path, command: list[str] | None = None) -> Target:
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")  # shown where the test fails
    return Target(command or cramplog.command, cramplog.environment, home, seed)


@pytest.mark.parametrize("part", range(3))
def test_every_entry_that_was_told_as_logged_is_there(
    cramplog: Program, home: Path, part: int
) -> None:
    kills.logging(target(cramplog, home), 58)


def test_an_undo_is_whole_and_stays(cramplog: Program, home: Path) -> None:
    kills.undoing(target(cramplog, home), 45)


def test_an_import_stores_all_or_nothing(cramplog: Program, home: Path) -> None:
    kills.importing(target(cramplog, home), 36)


def test_a_merge_takes_all_or_nothing(cramplog: Program, home: Path) -> None:
    kills.merging(target(cramplog, home), 12)


def test_a_restored_diary_is_the_one_or_the_other(cramplog: Program, home: Path) -> None:
    kills.restoring(target(cramplog, home), 36)


def test_a_migration_leaves_the_old_diary_or_the_new_one(cramplog: Program, home: Path) -> None:
    later = [sys.executable, str(with_a_migration(home))]
    kills.migrating(target(cramplog, home, [*later, *cramplog.command]), 14)


@pytest.mark.parametrize("part", range(2))
def test_an_encrypted_or_decrypted_diary_is_the_one_or_the_other(
    cramplog: Program, home: Path, part: int
) -> None:
    script, told = with_a_quick_envelope(home)
    keyed = cramplog.with_environment(**told)
    kills.encrypting(target(keyed, home, [sys.executable, str(script)]), 22)
