"""The rules over invented people: one file of cases a rule, readable without this program.

Each case says what is recorded, `ago` in nights (or days) before the report, and what the rule
is to answer: `fires`, `clear` or `not evaluable`. Whatever a case does not mention is unknown.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.facts import Condition, Dose, Facts, Medicine, Symptom
from cramplog.domain.night import NightRecord
from cramplog.flags.evaluate import evaluate
from cramplog.flags.outcome import Clear, Fired, NotEvaluable, Outcome
from cramplog.flags.record import Record
from cramplog.flags.rule import Rule

NIGHT = 739942  # Sunday 22 November 2026; the report is made on the morning after
FOLDER = Path(__file__).parent / "flags" / "vignettes"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
ANSWERS = {Fired: "fires", Clear: "clear", NotEvaluable: "not evaluable"}


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
        profile_at={key: instant(day - ago, 9) for key, ago in case.get("person_said", {}).items()},
        conditions=tuple(
            Condition(**{"recorded_at": instant(day, 0) + at, **fact})
            for at, fact in enumerate(case.get("conditions", []))
        ),
        symptoms=tuple(
            symptom(day, at, dict(fact)) for at, fact in enumerate(case.get("symptoms", []))
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
        running_leg=case.get("running_leg", True),
        running_pain=case.get("running_pain"),
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
    eased = said.pop("relief", None)
    still = said.pop("still", False)
    relief = None if eased is None else round(60 * eased)
    return Episode(
        id=f"episode-{number}",
        number=number,
        person=said.pop("of", "anna"),
        started_at=instant(NIGHT - ago, hour),
        utc_offset=0,
        night=NIGHT - ago,
        daytime=12 <= hour < 18,
        duration_seconds=None if minutes is None else round(minutes * 60),
        duration_is_estimate=still,
        sites=tuple(site(text) for text in as_list(said.pop("site", []))),
        triggers=tuple(said.pop("triggers", ())),
        tried=tuple(
            Tried(remedy=remedy, helped=relief is not None, relief_seconds=relief)
            for remedy in said.pop("tried", ())
        ),
        recorded_at=instant(NIGHT - ago, hour),
        **said,
    )


def symptom(day: int, at: int, said: dict[str, Any]) -> Symptom:
    """A sign of a day, noted at an `hour` of it or much later."""
    on = day - said.pop("ago", 0)
    recorded_at = instant(on, said.pop("hour")) if "hour" in said else at
    return Symptom(day=on, recorded_at=recorded_at, **said)


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
