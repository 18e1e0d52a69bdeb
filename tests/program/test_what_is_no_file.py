"""Pipes, devices and folders where a file is expected, and what another user put in the way."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from encryption_fixtures import PASSPHRASE
from running import Program, assert_refused

MARK = "there"
PLACES = {
    "the diary": ({"CRAMPLOG_DB": MARK}, "log left calf", 5),
    "the diary, looked at": ({"CRAMPLOG_DB": MARK}, "list", 5),
    "the diary, checked": ({"CRAMPLOG_DB": MARK}, "check", 5),
    "the settings": ({"CRAMPLOG_CONFIG": MARK}, "list", 2),
    "a file to import": ({}, f"import {MARK}", 2),
    "a diary to merge": ({}, f"merge {MARK}", 2),
    "a copy to restore": ({}, f"restore {MARK}", 2),
    "a key file": ({}, f"encrypt --key-file {MARK}", 5),
}


def made(kind: str, path: Path) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "/dev/stdin")


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
@pytest.mark.parametrize(("variables", "line", "code"), PLACES.values(), ids=PLACES)
def test_what_is_no_file_is_refused_and_nothing_waits_for_it(
    cramplog: Program,
    home: Path,
    passphrase_file: Path,
    kind: str,
    variables: dict[str, str],
    line: str,
    code: int,
) -> None:
    made(kind, home / MARK)
    program = cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file), **variables)
    told = program.behind("timeout", "30")(*line.split())
    assert told.code == code, told
    assert MARK in told.stdout + told.stderr


@pytest.mark.parametrize("beside", ["-wal", "-shm", "-journal", ".key"])
@pytest.mark.parametrize("line", ["list", "log calf", "check"])
def test_a_pipe_beside_the_diary_holds_nobody_up(
    cramplog: Program, home: Path, beside: str, line: str
) -> None:
    assert cramplog("log", "left", "calf", "--db", "x.db").code == 0
    os.mkfifo(home / f"x.db{beside}")
    told = cramplog.behind("timeout", "30")(*line.split(), "--db", "x.db")
    assert told.code == 5, told


def test_pipes_to_import_are_read(cramplog: Program, home: Path) -> None:
    rows = "started_at,muscles\n2026-11-20T02:00:00+00:00,calf\n"
    line = f"{cramplog.command[0]} import <(printf '{rows}') --json"
    told = subprocess.run(
        ["bash", "-c", line.replace("\n", "\\n")],
        env=cramplog.environment, cwd=home, capture_output=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told
    line = f"printf '{rows}' | {cramplog.command[0]} import -".replace("\n", "\\n")
    told = subprocess.run(
        ["bash", "-c", line], env=cramplog.environment, cwd=home, capture_output=True, check=False
    )
    assert (told.returncode, b"1 already here" in told.stdout) == (0, True), told


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606])
def test_a_passphrase_file_that_others_can_read_is_refused(
    cramplog: Program, encrypted: Program, passphrase_file: Path, mode: int
) -> None:
    passphrase_file.chmod(mode)
    named = encrypted.with_environment(
        CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file), CRAMPLOG_KEY_FILE=None
    )
    assert_refused(named("list"), 5, "can be read by others", "chmod 600")
    assert_refused(named("log", "calf"), 5, "can be read by others", "words are kept")
    assert_refused(named("export", "json", "--encrypt"), 5, "can be read by others")
    passphrase_file.chmod(0o600)
    assert named("list").code == 0


def test_a_passphrase_may_come_from_a_process(encrypted: Program, home: Path) -> None:
    told = subprocess.run(
        [
            "bash",
            "-c",
            f"CRAMPLOG_PASSPHRASE_FILE=<(sleep 1; echo '{PASSPHRASE}') {encrypted.command[0]} list",
        ],
        env=encrypted.with_environment(CRAMPLOG_KEY_FILE=None).environment,
        cwd=home, capture_output=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "another user's file"])
def test_words_are_kept_whatever_stands_in_the_shared_folder_and_found_again(
    cramplog: Program, home: Path, tmp_path: Path, kind: str
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    trap = shared / "cramplog-rescue.txt"
    if kind == "link":
        trap.symlink_to(home / "victim")
    elif kind == "another user's file":
        trap.touch(mode=0o666)
        trap.chmod(0o666)
    else:
        made(kind, trap)
    lost = cramplog.with_environment(
        HOME="/proc/none", TMPDIR=str(shared), CRAMPLOG_DB=str(home / "diary.db")
    )
    (home / "diary.db").mkdir()
    told = lost.behind("timeout", "30")("log", "left", "calf", "5m")
    assert_refused(told, 5, f"kept in {shared}/cramplog-")
    assert not (home / "victim").exists()
    (home / "diary.db").rmdir()
    back = cramplog.with_environment(TMPDIR=str(shared), CRAMPLOG_DB=str(home / "diary.db"))
    assert "1 command typed while" in back("check").stdout
    assert back("check", "--replay").code == 0
    assert len(back("list", "--json").data["episodes"]) == 1
    assert "nothing waits" in back("check").stdout


def test_words_typed_without_a_home_are_for_the_diary_of_the_home_that_comes_back(
    cramplog: Program, tmp_path: Path
) -> None:
    homeless = cramplog.with_environment(HOME="/proc/none", TMPDIR=str(tmp_path))
    assert_refused(homeless("log", "left", "calf"), 5, f"kept in {tmp_path}")
    back = cramplog.with_environment(TMPDIR=str(tmp_path))
    assert back("check", "--replay").code == 0
    assert len(back("list", "--json").data["episodes"]) == 1


def test_a_settings_file_with_a_nul_is_one_line(cramplog: Program, home: Path) -> None:
    (home / "config.toml").write_text('db = "a\\u0000b"\n')
    for line in ("list", "log calf", "check", "config path"):
        told = cramplog(*line.split(), CRAMPLOG_CONFIG="config.toml")
        assert_refused(told, 2, "config.toml", "NUL")
