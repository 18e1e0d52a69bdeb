"""Every word is also an option, and both mean the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cramplog.cli.typed import Typed, draft
from cramplog.diary.repository import Diary
from cramplog.errors import BadSide, InputError, Repeated

PAIRS: dict[str, tuple[str, dict[str, Any]]] = {
    "at": ("02:30~", {"at": "02:30~"}),
    "site": ("left calf", {"muscle": ("calf",), "side": "left"}),
    "duration": ("~5m", {"duration": "~5m"}),
    "type": ("tonic localised", {"type": ("tonic", "localised")}),
    "pain": ("7/10", {"pain": "7/10"}),
    "trigger": ("@stress @cold,dehydration", {"trigger": ("stress", "@cold,dehydration")}),
    "tried": ("+walk +massage!", {"tried": ("walk", "massage!")}),
    "helped": ("+stretch!2m", {"helped": ("stretch:2m",)}),
    "features": ("woke not-sore", {"features": (("woke", True), ("sore", False))}),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(PAIRS)), unique=True), st.data())
def test_each_thing_is_said_by_word_or_by_option(
    diary: Diary, names: list[str], data: st.DataObject
) -> None:
    words = [PAIRS[name][0] for name in names]
    options: dict[str, Any] = {}
    left: list[str] = []
    for name in names:
        if data.draw(st.booleans(), label=f"{name} as an option"):
            options |= PAIRS[name][1]
        else:
            left.append(PAIRS[name][0])
    by_words = draft(Typed(words=tuple(words)), diary)
    mixed = draft(Typed(words=tuple(left), **options), diary)
    assert mixed.replace(tried=None) == by_words.replace(tried=None)
    assert set(mixed.tried or ()) == set(by_words.tried or ())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"muscle": ("left:calf",)}, "left calf"),
        ({"muscle": ("left:calf", "right:foot")}, "left calf and right foot"),
        ({"muscle": ("calf", "toes"), "side": "left"}, "left calf+toes"),
        ({"muscle": ("calf", "toes")}, "calf and toes"),
        ({"muscle": ("calf+toes",), "side": "r"}, "right calf+toes"),
        ({"muscle": ("LEFT:Calf",)}, "left calf"),
        ({"side": "left", "words": ("calf",)}, "left calf"),
    ],
)
def test_muscles_are_options_in_each_of_their_forms(
    diary: Diary, options: dict[str, Any], words: str
) -> None:
    assert draft(Typed(**options), diary) == draft(Typed(words=(words,)), diary)


@pytest.mark.parametrize(
    "options",
    [
        {"words": ("7",), "pain": "7"},
        {"words": ("5m",), "duration": "5m"},
        {"words": ("02:30",), "at": "02:30"},
        {"words": ("tonic",), "type": ("clonic",)},
        {"words": ("woke",), "features": (("woke", False),)},
        {"words": ("left calf",), "side": "right"},
    ],
)
def test_a_word_and_an_option_for_one_thing_are_two(diary: Diary, options: dict[str, Any]) -> None:
    with pytest.raises(Repeated):
        draft(Typed(**options), diary)


def test_a_side_as_an_option_needs_a_muscle_too(diary: Diary) -> None:
    with pytest.raises(BadSide):
        draft(Typed(side="left"), diary)


@pytest.mark.parametrize("muscle", ["left:", ":calf", "up:calf", "left:calf:toes", ""])
def test_a_muscle_that_is_none_is_refused(diary: Diary, muscle: str) -> None:
    with pytest.raises(InputError):
        draft(Typed(muscle=(muscle,)), diary)
