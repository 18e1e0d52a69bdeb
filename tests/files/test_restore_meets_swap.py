"""A restoring that meets an encrypting or a decrypting changes nothing and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from encryption_fixtures import Secret
from filled_diary import log

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError
from cramplog.files import backup, driver, private_copy, replace_file, restore


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A plain diary of two cramps, with a copy of one beside it."""
    path = str(tmp_path / "diary.db")
    diary = Diary(path)
    log(diary, "left calf")
    backup.copy(path, str(tmp_path / "copy.db"))
    log(diary, "foot 02:00")
    diary.close()
    return path


def count(path: str) -> int:
    diary = Diary(path)
    found = len(list(diary.episodes()))
    diary.close()
    return found


@pytest.mark.parametrize("encrypted_before", [False, True])
def test_neither_harms_the_other(
    place: str,
    key_file: Path,
    secret: Secret,
    monkeypatch: pytest.MonkeyPatch,
    encrypted_before: bool,
) -> None:
    if encrypted_before:
        replace_file.encrypt(place, secret.key, secret.sealed)
    prepare = private_copy.prepare

    def slow(*told: Any) -> str:
        revision = prepare(*told)
        if encrypted_before:
            replace_file.decrypt(place)
        else:
            replace_file.encrypt(place, secret.key, secret.sealed)
        return revision

    monkeypatch.setattr(restore, "prepare", slow)
    with pytest.raises(DiaryError, match="moved or replaced"):
        restore.restore(place, str(Path(place).with_name("copy.db")))
    assert driver.is_encrypted(place) is not encrypted_before
    assert count(place) == 2
    monkeypatch.undo()
    monkeypatch.setenv("CRAMPLOG_KEY_FILE", str(key_file))
    restore.restore(place, str(Path(place).with_name("copy.db")))
    assert count(place) == 1
