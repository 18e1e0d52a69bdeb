"""Ctrl-C: what was stored before it is said to be stored, and no traceback is ever seen."""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path

import pytest
from inside import Inside
from running import Program, episodes

from cramplog.files.opening import Connection

LINES = (
    "log left calf 5m 7", "log --muscle calf", "start", "night 2026-11-01 quiet", "delete last",
    "symptom swelling left", "person set born=1958", "import rows.csv",
)  # fmt: skip
PATCHED = """
import sys
from cramplog import __main__
from cramplog.files import {module}
def stopped(*_, **__):
    raise KeyboardInterrupt
{module}.{name} = stopped
sys.argv[0] = "cramplog"
__main__.main()
"""


def stopped(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.fixture(name="run")
def _run_with_a_week(run: Inside, week: Path, monkeypatch: pytest.MonkeyPatch) -> Inside:
    monkeypatch.chdir(week)
    (week / "rows.csv").write_text(
        "started_at,muscles,sides\n2026-11-01T02:00:00+00:00,calf,left\n"
    )
    return run


@pytest.mark.parametrize("line", LINES)
def test_between_storing_and_the_answer_it_says_that_it_is_stored(
    run: Inside, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr("cramplog.cli.output._answer", stopped)
    told = run(*line.split())
    assert told.code == 130
    assert "stopped after it was stored" in told.stderr, told
    assert told.stdout == ""


@pytest.mark.parametrize("line", ["log left calf", "night 2026-11-01 quiet", "list", "report week"])
def test_before_anything_is_stored_it_does_not(
    run: Inside, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr("cramplog.files.opening.begin", stopped)
    monkeypatch.setattr("cramplog.services.summary.build", stopped)
    monkeypatch.setattr("cramplog.render.listing.text", stopped)
    told = run(*line.split())
    assert (told.code, "stored" in told.stderr) == (130, False), told


class Interrupted:
    """A connection that gets Ctrl-C while it stores, `before` it has or right after."""

    def __init__(self, real: sqlite3.Connection, *, before: bool) -> None:
        self._real = real
        self._before = before

    def execute(self, sql: str) -> None:
        if sql == "COMMIT" and self._before:
            raise KeyboardInterrupt
        self._real.execute(sql)
        if sql == "COMMIT":
            raise KeyboardInterrupt

    @property
    def in_transaction(self) -> bool:
        return self._real.in_transaction


@pytest.mark.parametrize("before", [True, False])
def test_whether_it_was_stored_is_known_at_the_moment_of_storing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    connection = Connection(str(tmp_path / "diary.db"))
    real = connection._sqlite
    connection.__enter__()
    connection.all("set_setting", key="week.starts_on", value="sunday")
    monkeypatch.setattr(connection, "_sqlite", Interrupted(real, before=before))
    with pytest.raises(KeyboardInterrupt):
        connection.__exit__(None, None, None)
    assert connection.wrote is not before
    real.close()


@pytest.mark.parametrize(
    ("module", "name"), [("daily", "after"), ("backup", "copy"), ("rotation", "due")]
)
def test_the_end_of_the_process_shows_no_traceback(
    cramplog: Program, week: Path, module: str, name: str
) -> None:
    code = PATCHED.format(module=module, name=name)
    patched = Program([sys.executable, "-c", code], cramplog.environment, week)
    before = len(episodes(cramplog))
    told = patched("log", "left", "calf", CRAMPLOG_NOW="2026-11-25T03:29:00+00:00")
    assert told.code == 0
    assert told.stdout.startswith("Logged ")
    assert "Traceback" not in told.stderr
    assert len(episodes(cramplog, "--nights", "99")) >= before


@pytest.mark.parametrize("words", ["cramplog show ", "cramplog log @", "cramplog --person "])
def test_the_tab_key_waits_for_no_lock(cramplog: Program, week: Path, words: str) -> None:
    held = sqlite3.connect(week / ".local/share/cramplog/diary.db", isolation_level=None)
    held.execute("PRAGMA locking_mode=EXCLUSIVE")
    held.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    told = cramplog(
        _CRAMPLOG_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split())),
    )
    passed = time.monotonic() - began
    held.close()
    assert (told.code, told.stderr) == (0, "")
    assert passed < 10
