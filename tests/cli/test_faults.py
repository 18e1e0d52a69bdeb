"""Bugs, interrupts and readers that go away: no traceback, and no word is lost."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from inside import Inside
from running import Program

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryDamaged, DiaryLocked

SECRET = "a very private note"


def breaks(*_: object, **__: object) -> None:
    """A mistake in the program whose message holds what was typed."""
    raise ZeroDivisionError(SECRET)


@pytest.mark.parametrize("options", [[], ["--note", SECRET]], ids=["lane", "typer"])
def test_a_bug_is_one_line_with_a_report_that_keeps_private_words_private(
    options: list[str], run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cramplog.services.record.log", breaks)
    told = run("log", "left", "calf", *options)
    assert (told.code, told.stdout, told.stderr.count("\n")) == (70, "", 1)
    assert "bug in cramplog" in told.stderr
    folder = home / ".local" / "share" / "cramplog"
    (report,) = folder.glob("crash-*.txt")
    assert "breaks" in report.read_text()
    assert SECRET not in report.read_text()
    rescued = json.loads((folder / "rescue.txt").read_text())
    assert rescued["words"] == ["log", "left", "calf", *options]
    assert {path.stat().st_mode & 0o777 for path in folder.glob("*.txt")} == {0o600}


def test_a_bug_is_told_in_json_too(run: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cramplog.services.record.log", breaks)
    told = run("log", "left", "calf", "--json")
    assert (told.code, told.error["code"]) == (70, "bug")
    assert "rescue.txt" in told.error["hint"]


@pytest.mark.parametrize("line", ["status", "list --nights 3"], ids=["everyday", "typer"])
def test_ctrl_c_ends_with_130_and_no_traceback(
    line: str, run: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cramplog.cli.session.Session.look", interrupted)
    told = run(*line.split())
    assert (told.code, told.stdout, told.stderr.strip()) == (130, "", "")


@pytest.mark.parametrize("line", ["list", "list --json", "config list"])
def test_a_reader_that_goes_away_is_no_error(cramplog: Program, line: str) -> None:
    assert cramplog("log", "calf").code == 0
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [*cramplog.command, *line.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=cramplog.environment,
        check=False,
    )
    os.close(writing)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.parametrize(
    "line",
    [
        "log left calf 5m",
        "--db {db} log left calf",
        "--db={db} --json log left calf",
        "edit 1 right",
    ],
)
def test_words_that_met_a_diary_out_of_order_are_kept_wherever_options_stand(
    line: str, run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = home / "broken.db"
    broken.write_text("Dear diary")
    monkeypatch.setenv("CRAMPLOG_DB", str(broken))
    words = line.format(db=broken).split()
    told = run(*words)
    assert told.code == 5
    rescued = home / ".local" / "share" / "cramplog" / "rescue.txt"
    assert json.loads(rescued.read_text())["words"] == words
    assert str(rescued) in told.stdout + told.stderr


def test_looking_at_a_broken_diary_keeps_nothing(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = home / "broken.db"
    broken.write_text("Dear diary")
    monkeypatch.setenv("CRAMPLOG_DB", str(broken))
    assert run("list").code == 5
    assert list(home.iterdir()) == [broken]


def test_a_full_disk_stores_nothing_and_keeps_the_words(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("log", "foot").code == 0
    opened = Diary.__init__

    def small(self: Diary, path: str, person: str | None = None) -> None:
        opened(self, path, person)
        pages = self.connection.query("PRAGMA page_count", {})[0][0]
        self.connection.query(f"PRAGMA max_page_count={pages}", {})

    monkeypatch.setattr(Diary, "__init__", small)
    told = run("log", "left", "calf", "--note", "x" * 9000)
    assert told.code == 5, told
    assert "full disk" in told.stderr
    monkeypatch.undo()
    monkeypatch.setenv("HOME", str(home))
    assert len(run("list", "--json").data["episodes"]) == 1


def failing(problem: Exception) -> Callable[..., None]:
    """Something that fails after the entry was stored: the look at the flags."""

    def fails(*_: object, **__: object) -> None:
        raise problem

    return fails


@pytest.mark.parametrize(
    ("problem", "code"), [(ZeroDivisionError(), 70), (DiaryLocked("it was busy for 20 s."), 5)]
)
def test_an_entry_that_was_stored_is_not_kept_to_be_stored_twice(
    problem: Exception, code: int, run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cramplog.services.alarm.pressing", failing(problem))
    told = run("log", "left", "calf")
    assert (told.code, told.stderr.count("\n")) == (code, 1)
    assert "stored all the same" in told.stderr
    assert not list(home.rglob("rescue.txt"))
    assert len(run("list", "--json").data["episodes"]) == 1


def test_an_entry_in_a_damaged_diary_is_told_and_kept_for_the_copy_that_is_brought_back(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = DiaryDamaged("diary.db", "Bring its newest good backup back.")
    monkeypatch.setattr("cramplog.services.alarm.pressing", failing(damaged))
    told = run("log", "left", "calf")
    assert (told.code, told.stderr.count("\n")) == (5, 1)
    assert "damaged. What you asked for was written into it all the same" in told.stderr
    assert "left as it is" not in told.stderr
    assert json.loads(next(home.rglob("rescue.txt")).read_text())["words"][0] == "log"


def test_what_follows_two_dashes_asks_for_no_json(run: Inside) -> None:
    told = run("log", "calf", "--", "--json")
    assert (told.code, told.stdout) == (2, "")
    assert "--json" in told.stderr


@pytest.mark.parametrize(
    "line", ["person use", "person remove", "condition add", "visit set today"]
)
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
def test_bytes_that_are_no_text_are_refused(run: Inside, line: str, more: tuple[str, ...]) -> None:
    told = run(*line.split(), os.fsdecode(b"\xe4\xf6"), *more)
    assert told.code == 2, told
    assert "UTF-8" in told.stdout + told.stderr
    assert run("list", "--json").data["episodes"] == []
