"""An envelope gives the key back for its passphrase, with cramplog and without it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pexpect
import pytest
from encryption_fixtures import PASSPHRASE, Secret

from cramplog.errors import BadPassphrase, DiaryError
from cramplog.files import driver, envelope, open_keys, rescue_key


@pytest.fixture
def file(secret: Secret, tmp_path: Path) -> Path:
    envelope.put(secret.sealed, str(tmp_path / "diary.db"))
    return tmp_path / "diary.db.key"


def test_the_passphrase_gives_the_key_back(secret: Secret, file: Path, tmp_path: Path) -> None:
    assert secret.key not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert envelope.unwrap(envelope.read(str(tmp_path / "diary.db")), PASSPHRASE) == secret.key
    assert envelope.read(str(tmp_path / "diary.db")).fits(secret.key)
    assert not secret.sealed.fits(open_keys.new())


def test_another_passphrase_is_refused(secret: Secret) -> None:
    with pytest.raises(BadPassphrase):
        envelope.unwrap(secret.sealed, "incorrect horse")


def test_age_alone_gives_the_key_back(secret: Secret, file: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("age is not installed")
    armored = subprocess.run(
        ["sed", "-n", "/BEGIN/,$p", file], check=True, capture_output=True
    ).stdout
    (file.parent / "key.age").write_bytes(armored)
    opening = pexpect.spawn(age, ["-d", str(file.parent / "key.age")], encoding="utf-8", timeout=60)
    opening.expect("passphrase: ")
    opening.sendline(PASSPHRASE)
    opening.expect(pexpect.EOF)
    assert secret.key in str(opening.before)


@pytest.mark.parametrize("text", ["", "cramplog key 1\n", "cramplog key 2\nid: 1\nrescue: 2\n"])
def test_a_damaged_envelope_is_told(file: Path, tmp_path: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(DiaryError, match="damaged"):
        envelope.read(str(tmp_path / "diary.db"))


def test_a_link_to_a_diary_finds_the_envelope_beside_the_diary(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.db"
    link.symlink_to(tmp_path / "diary.db")
    assert driver.is_encrypted(str(link))


def test_words_are_sealed_without_a_secret_and_opened_by_the_key_alone(secret: Secret) -> None:
    closed = rescue_key.close(b"log calf", secret.sealed.rescue)
    assert "calf" not in closed
    assert rescue_key.open_(closed, secret.key) == b"log calf"
    with pytest.raises(ValueError, match="another"):
        rescue_key.open_(closed, open_keys.new())
