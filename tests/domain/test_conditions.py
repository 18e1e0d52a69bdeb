"""The conditions that rules know, by whatever words they are named."""

from __future__ import annotations

import pytest

from cramplog.domain.catalogue import key
from cramplog.domain.conditions import CONDITIONS, condition, members

# Section C4 of the clinical reference, "Profile".
PROFILE = """varicose veins, thrombophlebitis, prior VTE, diabetes, thyroid, CKD, dialysis,
cirrhosis, PVD, CAD, heart failure, lumbar stenosis, neuropathy, Parkinson, MND, arthritis,
flat feet, cancer"""


@pytest.mark.parametrize("name", [" ".join(part.split()) for part in PROFILE.split(",")])
def test_every_condition_of_the_profile_is_known(name: str) -> None:
    assert condition(name) in CONDITIONS


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Varicose veins", "varicose_veins"),
        ("varicose-veins", "varicose_veins"),
        ("Parkinson's disease", "parkinsons"),
        ("Parkinson’s", "parkinsons"),
        ("type 2 diabetes", "diabetes"),
        ("underactive thyroid", "thyroid"),
        ("deep vein thrombosis", "prior_vte"),
        ("spinal stenosis", "lumbar_stenosis"),
        ("osteoarthritis", "arthrosis"),
        ("restless legs", "restless_legs"),
    ],
)
def test_everyday_names_mean_a_condition(text: str, meant: str) -> None:
    assert condition(text) == meant


@pytest.mark.parametrize("text", ["", "hay fever", "pregnant", "osteochondrosis"])
def test_other_conditions_are_not_forced_into_the_catalogue(text: str) -> None:
    assert condition(text) is None


def test_no_name_means_two_conditions() -> None:
    said = [key(n) for entry in CONDITIONS.values() for n in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


def test_rules_find_the_conditions_of_a_group() -> None:
    assert members("endocrine") == {
        *("diabetes", "thyroid", "parathyroid", "adrenal", "endocrine_disorder"),
    }
    assert members("lumbar") == {"lumbar_stenosis", "lumbar_problem"}
    assert members("joint") == {"arthritis", "arthrosis"}
    assert members("vein") == {"varicose_veins", "thrombophlebitis"}
    assert members("nothing") == set()
