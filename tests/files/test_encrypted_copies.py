"""Copies of an encrypted diary are encrypted, and each can be restored into any diary."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from encryption_fixtures import Secret, contents, plain_text_in

from cramplog.diary.repository import Diary
from cramplog.files import backup, driver, verify
from cramplog.files.restore import restore
from cramplog.services import encryption

pytestmark = pytest.mark.usefixtures("key_file")


@pytest.fixture(autouse=True)
def _at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")


def test_each_copy_opens_by_its_own_envelope(planted: Path, secret: Secret) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    made = backup.by_hand(str(planted))
    assert Path(f"{made}.key").read_text() == Path(f"{planted}.key").read_text()
    assert {path.stat().st_mode & 0o777 for path in planted.parent.rglob("diary*")} == {0o600}
    backup.drop(made)
    assert not os.path.exists(f"{made}.key")


def test_an_encrypted_copy_needs_no_log_to_be_read(planted: Path, secret: Secret) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    made = Path(backup.by_hand(str(planted)))
    assert verify.sound(str(made))
    beside = sorted(path.name for path in made.parent.glob(f"{made.name}*"))
    assert beside == [made.name, f"{made.name}.key"]


def test_a_copy_made_while_the_diary_is_encrypted_does_not_stay_plain(
    planted: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = backup.placed

    def slowly(*arguments: Any) -> list[str]:
        found = placed(*arguments)
        arguments[0].close()
        if not driver.is_encrypted(str(planted)):
            command = [sys.executable, "-c", ENCRYPT, str(planted), secret.sealed.text()]
            environment = {**os.environ, "KEY": secret.key}
            subprocess.run(command, check=True, env=environment)
        return found

    monkeypatch.setattr(backup, "placed", slowly)
    made = backup.by_hand(str(planted))
    assert driver.is_encrypted(made)
    assert plain_text_in(planted.parent) == []
    assert verify.sound(made)


ENCRYPT = """
import os, sys
from cramplog.files import replace_file
from cramplog.files.envelope import Envelope
path, text = sys.argv[1:]
lines = text.splitlines()
sealed = Envelope(id=lines[1][4:], rescue=lines[2][8:], wrapped="\\n".join(lines[3:]))
assert sealed.text() == text
replace_file.encrypt(path, os.environ["KEY"], sealed)
"""


@pytest.mark.parametrize("live", ["encrypted", "plain", "none", "gone"])
@pytest.mark.parametrize("copied", ["encrypted", "plain"])
def test_a_restored_diary_keeps_its_own_state(
    planted: Path, secret: Secret, tmp_path: Path, copied: str, live: str
) -> None:
    """Where there is no diary it is what the copy was."""
    before = contents(planted)
    if copied == "encrypted":
        encryption.encrypt(str(planted), secret.key, secret.sealed)
    (tmp_path / "kept").mkdir()
    made = backup.copy(str(planted), str(tmp_path / "kept" / "copy.db"))
    target = tmp_path / "live" / "diary.db"
    if live != "none":
        diary = Diary(str(target))
        diary.close()
    if live in ("encrypted", "gone"):
        encryption.encrypt(str(target), secret.key, secret.sealed)
    if live == "gone":
        target.unlink()
    done = restore(str(target), made)
    assert (done.episodes, done.was_damaged) == (verify.episodes(made), False)
    assert contents(target) == before
    assert driver.is_encrypted(str(target)) is (
        copied == "encrypted" if live == "none" else live != "plain"
    )
    if driver.is_encrypted(str(target)):
        assert plain_text_in(target.parent) == []
    Diary(str(target)).close()
