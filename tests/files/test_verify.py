"""What is wrong with a diary is seen, and seeing it changes nothing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from cramplog.diary import structure
from cramplog.files import verify


def looked(file: Path) -> dict[str, list[str]]:
    before = file.read_bytes()
    connection = verify.reading(str(file))
    found = {
        "faults": verify.faults(connection, deep=True),
        "orphans": verify.orphans(connection),
        "strays": structure.strays(connection),
        "unusable": verify.unusable(connection),
    }
    connection.close()
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]
    return {name: what for name, what in found.items() if what}


def changed(file: Path, sql: str) -> Path:
    database = sqlite3.connect(file)
    database.executescript(f"PRAGMA foreign_keys=OFF; PRAGMA writable_schema=ON; {sql}")
    database.execute("PRAGMA journal_mode=DELETE")
    database.close()
    return file


def test_a_whole_diary_has_nothing_wrong(filled_file: Path) -> None:
    assert looked(changed(filled_file, "")) == {}
    assert verify.sound(str(filled_file))


@pytest.mark.parametrize(
    ("sql", "wrong"),
    [
        ("DROP TABLE dose", {"strays", "unusable"}),
        ("DROP INDEX ix_episode_night", {"strays"}),
        ("ALTER TABLE visit ADD COLUMN room TEXT", {"strays"}),
        (
            "UPDATE sqlite_master SET sql = replace(sql, 'pain BETWEEN', 'pain+1 BETWEEN')",
            {"strays"},
        ),
        ("DELETE FROM medicine WHERE uid IN (SELECT uid FROM dose)", {"orphans"}),
    ],
)
def test_a_diary_that_is_not_as_it_should_be_is_seen(
    filled_file: Path, sql: str, wrong: set[str]
) -> None:
    assert looked(changed(filled_file, sql)).keys() == wrong


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE site SET muscle = 'cblf'",
        "UPDATE night SET quiet = 5",
        "UPDATE episode SET pain = 77",
    ],
)
def test_a_value_that_cannot_be_is_seen_by_a_deep_look(filled_file: Path, sql: str) -> None:
    changed(filled_file, f"PRAGMA ignore_check_constraints=ON; {sql}")
    assert looked(filled_file).keys() == {"faults"}
    assert not verify.sound(str(filled_file), deep=True)


def test_an_index_that_lacks_a_row_is_seen_by_a_deep_look(filled_file: Path) -> None:
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_episode_night'"
    changed(filled_file, "")
    database = sqlite3.connect(filled_file)
    page = database.execute(root).fetchone()[0]
    database.close()
    torn = bytearray(filled_file.read_bytes())
    at = (page - 1) * 4096
    count = int.from_bytes(torn[at + 3 : at + 5], "big")
    assert count
    torn[at + 3 : at + 5] = (count - 1).to_bytes(2, "big")
    filled_file.write_bytes(torn)
    assert "faults" in looked(filled_file)


def test_a_file_on_a_path_with_odd_characters_is_read(filled_file: Path) -> None:
    odd = filled_file.with_name("100% of #1?&mode=rwc ünï.db")
    filled_file.rename(odd)
    assert verify.sound(str(odd))
    assert not verify.sound(str(filled_file))
    assert not filled_file.exists()
