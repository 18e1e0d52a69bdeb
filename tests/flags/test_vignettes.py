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

from cramplog.domain.episode import Episode, Site
from cramplog.domain.facts import Condition, Facts, Symptom
from cramplog.domain.night import NightRecord
from cramplog.flags.catalogue import RULES
from cramplog.flags.evaluate import evaluate
from cramplog.flags.outcome import Clear, Fired, NotEvaluable, Outcome
from cramplog.flags.record import Record

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
    outcome = judged(rule, case)
    assert ANSWERS[type(outcome)] == case["expect"], outcome
    if isinstance(outcome, Fired):
        assert outcome.urgency == case["urgency"]
        assert len(outcome.episodes) == case["evidence"]
        for text in case.get("seen", []):
            assert text in outcome.seen
        for text in case.get("facts", []):
            assert any(text in fact for fact in outcome.facts), outcome.facts
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


def judged(rule: str, case: dict[str, Any]) -> Outcome:
    record = recorded(case)
    evaluation = evaluate(record, [RULES[rule]])
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
            Condition(recorded_at=at, **fact) for at, fact in enumerate(case.get("conditions", []))
        ),
        symptoms=tuple(
            Symptom(name=fact.pop("name"), day=day - fact.pop("ago", 0), recorded_at=at, **fact)
            for at, fact in enumerate(dict(fact) for fact in case.get("symptoms", []))
        ),
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
        recorded_at=instant(NIGHT - ago, hour),
        **said,
    )


def site(text: str) -> Site:
    side, _, muscle = text.rpartition(" ")
    return Site(muscle=muscle, side=side or None)


def instant(day: int, hour: float) -> int:
    return round((day - 719163) * 86400 + hour * 3600)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
