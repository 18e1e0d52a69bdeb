"""Medicines in words: dates as said, doses, and the cautions that go with some."""

from __future__ import annotations

from typing import Any

import pytest

from cramplog.domain.facts import Dose, Facts, Medicine
from cramplog.render import medicine as render


def course(name: str = "atorvastatin", **fields: Any) -> Medicine:
    return Medicine(**{"name": name, "recorded_at": 0, **fields})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "atorvastatin, start not said"),
        ({"started": "2026-05"}, "atorvastatin from 2026-05"),
        ({"started": "2025", "stopped": "2026-01-03"}, "atorvastatin from 2025 to 2026-01-03"),
        (
            {
                "started": "2026-05",
                "doses": (Dose(text="20 mg", since="2026-05"), Dose(text="40 mg", since="2026-09")),
            },
            "atorvastatin from 2026-05 (20 mg; 40 mg from 2026-09)",
        ),
    ],
)
def test_a_course_is_told_as_far_as_it_was_said(fields: dict[str, Any], said: str) -> None:
    assert render.medicine(course(**fields)) == said


def test_a_name_and_a_dose_in_own_words_cannot_steer_the_terminal() -> None:
    odd = course("\x1b[31mpills", known=False, doses=(Dose(text="\x1b[2J"),))
    assert "\x1b" not in render.medicine(odd)
    assert not any("\x1b" in said for said in render.cautions(odd))


def test_what_no_rule_knows_is_said_to_be_so() -> None:
    assert any("in your words" in said for said in render.cautions(course("zinc", known=False)))
    assert render.cautions(course()) == ()


def test_whether_the_list_is_whole_is_always_said() -> None:
    def told(**fields: Any) -> str:
        return " ".join(render.medicines(Facts(**{"person": "me", **fields}), 200))

    assert "Which medicines are taken is unknown" in told()
    assert told(no_other_medicines=True) == "No medicines are taken."
    assert "Whether there are others is unknown" in told(medicines=(course(),))
    assert "No others are taken." in told(medicines=(course(),), no_other_medicines=True)


def test_every_line_fits_the_terminal() -> None:
    facts = Facts(person="me", medicines=(course("long " * 30, known=False), course()))
    for width in (40, 80):
        assert max(map(len, render.medicines(facts, width))) <= width
