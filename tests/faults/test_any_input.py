"""Whatever is typed, imported or done to the diary's file: no traceback, no hang, no lie.

The targets are those of `benchmarks/fuzz.py`, which tries them by the hundred thousand.
"""

from __future__ import annotations

import time

import pytest
from fuzzing import room as rooms
from fuzzing.promises import keeps
from fuzzing.room import Hang, Outcome, alarm, room
from fuzzing.targets import TARGETS, as_test

CASES = {
    "times": 1800, "words": 1500, "command lines": 900, "csv": 350, "json": 250, "diary files": 250,
}  # fmt: skip
"""Over 5,000 in all."""


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_is_answered_or_refused_as_promised(name: str) -> None:
    target = TARGETS[name]
    with room() as place:
        as_test(target, lambda case: target.attempt(case, place), cases=CASES[name])()


def test_a_case_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "PATIENCE", 0.05)
    with pytest.raises(Hang), alarm():
        time.sleep(5)


@pytest.mark.parametrize(
    "broken",
    [
        {"code": 70, "stderr": b"error: this is a bug in cramplog (ValueError).\n"},
        {"code": 2, "stderr": b"Traceback (most recent call last):\n"},
        {"code": 2, "stderr": b"error: one\nerror: two\n"},
        {"code": 2, "stderr": b"error: no.\n", "wrote": True},
        {"code": 0, "stdout": b"note: \x1b[2J\n"},
        {"code": 0, "stdout": "note: \x9b2J\n".encode()},
        {"code": 0, "stdout": b"not JSON\n", "words": ("list", "--json")},
    ],
)
def test_a_promise_that_is_broken_is_seen(broken: dict[str, object]) -> None:
    kept = Outcome(words=("list",), code=0, stdout=b"", stderr=b"", wrote=False)
    keeps(kept)
    with pytest.raises((AssertionError, ValueError)):
        keeps(kept.replace(**broken))
