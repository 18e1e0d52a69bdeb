"""The quick-entry words that are refused, and what is said of them."""

from __future__ import annotations

import pytest
from spoken import said

from cramplog.domain.words import Words
from cramplog.errors import (
    BadDuration,
    BadMuscle,
    BadNote,
    BadPain,
    BadRemedy,
    BadSide,
    BadTrigger,
    BadType,
    BadWord,
    InputError,
    Repeated,
)


@pytest.mark.parametrize("line", ["calf left foot", "calf toes left", "left calf toes"])
def test_a_side_that_could_belong_to_two_muscles_is_refused_with_its_readings(line: str) -> None:
    with pytest.raises(BadSide) as refused:
        said(line)
    assert "more than one way" in refused.value.message
    assert '"left ' in refused.value.hint


@pytest.mark.parametrize("line", ["left", "left 5m", "both 7 @stress", "r woke"])
def test_a_side_without_a_muscle_is_refused(line: str) -> None:
    with pytest.raises(BadSide, match="needs a muscle"):
        said(line)


@pytest.mark.parametrize("line", ["0m", "0s", "30h", "24h1s", "-5m", "-90s"])
def test_a_duration_runs_from_a_second_to_a_day(line: str) -> None:
    with pytest.raises(BadDuration):
        said(line)


@pytest.mark.parametrize("line", ["11", "11/10", "7/9", "99999999999999999999", "7/", "/10", "-1"])
def test_other_numbers_are_no_pain(line: str) -> None:
    with pytest.raises((BadPain, BadDuration, BadWord)):
        said(line)


def test_pain_of_eleven_says_what_was_typed() -> None:
    with pytest.raises(BadPain) as refused:
        said("11")
    assert str(refused.value) == "pain is 0 to 10; you typed 11."


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("calf at 7", ("7:00", "pain 7", "7/10")),
        ("calf for 5", ("5 minutes", "5m", "5/10")),
        ("calf on 5", ("pain 5", "5/10")),
    ],
)
def test_a_bare_number_after_at_or_for_is_not_taken_for_pain(
    line: str, readings: tuple[str, ...]
) -> None:
    with pytest.raises(BadWord) as refused:
        said(line)
    assert [part for part in readings if part not in str(refused.value)] == []


@pytest.mark.parametrize("line", ["calf at", "calf for", "at"])
def test_a_line_that_breaks_off_is_refused(line: str) -> None:
    with pytest.raises(BadWord, match="stands last"):
        said(line)


@pytest.mark.parametrize(
    "line",
    [
        "7 8",
        "7 7/10",
        "5m 6m",
        "02:30 03:00",
        "10m ago 02:30",
        "tonic clonic",
        "localized generalized",
        "tonic type=clonic",
        "woke not-woke",
        "left right calf",
        "pain=6 pain=6",
    ],
)
def test_two_words_for_one_thing_are_refused(line: str) -> None:
    with pytest.raises(Repeated):
        said(line)


@pytest.mark.parametrize(
    ("line", "error", "hint"),
    [
        ("calv", BadMuscle, 'Did you mean "calf"?'),
        ("calf+calv", BadMuscle, 'Did you mean "calf"?'),
        ("wok", BadWord, 'Did you mean "woke"?'),
        ("@stresss", BadTrigger, 'Did you mean "stress"?'),
        ("@stress,colf", BadTrigger, ""),
        ("+strech", BadRemedy, 'Did you mean "stretch"?'),
        ("+calf", BadRemedy, '"calf+calf"'),
        ("type=tonik", BadType, 'Did you mean "tonic"?'),
        ("cold", BadWord, "@cold (a suspected trigger) or +cold (a remedy tried)"),
        ("stress", BadWord, "Type @stress"),
        ("walk", BadWord, "Type +walk"),
        ("yesturday", InputError, 'Did you mean "yesterday"?'),
        ("calf+", BadMuscle, "Try calf"),
        ("+", BadRemedy, "Try stretch"),
        ("@", BadTrigger, "Try @stress"),
        ("@stress,@", BadTrigger, "Try @stress"),
        ("pain=", BadWord, "pain=VALUE"),
        ("woke=perhaps", BadWord, "woke=yes"),
        ("+stretch!soon", BadDuration, "Try 5m"),
        ("ЛЕВАЯ", BadWord, "--note"),
        ("٥", BadWord, "--note"),
        ("²", BadWord, "--note"),
        ("🦵", BadWord, "--note"),
    ],
)
def test_an_unknown_word_is_answered_with_what_may_be_meant(
    line: str, error: type[InputError], hint: str
) -> None:
    with pytest.raises(error) as refused:
        said(line)
    assert hint in refused.value.hint
    assert refused.value.exit_code == 2


def test_a_long_or_hostile_word_is_shown_short_and_tame() -> None:
    with pytest.raises(InputError) as refused:
        said("\x1b[31m" + "x" * 5000)
    assert len(str(refused.value)) < 200
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 10_001, "nul\0", "\udcff"])
def test_a_note_that_cannot_be_kept_exactly_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        Words().note(text)
