"""No command talks to a network or starts another program, and none loads what could."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from alembic import command
from running import Program

from cramplog.dispatch import COMMANDS
from cramplog.files import migrate
from cramplog.files.opening import APPLICATION_ID

NETWORK = {
    *("socket", "_socket", "ssl", "_ssl", "asyncio", "http.client", "urllib.request", "xmlrpc"),
    *("ftplib", "smtplib", "imaplib", "poplib", "socketserver", "psycopg", "keyring", "requests"),
}
SPY = f"""
import os, sys
events = []
def heard(event, _):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn",
                         "os.fork", "urllib.", "http.", "ftplib.", "smtplib.")):
        events.append(event)
sys.addaudithook(heard)
leave = os._exit
def tell(code):
    import json
    loaded = sorted(sys.modules.keys() & {NETWORK!r})
    with open("spied.json", "w") as file:
        json.dump([events, loaded], file)
    leave(code)
os._exit = tell
from cramplog.__main__ import main
sys.argv[0] = "cramplog"
main()
"""
AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
LINES = (
    "--help", "", "log left calf", "log --muscle calf --at 02:30 --json", "start calf", "stop",
    "cancel", "status", "night quiet", "symptom swelling left", "list --json", "show last",
    "edit last pain=5", "delete 1", "undo", "redo", "report week", "report month --format json",
    "report year --format md", "report month -o page.html", "report month -o page.pdf",
 "flags", "flags --show ART-REGULAR",
    "guide now", "person show", "person set born=1958", "condition add gout",
    "medicine start atorvastatin", "visit set 2026-12-04 GP", "visit", "export csv",
    "export csv --night-log", "export json", "export fhir", "export json --recipient " + AGE,
    "import episodes.csv", "import whole.json --dry-run", "merge other.db", "backup",
    "restore copy.db", "check", "check --replay", "encrypt --key-file key", "decrypt",
    "config list", "completion install bash", "morning --json", "trends", "--db diary.db log",
)  # fmt: skip


class Spied(NamedTuple):
    """What a command line did that reaches beyond the machine or the process."""

    events: list[str]
    loaded: list[str]


@pytest.fixture
def spied(cramplog: Program, week: Path) -> Program:
    """The program under watch, in a home with a diary and files to read."""
    for form, name in (("csv", "episodes.csv"), ("json", "whole.json")):
        assert cramplog("export", form, "-o", name).code == 0
    assert cramplog("--db", "other.db", "log", "toes").code == 0
    shutil.copy(next(week.rglob("diary.db")), week / "copy.db")
    (week / "passphrase").touch(mode=0o600)
    (week / "passphrase").write_text("correct horse battery")
    told = {**cramplog.environment, "CRAMPLOG_PASSPHRASE_FILE": str(week / "passphrase")}
    return Program([sys.executable, "-c", SPY], told, cramplog.folder)


def seen(program: Program) -> Spied:
    return Spied(*json.loads((program.folder / "spied.json").read_text()))


@pytest.mark.parametrize("line", LINES)
def test_no_command_reaches_a_network_or_another_program(spied: Program, line: str) -> None:
    told = spied(*line.split())
    assert told.code in {0, 3}, told  # cancel, stop and decrypt of what is not on
    assert seen(spied) == ([], [])


def test_every_command_is_watched() -> None:
    assert {line.split()[0] for line in LINES if line and line[0] != "-"} == set(COMMANDS)


def test_a_migration_loads_sockets_with_its_library_and_opens_none(
    spied: Program, tmp_path: Path
) -> None:
    """Alembic stands on SQLAlchemy, which imports asyncio whether or not it is used."""
    database = migrate.engine(str(tmp_path / "old.db"))
    with database.begin() as connection:
        command.upgrade(migrate.configuration(connection), "0001")
    database.dispose()
    marked = sqlite3.connect(tmp_path / "old.db")
    marked.execute("INSERT INTO person (uid, name, recorded_at) VALUES ('one', 'me', 0)")
    marked.execute(f"PRAGMA application_id={APPLICATION_ID}")
    marked.commit()
    marked.close()
    told = spied("--db", str(tmp_path / "old.db"), "list", PYTHONWARNINGS=None)
    assert told.code == 0, told
    assert seen(spied).events == []
    assert "asyncio" in seen(spied).loaded
