"""What a command loads: a person in pain waits for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import Program

ENTRY = "import sys; from cramplog.__main__ import {0}; sys.argv[0] = {1!r}; sys.exit({0}())"
CRAMP = ENTRY.format("main_short", "cramp")
CRAMPLOG = ENTRY.format("main", "cramplog")
LANE = "import __future__, os, sys, time, sqlite3, datetime"
CIPHER_LANE = "import __future__, os, sys, time, datetime, sqlcipher3.dbapi2"
NETWORK = {"socket", "ssl", "http.client", "urllib.request", "asyncio", "ftplib", "smtplib"}


def loaded(program: Program, code: str, *words: str) -> set[str]:
    """Modules that a fresh interpreter imports while it runs the code with these words."""
    python = Program(
        [sys.executable, "-X", "importtime", "-c", code], program.environment, program.folder
    )
    told = python(*words, PYTHONWARNINGS=None)
    lines = [line for line in told.stderr.splitlines() if line.startswith("import time:")]
    other = told.stderr.count("\n") - len(lines)
    assert (told.code, other) == (0, 0), told
    return {line.rsplit("|", 1)[1].strip() for line in lines}


def of_others(modules: set[str]) -> set[str]:
    """Those modules that are not the program's own."""
    return {name for name in modules if name.partition(".")[0] != "cramplog"}


@pytest.mark.parametrize(
    "line",
    ["log", "log left calf 5m 7", "log both foot tonic woke @stress +stretch", "status", "list"],
)
def test_the_words_lane_loads_only_what_is_cheap(cramplog: Program, line: str) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMPLOG, *line.split())) <= cheap


@pytest.mark.parametrize("line", ["", "left calf 5m 7"])
def test_cramp_loads_only_what_is_cheap(cramplog: Program, line: str) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMP, *line.split())) <= cheap


def test_the_timer_loads_only_what_is_cheap(cramplog: Program) -> None:
    cheap = loaded(cramplog, LANE)
    assert of_others(loaded(cramplog, CRAMPLOG, "start", "left", "calf")) <= cheap
    kept = loaded(cramplog, f"{LANE}, json")  # for the log of changes: the timer as it was
    assert of_others(loaded(cramplog, CRAMPLOG, "stop")) <= kept


def test_a_clock_time_may_load_zones_and_nothing_dearer(cramplog: Program) -> None:
    zones = loaded(cramplog, f"{LANE}, zoneinfo; zoneinfo.ZoneInfo('Europe/London')")
    assert of_others(loaded(cramplog, CRAMP, "02:30", "left", "calf")) <= zones


def test_an_encrypted_diary_loads_one_library_and_nothing_dear(encrypted: Program) -> None:
    cheap = loaded(encrypted, CIPHER_LANE)
    for line in ("log left calf 5m 7", "status", "list", "start"):
        found = of_others(loaded(encrypted, CRAMPLOG, *line.split()))
        assert "sqlcipher3.dbapi2" in found, line
        assert found <= cheap, line
    kept = loaded(encrypted, f"{CIPHER_LANE}, json")
    assert of_others(loaded(encrypted, CRAMPLOG, "stop")) <= kept


@pytest.mark.parametrize(
    "line",
    ["list --json", "flags", "import diary.csv", "backup", "restore backup.db", "check", "decrypt"],
)
def test_with_a_key_file_no_command_loads_a_network_module(
    encrypted: Program, home: Path, line: str
) -> None:
    (home / "diary.csv").write_bytes(encrypted("export", "csv", "-o", "-").stdout.encode())
    copied = encrypted("backup", "--json").data["file"]
    for suffix in ("", ".key"):
        Path(copied + suffix).rename(home / f"backup.db{suffix}")
    found = loaded(encrypted, CRAMPLOG, *line.split())
    assert not found & NETWORK
    assert "keyring" not in found


def test_encrypting_with_a_key_file_loads_no_network_module(
    cramplog: Program, home: Path, passphrase_file: Path
) -> None:
    program = cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file))
    assert program("log", "calf").code == 0
    assert not loaded(program, CRAMPLOG, "encrypt", "--key-file", "key") & NETWORK


def test_a_larger_diary_is_read_by_the_same_modules(cramplog: Program) -> None:
    first = loaded(cramplog, CRAMP, "calf")
    assert loaded(cramplog, CRAMP, "foot") <= first


@pytest.mark.parametrize("line", [" condition add va", " export csv --", " flags --show ART-", " "])
def test_the_tab_key_loads_no_typer(cramplog: Program, line: str) -> None:
    assert not {"typer", "rich", "click"} & loaded(cramplog, CRAMPLOG, "_complete", line)
