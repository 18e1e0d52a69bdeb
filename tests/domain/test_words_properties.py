"""Words in any order, and words that nobody thought of."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import refusal, said

from cramplog.domain.draft import spoken
from cramplog.domain.words import Words

UNITS = {
    "site": ["calf", "foot", "toes"],
    "duration": ["5m", "~90s", "4m30s", "5 min", "90m"],
    "type": ["tonic", "clonic"],
    "spread": ["localized", "generalised"],
    "pain": ["7", "7/10", "0", "10"],
    "time": ["02:30", "10m ago", "yesterday 23:50", "about 02:30", "02:30~", "2026-11-20 02:10"],
    "woke": ["woke", "not-woke"],
    "sore": ["sore"],
    "trigger": ["@stress", "@cold,dehydration"],
    "tried": ["+stretch", "+walk!2m"],
}


@st.composite
def lines(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The same words in two orders; a side stands anywhere where there is one muscle."""
    kinds = draw(st.lists(st.sampled_from(sorted(UNITS)), unique=True, min_size=1))
    words = [draw(st.sampled_from(UNITS[kind])) for kind in kinds]
    if "site" in kinds and draw(st.booleans()):
        words.append(draw(st.sampled_from(["left", "r", "both"])))
    return words, draw(st.permutations(words))


@given(lines())
def test_words_mean_the_same_in_every_order(both: tuple[list[str], list[str]]) -> None:
    one, other = both
    assert said(" ".join(one)) == said(" ".join(other))


def test_an_hour_before_minutes_ago_has_two_readings() -> None:
    refused = refusal(lambda: Words().read(["calf", "1h", "10m", "ago"]))
    assert refused is not None
    assert "can be read" in str(refused)
    assert "1h10m ago" in refused.hint
    assert said("calf 10m ago 1h").duration == (3600, False)
    assert said("calf 1h10m ago").duration is None


FRAGMENTS = """left right both calf calf+toes foot and & 5m 5 min ago 7 7/10 11 tonic clonic
    localized @stress @ + +stretch!2m +walk woke not-woke 02:30 99:99 yesterday at for on pain=
    pain=7 type= = @= += -5m -- ~ ! ~5m about mon 2026-11-20 01/02 30h cold now 24h"""
ALPHABET = st.one_of(
    st.sampled_from(FRAGMENTS.split()),
    st.text(min_size=1, max_size=12),
)


@given(st.lists(ALPHABET, max_size=8), st.booleans())
def test_any_text_is_understood_or_refused_in_one_line(typed: list[str], editing: bool) -> None:
    refused = refusal(lambda: Words(editing=editing).read(typed).draft())
    assert refused is None or (refused.exit_code == 2 and "\n" not in str(refused))


@pytest.mark.parametrize(
    "name", ["duration", "pain", "side", "muscle", "type", "trigger", "tried", "helped"]
)
@given(text=st.text(max_size=40))
def test_each_option_takes_any_text_or_refuses_it(name: str, text: str) -> None:
    refused = refusal(lambda: getattr(Words(), name)(text))
    assert refused is None or refused.exit_code == 2


def test_letters_in_any_case_are_the_same_words() -> None:
    line = "left calf tonic @stress +stretch!2m woke 7/10 yesterday 3am"
    mixed = "".join(random.Random(3).choice([c.lower(), c.upper()]) for c in line)
    assert said(mixed) == said(line)


@given(lines())
def test_a_timer_keeps_what_was_said_in_words_that_say_it_again(
    both: tuple[list[str], list[str]],
) -> None:
    draft = said(" ".join(both[0]))
    untimed = draft.replace(time=None, duration=None)
    assert said(spoken(draft)) == untimed


def test_several_sites_are_said_again_each_with_its_side() -> None:
    draft = said("left calf+toes and right foot")
    assert spoken(draft) == "left calf and left toes and right foot"
    assert said(spoken(draft)) == draft
