"""The remedies that can be logged, and the cautions that go with some."""

from __future__ import annotations

import pytest

from cramplog.domain.catalogue import key
from cramplog.domain.remedies import REMEDIES, remedy


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("stretch", "stretch"),
        ("Stretched", "stretch"),
        ("walk", "walk"),
        ("massage", "massage"),
        ("warmth", "heat"),
        ("ice", "cold"),
        ("paracetamol", "painkiller"),
        ("pin-prick", "pin_prick"),
        ("pin prick", "pin_prick"),
        ("tonic-water", "quinine"),
        ("covers", "loosen"),
        ("pickle_juice", "pickle_juice"),
        ("other", "other"),
    ],
)
def test_a_remedy_is_known_by_its_id_and_everyday_words(word: str, meant: str) -> None:
    assert remedy(word) == meant


@pytest.mark.parametrize("word", ["", "strech", "diazepam", "valproate", "phenytoin", "tonic"])
def test_what_is_not_in_the_catalogue_is_no_remedy(word: str) -> None:
    assert remedy(word) is None


def test_every_remedy_is_found_by_its_own_id() -> None:
    for name in REMEDIES:
        assert remedy(name) == name


def test_no_name_means_two_remedies() -> None:
    said = [key(n) for entry in REMEDIES.values() for n in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("word", "caution"),
    [
        ("quinine", "bleeding"),
        ("pin_prick", "Do not"),
        ("painkiller", "Too slow to help during a cramp"),
        ("magnesium", "unlikely in older adults"),
        ("potassium", "Ask a doctor or pharmacist first"),
        ("rest", "stretching"),
        ("vitamins", "probably not the cause"),
    ],
)
def test_remedies_that_can_harm_or_do_not_help_carry_a_caution(word: str, caution: str) -> None:
    assert caution in REMEDIES[word].caution


def test_a_caution_always_names_its_source() -> None:
    for entry in REMEDIES.values():
        assert bool(entry.caution) == bool(entry.source)
