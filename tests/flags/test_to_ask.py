"""Which open questions are put, to whom, and in which order."""

from __future__ import annotations

import pytest
from inside import Inside


def questions(run: Inside) -> list[str]:
    return [one["question"] for one in run("flags", "--check", "--json").data["questions"]]


def test_all_medicines_are_one_question(run: Inside) -> None:
    run("log", "02:30", "left calf 5m")
    run("symptom", "swelling", "left")
    asked = questions(run)
    assert asked.count("Which medicines do you take?") == 1
    assert [one for one in asked if one.startswith("Do you take")] == []
    run("medicine", "none")
    assert "Which medicines do you take?" not in questions(run)


@pytest.mark.parametrize(
    "word", ["oestrogen", "statin", "operation", "dialysis", "pregnant", "Parkinson"]
)
def test_a_childs_parent_is_not_asked_about_what_adults_have(run: Inside, word: str) -> None:
    run("log", "02:30", "left calf 5m")
    run("symptom", "swelling", "left")
    run("person", "set", "born=2020-04")
    assert [one for one in questions(run) if word.lower() in one.lower()] == []


def test_a_question_that_is_not_put_stays_open(run: Inside) -> None:
    run("symptom", "swelling", "left")
    run("person", "set", "born=2020-04")
    told = run("flags", "--json").data["not_evaluable"]
    assert "GL-DVT-RISK" in [rule["id"] for rule in told]
