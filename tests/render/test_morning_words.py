"""The morning's questions are read half asleep: short sentences of short words."""

from __future__ import annotations

import re

import pytest

from cramplog.cli import questions
from cramplog.domain.night import CRAMP, QUIET, UNKNOWN
from cramplog.render import morning
from cramplog.report.nights import NightState

NIGHT = 739943  # Sun 22 Nov 2026
STATES = [NightState(night=NIGHT - back, state=UNKNOWN) for back in range(27, -1, -1)]


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions about a cramp, none of them answered."""
    found: list[str] = []
    monkeypatch.setattr("sys.stdin.readline", lambda: "")
    monkeypatch.setattr("sys.stderr.write", found.append)
    for question in (questions.place, questions.minutes, questions.pain):
        question(())
    return found


def test_every_sentence_is_short_and_of_short_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [
        *morning.greeting(7, 80, strip=True),
        morning.question(NIGHT, 80, STATES)[1],
        *morning.ended([QUIET, CRAMP], 2, "Undo: cramplog undo", 80),
        morning.NOTHING,
        *asked(monkeypatch),
    ]
    sentences = [each.split() for text in texts for each in re.split(r"[.?:]+ ", text)]
    assert [words for words in sentences if len(words) > 12] == []
    assert {word for words in sentences for word in words if len(word.strip(",.?")) > 8} == set()


def test_the_strip_marks_the_night_that_is_asked_about() -> None:
    shown = morning.strip(STATES, NIGHT - 1)
    assert shown.endswith("?????[?]?")
    assert shown.count(" ") == 3
