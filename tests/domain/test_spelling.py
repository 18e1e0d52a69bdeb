"""What a mistyped word was meant to be."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import cramplog
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.spelling import did_you_mean, quoted, suggest
from cramplog.domain.triggers import TRIGGERS


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("calv", MUSCLES, "calf"),
        ("CALV", MUSCLES, "calf"),
        ("hamstirng", MUSCLES, "hamstring"),
        ("streess", TRIGGERS, "stress"),
        ("yesteday", ["yesterday", "today"], "yesterday"),
        ("tnoic", ["tonic", "clonic"], "tonic"),
        ("reprot", ["report", "restore", "redo"], "report"),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], meant: str) -> None:
    assert suggest(word, known) == meant


@pytest.mark.parametrize("word", ["", "xyzzy", "7", "qqqqqq" * 10_000])
def test_nothing_is_suggested_where_nothing_is_near(word: str) -> None:
    assert suggest(word, MUSCLES) is None


def test_a_hint_is_a_question_or_what_else_to_do() -> None:
    assert did_you_mean("calv", MUSCLES) == 'Did you mean "calf"?'
    assert did_you_mean("xyzzy", MUSCLES, "See the guide.") == "See the guide."
    assert did_you_mean("xyzzy", MUSCLES) == ""


def test_what_was_typed_is_quoted_on_one_harmless_line() -> None:
    assert quoted("calv") == '"calv"'
    assert quoted("a\nb\x1b[31m\x00") == '"a b [31m"'
    assert quoted("x" * 100_000) == '"' + "x" * 40 + '..."'


def test_the_catalogues_load_nothing_that_a_fast_log_cannot_afford() -> None:
    heavy = "re json enum typing dataclasses pathlib collections functools difflib textwrap"
    program = (
        "import sys, cramplog.value; before = set(sys.modules)\n"
        "from cramplog.domain import (muscles, triggers, remedies, factors, symptoms, conditions,"
        " reading, firstaid, spelling)\n"
        f"print(*sorted(set('{heavy}'.split()) & (set(sys.modules) - before)))"
    )
    root = os.path.dirname(os.path.dirname(cramplog.__file__))
    bare_python = [sys.executable, "-S", "-c", program]
    loaded = subprocess.run(bare_python, cwd=root, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""
