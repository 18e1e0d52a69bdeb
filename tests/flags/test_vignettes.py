"""Each rule answers as its file of cases says, and each of its numbers is where they need it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from vignettes import ANSWERS, FILES, judged, told

from cramplog.domain.conditions import condition
from cramplog.domain.factors import parse_value
from cramplog.domain.medicines import medicine as medicine_id
from cramplog.domain.profile import fact
from cramplog.domain.symptoms import symptom
from cramplog.flags.catalogue import RULES
from cramplog.flags.outcome import Clear, Fired, NotEvaluable
from cramplog.flags.rule import Rule

CASES = [
    pytest.param(rule, case, id=f"{rule}: {case['name']}")
    for rule, content in FILES.items()
    for case in content["case"]
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_answers_as_its_vignette_says(rule: str, case: dict[str, Any]) -> None:
    outcome = judged(RULES[rule], case)
    assert ANSWERS[type(outcome)] == case["expect"], outcome
    if isinstance(outcome, Fired):
        assert outcome.urgency == case["urgency"]
        assert len(outcome.episodes) == case["evidence"]
        for text in case.get("seen", []):
            assert text in outcome.seen
        for text in case.get("facts", []):
            assert any(text in fact for fact in outcome.facts), outcome.facts
    if isinstance(outcome, Fired) and "more" in case:
        open_ones = [command for ask in outcome.asks for _, command in ask.answers]
        assert set(case["more"]) <= set(open_ones), open_ones
    if isinstance(outcome, NotEvaluable):
        commands = [command for ask in outcome.asks for _, command in ask.answers]
        assert set(case["record"]) <= set(commands), commands


def test_every_rule_has_its_file_of_at_least_five_cases() -> None:
    assert set(FILES) == set(RULES)
    for rule, content in FILES.items():
        expected = Counter(case["expect"] for case in content["case"])
        assert expected.total() >= 5, rule
        assert expected["fires"], rule
        assert expected["clear"], rule


def test_every_urgency_that_a_rule_claims_is_reached_and_no_other() -> None:
    for rule, content in FILES.items():
        reached = {case["urgency"] for case in content["case"] if case["expect"] == "fires"}
        assert reached == set(RULES[rule].urgencies), rule


def test_every_question_can_be_answered_with_words_that_the_diary_knows() -> None:
    asked = set()
    for rule, content in FILES.items():
        for case in content["case"]:
            outcome = judged(RULES[rule], case)
            if not isinstance(outcome, Clear):
                asked |= {command for ask in outcome.asks for _, command in ask.answers}
    strange = {command for command in asked if not understood(command.split()[1:])}
    assert len(asked) > 100
    assert not strange


def understood(words: list[str]) -> bool:
    """Whether the catalogues know what a command names."""
    known = False
    match words:
        case ["condition", "add" | "deny", name, *_]:
            known = condition(name) is not None
        case ["medicine", "start", name, *_]:
            known = name == "NAME" or medicine_id(name) is not None
        case ["medicine", "name", *_, meant]:
            known = meant in ("NAME", "other")
        case ["symptom", name, *rest]:
            given = {"left", "right", "both", "--absent", "--gone"}
            known = symptom(name) is not None and given >= {*rest}
        case ["stop", pain]:
            known = pain == "7/10"
        case ["person", "set", said]:
            known = fact(said.partition("=")[0]) is not None
        case ["night", _, *said]:
            known = all(parse_value(*each.split("=")) in ("yes", "no") for each in said)
        case ["edit", number, *_]:
            known = number.isdigit()
        case ["medicine", "none"]:
            known = True
    return known


STEPS = {"percent": 10}  # of 28 nights, one per cent is no night


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        pytest.param(rule, place, id=threshold.key)
        for rule in RULES.values()
        for place, threshold in enumerate(rule.thresholds)
        if threshold.key.startswith(f"rule.{rule.id.lower()}.")
    ],
)
@pytest.mark.parametrize("direction", [-1, 1])
def test_a_number_moved_by_one_is_noticed_by_the_cases_of_its_rule(
    rule: Rule, place: int, direction: int
) -> None:
    moved = list(rule.thresholds)
    value = moved[place].value + direction * STEPS.get(moved[place].name, 1)
    moved[place] = moved[place].replace(value=value)
    other = rule.replace(thresholds=tuple(moved))
    noticed = [
        case["name"]
        for case in FILES[rule.id]["case"]
        if told(judged(rule, case)) != told(judged(other, case))
    ]
    assert noticed
