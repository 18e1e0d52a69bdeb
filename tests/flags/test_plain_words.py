"""Urgent texts can be read in fright: short sentences, easy words, one way to say whom to call."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cramplog.cli.symptom import DO_NOT_WAIT
from cramplog.domain.firstaid import STEPS
from cramplog.flags.catalogue import RULES
from cramplog.flags.guideline.common import IF_BACK, LATER
from cramplog.flags.outcome import ACTIONS, DO, EMERGENCY, URGENT
from cramplog.flags.rule import Rule

GRADE, WORDS = 6, 15
WORD = re.compile(r"[A-Za-z0-9][\w'&-]*")
NAMES = re.compile(
    r"NHS|BMJ|BNSSG|Epilepsy Society|Mayo|HSE|MHRA|FDA|Cochrane|nidirect|Wells", re.IGNORECASE
)
NUMBERS = re.compile(r"\b(?:112|999|911)\b")
PRESSING = [rule for rule in RULES.values() if set(rule.urgencies) & set(DO)]


def sentences(text: str) -> list[str]:
    """A colon ends none: what follows it is read in the same breath."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if WORD.search(part)]


def syllables(word: str) -> int:
    """Groups of vowels, less a silent end; a figure is one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) <= 3:
        return 1
    spoken = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcg])es$", "", letters)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", spoken)))


def grade(text: str) -> float:
    """The school grade of Flesch and Kincaid."""
    words = WORD.findall(text)
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * spoken / len(words) - 15.59


def texts() -> dict[str, str]:
    """Every text that a person reads of an urgent flag, by where it stands."""
    found = {f"action {word}": text for word, text in DO.items()}
    found |= {f"later {word}": text for word, text in LATER.items()}
    found |= {"if back": IF_BACK, "unknown sign": DO_NOT_WAIT}
    found["ten minutes"] = STEPS[-1].text
    for rule in PRESSING:
        found[f"{rule.id} says"] = rule.statement
        for urgency in set(rule.urgencies) & {EMERGENCY, URGENT}:
            action = rule.path.actions.get(urgency, ACTIONS[urgency])
            found[f"{rule.id} {urgency}"] = f"{rule.title}. {action}"
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", -1.45),
        ("Call a doctor today.", 3.67),
        ("Immediate medical consultation is recommended.", 24.1),
    ],
)
def test_the_grade_is_that_of_flesch_and_kincaid(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected, abs=2.5)


@pytest.mark.parametrize("place", texts())
def test_an_urgent_text_is_easy_to_read(place: str) -> None:
    text = texts()[place]
    assert round(grade(text), 1) <= GRADE, text
    longest = max(sentences(text), key=lambda sentence: len(WORD.findall(sentence)))
    assert len(WORD.findall(longest)) <= WORDS, longest


@pytest.mark.parametrize("rule", PRESSING, ids=lambda rule: rule.id)
def test_an_urgent_rule_names_its_source_in_a_sentence(rule: Rule) -> None:
    assert NAMES.search(rule.statement)


def test_emergency_numbers_stand_in_one_order_everywhere() -> None:
    package = Path(__file__).parents[2] / "cramplog"
    for file in package.rglob("*.py"):
        for text in re.findall(r'"[^"\n]*"', file.read_text(encoding="utf-8")):
            if len(NUMBERS.findall(text)) > 1:
                assert NUMBERS.findall(text) == ["112", "999", "911"][: len(NUMBERS.findall(text))]
                assert " or 9" not in text, (file, text)
