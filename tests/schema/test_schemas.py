"""The published schemas describe what the program really prints and writes, and nothing looser."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from running import Program

from cramplog.dispatch import COMMANDS
from cramplog.schema import NAMES, schema

AJV = Path(__file__).parents[2] / ".ci" / "node_modules" / "ajv" / "dist" / "2020.js"
NOT_IN_JSON = {"completion"}
"""Commands whose answer is a script for a shell."""

LINES = (
    "log left calf 5m 7 @stress +stretch",
    "log calf 11",
    "log calf ouch",
    "morning",
    "morning 2026-11-09",
    "night last 2 unknown",
    "help calf",
    "start calf",
    "status",
    "stop",
    "cancel",
    "list",
    "list --muscle sole",
    "list --nights 3",
    "show 3",
    "show 99",
    "edit 1 pain=5",
    "delete 1",
    "undo",
    "redo",
    "night 2026-11-21 water=1l",
    "night --list",
    "symptom swelling left",
    "report week",
    "trends",
    "trends stress",
    "trends --watch stress,cold",
    "flags",
    "flags --show ART-REGULAR",
    "guide triggers",
    "person show",
    "person set born=1958",
    "person rename anna",
    "person list",
    "condition add diabetes",
    "condition list",
    "medicine start magnesium",
    "medicine list",
    "guide",
    "flags --check",
    "report year",
    "report month -o a.pdf",
    "report week -o a.md",
    "export fhir --transaction -o b.fhir.json",
    "visit set 2026-12-01",
    "export csv -o a.csv",
    "export csv --night-log -o b.csv",
    "export json -o a.json",
    "export fhir -o a.fhir.json",
    "import diary.json",
    "config list",
    "merge",
    "merge nothing.db",
    "merge --settle",
    "encrypt",
    "decrypt",
    "backup",
    "restore nothing.db",
    "check",
    "lst",
)


def envelope() -> Draft202012Validator:
    return Draft202012Validator(
        schema("envelope-1"), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def diary() -> Draft202012Validator:
    return Draft202012Validator(
        schema("diary-1"), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def exported(cramplog: Program, home: Path) -> dict[str, Any]:
    assert cramplog("export", "json", "-o", "diary.json", "--force").code == 0
    found: dict[str, Any] = json.loads((home / "diary.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_every_command_that_answers_in_json_is_tried() -> None:
    tried = {line.split()[0] for line in LINES}
    assert {*COMMANDS} - tried <= NOT_IN_JSON


@pytest.mark.parametrize("line", LINES)
def test_what_a_command_prints_follows_the_schema(week: Path, cramplog: Program, line: str) -> None:
    exported(cramplog, week)
    told = cramplog(*shlex.split(line), "--json").json()
    envelope().validate(told)
    closed().validate(told)  # no key that the schema does not describe


@pytest.mark.parametrize(
    "line",
    ["log calf 5m @cold +stretch:2m", "report week", "flags", "check", "export csv -o a.csv"],
)
def test_a_key_that_is_lost_is_noticed(week: Path, cramplog: Program, line: str) -> None:
    told = cramplog(*shlex.split(line), "--json").json()
    lost = [path for path in keys(told) if not IN_A_MAP & {*path[:-1]}]
    assert len(lost) > 10
    unnoticed = [path for path in lost if envelope().is_valid(without(told, path))]
    assert unnoticed == []


IN_A_MAP = {"relief_seconds", "not_recorded", "answers", "factors"}
"""Objects whose keys are names out of a catalogue, there or not as the diary has it."""


def keys(value: Any, *path: Any) -> Iterator[tuple[Any, ...]]:
    """The path to every key; of a list the first element stands for all."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys(inner, *path, key)
    elif isinstance(value, list) and value:
        yield from keys(value[0], *path, 0)


def without(told: Any, path: tuple[Any, ...]) -> Any:
    changed = deepcopy(told)
    place = changed
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return changed


def closed() -> Draft202012Validator:
    """The schema of the answers, with every object that has named keys taking no others."""

    def shut(part: Any) -> Any:
        if isinstance(part, list):
            return [shut(each) for each in part]
        if not isinstance(part, dict):
            return part
        inner = {key: shut(each) for key, each in part.items()}
        return {"additionalProperties": False, **inner} if "required" in part else inner

    return Draft202012Validator(shut(schema("envelope-1")))


@pytest.mark.skipif(not AJV.exists(), reason="npm install --prefix .ci")
@pytest.mark.parametrize("name", NAMES)
def test_a_schema_compiles_in_the_strict_mode_of_ajv(name: str) -> None:
    text = json.dumps(schema(name))
    script = (
        "const Ajv = require(process.argv[1]).default;"
        "new Ajv({strict: true}).compile(JSON.parse(require('fs').readFileSync(0)))"
    )
    done = subprocess.run(
        ["node", "-e", script, str(AJV)], input=text, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_export_follows_the_schema(week: Path, cramplog: Program) -> None:
    for line in (
        "condition add diabetes --since 2019",
        "medicine start magnesium --on 2026-10 --dose '300 mg'",
        "symptom swelling left",
        "visit set 2026-12-01 'Dr Who'",
        "flags --snooze ART-REGULAR 10 --because seen",
        "person set born=1958",
    ):
        assert cramplog(*shlex.split(line)).code == 0
    found = exported(cramplog, week)
    assert [key for key, value in found.items() if value == []] == []
    diary().validate(found)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("version",), 2),
        (("person", "surname"), "x"),
        (("episodes", 0, "pain"), 11),
        (("episodes", 0, "woke"), "yes"),
        (("episodes", 0, "started_at"), "2026-11-16 23:50"),
        (("episodes", 0, "sites", 0, "muscle"), "knee"),
        (("nights", 0, "quiet"), None),
    ],
)
def test_the_schema_refuses_what_an_export_never_says(
    week: Path, cramplog: Program, path: tuple[Any, ...], wrong: object
) -> None:
    found = deepcopy(exported(cramplog, week))
    place: Any = found
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    with pytest.raises(ValidationError):
        diary().validate(found)


@pytest.mark.parametrize(
    "change", [{"ok": 1}, {"schema": "cramplog/2"}, {"extra": 1}, {"data": []}]
)
def test_the_schema_refuses_another_envelope(cramplog: Program, change: dict[str, Any]) -> None:
    told = cramplog("list", "--json").json()
    envelope().validate(told)
    with pytest.raises(ValidationError):
        envelope().validate({**told, **change})
