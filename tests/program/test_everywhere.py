"""What holds for every command: global options, narrow and plain terminals, help (section 1)."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from running import Program

from cramplog.cli.app import PURPOSE

PRINTING = (
    "",
    "status",
    "list --nights 30",
    "show 3",
    "report week",
    "report month",
    "report year",
    "trends",
    "trends stress",
    "flags",
    "night 2026-11-17",
    "night --list",
    "person show",
    "condition list",
    "config list",
    "check",
)
WRITING = ("log left calf 5m 7 woke @stress +stretch", "edit 3 pain=5", "delete 1", "start calf")
COMMANDS = """
    log start stop cancel status list show edit delete undo redo night symptom report trends flags
    person condition export import merge backup restore check encrypt decrypt config completion
"""
NOT_YET = "trial demo"
ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _ids(lines: tuple[str, ...]) -> list[str]:
    return [line or "bare" for line in lines]


@pytest.mark.parametrize("line", PRINTING, ids=_ids(PRINTING))
def test_global_options_stand_before_and_after_the_command(
    week: Path, cramplog: Program, line: str
) -> None:
    words = line.split()
    assert cramplog("--json", *words).stdout == cramplog(*words, "--json").stdout
    assert cramplog("--json", *words).json()["ok"] is True
    assert cramplog("--plain", *words) == cramplog(*words, "--plain")


def test_another_diary_is_named_before_or_after_the_command(cramplog: Program) -> None:
    assert cramplog("--db", "one.db", "log", "calf").code == 0
    assert cramplog("log", "calf", "--db", "one.db").code == 0
    assert cramplog("log", "calf", "--db=one.db").code == 0
    assert len(cramplog("list", "--json", "--db", "one.db").data["episodes"]) == 3
    assert cramplog("list", "--json").data["episodes"] == []


def test_the_environment_names_a_diary_and_the_option_outdoes_it(cramplog: Program) -> None:
    assert cramplog("log", "calf", CRAMPLOG_DB="one.db").code == 0
    assert cramplog("log", "foot", "--db", "two.db", CRAMPLOG_DB="one.db").code == 0
    for name, muscle in (("one.db", "calf"), ("two.db", "foot")):
        (stored,) = cramplog("list", "--json", "--db", name).data["episodes"]
        assert stored["sites"][0]["muscle"] == muscle


@pytest.mark.parametrize("line", ["--db", "list --db", "--person", "log calf --person"])
def test_an_option_without_its_value_is_refused(cramplog: Program, line: str) -> None:
    told = cramplog(*line.split())
    assert (told.code, told.stdout) == (2, ""), told
    assert told.stderr.count("\n") == 1, told


@pytest.mark.parametrize(
    "variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1", "TERM": "dumb"}]
)
@pytest.mark.parametrize("line", PRINTING, ids=_ids(PRINTING))
def test_no_control_character_reaches_a_pipe(
    week: Path, cramplog: Program, line: str, variables: dict[str, str | None]
) -> None:
    told = cramplog(*line.split(), **variables)
    assert (told.code, told.stderr) == (0, ""), told
    assert not ESCAPE.search(told.stdout), told
    assert told.stdout.strip()


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("line", PRINTING + WRITING, ids=_ids(PRINTING + WRITING))
def test_everything_fits_the_terminal(
    week: Path, cramplog: Program, line: str, columns: int
) -> None:
    told = cramplog(*line.split(), COLUMNS=str(columns), XDG_CONFIG_HOME="/c")
    assert told.code == 0, told
    assert [each for each in told.stdout.splitlines() if len(each) > columns] == []


@pytest.mark.parametrize("line", PRINTING + WRITING, ids=_ids(PRINTING + WRITING))
def test_everything_survives_the_c_locale(week: Path, cramplog: Program, line: str) -> None:
    old = {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = cramplog(*line.split(), **old)
    assert (told.code, told.stderr) == (0, ""), told
    assert told.stdout.isascii(), told


@pytest.mark.parametrize("command", ["", *COMMANDS.split()])
@pytest.mark.parametrize("columns", [40, 80])
def test_help_opens_with_examples(cramplog: Program, command: str, columns: int) -> None:
    told = cramplog(*command.split(), "--help", COLUMNS=str(columns))
    assert (told.code, told.stderr) == (0, ""), told
    if command:
        examples = [each for each in told.stdout.splitlines() if f"cramplog {command}" in each]
        assert len(examples) >= 2, told.stdout
    assert not ESCAPE.search(told.stdout)
    wrapped = [each for each in told.stdout.splitlines() if not each.startswith("  cramp")]
    assert [each for each in wrapped if len(each) > columns] == []


def test_help_shows_every_command_and_none_that_does_not_work(cramplog: Program) -> None:
    shown = set(re.findall(r"^ +([a-z]+)\b", cramplog("--help").stdout, re.MULTILINE))
    assert set(COMMANDS.split()) <= shown
    assert not set(NOT_YET.split()) & shown


def test_the_version_is_told(cramplog: Program) -> None:
    told = cramplog("--version")
    assert told.code == 0
    first, *purpose = told.stdout.splitlines()
    assert re.search(r"\d+\.\d+", first)
    assert purpose == [*PURPOSE]


def test_the_diary_is_its_owners_alone(week: Path, cramplog: Program) -> None:
    files = [path for path in week.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert path.stat().st_mode & 0o777 == 0o600, path
        assert path.parent.stat().st_mode & 0o777 == 0o700, path.parent


def test_python_m_is_the_same_program(week: Path, cramplog: Program) -> None:
    python = Program(
        [os.path.join(os.path.dirname(cramplog.command[0]), "python"), "-m", "cramplog"],
        cramplog.environment,
        cramplog.folder,
    )
    for line in PRINTING:
        assert python(*shlex.split(line)) == cramplog(*shlex.split(line))


def test_a_diary_that_db_begins_is_named(cramplog: Program) -> None:
    begun = "warning: There was no diary lptop.db: it was begun.\n"
    assert cramplog("--db", "lptop.db", "log", "calf").stderr == begun
    assert cramplog("--db", "lptop.db", "list").stderr == ""
    assert cramplog("--db", "new.db", "log", "calf", "--json").json()["warnings"] != []
    looked = cramplog("--db", "none.db", "list", "--json")
    assert looked.code == 5
    assert "none.db" in looked.json()["error"]["message"]
    assert cramplog("log", "calf").stderr == ""
