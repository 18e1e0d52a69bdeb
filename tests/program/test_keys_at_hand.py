"""Which key opens what, where several diaries have keys of their own, and words that wait."""

from __future__ import annotations

import shutil
from pathlib import Path

import pexpect
import pytest
from encryption_fixtures import DIARY, PASSPHRASE
from running import Program, assert_refused, episodes

OTHERS_PASSPHRASE = "another battery horse"


@pytest.fixture
def other(encrypted: Program, home: Path) -> Path:
    """Another encrypted diary with a key and a passphrase of its own, and one more cramp."""
    (home / "secret").touch(mode=0o600)
    (home / "secret").write_text(f"{OTHERS_PASSPHRASE}\n")
    told = {"CRAMPLOG_DB": "other.db", "CRAMPLOG_PASSPHRASE_FILE": str(home / "secret")}
    there = encrypted.with_environment(CRAMPLOG_KEY_FILE=None, **told)
    assert there("log", "toes", "2026-11-20 05:00").code == 0
    assert there("encrypt", "--key-file", "other.key").code == 0
    (home / "other.key").rename(home / "key of the other")
    return home / "other.db"


def test_a_diary_of_another_key_is_merged_by_its_passphrase(
    encrypted: Program, other: Path, home: Path
) -> None:
    before = len(episodes(encrypted))
    told = encrypted("merge", str(other), CRAMPLOG_PASSPHRASE_FILE=str(home / "secret"))
    assert told.code == 0, told
    assert len(episodes(encrypted)) == before + 1


def test_without_it_the_key_is_told_as_the_wrong_one(encrypted: Program, other: Path) -> None:
    assert_refused(encrypted("merge", str(other)), 5, "no key for it is at hand")
    told = encrypted("list", "--db", str(other))
    assert_refused(told, 5, "is not the one of")


def test_a_copy_of_another_key_is_restored_by_its_passphrase(
    encrypted: Program, other: Path, home: Path
) -> None:
    told = encrypted("restore", str(other), CRAMPLOG_PASSPHRASE_FILE=str(home / "secret"))
    assert told.code == 0, told
    assert len(episodes(encrypted)) == 1
    assert encrypted("check", "--strict").code == 0


def test_a_copy_whose_key_is_not_at_hand_is_not_called_damaged(
    encrypted: Program, home: Path
) -> None:
    assert encrypted("decrypt").code == 0
    told = encrypted("check", CRAMPLOG_KEY_FILE=None)
    assert told.code == 0
    assert "without its key nobody can look into it" in " ".join(told.stdout.split())
    assert "damaged" not in told.stdout


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_no_passphrase_ends_the_command_and_keeps_its_words(
    encrypted: Program, home: Path, key: str
) -> None:
    keyless = encrypted.with_environment(CRAMPLOG_KEY_FILE=None, TERM="dumb")
    words = ["log", "left", "calf", "6"]
    program = pexpect.spawn(
        keyless.command[0],
        [*keyless.command[1:], *words],
        env=keyless.environment,
        cwd=str(home),
        encoding="utf-8",
        timeout=60,
    )
    program.expect("passphrase: ")
    program.send(key)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 130
    assert "bug" not in str(program.before)
    assert "2 commands" not in encrypted("check").stdout
    assert "1 command typed" in " ".join(encrypted("check").stdout.split())


def test_an_age_file_with_something_else_in_it_is_no_word_against_the_diary(
    cramplog: Program, home: Path
) -> None:
    import pyrage

    assert cramplog("log", "calf").code == 0
    (home / "secret").touch(mode=0o600)
    (home / "secret").write_text(f"{PASSPHRASE}\n")
    (home / "text.age").write_bytes(pyrage.passphrase.encrypt(b"a letter" * 999, PASSPHRASE))
    told = cramplog("restore", "text.age", CRAMPLOG_PASSPHRASE_FILE=str(home / "secret"))
    assert_refused(told, 5, "text.age is damaged or no cramplog diary; nothing was changed")
    assert len(episodes(cramplog)) == 1


def test_words_that_wait_can_be_dropped_even_without_their_key(
    encrypted: Program, home: Path
) -> None:
    keyless = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    for pain in ("3", "4"):
        assert keyless("log", "calf", pain).code == 5
    shown = keyless("check", "--forget", "--json").data["dropped"]
    assert [one["words"] for one in shown] == [[], []]
    assert keyless("log", "calf", "5").code == 5
    assert encrypted("check", "--forget").stdout.endswith(": log calf 5\n")
    assert encrypted("check", "--forget").stdout == "Nothing waits to be stored.\n"
    assert "nothing waits" in encrypted("check").stdout
    assert_refused(encrypted("check", "--forget", "--replay"), 2, "Give one of them")


def test_the_diary_itself_is_where_it_was(encrypted: Program, other: Path, home: Path) -> None:
    shutil.copy(other, home / "copied.db")
    assert_refused(encrypted("merge", "copied.db"), 5, "damaged or no cramplog diary")
    assert (home / DIARY).exists()
