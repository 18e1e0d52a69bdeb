"""The JSON envelope of every command, on success and on error (section 8)."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from running import Program

COLUMNS = (
    "number,id,person,night,started_at,zone,time_is_approximate,duration_seconds,"
    "duration_is_estimate,type,spread,derived,pain,woke,sore,numb,hard,twitching,"
    "triggers,tried,helped,note,recorded_at,source"
)

SUCCEEDS = (
    "log calf",
    "start calf",
    "status",
    "list",
    "show 1",
    "edit 1 pain=5",
    "delete 1",
    "undo",
    "night 2026-11-21 quiet",
    "night 2026-11-17",
    "night --list",
    "report",
    "report week",
    "report week last",
    "report month",
    "report year",
    "report --since 2026-11-16 --until 2026-11-18",
    "flags",
    "person show",
    "person set born=1958",
    "condition add diabetes",
    "condition list",
    "symptom swelling left",
    "config list",
    "config get night.starts_at",
    "config set night.starts_at 13:00",
    "config path",
    "export csv -o diary.csv",
)

REFUSED = {
    "log calf 11": 2,
    "start calf 11": 2,
    "stop": 3,
    "cancel": 3,
    "redo": 3,
    "show 99": 4,
    "edit 99 pain=5": 4,
    "edit 1": 2,
    "edit 1 pain=11": 2,
    "delete 99": 4,
    "night 2026-11-16 quiet": 3,
    "night 2026-11-17 nonsense=1": 2,
    "report fortnight": 2,
    "report --since 2026-13-45": 2,
    "list --since nonsense": 2,
    "list --min-pain 11": 2,
    "flags --show ART-NONE": 4,
    "condition end diabetes": 2,
    "condition add": 2,
    "config get nonsense": 2,
    "config set nonsense 1": 2,
    "config set night.starts_at 99:99": 2,
    "import nowhere.csv": 2,
    "export papyrus": 2,
    "export csv -o taken.csv": 3,
    "list --person nobody": 4,
    "lst": 2,
    "list --frobnicate": 2,
}


@pytest.mark.parametrize("line", SUCCEEDS)
def test_a_command_that_succeeds_answers_in_one_object(
    week: Path, cramplog: Program, line: str
) -> None:
    told = cramplog(*shlex.split(line), "--json")
    envelope = told.json()
    assert told.data is not None
    assert set(envelope) == {"schema", "ok", "command", "data", "warnings"}
    assert envelope["schema"] == "cramplog/1"
    assert line.startswith(envelope["command"])
    assert isinstance(envelope["warnings"], list)
    assert told.stderr == ""


@pytest.mark.parametrize(("line", "code"), REFUSED.items(), ids=REFUSED.keys())
def test_a_command_that_is_refused_answers_in_one_object_too(
    week: Path, cramplog: Program, line: str, code: int
) -> None:
    (week / "taken.csv").write_text("mine")
    told = cramplog(*line.split(), "--json")
    assert told.code == code, told
    assert set(told.json()) == {"schema", "ok", "error"}
    assert set(told.error) == {"code", "message", "hint"}
    assert told.error["message"]
    assert told.stderr == ""
    assert (week / "taken.csv").read_text() == "mine"


@pytest.mark.parametrize(("line", "code"), REFUSED.items(), ids=REFUSED.keys())
def test_the_same_refusal_is_one_line_of_text(
    week: Path, cramplog: Program, line: str, code: int
) -> None:
    (week / "taken.csv").write_text("mine")
    before = cramplog("list", "--json", "--nights", "99").stdout
    told = cramplog(*line.split())
    assert (told.code, told.stdout) == (code, ""), told
    assert told.stderr.startswith("error: ")
    assert told.stderr.count("\n") == 1, told
    assert cramplog("list", "--json", "--nights", "99").stdout == before


def test_an_episode_has_the_names_of_the_csv_columns(week: Path, cramplog: Program) -> None:
    episode = cramplog("show", "3", "--json").data["episode"]
    assert {*COLUMNS.split(","), "sites"} <= set(episode)
    assert episode["sites"] == [
        {"muscle": "calf", "side": "left"},
        {"muscle": "hamstring", "side": "right"},
    ]
    assert episode["type"] == "tonic"
    assert episode["duration_is_estimate"] is True
    assert episode["triggers"] == ["cold", "dehydration"]
    assert episode["numb"] is None


def test_what_log_answers_is_what_show_answers(cramplog: Program) -> None:
    logged = cramplog("log", "left", "calf", "5m", "7", "--json").data["episode"]
    assert cramplog("show", "last", "--json").data["episode"] == logged
    assert cramplog("list", "--json").data["episodes"] == [logged]


@pytest.mark.parametrize("line", ["report week", "flags", "list", "status"])
def test_an_empty_diary_is_no_error(cramplog: Program, line: str) -> None:
    assert cramplog(*line.split()).code == 0
    assert cramplog(*line.split(), "--json").data is not None


def test_filters_that_match_nothing_exit_with_one(week: Path, cramplog: Program) -> None:
    told = cramplog("list", "--muscle", "sole", "--json")
    assert told.code == 1
    assert told.json()["ok"] is True
    assert told.json()["data"]["episodes"] == []
    assert cramplog("list", "--muscle", "sole").code == 1


def test_flags_says_what_is_on_and_what_cannot_be_told(week: Path, cramplog: Program) -> None:
    assert {"flags", "not_evaluable"} <= set(cramplog("flags", "--json").data)
