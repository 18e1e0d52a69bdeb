"""A server's diary in a file: all that a login may see, as of one moment, and nothing of others."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from clusters import ADMIN, Cluster
from filled_diary import NOW, fill, log

from cramplog.diary import structure
from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.errors import DiaryError
from cramplog.files import backup, creation, daily, rotation, verify
from cramplog.server import place
from cramplog.server.change import Change
from cramplog.services import settings

Opened = Callable[..., Diary]
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")


@pytest.fixture
def anna(cluster: Cluster, database: str, opened: Opened) -> Diary:
    """Anna's diary with something in every table, beside one of bob's."""
    for login in ("bob", "anna"):
        diary = opened(cluster.address(database, login))
        fill(diary)
    return diary


def contents(diary: Diary) -> Rows:
    """Every row of every table that there is for the login."""
    return {
        table.name: sorted(
            diary.connection.query(
                "SELECT " + ", ".join(f'"{c.name}"' for c in table.c) + f" FROM {table.name}", {}
            ),
            key=repr,
        )
        for table in metadata.sorted_tables
    }


def test_a_copy_is_a_sound_private_file_with_every_row_of_the_login(anna: Diary) -> None:
    made = Path(backup.by_hand(anna.path))
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert os.listdir(made.parent) == [made.name]
    assert verify.sound(str(made), deep=True)
    there = contents(anna)
    copied = Diary(str(made))
    assert contents(copied) == there
    assert all(there.values()), "a table was not tried"
    copied.close()
    database = sqlite3.connect(made)
    assert verify.orphans(database) == structure.strays(database) == verify.unusable(database) == []
    database.close()


def test_a_copy_holds_nothing_of_another_login(
    cluster: Cluster, database: str, anna: Diary, opened: Opened
) -> None:
    log(opened(cluster.address(database, "bob")), "foot", note="bob's own words")
    for login in ("anna", ADMIN):
        text = Path(backup.by_hand(cluster.address(database, login))).read_bytes()
        assert b"bob's own words" not in text
    assert b"bob's own words" in Path(backup.by_hand(cluster.address(database, "bob"))).read_bytes()


def test_a_copy_is_of_one_moment(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = opened(address)
    log(diary, "left calf")
    read, later = Change.stream, []

    def slowly(change: Change, sql: str, binds: dict[str, object]) -> object:
        if "FROM episode " in sql or "FROM act " in sql:
            later.append(log(diary, "right foot"))
        return read(change, sql, binds)

    with monkeypatch.context() as patch:
        patch.setattr(Change, "stream", slowly)
        made = backup.by_hand(address)
    assert len(later) == 2
    assert verify.episodes(made) == 1
    copied = sqlite3.connect(made)
    for table in ("site", "act", "change"):
        assert copied.execute(f"SELECT count(*) FROM {table}").fetchall() == [(1,)]
    copied.close()


def test_a_copy_that_fails_leaves_nothing_behind(
    anna: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusal(said: str) -> str:
        with pytest.raises(DiaryError, match=said) as refused:
            backup.by_hand(anna.path)
        return str(refused.value)

    with monkeypatch.context() as patch:
        patch.setattr(verify, "orphans", lambda _: ["site, of episode"])
        assert "s3cret" not in refusal("is not whole")
    assert os.listdir(rotation.folder(anna.path)) == []
    with monkeypatch.context() as patch:
        patch.setattr(creation, "make_tables", lambda copy: copy.execute("no such thing"))
        assert "s3cret" not in refusal("no copy of the diary can be made in")
    assert os.listdir(rotation.folder(anna.path)) == []


def test_the_first_change_of_a_day_leaves_one_copy(address: str, opened: Opened) -> None:
    diary = opened(address)
    assert daily.after(diary) == ""
    assert rotation.backups(address) == []
    log(diary, "calf")
    for _ in range(2):
        assert daily.after(diary) == ""
    (copy,) = rotation.backups(address)
    assert (copy.reason, verify.episodes(copy.path)) == ("daily", 1)


def test_another_boundary_of_nights_is_preceded_by_a_copy(address: str, opened: Opened) -> None:
    diary = opened(address)
    log(diary, "2026-11-21 14:00 calf")
    settings.put(diary, "night.starts_at", "18:00")
    (copy,) = rotation.backups(address)
    assert copy.reason == "before-config"
    nights = []
    for where in (copy.path, address):
        one = Diary(where)
        nights.append(next(iter(one.episodes())).night)
        one.close()
    assert nights[0] == nights[1] + 1


def test_old_automatic_copies_go_by_the_same_rule_as_those_of_files(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = opened(address)
    other = address.replace("/diary_", "/other_")
    folder = Path(rotation.folder(address))
    folder.mkdir(parents=True)
    kept = folder / rotation.name(other, NOW.instant - 500 * rotation.DAY, "daily")
    kept.touch()
    for day in range(1, 12):
        monkeypatch.setenv("CRAMPLOG_NOW", f"2025-01-{day:02}T12:00:00+00:00")
        backup.daily(address)
    assert len(list(folder.glob(f"{rotation.stem(address)}2025*"))) == 9
    assert kept.exists(), "another diary's copy was deleted"
    assert diary.people_names() == ["me"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "postgresql+psycopg://anna:s3cret@db.example.org/cramps",
            "anna@db.example.org-5432-cramps",
        ),
        ("postgres://anna@db.example.org:5432/cramps", "anna@db.example.org-5432-cramps"),
        ("postgresql:///cramps?host=/run/pg&user=anna&password=x", "anna@%2Frun%2Fpg-5432-cramps"),
        ("postgresql://anna@[::1]:6000/a%2Fb", "anna@%3A%3A1-6000-a%2Fb"),
        ("postgresql://anna@/?service=clinic", "anna@clinic-5432-anna"),
        ("postgresql://db/x", "carol@db-7000-x"),
    ],
)
def test_one_diary_has_one_name_without_a_password(
    address: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGUSER", "carol")
    if name.startswith("carol"):
        monkeypatch.setenv("PGPORT", "7000")
    assert place.name(address) == name
