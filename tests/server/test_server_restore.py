"""A file becomes a login's record on a server, by changes that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clusters import Cluster
from filled_diary import NOW, SUNDAY, fill, filled, log
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError
from cramplog.files import backup, verify
from cramplog.files.restore import Restored, restore
from cramplog.server import restoring
from cramplog.services import facts, history, nights, people, settings, timer

Opened = Callable[..., Diary]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def record(path: str, person: str = "me") -> tuple[Any, ...]:
    """All that is recorded of a person, and the settings; without the log."""
    diary = Diary(path, person)
    timer_row = diary.timer()
    told = (
        list(diary.episodes()),
        diary.nights(),
        diary.facts(),
        diary.visits(),
        diary.snoozes(),
        timer_row and {**timer_row, "person_id": 0},
        diary.settings,
    )
    diary.close()
    return told


def log_of(path: str, person: str = "me") -> list[tuple[Any, ...]]:
    """The change log of a person."""
    diary = Diary(path, person)
    rows = diary.connection.query(
        "SELECT act.id, act.uid, command, said, entity, key FROM act "
        "JOIN change ON act.person_id = change.person_id AND act.id = act_id "
        "WHERE act.person_id = :person_id ORDER BY act.id, position",
        {"person_id": diary.person_id},
    )
    diary.close()
    return [tuple(row) for row in rows]


def change_everything(diary: Diary) -> None:
    """Changes of every kind, and two more episodes."""
    history.delete(diary, [1, 4], NOW)
    history.edit(diary, 3, said("pain=1 right @stress", editing=True), NOW)
    log(diary, "2026-11-10 01:00 toes 3m @cold +walk", note="later")
    log(diary, "2026-11-11 01:00 toes 3m")
    nights.record_night(diary, SUNDAY - 3, NOW, quiet=False, factors={"water": "2"})
    nights.record_night(diary, SUNDAY - 9, NOW, quiet=True, factors={"stress": "1"})
    facts.set_profile(diary, {"born": "1960", "weight": "70"}, NOW)
    facts.deny_condition(diary, "varicose veins", NOW)
    timer.cancel(diary, NOW)


def test_what_was_changed_since_a_backup_is_undone_by_restoring_and_redone_by_undo(
    address: str, opened: Opened
) -> None:
    diary = opened(address)
    fill(diary)
    before = record(address)
    made = backup.by_hand(address)
    change_everything(diary)
    changed, logged = record(address), log_of(address)
    assert changed != before
    done = restore(address, made)
    assert record(address) == before
    assert log_of(address)[: len(logged)] == logged, "the log lost something"
    assert {one[2] for one in log_of(address)[len(logged) :]} == {"restore"}
    assert (done.episodes, done.left, done.was_damaged) == (7, (), False)
    assert done.replaced is not None
    assert record(done.replaced) == changed
    assert history.take_back(diary, "undo", NOW)
    assert record(address) == changed
    assert history.take_back(diary, "redo", NOW)
    assert record(address) == before
    assert log(diary, "calf").number == 11


def test_a_restoring_that_changes_nothing_leaves_no_trace(address: str, opened: Opened) -> None:
    fill(opened(address))
    logged = log_of(address)
    restore(address, backup.by_hand(address))
    assert log_of(address) == logged


def test_a_file_diary_goes_to_a_server_with_its_log_and_comes_back(
    address: str, opened: Opened, tmp_path: Path
) -> None:
    filled(tmp_path / "diary.db").close()
    file = str(tmp_path / "diary.db")
    opened(address)
    restore(address, file)
    for person in ("me", "anna"):
        assert record(address, person) == record(file, person)
        assert log_of(address, person) == log_of(file, person)
    diary = opened(address)
    assert diary.people_names() == ["me", "anna"]
    assert people.add(diary, "bob", NOW) is False, "who had been removed was forgotten"
    assert history.take_back(diary, "undo", NOW)
    assert history.take_back(diary, "redo", NOW)
    assert log(diary, "calf").number == 9
    assert people.add(diary, "carol", NOW)
    restore(file, backup.by_hand(address))
    assert record(file) == record(address)
    assert log_of(file) == log_of(address)


def test_people_whom_the_file_does_not_know_are_left_and_named(
    address: str, opened: Opened, tmp_path: Path
) -> None:
    filled(tmp_path / "diary.db").close()
    diary = opened(address)
    people.add(diary, "dora", NOW)
    log(opened(address, "dora"), "foot")
    assert restore(address, str(tmp_path / "diary.db")).left == ("dora",)
    assert len(record(address, "dora")[0]) == 1


def test_a_login_never_touches_anothers_record_by_restoring(
    cluster: Cluster, database: str, address: str, opened: Opened
) -> None:
    bob = cluster.address(database, "bob")
    fill(opened(bob))
    before = record(bob), log_of(bob)
    made = backup.by_hand(bob)
    opened(address)
    restore(address, made)  # a copy of the same people, with the same uids
    assert record(address) == before[0]
    log(opened(address), "foot")
    restore(address, made)
    assert (record(bob), log_of(bob)) == before


def test_two_diaries_that_gave_one_number_to_two_episodes(
    address: str, opened: Opened, tmp_path: Path
) -> None:
    diary = opened(address)
    log(diary, "2026-11-01 01:00 calf", note="both")
    file = str(tmp_path / "kept.db")
    backup.copy(address, file)
    elsewhere = Diary(file)
    log(elsewhere, "2026-11-02 01:00 foot", note="there")
    elsewhere.close()
    log(diary, "2026-11-03 01:00 toes", note="here")
    restore(address, file)
    found = {one.note: one for one in diary.episodes()}
    assert {note: one.number for note, one in found.items()} == {"both": 1, "there": 3}
    told = {one.note: one.id for one in record(file)[0]}
    assert {note: one.id for note, one in found.items()} == told
    history.take_back(diary, "undo", NOW)
    assert {one.note: one.number for one in diary.episodes()} == {"both": 1, "here": 2}
    restore(address, file)
    assert {one.note: one.number for one in diary.episodes()} == {"both": 1, "there": 3}


def test_other_hours_of_the_night_come_with_the_file(address: str, opened: Opened) -> None:
    diary = opened(address)
    log(diary, "2026-11-21 14:00 calf")
    settings.put(diary, "night.starts_at", "18:00")
    settings.add_trigger(diary, "moonlight", "")
    before, made = record(address), backup.by_hand(address)
    settings.reset(diary, "night.starts_at")
    settings.put(diary, "week.starts_on", "sunday")
    log(opened(address), "2026-11-20 14:00 foot")
    restore(address, made)
    assert record(address) == before
    assert history.take_back(opened(address), "undo", NOW)
    assert {one.night for one in opened(address).episodes()} == {
        before[0][0].night,
        before[0][0].night - 1,
    }


@pytest.mark.parametrize("kind", ["torn", "foreign", "newer"])
def test_a_file_that_cannot_be_restored_changes_nothing(
    kind: str, address: str, opened: Opened, tmp_path: Path
) -> None:
    fill(opened(address))
    before, file = log_of(address), tmp_path / "file.db"
    backup.copy(address, str(file))
    if kind == "torn":
        file.write_bytes(file.read_bytes()[:20000])
    elif kind == "foreign":
        file.write_text("Dear diary")
    else:
        import sqlite3

        newer = sqlite3.connect(file)
        newer.executescript("UPDATE alembic_version SET version_num = 'ffff'")
        newer.close()
    with pytest.raises(DiaryError) as refused:
        restore(address, str(file))
    assert "s3cret" not in str(refused.value)
    assert log_of(address) == before
    assert list(tmp_path.rglob("data/cramplog/server-backups/*")) == []


def test_a_restoring_that_fails_half_way_changes_nothing(
    address: str, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path / "diary.db").close()
    diary = opened(address)
    log(diary, "foot")
    before = record(address), log_of(address), diary.people_names()
    monkeypatch.setattr(restoring, "END", "UPDATE person SET removed_at = 1 / 0 WHERE id = :id")
    with pytest.raises(DiaryError, match="SQLSTATE 22012"):
        restore(address, str(tmp_path / "diary.db"))
    assert (record(address), log_of(address), opened(address).people_names()) == before


def test_an_entry_beside_a_restoring_is_in_the_diary_or_in_the_copy(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    diary = opened(address)
    log(diary, "calf")
    made, copying = backup.by_hand(address), backup.automatic
    waiting = threading.Thread(target=lambda: log(opened(address), "foot"))

    def meanwhile(path: str, reason: str) -> str:
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive(), "the entry did not wait"
        return copying(path, reason)

    monkeypatch.setattr(backup, "automatic", meanwhile)
    done: Restored = restore(address, made)
    waiting.join()
    assert done.replaced is not None
    assert verify.episodes(done.replaced) == 1
    assert [one.sites[0].muscle for one in diary.episodes()] == ["calf", "foot"]
