"""A diary that is not there: a look makes nothing and says so, a write says that it began one."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Program, Result, assert_refused

LOOKS = (
    "list",
    "list --json",
    "list --search x",
    "status",
    "show 1",
    "show last",
    "report week",
    "report month --json",
    "flags",
    "flags --all",
    "visit",
    "export csv",
    "export csv --night-log -o -",
    "export json -o diary.json",
    "export fhir -o -",
    "night 2026-11-20",
    "person list",
    "person show",
    "condition list",
    "medicine list",
    "symptom",
    "merge",
    "backup",
    "undo",
    "redo",
    "delete 1",
    "cancel",
)
FRIENDLY = ("", "check", "config list", "config get person", "config path", "guide triggers")
KEPT = ("edit 1 left", "stop", "condition end asthma", "medicine stop atorvastatin")
PLACES = {
    "a stick that is not mounted": "stick/cramps/diary.db",
    "a mistyped name": "dairy.db",
    "one that SQLite takes for its own": ":memory:",
    "an address": "file:x?mode=memory",
}


def files(home: Path) -> list[str]:
    """All that stands in the home, but what keeps words."""
    found = [str(each.relative_to(home)) for each in home.rglob("*")]
    return [name for name in found if not name.startswith(".local")]


@pytest.mark.parametrize("line", LOOKS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_look_at_a_named_place_makes_nothing_and_says_that_no_diary_is_there(
    cramplog: Program, home: Path, line: str, place: str
) -> None:
    told = cramplog(*shlex.split(line), CRAMPLOG_DB=place)
    assert told.code == 5, told
    assert f"there is no diary at {place}" in told.stdout + told.stderr
    assert "empty" not in told.stdout + told.stderr
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("how", ["option", "environment", "settings"])
def test_however_the_place_was_named(cramplog: Program, home: Path, how: str) -> None:
    place = str(home / "stick" / "diary.db")
    config = home / ".config" / "cramplog" / "config.toml"
    if how == "settings":
        config.parent.mkdir(parents=True)
        config.write_text(f'db = "{place}"\n')
    options = ("--db", place) if how == "option" else ()
    named = cramplog.with_environment(CRAMPLOG_DB=place if how == "environment" else None)
    assert_refused(named("list", *options), 5, f"there is no diary at {place}")
    told = named("log", "left", "calf", *options)
    assert told.code == 0, told
    assert f"There was no diary {place}: it was begun." in told.stderr
    again = named("log", "right", "calf", *options)
    assert (again.code, "begun" in again.stderr) == (0, False)
    assert not (home / ".local").exists()


@pytest.mark.parametrize("line", KEPT)
def test_words_for_a_diary_that_is_not_there_are_kept(
    cramplog: Program, home: Path, line: str
) -> None:
    assert_refused(cramplog(*line.split(), CRAMPLOG_DB="x.db"), 5, "no diary at x.db", "are kept")
    assert files(home) == []


@pytest.mark.parametrize("line", FRIENDLY)
def test_what_needs_no_diary_works_and_makes_none(cramplog: Program, home: Path, line: str) -> None:
    assert cramplog(*line.split(), CRAMPLOG_DB="stick/diary.db").code == 0
    assert list(home.iterdir()) == []


def test_the_status_screen_says_that_there_is_none(cramplog: Program) -> None:
    told = cramplog(CRAMPLOG_DB="stick/diary.db")
    assert told.code == 0
    assert "no diary at stick/diary.db" in told.stdout
    assert "warn   diary: there is no diary at x.db." in cramplog("check", "--db", "x.db").stdout


@pytest.mark.parametrize("line", [*FRIENDLY, *LOOKS])
def test_a_first_look_at_the_default_place_makes_nothing_either(
    cramplog: Program, home: Path, line: str
) -> None:
    told = cramplog(*shlex.split(line))
    assert told.code in (0, 3, 4, 5), told
    assert [name for name in home.iterdir() if name.suffix not in (".csv", ".json")] == []
    if line == "list":
        assert (told.code, told.stdout[:19]) == (0, "The diary is empty.")


def test_words_that_are_refused_begin_no_diary(cramplog: Program, home: Path) -> None:
    assert cramplog("log", "99:99", CRAMPLOG_DB="x.db").code == 2
    (home / "cramps.csv").write_text("started_at\n2026-11-20T02:00:00+00:00\n")
    assert cramplog("import", "cramps.csv", "--dry-run", CRAMPLOG_DB="x.db").code == 0
    assert [each.name for each in home.iterdir()] == ["cramps.csv"]
    told = cramplog("import", "cramps.csv", CRAMPLOG_DB="x.db")
    assert (told.code, "it was begun" in told.stderr) == (0, True)


def test_an_empty_file_is_no_diary_and_stays_empty(cramplog: Program, home: Path) -> None:
    (home / "x.db").touch()
    assert_refused(cramplog("list", "--db", "x.db"), 5, "there is no diary at x.db")
    assert (home / "x.db").stat().st_size == 0
    assert cramplog("log", "calf", "--db", "x.db").code == 0
    assert len(cramplog("list", "--db", "x.db", "--json").data["episodes"]) == 1


@pytest.mark.parametrize("place", [":memory:", "file:x?mode=memory", "file:y.db", "file:z%20a.db"])
def test_names_that_sqlite_takes_for_its_own_are_names_of_files(
    cramplog: Program, home: Path, place: str
) -> None:
    assert cramplog("log", "left", "calf", "--db", place).code == 0
    assert cramplog("backup", "--db", place).code == 0
    assert cramplog("check", "--db", place).code == 0
    assert cramplog("export", "json", "-o", "all.json", "--db", place).code == 0
    assert len(cramplog("list", "--db", place, "--json").data["episodes"]) == 1
    assert (home / place).is_file()
    assert cramplog("merge", place, "--db", "other.db").code == 0
    assert len(cramplog("list", "--db", "other.db", "--json").data["episodes"]) == 1


ANOTHER = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
UNWRITABLE = (
    *("list", "list --json", "report week", "report month --format html -o -", "flags", "show 1"),
    *("visit", "status", "", "export csv -o -", "export json -o -", "export fhir -o -", "check"),
    *("night 2026-11-20", "person show", "guide triggers", "merge"),
)
LOGS = {
    "no log": "",
    "a log alone": "-wal",
    "a log and its index": "-wal -shm",
}


@pytest.fixture
def medium() -> Iterator[Path]:
    """A folder that another user may enter; pytest's own ones are closed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "of another").mkdir()
        (folder / "of another").chmod(0o777)
        (folder / "medium").mkdir()
        folder.chmod(0o755)
        yield folder / "medium"
        (folder / "medium").chmod(0o755)


def a_diary(cramplog: Program, folder: Path, beside: str) -> Path:
    """A diary of two entries whose second one stands in the log where there is one."""
    place = folder / "diary.db"
    assert cramplog("log", "left", "calf", "5m", "--db", str(place)).code == 0
    if beside:
        crashing = (
            "import os, sys; from cramplog import __main__ as program; "
            "from cramplog.cli.session import Session; Session.close = lambda _: None; "
            "program.run(sys.argv[1:]); os._exit(0)"
        )
        python = Program(
            [sys.executable, "-c", crashing],
            {**cramplog.environment, "CRAMPLOG_DB": str(place)},
            cramplog.folder,
        )
        assert python("log", "right", "foot", "3m").code == 0
    else:
        assert cramplog("log", "right", "foot", "3m", "--db", str(place)).code == 0
    for each in place.parent.glob("diary.db-*"):
        if each.name.removeprefix("diary.db") not in beside.split():
            each.unlink()
    assert {each.name.removeprefix("diary.db") for each in place.parent.glob("diary.db-*")} == {
        *beside.split()
    }
    return place


def as_another(cramplog: Program, place: Path, *words: str) -> Result:
    if os.geteuid() == 0:
        cramplog = cramplog.behind(*ANOTHER)
    return cramplog(
        *words,
        CRAMPLOG_DB=str(place),
        HOME="/nonexistent",
        TMPDIR=str(place.parents[1] / "of another"),
    )


@pytest.mark.parametrize("beside", LOGS.values(), ids=LOGS)
def test_a_diary_that_cannot_be_written_is_looked_at_with_all_that_is_in_it(
    cramplog: Program, medium: Path, home: Path, beside: str
) -> None:
    place = a_diary(cramplog, medium, beside)
    for each in medium.iterdir():
        each.chmod(0o755 if each.is_dir() else 0o444)
    medium.chmod(0o555)
    before = {each: each.read_bytes() for each in medium.glob("diary*")}
    for line in UNWRITABLE:
        told = as_another(cramplog, place, *line.split())
        assert told.code == 0, (line, told)
    listed = as_another(cramplog, place, "list", "--json").data["episodes"]
    assert [one["number"] for one in listed] == [2, 1]
    assert {each: each.read_bytes() for each in medium.glob("diary*")} == before
    refused = as_another(cramplog, place, "log", "calf")
    assert_refused(refused, 5, "cannot be written", "kept in")
    place.chmod(0o400)
    for line in ("list", "status"):
        assert_refused(as_another(cramplog, place, line), 5, "cannot be read")
