"""Opening a diary: made privately and once, refused where it is none, migrated with a backup."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from filled_diary import NOW, log

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError, DiaryLocked, DiaryNewer, NoSuchPerson
from cramplog.files import driver, migrate

MORE = '''
"""what a later version adds"""

import sqlalchemy as sa
from alembic import op

revision = "more"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("episode") as batch:
        batch.add_column(sa.Column("mood", sa.Text()))
    {then}
'''


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_diary_and_its_folder_are_its_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        diary = Diary(str(tmp_path / "data" / "cramplog" / "diary.db"))
        log(diary, "left calf 5m")
        folder = tmp_path / "data" / "cramplog"
        assert mode(folder) == 0o700
        files = {path.name: mode(path) for path in folder.iterdir()}
        assert "diary.db-wal" in files
        assert set(files.values()) == {0o600}, files
        diary.close()
    finally:
        os.umask(old)


def test_an_entry_survives_a_power_cut(diary: Diary) -> None:
    assert diary.connection.query("PRAGMA synchronous", {}) == [(2,)]  # FULL
    assert diary.connection.query("PRAGMA journal_mode", {}) == [("wal",)]
    assert diary.connection.query("PRAGMA foreign_keys", {}) == [(1,)]


def test_a_reader_sees_what_another_process_wrote(diary: Diary) -> None:
    other = Diary(diary.path)
    log(diary, "left calf 5m")
    assert [episode.number for episode in other.episodes()] == [1]
    other.close()


def test_creators_at_once_make_one_diary(tmp_path: Path) -> None:
    code = "import sys; from cramplog.diary.repository import Diary; Diary(sys.argv[1])"
    path = str(tmp_path / "diary.db")
    makers = [
        subprocess.Popen([sys.executable, "-c", code, path], stderr=subprocess.PIPE)
        for _ in range(12)
    ]
    told = [maker.communicate()[1] for maker in makers]
    assert {maker.returncode for maker in makers} == {0}, told
    diary = Diary(path)
    assert diary.people_names() == ["me"]
    assert diary.connection.query("PRAGMA integrity_check", {}) == [("ok",)]
    diary.close()


def test_a_writer_waits_for_another_and_then_says_so(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)
    second = Diary(diary.path)
    with diary.connection, pytest.raises(DiaryLocked, match="held by another program"):
        log(second, "left calf")
    log(second, "left calf")
    second.close()


def test_a_folder_is_no_diary(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="is a folder"):
        Diary(str(tmp_path))


@pytest.mark.parametrize("content", [b"Dear diary", b"Dear diary, my leg hurts.\n" * 400])
def test_a_text_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(DiaryError, match="is no cramplog diary"):
        Diary(str(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE bookmarks (url TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "CREATE TABLE alembic_version AS SELECT '0001' AS version_num",
    ],
)
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, tables: str) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.executescript(tables)
    other.close()
    before = path.read_bytes()
    with pytest.raises(DiaryError, match="not a cramplog diary"):
        Diary(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("kept", [50, 4000, 20_000])
def test_a_file_cut_short_is_refused_and_left_as_it_is(filled_file: Path, kept: int) -> None:
    cut = filled_file.read_bytes()[:kept]
    filled_file.write_bytes(cut)
    with pytest.raises(DiaryError):
        list(Diary(str(filled_file)).episodes())
    assert filled_file.read_bytes() == cut


def test_a_diary_of_a_newer_version_is_refused(filled_file: Path) -> None:
    database = sqlite3.connect(filled_file)
    database.execute("UPDATE alembic_version SET version_num = 'ffff'")
    database.commit()
    database.close()
    before = filled_file.read_bytes()
    with pytest.raises(DiaryNewer) as refused:
        Diary(str(filled_file))
    assert refused.value.exit_code == 5
    assert "Update cramplog" in refused.value.hint
    assert filled_file.read_bytes() == before


def test_an_address_that_is_no_postgresql_is_refused_without_its_password() -> None:
    with pytest.raises(DiaryError, match="stands on PostgreSQL; mysql is neither") as refused:
        Diary("mysql://anna:secret@host/diary")
    assert "secret" not in str(refused.value)


def test_a_person_who_is_not_there_is_named_with_those_who_are(diary: Diary) -> None:
    with pytest.raises(NoSuchPerson) as refused:
        Diary(diary.path, "bob")
    assert '"bob"' in refused.value.message
    assert "me" in refused.value.hint


def a_later_version(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str = "pass") -> None:
    """As if this were the program that comes after the next migration."""
    shutil.copytree(migrate.folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = MORE.format(head=compiled.REVISION, then=then)
    (folder / "versions" / "9999_more.py").write_text(text)
    monkeypatch.setattr(migrate, "folder", lambda: str(folder))
    if then == "pass":
        monkeypatch.setattr(compiled, "SCHEMA", migrate.schema("more"))
    monkeypatch.setattr(compiled, "REVISION", "more")


def tables(path: Path) -> set[str]:
    database = sqlite3.connect(path)
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    database.close()
    return names


def test_an_older_diary_is_migrated_after_a_backup(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = Diary(str(filled_file))
    before = list(diary.episodes())
    diary.close()
    a_later_version(monkeypatch, tmp_path / "later")
    diary = Diary(str(filled_file))
    assert list(diary.episodes()) == before
    assert "later" in tables(filled_file)
    diary.close()
    (backup,) = (tmp_path / "backups").iterdir()
    assert mode(backup) == 0o600
    assert mode(backup.parent) == 0o700
    assert "before-migration" in backup.name
    assert "later" not in tables(backup)
    monkeypatch.undo()
    old = Diary(str(backup))
    assert list(old.episodes()) == before
    old.close()


def test_a_migrated_diary_keeps_its_checks_and_takes_entries(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_later_version(monkeypatch, tmp_path / "later")
    diary = Diary(str(filled_file))
    assert log(diary, "left calf 5m", NOW).number == 9
    with pytest.raises(DiaryError) as refused, diary.connection as connection:
        connection.query("UPDATE episode SET pain = 11", {})
    assert "CHECK" in str(refused.value.__cause__)
    assert diary.connection.query("SELECT number FROM episode WHERE pain = 11", {}) == []
    assert diary.connection.query("PRAGMA foreign_key_check", {}) == []
    diary.close()


def test_a_migration_that_fails_leaves_the_diary_as_it_was(
    filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(filled_file)
    a_later_version(monkeypatch, tmp_path / "later", 'raise ValueError("half way")')
    with pytest.raises(ValueError, match="half way"):
        Diary(str(filled_file))
    assert tables(filled_file) == before
    monkeypatch.undo()
    diary = Diary(str(filled_file))
    assert diary.last_number() == 8
    diary.close()


def test_an_older_sqlite_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(DiaryError, match=r"needs 3\.37"):
        Diary(str(tmp_path / "diary.db"))
    assert list(tmp_path.iterdir()) == []
