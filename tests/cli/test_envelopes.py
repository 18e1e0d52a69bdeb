"""What machines get: one JSON object with fixed names, and an exit code."""

from __future__ import annotations

import shlex

import pytest
from inside import Inside

EPISODE = {
    "number",
    "id",
    "person",
    "night",
    "started_at",
    "zone",
    "time_is_approximate",
    "daytime",
    "duration_seconds",
    "duration_is_estimate",
    "sites",
    "muscles",
    "sides",
    "type",
    "spread",
    "derived",
    "pain",
    "woke",
    "sore",
    "numb",
    "hard",
    "twitching",
    "triggers",
    "tried",
    "helped",
    "not_helped",
    "relief_seconds",
    "note",
    "recorded_at",
    "source",
}
LOG = "log 02:30 left calf 5m 7 woke @cold +stretch!2m"
START = "start 5m ago left calf"

DATA: dict[str, tuple[tuple[str, ...], set[str]]] = {
    LOG: ((), {"episode", "was_quiet"}),
    "show 1": ((LOG,), {"episode"}),
    "edit 1 pain=": ((LOG,), {"episode", "before", "was_quiet"}),
    "delete 1": ((LOG,), {"deleted", "episodes"}),
    "undo": ((LOG,), {"undone"}),
    "redo": ((LOG, "undo"), {"redone"}),
    "list": ((LOG,), {"episodes"}),
    START: ((), {"timer"}),
    "status": ((START,), {"timer"}),
    "stop 7": ((START,), {"episode", "was_quiet"}),
    "cancel": ((START,), {"timer", "cancelled"}),
    "night quiet stress=6": ((), {"night"}),
    "night --list": ((), {"factors"}),
    "flags": ((), {"flags", "not_evaluable"}),
    "report week": ((LOG,), {"report"}),
    "person show": ((), {"person"}),
    "condition list": ((), {"conditions"}),
    "config list": ((), {"settings"}),
    "config get week.starts_on": ((), {"key", "value", "default"}),
    "config path": ((), {"config", "diary"}),
    "": ((LOG,), {"timer", "nights", "flags", "hint"}),
}


@pytest.mark.parametrize(("line", "case"), DATA.items(), ids=[line or "bare" for line in DATA])
def test_each_command_answers_with_its_own_data(
    line: str, case: tuple[tuple[str, ...], set[str]], run: Inside
) -> None:
    before, keys = case
    for words in before:
        assert run(*shlex.split(words)).code == 0
    told = run(*shlex.split(line), "--json")
    envelope = told.json()
    assert (told.code, told.stderr) == (0, ""), told
    assert set(envelope) == {"schema", "ok", "command", "data", "warnings"}
    assert (envelope["schema"], envelope["ok"]) == ("cramplog/1", True)
    assert line.startswith(envelope["command"]) or not line
    assert keys <= set(envelope["data"])


def test_an_episode_has_the_contracts_names_and_unknown_is_null(run: Inside) -> None:
    episode = run("log", "--json").data["episode"]
    assert set(episode) == EPISODE
    for name in ("duration_seconds", "type", "spread", "pain", "woke", "note"):
        assert episode[name] is None
    for name in ("sites", "derived", "triggers", "tried", "helped", "not_helped"):
        assert episode[name] == []


def test_json_and_text_are_asked_of_one_record(run: Inside) -> None:
    stored = run(*LOG.split(), "--json").data["episode"]
    assert run("show", "1", "--json").data["episode"] == stored
    assert run("list", "--json").data["episodes"] == [stored]
    assert stored["sites"] == [{"muscle": "calf", "side": "left"}]
    assert stored["relief_seconds"] == {"stretch": 120}
    assert stored["derived"] == ["type", "spread"]


CODES = {
    "list --muscle hand": (1, None),
    "log calf 11": (2, "bad_pain"),
    "log calf 5m --duration 6m": (2, "repeated"),
    "list --nights 0": (2, "bad_usage"),
    "list --muscle calf+toes": (2, "bad_word"),
    "show one": (2, "bad_word"),
    "report decade": (2, "bad_word"),
    "config get nothing": (2, "bad_setting"),
    "person set born=1700": (2, "bad_fact"),
    "lst": (2, "bad_word"),
    "stop": (3, "no_timer"),
    "redo": (3, "nothing_to_undo"),
    "night quiet": (3, "night_has_cramps"),
    "show 99": (4, "no_such_episode"),
    "flags --show ART-NOTHING": (4, "no_such_rule"),
    "list --person bob": (4, "no_such_person"),
    "list --db .": (5, "diary_unusable"),
}


@pytest.mark.parametrize(("line", "expected"), CODES.items(), ids=CODES.keys())
def test_each_refusal_has_its_exit_code_and_its_name(
    line: str, expected: tuple[int, str | None], run: Inside
) -> None:
    assert run(*LOG.split()).code == 0
    code, name = expected
    in_text, in_json = run(*shlex.split(line)), run(*shlex.split(line), "--json")
    assert (in_text.code, in_json.code) == (code, code)
    envelope = in_json.json()
    if name is None:
        assert envelope["data"] == {"episodes": []}
        return
    assert in_text.stdout == in_json.stderr == ""
    assert in_text.stderr.startswith("error: ")
    assert in_text.stderr.count("\n") == 1
    assert set(envelope) == {"schema", "ok", "error"}
    assert envelope["error"]["code"] == name
    assert envelope["error"]["message"] in in_text.stderr


def test_an_empty_diary_lists_nothing_and_that_is_no_failure(run: Inside) -> None:
    for line in ("list", "list --nights 3", "list --muscle calf", "list --search walk"):
        told = run(*line.split(), "--json")
        assert (told.code, told.data) == (0, {"episodes": []})
