"""A diary of every schema there was opens with all that was in it, as the newest."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filled_diary import NOW, log
from frozen_diaries import REVISIONS, SCHEMAS, frozen_records, holds, record, thawed
from spoken import refusal, said

from cramplog.diary import compiled, structure
from cramplog.diary.repository import Diary
from cramplog.files import migrate, rotation, verify
from cramplog.services import checkup, history

PEOPLE = ("me", "anna")


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest) -> str:
    """Each schema in turn."""
    return str(request.param)


@pytest.fixture
def old(revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The diary that was frozen of it."""
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o700)
    return thawed(revision, folder / "diary.db")


@pytest.fixture
def opened(old: Path) -> Iterator[Diary]:
    """That diary, opened by this program."""
    diary = Diary(str(old))
    yield diary
    diary.close()


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in each table but the one of the schema's revision."""
    database = sqlite3.connect(path)
    listed = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        name: sorted(database.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for (name,) in listed
        if name != "alembic_version"
    }
    database.close()
    return found


def test_a_diary_is_frozen_of_every_schema() -> None:
    known = sorted(script.revision for script in migrate.scripts().walk_revisions())
    assert known == REVISIONS, "python tests/frozen_diaries.py; CONTRIBUTING.md tells more"
    for kind in ("{}.sql", "{}.json", "{}-server.sql"):
        assert all((SCHEMAS / kind.format(revision)).exists() for revision in known)


def test_a_frozen_diary_has_something_in_every_table(revision: str, old: Path) -> None:
    found = rows(old)
    assert [name for name, held in found.items() if not held] == []
    if revision == compiled.REVISION:
        assert found.keys() == compiled.COLUMNS.keys() | {"act", "change", "person", "setting"}


def test_everybodys_record_is_all_there(revision: str, opened: Diary) -> None:
    assert opened.people_names() == list(PEOPLE)
    then = frozen_records(revision, "file")
    for name in PEOPLE:
        diary = Diary(opened.path, name)
        assert then[name]["episodes"]
        assert holds(record(diary), then[name])
        diary.close()


def test_the_change_log_the_timer_and_the_settings_stay(old: Path) -> None:
    before = rows(old)
    Diary(str(old)).close()
    after = rows(old)
    for table in ("act", "change", "timer", "setting", "person", "snooze", "visit"):
        assert after[table] == before[table], table


def test_check_has_nothing_to_say_of_it(opened: Diary) -> None:
    opened.close()
    found = checkup.examine(opened.path, NOW.instant)
    wrong = [one for one in found if one.state != checkup.OK and one.name != "backups"]
    assert wrong == []


def test_its_schema_is_the_compiled_one(old: Path, opened: Diary) -> None:
    database = sqlite3.connect(old)
    assert verify.known(database, str(old)) == compiled.REVISION
    assert structure.strays(database) == []
    assert verify.unusable(database) == []
    database.close()


def test_its_last_copy_is_what_it_was(revision: str, old: Path) -> None:
    before = rows(old)
    Diary(str(old)).close()
    copies = rotation.backups(str(old))
    if revision == compiled.REVISION:
        assert copies == []
        return
    (copy,) = copies
    assert copy.reason == "before-migration"
    assert verify.sound(copy.path, deep=True)
    assert rows(Path(copy.path)) == before


@pytest.mark.parametrize("name", PEOPLE)
def test_undo_and_redo_reach_across_it(opened: Diary, name: str) -> None:
    diary = Diary(opened.path, name)
    before = record(diary), diary.timer()
    taken = 0
    while refusal(lambda: history.take_back(diary, "undo", NOW)) is None:
        taken += 1
    assert taken
    assert (record(diary)["episodes"], record(diary)["nights"], diary.timer()) == ([], [], None)
    for _ in range(taken):
        history.take_back(diary, "redo", NOW)
    assert (record(diary), diary.timer()) == before
    diary.close()


def test_what_was_taken_back_before_can_be_done_again(opened: Diary) -> None:
    history.take_back(opened, "redo", NOW)
    assert opened.episode(9).sites[0].muscle == "hand"


def test_it_takes_entries(opened: Diary) -> None:
    assert log(opened, "right foot 3m").number == 10


RENAMED = (
    ("hypothermia", "cold"),
    ("thermal_shock", "heat"),
    ("toxicosis", "pregnancy_sickness"),
    ("toxic_poisoning", "poison_contact"),
    ("lower_limb_pathology", "leg_disease"),
    ("cns_immaturity", "maturing_nerves"),
)


@pytest.mark.parametrize(("before", "after"), RENAMED)
def test_a_trigger_of_another_name_is_renamed_in_all_that_was_stored(
    before: str, after: str, tmp_path: Path
) -> None:
    path = thawed("0002", tmp_path / "diary.db")
    note = f'"trigger_id": "{before}", factor:{before}'
    told = {
        "row": {"note": note},
        "children": {
            "episode_trigger": [{"trigger_id": before}],
            "night_factor": [{"factor": before, "value": "yes"}],
            "difference": [
                {
                    "field": f"factor:{before}",
                    "others": json.dumps([{"value": [{"trigger_id": before}], "at": 1}]),
                }
            ],
        },
    }
    said = {"said": {f"factor:{before}": {"value": "no"}}, "others": {f"factor:{before}": []}}
    database = sqlite3.connect(path)
    database.execute("UPDATE episode_trigger SET trigger_id = ? WHERE number = 1", (before,))
    database.execute("UPDATE night_factor SET factor = ? WHERE factor = 'cold'", (before,))
    database.execute("UPDATE change SET before = ? WHERE act_id = 9", (json.dumps(told),))
    database.execute("UPDATE merged SET state = ?", (json.dumps(said),))
    database.execute("UPDATE difference SET field = ?", (f"factor:{before}",))
    database.commit()
    database.close()
    Diary(str(path)).close()
    database = sqlite3.connect(path)
    everything = "\n".join(database.iterdump())
    database.close()
    assert everything.count(before) == 2  # in the note, which is the person's
    assert everything.count(after) >= 9
    assert f"factor:{after}" in everything


def test_undo_brings_an_old_snapshot_back_with_its_remedies(opened: Diary) -> None:
    before = opened.episode(1).tried
    history.edit(opened, 1, said("tried=", editing=True), NOW)
    history.take_back(opened, "undo", NOW)
    assert opened.episode(1).tried == before
