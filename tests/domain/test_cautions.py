"""What is said when a medicine is recorded that the article names, or that can harm."""

from __future__ import annotations

import re

import pytest

from cramplog.domain.cautions import caution
from cramplog.domain.medicines import MEDICINES
from cramplog.domain.remedies import REMEDIES
from cramplog.guide.sources import ALL, short

NAMED = re.compile(r"\[([^]]*)\]")
LABELS = {short(key) for key in ALL}
CAUTIONED = (
    "valproate",
    "diazepam",
    "phenytoin",
    "benzobarbital",
    "quinine",
    "potassium",
)


@pytest.mark.parametrize("name", ["diazepam", "Valium", "diazepam 5 mg", "Diazepam-Ratio"])
def test_a_name_is_known_with_whatever_stands_beside_it(name: str) -> None:
    assert "dependence" in caution(name)


@pytest.mark.parametrize("name", ["valproate", "sodium valproate", "Valproic acid", "Epilim"])
def test_of_valproate_those_who_could_become_pregnant_are_told_to_ask(name: str) -> None:
    assert "could become pregnant, ask your prescriber or pharmacist" in caution(name)


@pytest.mark.parametrize("name", ["valproate", "diazepam", "phenytoin", "benzobarbital"])
def test_what_the_article_names_is_prescription_only_and_not_to_be_stopped(name: str) -> None:
    assert caution(name).startswith("Prescription only. Do not stop it suddenly on your own.")


@pytest.mark.parametrize(
    "name", ["", "ramipril", "losartan potassium", "potassium_sparing_diuretic", "nerve tonic"]
)
def test_nothing_is_said_of_others(name: str) -> None:
    assert caution(name) == ""


def test_potassium_of_any_salt_is_to_be_asked_about() -> None:
    assert "Ask a doctor or pharmacist before" in caution("potassium citrate")


def test_no_caution_says_that_a_medicine_works_or_is_to_be_taken_or_stopped() -> None:
    for name in CAUTIONED:
        assert not re.search(
            r"\b(effective|helps|works|recommended|dose)\b|(?<!not )\bstop", caution(name)
        ), name


def test_what_a_caution_rests_on_stands_in_the_sources_of_the_guide() -> None:
    for name in CAUTIONED:
        for brackets in NAMED.findall(caution(name)):
            assert set(brackets.split("; ")) <= LABELS, brackets
    assert "MHRA, benzodiazepines" in caution("diazepam")
    assert "AAN" not in caution("diazepam")


def test_the_danger_of_potassium_rests_on_pages_about_potassium() -> None:
    for label in (short("fss"), short("healthify")):
        assert label in REMEDIES["potassium"].source
        assert label in caution("potassium")


def test_no_medicine_that_rules_ask_for_is_cautioned_of_but_quinine() -> None:
    asked_for = [name for name, entry in MEDICINES.items() if entry.group]
    assert [name for name in asked_for if caution(name)] == ["quinine"]
