"""`config`, `person`, `completion` and the TAB key (sections 1 and 4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Program, assert_refused, episodes


def completions(program: Program, line: str) -> list[str]:
    """What bash is offered at the end of the line."""
    told = program(
        _CRAMPLOG_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split(" ")) - 1),
    )
    assert told.code == 0, told
    return told.stdout.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cramplog re", "report"),
        ("cramplog log ca", "calf"),
        ("cramplog log le", "left"),
        ("cramplog log @str", "@stress"),
        ("cramplog log +str", "+stretch"),
        ("cramplog log clo", "clonic"),
        ("cramplog log wo", "woke"),
        ("cramplog log --mu", "--muscle"),
        ("cramplog log --muscle ham", "hamstring"),
        ("cramplog log --trigger str", "stress"),
        ("cramplog show ", "5"),
        ("cramplog edit ", "last"),
        ("cramplog condition add diab", "diabetes"),
        ("cramplog night wat", "water="),
    ],
)
def test_tab_offers_what_can_be_typed(
    week: Path, cramplog: Program, line: str, offered: str
) -> None:
    assert offered in completions(cramplog, line)


def test_completion_is_installed_once_and_says_where(cramplog: Program, home: Path) -> None:
    told = cramplog("completion", "install", SHELL="/bin/bash")
    assert told.code == 0, told
    bash = [path for path in home.rglob("*") if path.is_file() and "complete" in path.read_text()]
    assert bash
    before = {path: path.read_text() for path in bash}
    assert cramplog("completion", "install", SHELL="/bin/bash").code == 0
    assert {path: path.read_text() for path in bash} == before


def test_a_setting_is_set_told_and_reset(cramplog: Program) -> None:
    assert "12:00" in cramplog("config", "get", "night.starts_at").stdout
    assert cramplog("config", "set", "night.starts_at", "13:00").code == 0
    assert "13:00" in cramplog("config", "get", "night.starts_at").stdout
    assert cramplog("config", "reset", "night.starts_at").code == 0
    assert "12:00" in cramplog("config", "get", "night.starts_at").stdout


def test_an_unknown_setting_is_answered_with_the_one_meant(cramplog: Program) -> None:
    for line in ("config get night.start_at", "config set night.start_at 13:00"):
        assert_refused(cramplog(*line.split()), 2, "night.starts_at")


def test_changing_the_boundary_moves_the_nights(week: Path, cramplog: Program) -> None:
    assert cramplog("log", "2026-11-20", "12:30", "toes").code == 0
    (before,) = episodes(cramplog, "--muscle", "toes")
    assert before["night"] == "2026-11-20"
    assert cramplog("config", "set", "night.starts_at", "13:00").code == 0
    (after,) = episodes(cramplog, "--muscle", "toes")
    assert after["night"] == "2026-11-19"


def test_config_path_names_the_files(cramplog: Program, home: Path) -> None:
    told = cramplog("config", "path", CRAMPLOG_CONFIG="mine.toml", CRAMPLOG_DB="my.db").stdout
    assert "mine.toml" in told
    assert "my.db" in told
    assert str(home) in cramplog("config", "path").stdout


def test_a_broken_settings_file_is_told_and_loses_no_entry(cramplog: Program, home: Path) -> None:
    (home / "mine.toml").write_text("this is = not [toml")
    broken = cramplog.with_environment(CRAMPLOG_CONFIG="mine.toml")
    told = broken("config", "list")
    assert told.code == 2
    assert told.stderr.count("\n") == 1
    logged = broken("log", "calf")
    assert "Traceback" not in logged.stderr
    assert logged.code == 0 or logged.stderr.count("\n") == 1


def test_facts_of_a_person_are_kept_and_undone(cramplog: Program) -> None:
    assert cramplog("person", "set", "born=1958", "sex=f", "weight=70kg").code == 0
    assert "1958" in cramplog("person", "show").stdout
    assert cramplog("condition", "add", "diabetes", "--since", "2019").code == 0
    assert "diabetes" in cramplog("condition", "list").stdout.lower()
    assert cramplog("undo").code == 0
    assert "2019" not in cramplog("condition", "list").stdout


@pytest.mark.parametrize(
    "typed",
    [
        "postgresql:/x",
        "post gres://anna:SECRET@host/x",
        "postgres://anna@SECRET@host/x",
        "mysql://host/x",
        "postgresql://host:notaport/x",
        "..",
    ],
)
def test_a_place_that_can_be_no_diary_is_refused_and_nothing_is_stored(
    cramplog: Program, home: Path, typed: str
) -> None:
    told = cramplog("config", "set", "db", typed)
    assert_refused(told, 2)
    assert "SECRET" not in told.stderr
    assert cramplog("list").code == 0
    assert not list(home.rglob("config.toml"))


def test_a_settings_file_that_names_no_diary_is_mended_by_a_command(
    cramplog: Program, home: Path
) -> None:
    settings = home / "config.toml"
    settings.write_text('db = "postgresql:/x"\n')
    odd = cramplog.with_environment(CRAMPLOG_CONFIG=str(settings))
    assert odd("list").code == 5
    assert odd("config", "set", "db", "a\x7fb.db").code == 0
    assert odd("log", "calf").code == 0
    assert (home / "a\x7fb.db").exists()
    assert odd("config", "reset", "db").code == 0
    assert odd("list").code == 0


@pytest.mark.parametrize("name", ["file:///x", "FILE:x", "file:x?mode=memory", ":memory:"])
def test_an_address_that_only_sqlite_knows_is_a_files_name(
    cramplog: Program, home: Path, name: str
) -> None:
    assert cramplog("log", "calf", "--db", name).code == 0
    assert len(cramplog("list", "--db", name, "--json").data["episodes"]) == 1
    assert (home / name).is_file()
