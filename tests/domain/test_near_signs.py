"""A word that names no sign leads to those it may mean."""

from __future__ import annotations

import pytest

from cramplog.domain.near_signs import ASKED, MILDER, near
from cramplog.domain.symptoms import SYMPTOMS, symptom


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("calf pain", "persistent_pain"),
        ("paralysis", "weakness"),
        ("can't move my foot", "weakness"),
        ("gangrene", "black_toe"),
        ("bladder", "bladder_bowel"),
        ("wet myself, no urine control", "bladder_bowel"),
        ("dark skin", "redness"),
        ("purple toes", "cold_pale"),
        ("clot", "swelling"),
        ("heart attack", "chest_pain"),
        ("swelng", "swelling"),
    ],
)
def test_a_word_of_everyday_leads_to_the_sign(word: str, sign: str) -> None:
    assert near(word)[0] == sign


@pytest.mark.parametrize("word", ["", "zorp", "x" * 5000, "دب"])
def test_whatever_the_word_some_sign_that_matters_is_named(word: str) -> None:
    assert 1 <= len(near(word)) <= 4
    assert set(near(word)) <= set(SYMPTOMS)


def test_a_mild_word_is_never_taken_for_the_severe_sign() -> None:
    assert symptom("headache") == "headache"
    assert MILDER["headache"] == "severe_headache"
    assert symptom("dark skin") is None
    assert all(near(word) for word in ASKED)
