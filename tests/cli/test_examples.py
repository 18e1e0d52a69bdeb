"""Every example that a help shows can be typed as it stands, and opens a diary at most once."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from inside import Inside

from cramplog.cli.app import program
from cramplog.cli.help import EXAMPLES
from cramplog.dispatch import COMMANDS
from cramplog.files.opening import Connection

PROGRAM: Any = program()
NEEDS_MORE = re.compile(r"completion install|/media/|\brestore\b|\bcheck\b")
"""A shell, another disk, a copy with a name of its own: tested where they are."""

OLD = "When,Where,Notes\n2026-11-20 02:10,calf,after a walk\n"


def examples() -> list[str]:
    found: list[str] = []
    waiting = [PROGRAM.get_command(None, name) for name in COMMANDS]
    while waiting:
        command = waiting.pop()
        waiting += getattr(command, "commands", {}).values()
        lines = (command.help or "").partition(EXAMPLES)[2].strip().splitlines()
        found += [line.strip() for line in lines]
    return sorted(set(found))


ALWAYS = ("log 2026-11-21 02:10 left calf 5m 7", "log 2026-11-21 02:30 right foot 90s")
NEEDED = {
    r"cramplog redo": ("undo",),
    r"cramplog morning": ("night 2026-11-09..2026-11-19,2026-11-21..2026-11-22 quiet",),
    r"night last 5 quiet": ("delete 1 2",),
    r"cramplog flags 2": ("symptom swelling left", "symptom numbness left"),
    r"cramplog (stop|cancel)": ("start 10m ago left calf",),
    r"import cramps.csv": ("export csv -o cramps.csv",),
    r"import diary.json": ("export json -o diary.json",),
    r"condition end (?P<name>[a-z]+)": ("condition add {name} --since 2019",),
    r"medicine name (?P<name>\"[a-z ]+\"|[a-z]+)": ("medicine start {name}",),
    r"medicine (stop|dose) (?P<name>[a-z]+)": ("medicine start {name} --on 2026-05-01",),
    r"person (use|remove) (?P<name>(?!me\b)[a-z]+)": ("person add {name}",),
    r"--person (?P<name>[a-z]+)": ("person add {name}",),
    r"report --since visit|report visit": ("visit done",),
    r"cramplog check --strict|cramplog restore diary": ("backup",),
    r"cramplog restore \./": ("backup --to .",),
    r"merge laptop.db": ("log --db laptop.db calf",),
    r"cramplog visit done": ("visit set 2026-11-23",),
    r"cramplog decrypt": ("encrypt",),
}
"""What has to be on record for an example that matches."""

OLD = "When,Where,Symptom\n2026-11-20 02:30,left calf,cramp\n"
"""The `old.csv` of another program."""
CHECKS = "Date,No cramps\n2026-11-19,2\n"
"""The check marks of a habit tracker."""

NUMBERED = {" 41": " 1", " 42": " 2"}


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The place of a diary, each time that one is opened."""
    places: list[str] = []
    opened = Connection.__init__

    def counted(self: Connection, path: str, *rest: Any, **more: Any) -> None:
        places.append(path)
        opened(self, path, *rest, **more)

    monkeypatch.setattr(Connection, "__init__", counted)
    return places


@pytest.mark.parametrize("line", [each for each in examples() if not NEEDS_MORE.search(each)])
def test_an_example_works_as_it_stands(
    line: str,
    run: Inside,
    home: Path,
    passphrase_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    openings: list[str],
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("CRAMPLOG_PASSPHRASE_FILE", str(passphrase_file))
    monkeypatch.setenv("CRAMPLOG_KEY_FILE", str(home / "key"))
    (home / "old.csv").write_text(OLD, encoding="utf-8")
    (home / "Checkmarks.csv").write_text(CHECKS, encoding="utf-8")
    before = list(ALWAYS)
    for pattern, words in NEEDED.items():
        found = re.search(pattern, line)
        before += [each.format(**found.groupdict()) for each in words] if found else []
    for earlier in before:
        told = run(*shlex.split(earlier))
        assert told.code == 0, told
    typed = line
    for shown, number in NUMBERED.items():
        typed = typed.replace(shown, number)
    program, *arguments = shlex.split(typed)
    openings.clear()
    told = run(*arguments, short=program == "cramp")
    assert told.code in ({0, 10} if "--exit-code" in line else {0}), told
    assert max(Counter(openings).values(), default=0) <= 1, openings
