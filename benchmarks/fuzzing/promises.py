"""What cramplog has promised of every command line: codes, one line, JSON, a safe terminal."""

from __future__ import annotations

import json
import re

from fuzzing.room import Outcome

CODES = {0, 1, 2, 3, 4, 5, 10}
ANSWERS = {0, 1, 10}
"""Codes of the contract, and those that come with an answer on standard output."""

HELP = {"-h", "--help", "--version"}
STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
"""What moves a cursor, starts an escape or turns the direction of a line."""


def keeps(outcome: Outcome, codes: set[int] = CODES) -> None:
    """Fails where a command line did what none may do."""
    assert outcome.code in codes, outcome
    told, said = outcome.stdout.decode(), outcome.stderr.decode()
    assert _is_file(outcome) or not STEERING.search(told), outcome
    assert not STEERING.search(said), outcome
    assert "Traceback" not in told + said, outcome
    options = outcome.words[: (*outcome.words, "--").index("--")]  # what follows are words
    if HELP.intersection(outcome.words):
        return
    if "--json" in options:
        _one_object(outcome, told, said)
    elif outcome.code not in ANSWERS and not (told and "check" in outcome.words):
        assert told == "" or _is_file(outcome), outcome
        assert said.startswith("error: "), outcome
        assert said.count("\n") == 1, outcome
    else:
        assert all(line.startswith("warning: ") for line in said.splitlines()), outcome
    if outcome.code not in ANSWERS:
        assert not outcome.wrote or "all the same" in told + said, outcome


def _is_file(outcome: Outcome) -> bool:
    """Whether standard output is the file itself that was asked for."""
    return any(word == "-" or word.endswith("=-") for word in outcome.words)


def _one_object(outcome: Outcome, told: str, said: str) -> None:
    envelope = json.loads(told)
    assert said == "" or said.startswith("warning: "), outcome
    assert envelope["schema"] == "cramplog/1", outcome
    if outcome.words[:1] != ("check",):
        assert envelope["ok"] is (outcome.code in ANSWERS), outcome
    if not envelope["ok"]:
        assert set(envelope["error"]) == {"code", "message", "hint"}, outcome
