"""`backup --encrypt`: one age file of a plain or an encrypted diary, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pexpect
import pytest
from encryption_fixtures import DIARY, PASSPHRASE, PLANTED, plain_text_in
from running import Program, assert_refused, episodes


@pytest.fixture(params=["plain", "encrypted"])
def program(request: pytest.FixtureRequest, passphrase_file: Path, home: Path) -> Program:
    """The program on a diary with a planted note, plain or encrypted; a passphrase in a file."""
    if request.param == "encrypted":
        encrypted: Program = request.getfixturevalue("encrypted")
        return encrypted.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))
    cramplog: Program = request.getfixturevalue("cramplog")
    assert cramplog("log", "left", "calf", "--note", PLANTED).code == 0
    return cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))


def test_a_sealed_backup_comes_back_into_any_diary(program: Program, home: Path) -> None:
    before = episodes(program, "--nights", "99")
    (home / "kept").mkdir()
    told = program("backup", "--encrypt", "--to", "kept", "--json").data
    made = home / told["file"]
    assert (told["encrypted"], told["episodes"]) == (True, len(before))
    assert made.name.endswith("-by-hand.db.age")
    assert made.stat().st_mode & 0o777 == 0o600
    assert plain_text_in(home / "kept") == []
    assert program("restore", str(made), "--db", "new.db").code == 0
    plain = program.with_environment(CRAMPLOG_KEY_FILE=None)
    assert episodes(plain, "--nights", "99", "--db", "new.db") == before
    assert program("check", "--db", "new.db").code == 0
    assert program("log", "right", "foot").code == 0
    assert program("restore", str(made)).code == 0
    assert episodes(program, "--nights", "99") == before
    assert program("check").code == 0


def test_among_the_automatic_copies_its_name_is_enough(program: Program, home: Path) -> None:
    made = [program("backup", "--encrypt", "--json").data["file"] for _ in range(2)]
    assert len(set(made)) == 2
    assert program("restore", Path(made[0]).name).code == 0


def test_nothing_of_an_encrypted_diary_is_plain_on_the_way(
    encrypted: Program, home: Path, passphrase_file: Path
) -> None:
    program = encrypted.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))
    made = program("backup", "--encrypt", "--json").data["file"]
    assert plain_text_in(home) == []
    assert program("restore", made).code == 0
    assert plain_text_in(home) == []
    assert (home / f"{DIARY}.key").exists()


def test_age_opens_it_as_a_diary_that_any_sqlite_reads(program: Program, home: Path) -> None:
    age, keygen = shutil.which("age"), shutil.which("age-keygen")
    if not age or not keygen:
        pytest.skip("age is not installed")
    subprocess.run([keygen, "-o", home / "secret"], check=True, capture_output=True)
    public = subprocess.run(
        [keygen, "-y", home / "secret"], check=True, capture_output=True, text=True
    ).stdout.strip()
    told = program("backup", "--to", ".", "--recipient", public, "--json").data
    opened = subprocess.run(
        [age, "-d", "-i", home / "secret", home / told["file"]], check=True, capture_output=True
    ).stdout
    (home / "opened.db").write_bytes(opened)
    database = sqlite3.connect(home / "opened.db")
    assert (PLANTED,) in database.execute("SELECT note FROM episode").fetchall()
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
    assert_refused(program("restore", told["file"]), 2, "age key", "--identity")
    assert_refused(program("restore", told["file"], "--identity", "passphrase"), 2, "no age key")
    assert program("restore", told["file"], "--identity", "secret").code == 0


def test_what_does_not_open_it_is_told_and_nothing_is_changed(program: Program, home: Path) -> None:
    made = program("backup", "--encrypt", "--json").data["file"]
    before = (home / DIARY).read_bytes()
    (home / "passphrase").write_text("incorrect horse\n")
    assert_refused(program("restore", made), 5, "cannot be opened")
    silent = program.with_environment(CRAMPLOG_PASSPHRASE_FILE=None)
    assert_refused(silent("restore", made), 2, "terminal", "CRAMPLOG_PASSPHRASE_FILE")
    (home / "passphrase").write_text(PASSPHRASE)
    torn = bytearray(Path(made).read_bytes())
    torn[-100] ^= 1
    Path(made).write_bytes(torn)
    assert_refused(program("restore", made), 5, "damaged")
    assert (home / DIARY).read_bytes() == before
    assert not [path for path in (home / DIARY).parent.iterdir() if ".restore-" in path.name]


def test_at_a_terminal_the_passphrase_is_asked_for(program: Program, home: Path) -> None:
    made = program("backup", "--encrypt", "--json").data["file"]
    asking = pexpect.spawn(
        program.command[0],
        ["restore", made],
        env={
            **program.with_environment(CRAMPLOG_PASSPHRASE_FILE=None).environment,
            "TERM": "xterm",
        },
        cwd=str(home),
        encoding="utf-8",
        timeout=60,
    )
    asking.expect("Passphrase of ")
    asking.sendline(PASSPHRASE)
    asking.expect(pexpect.EOF)
    asking.close()
    assert asking.exitstatus == 0


def test_a_folder_that_is_not_there_is_refused_before_a_passphrase_is_asked(
    program: Program,
) -> None:
    assert_refused(program("backup", "--encrypt", "--to", "nowhere"), 2, "no folder")


def test_a_backup_says_truly_whether_it_is_encrypted(program: Program, home: Path) -> None:
    told = program("backup", "--json").data
    assert told["encrypted"] is (home / f"{DIARY}.key").exists()
    said = program("backup").stdout
    assert ("It is not encrypted" in " ".join(said.split())) is not told["encrypted"]
