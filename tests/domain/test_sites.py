"""Which side belongs to which muscle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.episode import Site
from cramplog.domain.sites import Token, pair
from cramplog.errors import BadSide, Repeated

SIDES = ("left", "right", "both")
TOKENS = st.one_of(
    st.sampled_from(SIDES).map(lambda name: Token("side", name)),
    st.sampled_from(["calf", "foot", "toes"]).map(lambda name: Token("muscle", name)),
    st.just(Token("and", "and")),
)


def tokens(line: str) -> list[Token]:
    kinds = {"and": "and", **dict.fromkeys(SIDES, "side")}
    return [Token(kinds.get(word, "muscle"), word) for word in line.split()]


def test_nothing_said_is_nowhere() -> None:
    assert pair([]) == ((), None)


def test_a_side_alone_waits_for_whoever_can_use_it() -> None:
    assert pair(tokens("left")) == ((), "left")
    assert pair(tokens("left left")) == ((), "left")


@pytest.mark.parametrize("line", ["left right", "left left right calf", "left both calf"])
def test_two_sides_for_one_muscle_are_refused(line: str) -> None:
    with pytest.raises(Repeated, match="two sides"):
        pair(tokens(line))


def test_a_side_holds_for_its_list_and_not_beyond() -> None:
    sites, side = pair(tokens("left calf and toes right foot"))
    assert [(site.side, site.muscle) for site in sites] == [
        ("left", "calf"),
        ("left", "toes"),
        ("right", "foot"),
    ]
    assert side is None


@pytest.mark.parametrize("line", ["calf left foot", "calf and foot left", "left calf toes"])
def test_the_refusal_offers_both_readings_in_words_that_are_understood(line: str) -> None:
    with pytest.raises(BadSide) as refused:
        pair(tokens(line))
    offered = refused.value.hint.split('"')[1::2]
    assert len(offered) == 2
    readings = [pair(tokens(text.replace("+", " and ")))[0] for text in offered]
    assert readings[0] != readings[1]


@given(st.lists(TOKENS, max_size=7))
def test_every_muscle_that_was_said_is_a_site_or_the_line_is_refused(said: list[Token]) -> None:
    try:
        sites, side = pair(said)
    except (BadSide, Repeated):
        return
    muscles = [token.name for token in said if token.kind == "muscle"]
    sides = {token.name for token in said if token.kind == "side"}
    assert {site.muscle for site in sites} == set(muscles)
    assert len(set(sites)) == len(sites)
    told = {site.side for site in sites if site.side} | ({side} if side else set())
    assert told == sides or (sides == {"left", "right"} and told == {"both"})


def test_one_side_and_one_muscle_pair_wherever_they_stand() -> None:
    expected = ((Site(muscle="calf", side="left"),), None)
    assert pair(tokens("left calf")) == pair(tokens("calf left")) == expected
