"""`encrypt` and `decrypt` as a user meets them: where the key is, and what is said without it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pexpect
import pytest
from encryption_fixtures import DIARY, PASSPHRASE, PLANTED, plain_text_in
from running import Program, Result, assert_refused, episodes

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def at_terminal(program: Program, *words: str, **variables: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        program.command[0],
        list(words),
        env={**program.environment, **variables, "TERM": "xterm", "PYTHONWARNINGS": "default"},
        cwd=str(program.folder),
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 200),
    )


def ended(program: pexpect.spawn[str]) -> tuple[int | None, str]:
    program.expect(pexpect.EOF)
    program.close()
    return program.exitstatus, str(program.before)


@pytest.fixture
def keyed(cramplog: Program, with_keyring: dict[str, str]) -> Program:
    """The program with a keyring, on a plain diary with a planted note."""
    program = cramplog.with_environment(**with_keyring)
    assert program("log", "left", "calf", "5m", "7", "--note", PLANTED).code == 0
    return program


@pytest.fixture
def held(keyed: Program, passphrase_file: Path) -> Program:
    """The same, encrypted; the keyring has the key."""
    told = keyed("encrypt", "--json", CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))
    assert (told.data["encrypted"], told.data["key"]) == (True, "keyring"), told
    return keyed


def test_the_keyring_has_the_key_and_nothing_is_asked(held: Program, home: Path) -> None:
    stored = json.loads((home / "keyring.json").read_text())
    (name,) = stored
    assert name.startswith("cramplog ")
    assert [each["note"] for each in episodes(held)] == [PLANTED]
    assert held("log", "right", "foot").code == 0
    assert held("stop").code == 3  # no timer: the diary was read
    assert held("check", "--strict").code == 0
    assert plain_text_in(home) == []


def test_an_encrypted_diary_is_decrypted_again(encrypted: Program, home: Path) -> None:
    before = episodes(encrypted, "--nights", "99")
    told = encrypted("decrypt", "--json").data
    assert (told["encrypted"], told["encrypted_copies"]) == (False, 4)
    plain = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    assert episodes(plain, "--nights", "99") == before
    assert plain("check").code == 0
    assert not (home / f"{DIARY}.key").exists()
    assert_refused(plain("decrypt"), 3, "not encrypted")


def test_what_is_encrypted_already_is_left(encrypted: Program) -> None:
    assert_refused(encrypted("encrypt"), 3, "encrypted already")


def test_a_plain_copy_put_beside_it_later_is_warned_of_and_encrypted(
    encrypted: Program, home: Path
) -> None:
    assert encrypted("restore", *copies(home)[:1], "--db", "other.db").code == 0
    assert encrypted("decrypt", "--db", "other.db").code == 0
    later = (home / DIARY).parent / "backups" / "diary.db-20261101T000000Z-by-hand.db"
    (home / "other.db").rename(later)
    (home / "other.db-wal").unlink(missing_ok=True)
    (home / "other.db-shm").unlink(missing_ok=True)
    told = encrypted("check", "--strict")
    assert (told.code, "plain text" in told.stdout) == (1, True), told
    assert encrypted("encrypt", "--json").data["copies"] == 1
    assert encrypted("check", "--strict").code == 0


def copies(home: Path) -> list[str]:
    return sorted(map(str, (home / DIARY).parent.glob("backups/*.db")))


@pytest.mark.parametrize("line", ["list", "log calf", "check", "backup", "undo", "report week"])
def test_without_any_key_the_answer_says_what_to_do(encrypted: Program, line: str) -> None:
    program = encrypted.with_environment(CRAMPLOG_KEY_FILE=None, **NO_KEYRING)
    told = program(*line.split())
    assert told.code == 5
    said = told.stdout if line == "check" else told.stderr
    for words in ("no key for it", "CRAMPLOG_KEY_FILE", "recovery"):
        assert words in said.replace("\n       ", " "), told
    if line == "log calf":
        assert "rescue.txt" in told.stderr


@pytest.mark.parametrize("line", ["list", "log calf", "backup", "decrypt", "encrypt"])
def test_a_wrong_key_is_told_as_one(encrypted: Program, home: Path, line: str) -> None:
    (home / "diary.key").write_text("0" * 64 + "\n")
    before = (home / DIARY).read_bytes()
    told = encrypted(*line.split(), "--json")
    assert (told.code, told.error["code"]) == (5, "wrong_key"), told
    assert told.stderr == "", "SQLCipher has its own say"
    assert (home / DIARY).read_bytes() == before


def test_a_key_file_that_others_can_read_opens_nothing(encrypted: Program, home: Path) -> None:
    (home / "diary.key").chmod(0o644)
    assert_refused(encrypted("list"), 5, "can be read by others", "chmod 600")
    assert "can be read by others" in encrypted("check").stdout


def test_a_key_in_no_secret_place_is_told(
    cramplog: Program, home: Path, passphrase_file: Path
) -> None:
    program = cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file), **NO_KEYRING)
    assert program("log", "calf").code == 0
    assert_refused(program("encrypt"), 5, "no keyring", "--key-file FILE")
    assert_refused(program("encrypt", "--key-file", "no/folder/key"), 2, "cannot be made")
    (home / "open").write_text("0" * 64)
    (home / "open").chmod(0o644)
    assert_refused(program("encrypt", "--key-file", "open"), 5, "by others")
    assert not (home / f"{DIARY}.key").exists()
    assert episodes(program)


def test_a_keyring_that_refuses_stops_it(keyed: Program, home: Path, passphrase_file: Path) -> None:
    told = keyed("encrypt", CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file), TEST_KEYRING_REFUSES="1")
    assert_refused(told, 5, "did not take the key", "nothing was encrypted", "--key-file")
    assert not (home / f"{DIARY}.key").exists()


def test_a_key_file_that_is_there_is_used_again(
    encrypted: Program, home: Path, passphrase_file: Path
) -> None:
    before = (home / "diary.key").read_text()
    told = encrypted(
        *("encrypt", "--db", "second.db", "--json"),
        CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file),
    )
    assert told.data["key"] == str(home / "diary.key")
    assert (home / "diary.key").read_text() == before
    assert encrypted("log", "calf", "--db", "second.db").code == 0


@pytest.mark.parametrize("missing", ["sqlcipher3", "keyring"])
def test_a_missing_extra_is_named(encrypted: Program, home: Path, missing: str) -> None:
    (home / "hook").mkdir()
    (home / "hook" / f"{missing}.py").write_text("raise ModuleNotFoundError(__name__)\n")
    program = encrypted.with_environment(PYTHONPATH=str(home / "hook"))
    if missing == "sqlcipher3":
        for words in (("list",), ("encrypt", "--db", "new.db"), ("log", "calf")):
            assert_refused(program(*words), 5, "pip install 'cramplog[encrypted]'")
        assert not (home / "new.db").exists()
        return
    assert program("list").code == 0
    told = program("encrypt", "--db", "new.db", CRAMPLOG_KEY_FILE=None)
    assert_refused(told, 5, "no keyring", "--key-file")


def test_the_passphrase_opens_it_at_a_terminal_and_the_keyring_may_have_the_key(
    encrypted: Program, home: Path, with_keyring: dict[str, str]
) -> None:
    program = encrypted.with_environment(CRAMPLOG_KEY_FILE=None, **with_keyring)
    assert program("list").code == 5
    opening = at_terminal(program, "list")
    opening.expect("Recovery passphrase: ")
    opening.sendline("incorrect horse")
    opening.expect("Try again")
    opening.expect("Recovery passphrase: ")
    opening.sendline(PASSPHRASE)
    opening.expect("y or n: ")
    opening.sendline("y")
    code, said = ended(opening)
    assert (code, PLANTED in said) == (0, True), said
    assert PASSPHRASE not in said
    assert program("list").code == 0, "the keyring has it now"


def test_three_wrong_passphrases_are_enough(encrypted: Program) -> None:
    program = encrypted.with_environment(CRAMPLOG_KEY_FILE=None, **NO_KEYRING)
    opening = at_terminal(program, "log", "calf")
    for _ in range(3):
        opening.expect("Recovery passphrase: ")
        opening.sendline("incorrect horse")
    code, said = ended(opening)
    assert (code, "not the recovery passphrase" in said, "rescue.txt" in said) == (5, True, True)


def test_encrypt_asks_twice_and_nothing_happens_for_two_different_ones(
    keyed: Program, home: Path
) -> None:
    for second, code in (("correct horse buttery", 2), (PASSPHRASE, 0)):
        asking = at_terminal(keyed, "encrypt")
        asking.expect("Recovery passphrase: ")
        asking.sendline(PASSPHRASE)
        asking.expect("The same again: ")
        asking.sendline(second)
        status, said = ended(asking)
        assert status == code, said
        assert (home / f"{DIARY}.key").exists() is (code == 0)
    assert plain_text_in(home) == []
    assert_refused(keyed("encrypt", "--db", "x.db"), 2, "CRAMPLOG_PASSPHRASE_FILE")


def test_a_copy_its_envelope_and_the_passphrase_are_enough_on_another_machine(
    encrypted: Program, home: Path, passphrase_file: Path
) -> None:
    elsewhere = home / "machine"
    elsewhere.mkdir()
    before = episodes(encrypted, "--nights", "99")
    assert encrypted("backup", "--to", str(elsewhere)).code == 0
    (copied,) = elsewhere.glob("*.db")
    program = encrypted.with_environment(
        HOME=str(elsewhere),
        CRAMPLOG_KEY_FILE=None,
        CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file),
        **NO_KEYRING,
    )
    assert program("restore", str(copied)).code == 0
    assert episodes(program, "--nights", "99") == before
    assert plain_text_in(elsewhere) == []


def test_tab_never_asks_and_never_looks_into_the_keyring(held: Program, home: Path) -> None:
    tab = {"_CRAMPLOG_COMPLETE": "complete_bash", "COMP_WORDS": "cramplog show ", "COMP_CWORD": "2"}
    (home / "keyring.json").rename(home / "away.json")
    told = held(**tab)
    assert (told.code, told.stdout.split(), told.stderr) == (0, ["last"], "")
    waiting = at_terminal(held, **tab)
    assert ended(waiting)[0] == 0
    (home / "away.json").rename(home / "keyring.json")
    assert held(**tab).stdout.split() == ["last"], "it would have to import the keyring"


def test_tab_offers_numbers_by_a_key_file(encrypted: Program) -> None:
    tab = {"_CRAMPLOG_COMPLETE": "complete_bash", "COMP_WORDS": "cramplog show ", "COMP_CWORD": "2"}
    assert len(encrypted(**tab).stdout.split()) == 7


def test_a_server_keeps_its_own_disks(cramplog: Program) -> None:
    for command in ("encrypt", "decrypt"):
        told = cramplog(command, "--db", "postgresql+psycopg://anna@localhost/cramps")
        assert_refused(told, 3, "on a server", "administrator")


def test_no_secret_stands_in_any_answer_or_file(
    keyed: Program, home: Path, passphrase_file: Path
) -> None:
    told: list[Result] = [
        keyed("encrypt", "--key-file", "k", CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))
    ]
    key = (home / "k").read_text().strip()
    program = keyed.with_environment(CRAMPLOG_KEY_FILE=str(home / "k"))
    told += [program(*line.split()) for line in ("check", "config path", "backup", "log x", "list")]
    passphrase_file.unlink()
    for each in told:
        assert key not in each.stdout + each.stderr
        assert PASSPHRASE not in each.stdout + each.stderr
    held = [Path(place, name) for place, _, names in os.walk(home) for name in names]
    files = [path for path in held if path.name != "k"]
    assert len(files) > 4
    for path in files:
        content = path.read_bytes()
        assert key.encode() not in content, path
        assert bytes.fromhex(key) not in content, path
        assert PASSPHRASE.encode() not in content, path


def test_config_path_names_the_envelope(encrypted: Program, cramplog: Program) -> None:
    told = encrypted("config", "path", "--json").data
    assert (told["encrypted"], told["envelope"]) == (True, f"{told['diary']}.key")
    assert cramplog("config", "path", "--json", "--db", "x.db").data["encrypted"] is False
