"""No command deletes the key of a diary: what does not fit is set aside, said, and comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from encryption_fixtures import DIARY
from running import Program, assert_refused


@pytest.mark.parametrize("line", ["list", "log left calf", "status", "report week", "check"])
def test_a_plain_copy_in_the_diarys_place_costs_no_key(
    encrypted: Program, home: Path, line: str
) -> None:
    diary, envelope = home / DIARY, home / f"{DIARY}.key"
    key = envelope.read_bytes()
    shutil.move(diary, home / "kept.db")
    plain = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    assert plain("log", "right", "foot", "--db", "plain.db").code == 0
    shutil.copy(home / "plain.db", diary)
    told = encrypted(*line.split())
    assert told.code == 0, told
    kept = [each for each in diary.parent.iterdir() if each.name.startswith("diary.db.key")]
    assert [each.read_bytes() for each in kept] == [key]
    assert f"set aside as {kept[0]}" in told.stderr
    shutil.move(home / "kept.db", diary)
    assert len(encrypted("list", "--nights", "30", "--json").data["episodes"]) == 6
    assert envelope.read_bytes() == key


def test_decrypting_keeps_the_envelope_under_another_name(encrypted: Program, home: Path) -> None:
    envelope = home / f"{DIARY}.key"
    key = envelope.read_bytes()
    told = encrypted("decrypt")
    assert told.code == 0
    assert "-set-aside-1" in told.stdout.replace("\n  ", "")
    assert not envelope.exists()
    assert Path(f"{envelope}-set-aside-1").read_bytes() == key
    assert encrypted("list").code == 0


def test_a_file_of_text_in_its_place_takes_no_envelope(encrypted: Program, home: Path) -> None:
    (home / DIARY).write_text("Dear diary\n")
    assert_refused(encrypted("list"), 5)
    assert (home / f"{DIARY}.key").exists()
