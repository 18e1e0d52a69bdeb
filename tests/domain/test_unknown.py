"""What is said of words that were not understood."""

from __future__ import annotations

import pytest

from cramplog.domain.unknown import explained, no_remedy, no_trigger
from cramplog.errors import BadDuration, BadMuscle, BadOption, BadTime, BadWord, InputError


@pytest.mark.parametrize(
    ("word", "error", "hint"),
    [
        ("calv", BadMuscle, 'Did you mean "calf"?'),
        ("hamstrin", BadMuscle, 'Did you mean "hamstring"?'),
        ("lfet", BadWord, 'Did you mean "left"?'),
        ("tonik", BadWord, 'Did you mean "tonic"?'),
        ("mondy", BadTime, 'Did you mean "monday"?'),
        ("dehydratoin", BadWord, 'Did you mean "@dehydration"?'),
        ("quinin", BadWord, 'Did you mean "+quinine"?'),
        ("-5m", BadDuration, "Try 5m"),
        ("--frobnicate", BadOption, "--help"),
        ("zzzzzz", BadWord, "--note"),
    ],
)
def test_the_nearest_word_is_offered_with_its_sign(
    word: str, error: type[InputError], hint: str
) -> None:
    told = explained(word)
    assert isinstance(told, error)
    assert hint in told.hint


@pytest.mark.parametrize(
    ("word", "roles"),
    [
        ("cold", ("@cold", "+cold")),
        ("heat", ("@heat", "+heat")),
        ("stretch", ("+stretch",)),
        ("dehydration", ("@dehydration",)),
    ],
)
def test_a_word_without_its_sign_is_told_each_role_it_could_have(
    word: str, roles: tuple[str, ...]
) -> None:
    told = explained(word)
    assert [role for role in roles if role not in told.hint] == []
    assert told.hint.count(word) == len(roles)


def test_a_trigger_of_ones_own_has_its_role_too() -> None:
    assert "@moonlight" in explained("moonlight", ["moonlight"]).hint


def test_where_one_adds_a_trigger_of_ones_own_is_said() -> None:
    told = no_trigger("moonlite", ["moonlight"])
    assert 'Did you mean "moonlight"?' in told.hint
    assert "config add-trigger" in told.hint


def test_a_muscle_after_a_plus_is_told_how_to_join_muscles() -> None:
    assert "calf+toes" in no_remedy("toes").hint
