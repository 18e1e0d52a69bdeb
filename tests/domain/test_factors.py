"""What can be noted of the day before a night."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.catalogue import key
from cramplog.domain.factors import FACTORS, exposed, exposure, factor, parse_value
from cramplog.errors import BadFactor
from cramplog.letters import shows

# Sections A3 to A5 of the clinical reference: every trigger that differs from night to night.
NIGHTLY = """
activity_pattern_change chronic_disease_flare psychoemotional_overload cold
activity_after_long_sitting forced_inactivity_athlete anxiety_worry stress poor_nutrition
physical_overload uneven_load_rest no_pause_between_contractions dehydration
fluid_loss_not_replaced heat temperature_swing injury poison_contact food_poisoning
no_apparent_reason uncomfortable_shoes poorly_fitting_shoes excessive_dieting low_motor_activity
protein_diet diuretic_use pregnancy_sickness viral_disease
"""


@pytest.mark.parametrize("word", NIGHTLY.split())
def test_every_nightly_trigger_can_be_noted_and_is_evidence_for_itself(word: str) -> None:
    found = factor(word)
    assert found is not None
    assert FACTORS[found].trigger == found
    assert FACTORS[found].paragraphs
    assert exposure(found, [(found, parse_value(found, "yes"))]) is True


def test_facts_about_the_person_are_no_factors_of_a_night() -> None:
    for word in ("varicose_veins", "flat_feet", "pregnancy", "magnesium_deficiency"):
        assert factor(word) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hypothermia", "cold"),
        ("shoes", "footwear"),
        ("Water", "water"),
        ("fluids", "water"),
        ("exercise", "exercise"),
        ("temp", "temp"),
        ("thermal_shock", "heat"),
        ("dieting", "excessive_dieting"),
        ("coffee", "caffeine"),
        ("steps", "walked"),
    ],
)
def test_everyday_words_mean_a_factor(word: str, meant: str) -> None:
    assert factor(word) == meant


def test_no_name_means_two_factors() -> None:
    said = [key(n) for entry in FACTORS.values() for n in (entry.id, *entry.aliases)]
    assert len(said) == len(set(said))


def test_measures_that_the_article_does_not_name_cite_no_paragraph() -> None:
    unnamed = {entry.id for entry in FACTORS.values() if not entry.paragraphs}
    assert unnamed == {"alcohol", "caffeine", "sitting", "standing", "walked"}


@pytest.mark.parametrize(
    ("word", "text", "stored"),
    [
        ("water", "1.2l", "1.2"),
        ("water", "1200ml", "1.2"),
        ("water", "1,5 litres", "1.5"),
        ("stress", "6", "6"),
        ("stress", "6/10", "6"),
        ("stress", "yes", "yes"),
        ("stress", "1", "1"),
        ("exercise", "Hard", "hard"),
        ("exercise", "no", "none"),
        ("cold", "YES", "yes"),
        ("cold", "0", "no"),
        ("shoes", "no", "no"),
        ("temp", "4..19", "4..19"),
        ("temp", "19 to 4", "4..19"),
        ("temp", "-5-2", "-5..2"),
        ("temp", "4...19", "4..19"),
        ("temp", "4°C..19.5°C", "4..19.5"),
        ("sitting", "90 min", "1.5"),
        ("walked", "9k", "9000"),
        ("alcohol", "none", "no"),
    ],
)
def test_a_value_is_stored_in_one_form_however_it_was_typed(
    word: str, text: str, stored: str
) -> None:
    assert parse_value(word, text) == stored


@pytest.mark.parametrize("text", ["", "  ", "unknown", "Unknown", "?"])
def test_unknown_clears_a_factor_and_is_never_no(text: str) -> None:
    for name in FACTORS:
        assert parse_value(name, text) == ""
        assert exposed(name, "", 70) is None


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("water", "25", 'water is 0 to 20 litres; you typed "25". Try water=1.2l.'),
        ("water", "1,200ml", '"1,200ml" could be 1.2ml or 1200ml.'),
        ("water", "-1l", "0 to 20 litres"),
        ("stress", "11", "stress is 0 to 10, yes or no"),
        ("stress", "5.5", "stress is 0 to 10, yes or no"),
        ("exercise", "yes", "exercise is none, light, moderate or hard"),
        ("cold", "maybe", 'cold is yes or no; you typed "maybe".'),
        ("temp", "4", "two temperatures"),
        ("temp", "4..99", "two temperatures"),
        ("sitting", "25h", "0 to 24 hours"),
        ("streess", "6", '"streess" is not a factor I know. Did you mean "stress"?'),
        ("zzzz", "6", "cramplog night --list"),
    ],
)
def test_a_value_not_understood_is_refused_with_what_to_type(
    word: str, text: str, told: str
) -> None:
    with pytest.raises(BadFactor) as caught:
        parse_value(word, text)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("word", "value", "weight", "counts"),
    [
        ("water", "1.39", 70.0, True),
        ("water", "1.4", 70.0, False),
        ("water", "1.2", None, None),
        ("temp", "4..14", None, False),
        ("temp", "4..14.1", None, True),
        ("temp", "-3.9..6.1", None, False),
        ("stress", "5", None, False),
        ("stress", "6", None, True),
        ("stress", "no", None, False),
        ("exercise", "hard", None, True),
        ("exercise", "moderate", None, False),
        ("sitting", "7.9", None, False),
        ("sitting", "8", None, True),
        ("alcohol", "0", None, False),
        ("alcohol", "1", None, True),
        ("my_own", "yes", None, True),
        ("my_own", "3", None, None),
    ],
)
def test_a_measure_counts_as_exposed_from_its_limit_on(
    word: str, value: str, weight: float | None, counts: bool | None
) -> None:
    assert exposed(word, value, weight) is counts


@pytest.mark.parametrize(
    ("trigger", "noted", "shown"),
    [
        ("cold", [], None),
        ("cold", [("footwear", "yes")], None),
        ("dehydration", [("water", "1")], None),
        ("dehydration", [("water", "1"), ("dehydration", "no")], False),
        ("dehydration", [("water", "3"), ("dehydration", "yes")], True),
        ("physical_overload", [("exercise", "light")], False),
        ("temperature_swing", [("temp", "4..19")], True),
        ("my_own", [("my_own", "yes")], True),
        ("my_own", [("alcohol", "yes")], None),
        ("stress", [("psychoemotional_overload", "yes"), ("stress", "2")], True),
    ],
)
def test_all_factors_of_a_trigger_are_read_together(
    trigger: str, noted: list[tuple[str, str]], shown: bool | None
) -> None:
    assert exposure(trigger, noted) is shown


TYPED = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"\A-?[0-9]{1,4}([.,][0-9]{1,4})?( ?(l|ml|h|min|k|/10|c))?\Z"),
    st.from_regex(r"\A-?[0-9]{1,2}(\.[0-9])?(\.\.|-| to |–)-?[0-9]{1,2}(\.[0-9])?\Z"),
)


@given(st.sampled_from(sorted(FACTORS)), TYPED)
def test_any_text_gives_one_line_of_error_or_a_value_that_reads_as_itself(
    name: str, text: str
) -> None:
    stored = ""
    try:
        stored = parse_value(name, text)
    except BadFactor as refusal:
        refused = str(refusal)
    else:
        refused = ""
    if refused:
        assert all(map(shows, refused))
        return
    assert parse_value(name, stored) == stored
    assert (exposed(name, stored, 70.0) is None) == (stored == "")
