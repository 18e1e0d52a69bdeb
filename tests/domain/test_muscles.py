"""Naming the place of a cramp."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.muscles import MUSCLES, REGIONS, muscle


def test_the_sites_are_those_of_the_contract_in_its_order() -> None:
    assert " ".join(MUSCLES) == (
        "calf toes foot sole shin thigh hamstring quadriceps leg hand other"
    )


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("calf", "calf"),
        ("Calf", "calf"),
        ("CALVES", "calf"),
        ("gastrocnemius", "calf"),
        ("toe", "toes"),
        ("feet", "foot"),
        ("soles", "sole"),
        ("arch", "sole"),
        ("shins", "shin"),
        ("thighs", "thigh"),
        ("hamstrings", "hamstring"),
        ("quad", "quadriceps"),
        ("quads", "quadriceps"),
        ("legs", "leg"),
        ("hands", "hand"),
    ],
)
def test_ids_synonyms_and_plurals_are_accepted_whole(word: str, meant: str) -> None:
    assert muscle(word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("cal", "calf"),
        ("foo", "foot"),
        ("ham", "hamstring"),
        ("han", "hand"),
        ("qua", "quadriceps"),
    ],
)
def test_a_unique_prefix_of_three_letters_is_enough(word: str, meant: str) -> None:
    assert muscle(word) == meant


@pytest.mark.parametrize("word", ["ca", "t", "le", "", "calv", "gast", "tho", "calfs", "5m", "7"])
def test_short_prefixes_and_beginnings_of_synonyms_are_mistakes(word: str) -> None:
    assert muscle(word) is None


def test_every_prefix_of_three_letters_or_more_of_an_id_means_that_id() -> None:
    for name in MUSCLES:
        for length in range(3, len(name) + 1):
            assert muscle(name[:length]) == name


def test_no_synonym_means_two_sites() -> None:
    said = [word for entry in MUSCLES.values() for word in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


def test_each_region_of_the_leg_has_its_muscles() -> None:
    by_region = {
        region: {entry.id for entry in MUSCLES.values() if entry.region == region}
        for region in REGIONS
    }
    assert by_region == {
        "foot": {"foot", "sole", "toes"},
        "lower": {"calf", "shin"},
        "upper": {"thigh", "hamstring", "quadriceps"},
    }


def test_sites_that_the_article_never_names_cite_no_paragraph() -> None:
    unnamed = {entry.id for entry in MUSCLES.values() if not entry.paragraphs}
    assert unnamed == {"sole", "shin", "thigh", "hamstring", "quadriceps", "hand", "other"}


@given(st.text(max_size=30))
def test_any_text_is_a_known_site_or_none(word: str) -> None:
    found = muscle(word)
    assert found is None or found in MUSCLES
