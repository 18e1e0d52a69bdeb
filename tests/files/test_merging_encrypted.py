"""Merging where one diary is encrypted, or both: nothing plain on the way."""

from __future__ import annotations

from pathlib import Path

from running import Program, episodes

NOTE = "planted-note-of-the-other"


def test_an_encrypted_diary_takes_a_plain_one_in(encrypted: Program, home: Path) -> None:
    plain = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    assert plain("--db", "other.db", "log", "toes", "--note", NOTE).code == 0
    before = len(episodes(encrypted))
    assert encrypted("merge", "other.db").code == 0
    assert len(episodes(encrypted)) == before + 1
    held = [
        path for path in home.rglob("*") if path.is_file() and NOTE.encode() in path.read_bytes()
    ]
    assert {path.name.split(".db")[0] for path in held} == {"other"}
    assert encrypted("check", "--strict").code == 0


def test_a_plain_diary_takes_an_encrypted_one_in(encrypted: Program, home: Path) -> None:
    place = encrypted("config", "path", "--json").data["diary"]
    count = len(episodes(encrypted))
    told = encrypted("--db", "plain.db", "merge", place)
    assert told.code == 0, told
    assert len(episodes(encrypted, "--db", "plain.db")) == count
    assert "Nothing new" in encrypted("--db", "plain.db", "merge", place).stdout
    assert "Nothing new" in encrypted("merge", "plain.db").stdout
    assert not list(home.rglob("*merging-*"))


def test_without_its_key_an_encrypted_diary_is_not_taken_in(encrypted: Program) -> None:
    place = encrypted("config", "path", "--json").data["diary"]
    keyless = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    told = keyless("--db", "plain.db", "merge", place)
    assert told.code == 5
    assert "CRAMPLOG_KEY_FILE" in told.stderr
