"""What `check` looks at, and what it says of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from filled_diary import filled

from cramplog.files import backup
from cramplog.services import checkup
from cramplog.services.checkup import ERROR, OK, WARN
from cramplog.services.synced import synced_by

NOW = 1795404540  # 2026-11-23 03:29 UTC


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary with something in every table, and a copy of today."""
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o700)
    filled(folder / "diary.db").close()
    backup.daily(str(folder / "diary.db"))
    return folder / "diary.db"


def states(file: Path) -> dict[str, str]:
    """The state of what is not in order, by name."""
    found = checkup.examine(str(file), NOW)
    assert all(one.hint or one.state == OK for one in found if one.name != "permissions")
    return {one.name: one.state for one in found if one.state != OK}


def test_a_diary_in_order(file: Path) -> None:
    assert states(file) == {}
    assert checkup.worst(checkup.examine(str(file), NOW)) == OK


def test_a_diary_that_was_not_begun_is_not_begun_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "new" / "diary.db"
    path.parent.mkdir(mode=0o700)
    assert states(path) == {"diary": WARN}
    assert list(path.parent.iterdir()) == []


def test_the_usual_diary_that_was_not_begun_is_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "cramplog" / "diary.db"
    path.parent.mkdir(mode=0o700)
    assert states(path) == {}
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("mode", "folder", "wrong"), [(0o600, 0o700, False), (0o644, 0o700, True), (0o600, 0o770, True)]
)
def test_what_others_can_read_or_change_is_warned_of(
    file: Path, mode: int, folder: int, wrong: bool
) -> None:
    file.chmod(mode)
    file.parent.chmod(folder)
    assert states(file) == ({"permissions": WARN} if wrong else {})


def test_a_backup_that_others_can_read_is_warned_of(file: Path) -> None:
    next((file.parent / "backups").iterdir()).chmod(0o640)
    assert states(file) == {"permissions": WARN}


def test_backups_that_stopped_are_warned_of(file: Path) -> None:
    (copy,) = (file.parent / "backups").iterdir()
    copy.rename(copy.with_name("diary.db-20261101T032900Z-daily.db"))
    assert states(file) == {"backups": WARN}
    copy.with_name("diary.db-20261101T032900Z-daily.db").unlink()
    assert states(file) == {"backups": WARN}


def test_a_damaged_backup_is_warned_of(file: Path) -> None:
    (copy,) = (file.parent / "backups").iterdir()
    copy.write_bytes(copy.read_bytes()[:9000])
    assert states(file) == {"backups": WARN}


def test_damage_is_an_error_and_names_the_way_back(file: Path) -> None:
    torn = file.read_bytes()
    file.write_bytes(torn[: 4096 * 4] + b"\xff" * 4096 * 3 + torn[4096 * 7 :])
    found = {one.name: one for one in checkup.examine(str(file), NOW)}
    broken = [one for one in found.values() if one.state == ERROR]
    assert broken
    assert any("cramplog restore" in one.hint for one in broken)


def test_rows_that_belong_to_nothing_are_an_error(file: Path) -> None:
    database = sqlite3.connect(file)
    database.executescript("DELETE FROM episode WHERE number = 1")
    database.close()
    assert states(file) == {"references": ERROR}


def test_a_schema_that_differs_is_an_error(file: Path) -> None:
    database = sqlite3.connect(file)
    database.executescript("DROP TABLE night_factor")
    database.close()
    assert states(file) == {"schema": ERROR, "statements": ERROR}


def test_a_newer_diary_and_another_programs_file_are_errors(file: Path, tmp_path: Path) -> None:
    database = sqlite3.connect(file)
    database.executescript("UPDATE alembic_version SET version_num = 'ffff'")
    database.close()
    assert states(file)["diary"] == ERROR
    (tmp_path / "notes.txt").write_text("Dear diary, " * 99)
    assert states(tmp_path / "notes.txt")["diary"] == ERROR


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/health", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Clinic/notes", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Dropboxes", None),
        ("health", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    assert synced_by(str(tmp_path / folder / "diary.db")) == service


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")]
)
def test_a_synced_folder_is_known_by_what_lies_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / mark).mkdir()
    (tmp_path / "deep" / "down").mkdir(parents=True)
    assert synced_by(str(tmp_path / "deep" / "down" / "diary.db")) == service


def test_a_link_into_a_synced_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "Nextcloud")
    assert synced_by(str(tmp_path / "here" / "diary.db")) == "Nextcloud"


def test_a_synced_folder_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir(mode=0o700)
    assert states(tmp_path / "Dropbox" / "diary.db") == {"diary": WARN, "folder": WARN}
