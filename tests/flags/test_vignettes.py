"""The rules over invented people: one file of cases a rule, readable without this program.

Each case says what is recorded, `ago` in nights (or days) before the report, and what the rule
is to answer: `fires`, `clear` or `not evaluable`. Whatever a case does not mention is unknown.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cramplog.domain.conditions import condition
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.factors import parse_value
from cramplog.domain.facts import Condition, Dose, Facts, Medicine, Symptom
from cramplog.domain.medicines import medicine as medicine_id
from cramplog.domain.night import NightRecord
from cramplog.domain.profile import fact
from cramplog.domain.symptoms import symptom
from cramplog.flags.catalogue import RULES
from cramplog.flags.evaluate import evaluate
from cramplog.flags.outcome import Clear, Fired, NotEvaluable, Outcome
from cramplog.flags.record import Record
from cramplog.flags.rule import Rule

NIGHT = 739942  # Sunday 22 November 2026; the report is made on the morning after
FOLDER = Path(__file__).parent / "vignettes"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
CASES = [
    pytest.param(rule, case, id=f"{rule}: {case['name']}")
    for rule, content in FILES.items()
    for case in content["case"]
]
ANSWERS = {Fired: "fires", Clear: "clear", NotEvaluable: "not evaluable"}


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
        case ["symptom", name, *rest]:
            known = symptom(name) is not None and {"left", "right", "both", "--absent"} >= {*rest}
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


def told(outcome: Outcome) -> tuple[object, ...]:
    """What a case would notice of an outcome."""
    if isinstance(outcome, Fired):
        return ("fires", outcome.urgency, len(outcome.episodes))
    return (ANSWERS[type(outcome)],)


def judged(rule: Rule, case: dict[str, Any]) -> Outcome:
    evaluation = evaluate(recorded(case), [rule])
    for flag in evaluation.flags:
        return flag.fired
    for unknown in evaluation.not_evaluable:
        return unknown.open
    return evaluation.clear[0].clear


def recorded(case: dict[str, Any]) -> Record:
    """The record of a case."""
    day = NIGHT + 1
    facts = Facts(
        person="anna",
        profile=case.get("person", {}),
        conditions=tuple(
            Condition(**{"recorded_at": instant(day, 0) + at, **fact})
            for at, fact in enumerate(case.get("conditions", []))
        ),
        symptoms=tuple(
            Symptom(name=fact.pop("name"), day=day - fact.pop("ago", 0), recorded_at=at, **fact)
            for at, fact in enumerate(dict(fact) for fact in case.get("symptoms", []))
        ),
        medicines=tuple(medicine(dict(fact)) for fact in case.get("medicines", [])),
        no_other_medicines=case.get("no_other_medicines", False),
    )
    nights = tuple(
        NightRecord(
            person="anna",
            night=NIGHT - ago,
            quiet=said.get("quiet", False),
            factors=tuple((k, v) for k, v in said.items() if k not in ("ago", "quiet")),
            recorded_at=0,
        )
        for said in case.get("nights", [])
        for ago in as_list(said["ago"])
    )
    return Record(
        today=NIGHT,
        day=day,
        now=instant(day, 9),
        facts=facts,
        episodes=episodes(case.get("episodes", [])),
        nights=nights,
        thresholds=case.get("settings", {}),
        running_since=instant(day, 9) - 60 * case["running"] if "running" in case else None,
    )


def episodes(said: list[dict[str, Any]]) -> tuple[Episode, ...]:
    """Episodes at 02:00 of their night, oldest first; a list of `ago` is one each."""
    each = sorted(
        ((ago, one) for one in said for ago in as_list(one["ago"])), key=lambda pair: -pair[0]
    )
    return tuple(episode(number, ago, dict(one)) for number, (ago, one) in enumerate(each, 1))


def episode(number: int, ago: int, said: dict[str, Any]) -> Episode:
    """One episode; `site` lists sites such as `left calf`."""
    del said["ago"]
    hour = said.pop("hour", 26)
    minutes = said.pop("minutes", None)
    return Episode(
        id=f"episode-{number}",
        number=number,
        person=said.pop("of", "anna"),
        started_at=instant(NIGHT - ago, hour),
        utc_offset=0,
        night=NIGHT - ago,
        daytime=12 <= hour < 18,
        duration_seconds=None if minutes is None else round(minutes * 60),
        sites=tuple(site(text) for text in as_list(said.pop("site", []))),
        triggers=tuple(said.pop("triggers", ())),
        tried=tuple(Tried(remedy=remedy) for remedy in said.pop("tried", ())),
        recorded_at=instant(NIGHT - ago, hour),
        **said,
    )


def medicine(said: dict[str, Any]) -> Medicine:
    doses = tuple(Dose(**dose) for dose in said.pop("doses", []))
    return Medicine(doses=doses, recorded_at=0, **said)


def site(text: str) -> Site:
    side, _, muscle = text.rpartition(" ")
    return Site(muscle=muscle, side=side or None)


def instant(day: int, hour: float) -> int:
    return round((day - 719163) * 86400 + hour * 3600)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
