"""What SQLite keeps and no command can use is an error of `check`; everything else is not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from filled_diary import NOW

from cramplog.services import checkup

UNUSABLE = {
    "note no text": "UPDATE episode SET note = CAST(x'ff41' AS TEXT)",
    "name no text": "UPDATE person SET name = CAST(x'6dff65' AS TEXT) WHERE id = 1",
    "log no text": "UPDATE change SET before = CAST(x'ff' AS TEXT)",
    "setting for nobody": "INSERT OR REPLACE INTO setting VALUES ('person', 'nobody')",
    "no person": "UPDATE person SET removed_at = 5",
    "hour": "INSERT OR REPLACE INTO setting VALUES ('night.starts_at', 'xx')",
    "weekday": "INSERT OR REPLACE INTO setting VALUES ('week.starts_on', 'funday')",
    "start far ahead": "UPDATE episode SET started_at = 9223372036854775807",
    "start long ago": "UPDATE episode SET started_at = -99999999999999",
    "told far ahead": "UPDATE medicine SET recorded_at = 99999999999999",
    "act far ahead": "UPDATE act SET at = 9223372036854775807",
    "night of no calendar": "UPDATE episode SET night = 99999999",
    "night 0": "UPDATE night SET night = 0 WHERE night = (SELECT min(night) FROM night)",
    "sign of no day": "UPDATE symptom SET day = 99999999",
    "visit of no day": "UPDATE visit SET day = -1",
    "date that never was": "UPDATE medicine SET started = '2026-02-30', stopped = NULL",
    "no date": "UPDATE condition SET since = 'long ago'",
    "birth": "INSERT OR REPLACE INTO profile VALUES (1, 'born', 'abc', 1)",
    "zone": "UPDATE episode SET zone = 'Mars/Phobos'",
}


def states(file: Path) -> dict[str, str]:
    return {one.name: one.state for one in checkup.examine(str(file), NOW.instant)}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_no_command_can_use_is_an_error(filled_file: Path, name: str) -> None:
    assert states(filled_file)["contents"] == checkup.OK
    database = sqlite3.connect(filled_file)
    database.executescript(f"PRAGMA ignore_check_constraints=ON; {UNUSABLE[name]}")
    assert database.total_changes
    database.close()
    found = states(filled_file)
    assert checkup.ERROR in (found.get("contents"), found.get("statements")), found


@pytest.mark.parametrize(
    ("key", "value"),
    [("due", "2020-01-01"), ("weight", "70"), ("pregnant", "20w@2020-01-01"), ("tetanus", "no")],
)
def test_facts_of_another_day_are_in_order(filled_file: Path, key: str, value: str) -> None:
    database = sqlite3.connect(filled_file)
    with database:
        database.execute("INSERT OR REPLACE INTO profile VALUES (1, ?, ?, 1)", (key, value))
    database.close()
    assert states(filled_file)["contents"] == checkup.OK
