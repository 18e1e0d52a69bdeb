"""A key file is read if it is one and nobody else can read it; else one line says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from encryption_fixtures import Secret

from cramplog.errors import NoKey
from cramplog.files import envelope
from cramplog.files import open_keys as keys


def test_a_new_key_file_is_private_and_holds_another_key_each_time(tmp_path: Path) -> None:
    made = [keys.make(str(tmp_path / name)) for name in ("one", "two")]
    assert made[0] != made[1]
    assert [keys.read(str(tmp_path / name)) for name in ("one", "two")] == made
    assert (tmp_path / "one").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        keys.make(str(tmp_path / "one"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620])
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    keys.make(str(tmp_path / "key"))
    (tmp_path / "key").chmod(mode)
    with pytest.raises(NoKey, match="by others") as refused:
        keys.read(str(tmp_path / "key"))
    assert "chmod 600" in refused.value.hint


@pytest.mark.parametrize("text", ["", "abc", "g" * 64, "0" * 63, "0" * 65, "ü" * 64])
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "key"
    file.touch(mode=0o600)
    file.write_text(text)
    with pytest.raises(NoKey, match="64 hex digits"):
        keys.read(str(file))


def test_a_key_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match="cannot be read"):
        keys.read(str(tmp_path / "key"))


def test_without_a_key_file_and_without_leave_to_look_further_there_is_none(
    secret: Secret, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "diary.db")
    envelope.put(secret.sealed, path)
    monkeypatch.setattr(keys, "further", None)
    monkeypatch.setattr(keys, "_found", {})
    with pytest.raises(NoKey, match="no key for it"):
        keys.of(path)
    monkeypatch.setattr(keys, "further", lambda _path, _sealed: secret.key)
    assert keys.of(path) == secret.key
    monkeypatch.setattr(keys, "further", None)
    assert keys.of(path) == secret.key  # one question a run
