"""Fixtures of encrypted diaries; loaded by `conftest.py`."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from running import Program, clean_environment

from cramplog.files import envelope, open_keys, verify
from cramplog.files.envelope import Envelope

PASSPHRASE = "correct horse battery"
PLANTED = "quicksilver"
"""A word that stands in a note of the diary, and so nowhere else if all is well."""
DIARY = Path(".local/share/cramplog/diary.db")
TESTS = Path(__file__).parent


class Secret(NamedTuple):
    """A key and its envelope, made once: closing one takes a second or two."""

    key: str
    sealed: Envelope


@pytest.fixture(scope="session")
def secret() -> Secret:
    """A key, and its envelope under PASSPHRASE."""
    key = open_keys.new()
    return Secret(key, envelope.wrap(key, PASSPHRASE))


@pytest.fixture
def key_file(secret: Secret, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with that key, which the environment names."""
    file = tmp_path / "a key"
    file.touch(mode=0o600)
    file.write_text(f"{secret.key}\n")
    monkeypatch.setenv(open_keys.KEY_FILE, str(file))
    return file


@pytest.fixture(scope="session")
def _encrypted_home(tmp_path_factory: pytest.TempPathFactory, _a_week: Path) -> Path:
    home = shutil.copytree(_a_week, tmp_path_factory.mktemp("encrypted") / "home")
    program = in_home(home)
    told = program("log", "2026-11-20 01:00", "left", "calf", "--note", PLANTED)
    assert told.code == 0, told
    assert program("backup").code == 0
    (home / "passphrase").touch(mode=0o600)
    (home / "passphrase").write_text(f"{PASSPHRASE}\n")
    told = program("encrypt", CRAMPLOG_PASSPHRASE_FILE=str(home / "passphrase"))
    assert told.code == 0, told
    (home / "passphrase").unlink()
    return home


def in_home(home: Path) -> Program:
    """The installed program in a home whose key file is `diary.key`."""
    environment = {**clean_environment(home), open_keys.KEY_FILE: str(home / "diary.key")}
    return Program([str(Path(sys.executable).with_name("cramplog"))], environment, home)


@pytest.fixture
def encrypted(home: Path, cramplog: Program, _encrypted_home: Path) -> Program:
    """The program on an encrypted diary of six episodes with its copies; `diary.key` opens it."""
    shutil.copytree(_encrypted_home, home, dirs_exist_ok=True)
    return cramplog.with_environment(CRAMPLOG_KEY_FILE=str(home / "diary.key"))


@pytest.fixture
def passphrase_file(home: Path) -> Path:
    """A file with PASSPHRASE in its first line."""
    file = home / "passphrase"
    file.touch(mode=0o600)
    file.write_text(f"{PASSPHRASE}\n")
    return file


@pytest.fixture
def with_keyring(home: Path) -> dict[str, str]:
    """Variables that give the program a keyring of the test's own."""
    return {
        "PYTHON_KEYRING_BACKEND": "keyring_in_a_file.Keyring",
        "PYTHONPATH": str(TESTS),
        "TEST_KEYRING": str(home / "keyring.json"),
    }


def plain_text_in(folder: Path) -> list[str]:
    """The files of a folder that hold the planted word, or begin as SQLite's plain files do."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                content = Path(place, name).read_bytes()
            except FileNotFoundError:  # a passing one
                continue
            if PLANTED.encode() in content or content.startswith(b"SQLite format 3"):
                found.append(name)
    return sorted(found)


@pytest.fixture
def planted(filled_file: Path) -> Path:
    """A diary with something in every table and a planted note, in a folder of its own."""
    folder = filled_file.parent / "own"
    folder.mkdir(mode=0o700)
    moved = filled_file.rename(folder / "diary.db")
    database = sqlite3.connect(moved)
    database.execute(f"UPDATE episode SET note = '{PLANTED}' WHERE number = 1")
    database.commit()
    database.close()
    moved.chmod(0o600)
    return moved


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    connection = verify.reading(str(path))
    names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    rows = {
        name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)
        for name in names
        if not name.startswith("sqlite_")
    }
    connection.close()
    return rows
