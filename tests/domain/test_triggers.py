"""The article's triggers, held against a table transcribed from the clinical reference."""

from __future__ import annotations

import pytest

from cramplog.domain.catalogue import key
from cramplog.domain.triggers import TRIGGERS, trigger

# Sections A3, A4, A5 of the clinical reference: id, kind, paragraphs. Kind "" is not stated there.
A3 = """
activity_pattern_change N 9
chronic_disease_flare P/N 10,16
psychoemotional_overload N 11
cold N 12,17,23,27
adverse_climate E 13
sedentary_lifestyle P 14
activity_after_long_sitting N 14
forced_inactivity_athlete P/N 14
nervous_excitability P 15,7
anxiety_worry N 15
stress N 15,24,27
varicose_veins P 16,25,55
thrombophlebitis P 16,26
endocrine_disorder P 16,56
potassium_deficiency P 20,30,59
magnesium_deficiency P 20,30,59
calcium_deficiency P 20,28,30
vitamin_b6_deficiency P 20
poor_nutrition N/P 20,27
physical_overload N 21
uneven_load_rest N 21
no_pause_between_contractions N 21
dehydration N 22
fluid_loss_not_replaced N 22
heat N 23
temperature_swing N/E 23
metabolic_disorder P 25
injury P/N 25
poison_contact N 25
food_poisoning N 25
leg_disease P 25
no_apparent_reason N 8
"""
A4 = """
uncomfortable_shoes calf 26
flat_feet calf 26
thrombophlebitis calf 26
excessive_dieting calf 26
low_motor_activity calf 33
arthrosis toes 27
arthritis toes 27
cold toes 27
poorly_fitting_shoes toes 27
overweight toes 27
stress toes 27
poor_nutrition toes 27
pregnancy toes 27
protein_diet toes 28
protein_diet foot 28
"""
A5 = """
magnesium_deficiency pregnancy 30
calcium_deficiency pregnancy 30
potassium_deficiency pregnancy 30
low_glucose pregnancy 30
vein_compression_by_uterus pregnancy 31
iron_deficiency_anaemia pregnancy 32
diuretic_use pregnancy 33
low_motor_activity pregnancy 33
pregnancy_sickness pregnancy 33
maturing_nerves children 34
maternal_drugs_in_pregnancy children 35
maternal_disease_in_pregnancy children 35
birth_defect children 35
viral_disease children 35
forced_inactivity_athlete athletes 14
activity_after_long_sitting sedentary 14
"""
KINDS = {"N": "night", "P": "person", "E": "environment"}


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize(("word", "kinds", "paragraphs"), rows(A3))
def test_every_general_trigger_is_there_with_its_kind_and_paragraphs(
    word: str, kinds: str, paragraphs: str
) -> None:
    entry = TRIGGERS[word]
    assert set(entry.kinds) == {KINDS[letter] for letter in kinds.split("/")}
    assert set(entry.paragraphs) == {int(number) for number in paragraphs.split(",")}
    assert trigger(word) == word


@pytest.mark.parametrize(("word", "where", "paragraph"), rows(A4) + rows(A5))
def test_every_trigger_of_a_region_or_a_group_is_there_with_its_place(
    word: str, where: str, paragraph: str
) -> None:
    found = trigger(word)
    assert found is not None
    assert where in TRIGGERS[found].where
    assert int(paragraph) in TRIGGERS[found].paragraphs


def test_the_catalogue_holds_nothing_that_the_article_does_not_name() -> None:
    named = {row[0] for row in rows(A3) + rows(A4) + rows(A5)}
    shoes = {"uncomfortable_shoes", "poorly_fitting_shoes"}
    assert set(TRIGGERS) == named - shoes | {"footwear"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("stress", "stress"),
        ("hypothermia", "cold"),
        ("thermal_shock", "heat"),
        ("toxicosis", "pregnancy_sickness"),
        ("toxic_poisoning", "poison_contact"),
        ("lower_limb_pathology", "leg_disease"),
        ("cns-immaturity", "maturing_nerves"),
        ("COLD", "cold"),
        ("exercise", "physical_overload"),
        ("workout", "physical_overload"),
        ("sitting", "activity_after_long_sitting"),
        ("shoes", "footwear"),
        ("uncomfortable-shoes", "footwear"),
        ("poorly_fitting_shoes", "footwear"),
        ("hot", "heat"),
        ("diet", "excessive_dieting"),
        ("dieting", "excessive_dieting"),
        ("protein", "protein_diet"),
        ("Fluid-Loss-Not-Replaced", "fluid_loss_not_replaced"),
        ("low magnesium", "magnesium_deficiency"),
    ],
)
def test_everyday_words_mean_a_trigger_however_they_are_joined(word: str, meant: str) -> None:
    assert trigger(word) == meant


@pytest.mark.parametrize(
    "word", ["", "alcohol", "energy_shortage_atp_lactate", "atp", "streess", "unknown", "none"]
)
def test_what_the_article_does_not_name_or_nobody_can_observe_is_no_trigger(word: str) -> None:
    assert trigger(word) is None


def test_no_name_means_two_triggers() -> None:
    said = [key(n) for entry in TRIGGERS.values() for n in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


def test_both_passages_on_shoes_are_kept_on_the_one_trigger() -> None:
    assert TRIGGERS["footwear"].paragraphs == (26, 27)
    assert set(TRIGGERS["footwear"].where) == {"calf", "toes"}


def test_emotional_overload_is_counted_with_stress_and_nothing_else_is_merged() -> None:
    merged = {entry.id: entry.merges_with for entry in TRIGGERS.values() if entry.merges_with}
    assert merged == {"psychoemotional_overload": "stress"}


@pytest.mark.parametrize(
    "word",
    [
        "dehydration",
        "potassium_deficiency",
        "magnesium_deficiency",
        "calcium_deficiency",
        "vitamin_b6_deficiency",
        "footwear",
        "protein_diet",
        "maturing_nerves",
    ],
)
def test_weak_evidence_is_said_where_the_trigger_is_shown(word: str) -> None:
    note = TRIGGERS[word].evidence
    assert "weak" in note or "No good evidence" in note


def test_labels_differ_and_never_use_the_words_of_another_illness() -> None:
    labels = [entry.label for entry in TRIGGERS.values()]
    assert len(labels) == len(set(labels))
    for entry in TRIGGERS.values():
        shown = f"{entry.label} {entry.evidence}".lower()
        assert "seizure" not in shown
        assert "convuls" not in shown
