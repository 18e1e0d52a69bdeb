"""Names that look the same and are written with other letters."""

from __future__ import annotations

import pytest

from cramplog.letters import lookalike


@pytest.mark.parametrize(
    ("name", "there", "same"),
    [
        ("Аnna", "Anna", True),  # a Cyrillic A
        ("аnnа", "Anna", True),
        ("Νikos", "Nikos", True),  # a Greek N
        ("B0b", "Bob", True),
        ("Ian", "lan", True),
        ("Ｂｏｂ", "Bob", True),
        ("МАМА", "MAMA", True),
        ("anna", "Anna", False),  # one name, and refused as such
        ("Lan", "Ian", False),
        ("Иван", "Ivan", False),
        ("Мария", "Maria", False),
        ("Anna", "Anne", False),
    ],
)
def test_a_name_in_other_letters_is_known_for_its_looks(name: str, there: str, same: bool) -> None:
    assert lookalike(name, ["Zoe", there]) == (there if same else None)
    assert lookalike(there, [name]) == (name if same else None)
