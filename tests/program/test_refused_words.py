"""Words of `log` that are not understood: one line, exit code 2, nothing stored (section 2)."""

from __future__ import annotations

import shlex

import pytest
from running import Program, assert_refused, episodes

REFUSED = {
    "calf 3 in the morning": ("3 o'clock", "pain 3"),
    "calf until 3am": ("until 3am", "when it began"),
    "calf not left": ("not left",),
    "calf 8 out of 5": ("8/5", "0 to 10"),
    "calf yesturday 3am": ("yesterday",),
    "calf 5mm": ("5mm",),
    "quiet": ("night quiet",),
    "left": ("muscle",),
    "5m both": ("muscle",),
    "calf left foot": ("left",),
    "left right calf": ("left", "right"),
    "calf 11": ("pain is 0 to 10", "11"),
    "calf 12/10": ("pain is 0 to 10", "12"),
    "calf --pain 11": ("pain is 0 to 10", "11"),
    "calf 7 8": ("pain",),
    "calf 7/10 --pain 7": ("pain",),
    "calf 0m": ("0",),
    "calf 0s": ("0",),
    "calf --duration=-5m": ("-5m",),
    "calf -- -5m": ("-5m",),
    "calf 30h": ("24 h",),
    "calf --duration 24h1s": (),
    "calf 5m 6m": ("5", "6"),
    "calf 5m --duration 5m": (),
    "calf 02:30 03:00": ("02:30", "03:00"),
    "calf 02:30 --at 03:00": (),
    "calf 10m ago 1h ago": ("ago",),
    "calf tonic clonic": ("tonic", "clonic"),
    "calf localized generalized": ("localized", "generalized"),
    "calf tonic --type clonic": ("tonic", "clonic"),
    "calf --type sideways": ("sideways",),
    "calf woke --not-woke": ("woke",),
    "calf --trigger nonsense": ("nonsense",),
    "calf --helped nonsense": ("nonsense",),
    "calf --muscle left:calv": ("calv", "calf"),
    "calf --side middle": ("middle",),
    "calf --note ''": ("note",),
    "calf --note '   '": ("note",),
    "calf --fold third": ("third",),
    "calf --frobnicate": ("--frobnicate",),
}


@pytest.mark.parametrize(("line", "said"), REFUSED.items(), ids=REFUSED.keys())
def test_words_that_are_not_understood_store_nothing(
    cramplog: Program, line: str, said: tuple[str, ...]
) -> None:
    assert_refused(cramplog("log", *shlex.split(line)), 2, *said)
    assert episodes(cramplog) == []


@pytest.mark.parametrize("line", ["quiet", "calf 11", "calf 99:99", "calf 5m 6m", "left"])
def test_bare_cramp_refuses_the_same_words_alike(
    cramplog: Program, cramp: Program, line: str
) -> None:
    words = line.split()
    assert cramp(*words) == cramplog("log", *words)


@pytest.mark.parametrize("word", ["calv", "hurts", "@wine", "+banana"])
def test_edit_refuses_words_that_mean_nothing(cramplog: Program, word: str) -> None:
    assert cramplog("log", "foot").code == 0
    before = episodes(cramplog)
    assert_refused(cramplog("edit", "last", word), 2, word.lstrip("@+"))
    assert episodes(cramplog) == before


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("calf 11", "bad_pain"),
        ("calf 30h", "bad_duration"),
        ("calf 99:99", "bad_time"),
        ("calf 5m 6m", "repeated"),
        ("calf tonic clonic", "repeated"),
    ],
)
def test_machines_get_a_code_for_what_was_wrong(cramplog: Program, line: str, code: str) -> None:
    told = cramplog("log", *line.split(), "--json")
    assert told.code == 2
    assert told.error["code"] == code
    assert set(told.json()) == {"schema", "ok", "error"}
    assert set(told.error) == {"code", "message", "hint"}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("search market", "list --search"),
        ("lst", "list"),
        ("reprot", "report"),
        ("strat", "start"),
        ("falgs --json", "flags"),
    ],
)
def test_a_mistyped_command_is_answered_with_the_one_meant(
    cramplog: Program, line: str, meant: str
) -> None:
    told = cramplog(*line.split())
    assert told.code == 2
    assert meant in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
