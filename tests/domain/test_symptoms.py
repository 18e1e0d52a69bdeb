"""Leg checks and other signs, by whatever words they are named."""

from __future__ import annotations

import pytest

from cramplog.domain.catalogue import key
from cramplog.domain.symptoms import SYMPTOMS, symptom

# Section C4 of the clinical reference, "Leg check".
LEG_CHECK = """
swelling warmth redness_or_darkening hard_sore_veins persistent_pain numbness tingling weakness
wasting twitching cold_pale colour_change wound visible_dilated_veins joint_pain back_pain
jaw_stiffness breathless chest_pain cough_blood dark_urine bruising_bleeding
tinnitus_hearing_vision urge_to_move walking_pain_relieved_by_rest daytime_tired
"""


@pytest.mark.parametrize("name", LEG_CHECK.split())
def test_every_sign_of_the_leg_check_is_known(name: str) -> None:
    assert symptom(name) in SYMPTOMS


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("joint pain", "joint_pain"),
        ("joint-pain", "joint_pain"),
        ("Joint_Pain", "joint_pain"),
        ("  joint   pain ", "joint_pain"),
        ("dilated veins", "dilated_veins"),
        ("visible dilated veins", "dilated_veins"),
        ("back pain", "back_pain"),
        ("swollen", "swelling"),
        ("pins and needles", "tingling"),
        ("short of breath", "breathless"),
    ],
)
def test_hyphens_underscores_and_spaces_are_alike(words: str, meant: str) -> None:
    assert symptom(words) == meant


@pytest.mark.parametrize("words", ["", "pain", "veins", "left", "headachy", "cold"])
def test_words_that_name_no_sign_or_could_name_several_are_none(words: str) -> None:
    assert symptom(words) is None


def test_no_name_means_two_signs() -> None:
    said = [key(n) for entry in SYMPTOMS.values() for n in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    "name", ["swelling", "warmth", "redness", "numbness", "weakness", "dilated_veins", "joint_pain"]
)
def test_signs_of_a_leg_take_a_side(name: str) -> None:
    assert SYMPTOMS[name].sided


@pytest.mark.parametrize("name", ["back_pain", "breathless", "chest_pain", "dark_urine", "fever"])
def test_signs_of_the_whole_body_take_none(name: str) -> None:
    assert not SYMPTOMS[name].sided
