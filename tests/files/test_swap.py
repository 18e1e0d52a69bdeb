"""Encrypting and decrypting a diary's file: all of it, and never under somebody's hands."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from encryption_fixtures import Secret, contents, plain_text_in

from cramplog.diary import structure
from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError
from cramplog.files import backup, driver, plain_copies, replace_file, unfinished, verify
from cramplog.files.driver import Driver
from cramplog.services import encryption

pytestmark = pytest.mark.usefixtures("key_file")


@pytest.fixture(autouse=True)
def _at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-23T03:29:00+00:00")


def test_every_row_is_in_the_encrypted_diary_and_again_in_the_decrypted(
    planted: Path, secret: Secret
) -> None:
    backup.by_hand(str(planted))
    before = contents(planted)
    assert all(before.values()), "a table of the planted diary is empty"
    done = encryption.encrypt(str(planted), secret.key, secret.sealed)
    assert (done.copies, done.left) == (1, ())
    assert contents(planted) == before
    assert plain_text_in(planted.parent) == []
    assert verify.sound(str(planted), deep=True)
    connection = verify.reading(str(planted))
    assert structure.strays(connection) == []
    connection.close()
    assert contents(Path(done.kept or "")) == before
    encryption.decrypt(str(planted))
    assert contents(planted) == before
    assert not driver.is_encrypted(str(planted))
    assert verify.is_plain(str(planted))
    assert len(plain_copies.found(str(planted))) == 0, "copies stay encrypted"


HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA journal_mode=WAL")
held.execute("SELECT * FROM episode").fetchone()
print("ready", flush=True)
sys.stdin.readline()
"""


def test_a_diary_that_another_program_has_open_is_not_swapped(
    planted: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.3)
    command = [sys.executable, "-c", HOLDER, str(planted)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(DiaryError, match="held by another program"):
            encryption.encrypt(str(planted), secret.key, secret.sealed)
        assert not driver.is_encrypted(str(planted))
        holder.communicate(b"\n")
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    assert driver.is_encrypted(str(planted))


def test_who_had_the_plain_file_open_before_writes_nothing_into_the_new_one(
    planted: Path, secret: Secret
) -> None:
    """It waits for the lock with the old file in its hands, whose log bears the new one's name."""
    waiting = subprocess.Popen(
        [sys.executable, "-c", WAITER, str(planted)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert waiting.stdout is not None
    assert waiting.stdin is not None
    assert waiting.stdout.readline() == b"opened\n"
    replace_file.encrypt(str(planted), secret.key, secret.sealed)
    writer = Diary(str(planted))
    with writer.connection:
        writer.connection.query("UPDATE episode SET pain = 9 WHERE number = 1", {})
    out, err = waiting.communicate(b"\n", timeout=60)
    assert b"moved or replaced" in out, (out, err)
    with writer.connection:
        writer.connection.query("UPDATE episode SET pain = 8 WHERE number = 2", {})
    writer.close()
    pains = [row[0] for row in Diary(str(planted)).connection.query(PAINS, {})]
    assert pains == [9, 8]
    assert verify.sound(str(planted), deep=True)


PAINS = "SELECT pain FROM episode WHERE number IN (1, 2) ORDER BY number"
WAITER = """
import sqlite3, sys
from cramplog.files import driver, opening
from cramplog.errors import DiaryError
def opened(path):
    file = driver.identity(path)
    connection = sqlite3.connect(path, isolation_level=None)  # and nothing read: no lock is held
    print("opened", flush=True)
    return connection, file
opening._open = opened
diary = opening.Connection(sys.argv[1])
sys.stdin.readline()
try:
    with diary:
        diary.query("UPDATE episode SET pain = 1", {})
except DiaryError as problem:
    print(problem, flush=True)
diary.close()
"""


class Killed(BaseException):
    """What no handler of the program takes for an error of its own."""


def killed_at(step: Any, ending: str) -> Any:
    """A step of the program, at which it ends where the first file's name ends so."""

    def instead(file: str, *others: str) -> None:
        if file.endswith(ending):
            raise Killed
        step(file, *others)

    return instead


def test_a_killed_encrypting_is_finished_by_whoever_opens_the_diary(
    planted: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(planted)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", killed_at(os.rename, unfinished.PASSING))
        with pytest.raises(Killed):
            replace_file.encrypt(str(planted), secret.key, secret.sealed)
    assert Path(f"{planted}{unfinished.PASSING}").exists()
    assert not driver.is_encrypted(str(planted))
    assert contents(planted) == before
    assert driver.is_encrypted(str(planted))
    assert plain_text_in(planted.parent) == []


def test_a_killed_decrypting_is_finished_by_whoever_opens_the_diary(
    planted: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(planted)
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", killed_at(os.rename, driver.SEAL))
        with pytest.raises(Killed):
            replace_file.decrypt(str(planted))
    assert driver.is_encrypted(str(planted))
    Diary(str(planted)).close()
    assert not driver.is_encrypted(str(planted))
    assert contents(planted) == before


def test_a_wrong_key_never_costs_an_envelope(planted: Path, secret: Secret, key_file: Path) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    kept = Path(f"{planted}.key").read_bytes()
    key_file.write_text("0" * 64)
    for _ in range(2):
        with pytest.raises(DiaryError, match="not the one of"):
            Diary(str(planted))
        assert not verify.sound(str(planted))
    assert Path(f"{planted}.key").read_bytes() == kept


def test_another_programs_database_never_costs_an_envelope(planted: Path, secret: Secret) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    planted.unlink()
    with sqlite3.connect(planted) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    with pytest.raises(DiaryError):
        Diary(str(planted))
    assert driver.is_encrypted(str(planted))


def test_a_lost_envelope_is_told_with_where_another_is(planted: Path, secret: Secret) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    made = backup.by_hand(str(planted))
    Path(f"{planted}.key").unlink()
    with pytest.raises(DiaryError, match="envelope") as refused:
        Diary(str(planted))
    assert f"{driver.SEAL} {planted}.key" in refused.value.hint
    Path(f"{made}.key").rename(f"{planted}.key")
    Diary(str(planted)).close()


def test_a_flipped_bit_in_any_page_is_seen(planted: Path, secret: Secret) -> None:
    encryption.encrypt(str(planted), secret.key, secret.sealed)
    whole = planted.read_bytes()
    for page in range(len(whole) // 4096):
        torn = bytearray(whole)
        torn[page * 4096 + 2000] ^= 4
        planted.write_bytes(torn)
        assert not verify.sound(str(planted), deep=True), page
    planted.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises(DiaryError, match="damaged"):
        Diary(str(planted)).episode(1)


def test_sqlcipher_takes_a_plain_diary_too(planted: Path) -> None:
    connection = Driver(cipher=True).connect(str(planted), verify.READ_ONLY)
    assert verify.count(connection) == verify.episodes(str(planted))
    connection.close()
