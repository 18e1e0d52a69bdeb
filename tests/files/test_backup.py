"""Copies of a diary: whole, private, never half of one, never over another."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest
from spoken import said

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.errors import BadFile, Conflict, DiaryError
from cramplog.files import backup, rotation, verify
from cramplog.files.restore import restore
from cramplog.services import record


@pytest.fixture(autouse=True)
def _at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")


def names(diary: Path) -> list[str]:
    return sorted(os.listdir(diary.parent / "backups"))


def log(diary: Diary, words: str, ago: int = 0) -> None:
    now = Moment(instant=1795404540 - ago, utc_offset=0, zone="Etc/UTC")
    record.log(diary, said(words), now)


def script(path: Path, sql: str) -> None:
    database = sqlite3.connect(path)
    database.executescript(sql)
    database.close()


def test_a_copy_is_one_private_file_with_all_that_was_committed(diary: Diary) -> None:
    log(diary, "left calf")
    made = Path(backup.before(diary.path, "import"))  # the log of the diary is not merged yet
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert os.listdir(made.parent) == [made.name]
    assert verify.sound(str(made))
    assert verify.episodes(str(made)) == 1
    assert os.listdir(made.parent) == [made.name]


def test_two_copies_of_one_second_have_two_names(diary: Diary) -> None:
    paths = {backup.before(diary.path, "import") for _ in range(3)}
    assert len(paths) == 3


def test_one_copy_a_day_is_made(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    assert backup.daily(diary.path)
    assert not rotation.due(diary.path, 1795404540)
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-24T00:00:00+00:00")
    assert backup.daily(diary.path)
    assert len(names(Path(diary.path))) == 2


def test_a_copy_that_another_process_makes_is_not_made_twice(diary: Diary) -> None:
    part = Path(diary.path).parent / "backups" / "diary.db-20261123-daily.part"
    part.parent.mkdir(mode=0o700)
    part.touch()
    assert backup.daily(diary.path) is None
    long_ago = time.time() - 2 * backup.FORGOTTEN_SECONDS
    os.utime(part, (long_ago, long_ago))
    assert backup.daily(diary.path)
    assert not part.exists()


def test_a_damaged_diary_is_not_copied_over_good_copies(filled_file: Path) -> None:
    backup.before(str(filled_file), "import")
    before = names(filled_file)
    torn = bytearray(filled_file.read_bytes())
    torn[4096 * 4 : 4096 * 8] = os.urandom(4096 * 4)
    filled_file.write_bytes(torn)
    with pytest.raises(DiaryError, match="damaged") as refused:
        backup.before(str(filled_file), "import")
    assert before[0] in refused.value.hint
    assert names(filled_file) == before
    assert filled_file.read_bytes() == torn


def test_old_copies_are_deleted_when_a_new_one_is_made(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 15):
        monkeypatch.setenv("CRAMPLOG_NOW", f"2026-11-{day:02}T03:29:00+00:00")
        backup.by_hand(diary.path) if day == 3 else backup.daily(diary.path)
    left = [*range(7, 15)]  # 1 November was a Sunday, the newest of its week is kept
    assert [int(each[15:17]) for each in names(Path(diary.path))] == [1, 3, 6, *left]


def test_a_clock_that_is_far_off_for_a_command_deletes_no_copy(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in range(2020, 2027):
        monkeypatch.setenv("CRAMPLOG_NOW", f"{year}-11-23T03:29:00+00:00")
        backup.daily(diary.path)
    assert [int(each[9:13]) for each in names(Path(diary.path))] == [*range(2020, 2027)]


def test_a_restored_file_is_what_the_diary_was_and_stays_as_it_is(diary: Diary) -> None:
    log(diary, "left calf")
    made = backup.by_hand(diary.path)
    held = Path(made).read_bytes()
    log(diary, "right foot", ago=3600)
    done = restore(diary.path, os.path.basename(made))
    assert (done.episodes, done.was_damaged, done.migrated_from) == (1, False, None)
    assert Path(made).read_bytes() == held
    assert done.replaced is not None
    assert verify.episodes(done.replaced) == 2
    assert len(list(diary.episodes())) == 1  # the diary that was open sees it
    assert diary.connection.query("PRAGMA journal_mode", {}) == [("wal",)]
    assert restore(diary.path, done.replaced).episodes == 2


def test_what_is_no_backup_is_not_restored(diary: Diary, filled_file: Path) -> None:
    folder = filled_file.parent
    (folder / "text").write_text("Dear diary, " * 99)
    script(folder / "other", "CREATE TABLE bookmarks (url)")
    script(filled_file, "UPDATE alembic_version SET version_num = 'ffff'")
    log(diary, "left calf")
    for name, error in (("none", BadFile), ("text", DiaryError), ("other", DiaryError)):
        with pytest.raises(error):
            restore(diary.path, str(folder / name))
    with pytest.raises(DiaryError, match="newer"):
        restore(diary.path, str(filled_file))
    with pytest.raises(Conflict):
        restore(diary.path, diary.path)
    assert len(list(diary.episodes())) == 1
    assert not [name for name in os.listdir(folder) if ".restore-" in name]


def test_another_programs_database_is_not_replaced(filled_file: Path) -> None:
    other = filled_file.with_name("bookmarks.db")
    script(other, "CREATE TABLE bookmarks (url)")
    before = other.read_bytes()
    with pytest.raises(DiaryError, match="not a cramplog diary"):
        restore(str(other), str(filled_file))
    assert other.read_bytes() == before
    text = filled_file.with_name("notes.txt")
    text.write_text("Dear diary, " * 99)
    with pytest.raises(DiaryError, match="no cramplog diary"):
        restore(str(text), str(filled_file))
    assert text.read_text() == "Dear diary, " * 99


def test_a_copy_put_in_place_by_hand_takes_entries_beside_readers(filled_file: Path) -> None:
    made = backup.by_hand(str(filled_file))
    placed = filled_file.with_name("placed.db")
    placed.write_bytes(Path(made).read_bytes())
    diary = Diary(str(placed))
    log(diary, "left calf")
    assert diary.connection.query("PRAGMA journal_mode", {}) == [("wal",)]
    diary.close()


def test_an_open_diary_whose_file_was_replaced_takes_no_entry(diary: Diary) -> None:
    log(diary, "left calf")
    other = Path(diary.path).with_name("other.db")
    Diary(str(other)).close()
    os.replace(other, diary.path)
    with pytest.raises(DiaryError, match="moved or replaced"):
        log(diary, "right foot", ago=60)
