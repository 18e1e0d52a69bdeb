"""Facts about the person in words and JSON."""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.night import iso
from cramplog.domain.profile import FACTS
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.render.text import day, flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.domain.facts import Condition, Facts, Symptom

UNKNOWN = "unknown"


def unmatched(name: str) -> str:
    """Return the sentence for a name outside the catalogue, which no rule will ever see."""
    return f'"{visible(name)}" is kept in your words; no rule knows it.'


def unused(name: str) -> str:
    """Say that a condition is kept, and changes no flag."""
    return f"No rule uses {CONDITIONS[name].label}: it is kept for you and your doctor."


def condition(fact: Condition) -> str:
    """Return `varicose veins since 2019`, `no diabetes`."""
    label = CONDITIONS[fact.name].label if fact.known else f'"{visible(fact.name)}"'
    if fact.absent:
        return f"no {label}"
    since = f" since {fact.since}" if fact.since else ""
    return f"{label}{since}{f' until {fact.until}' if fact.until else ''}"


def symptom(fact: Symptom) -> str:
    """Return `swelling of the leg (left) on Mon 23 Nov 2026`."""
    words = {"present": "", "gone": ": gone", "absent": ": looked for, and not there"}
    label = SYMPTOMS[fact.name].label if fact.name in SYMPTOMS else visible(fact.name)
    side = f" ({fact.side})" if fact.side else ""
    return f"{label}{side}{words[fact.status]} on {day(fact.day, year=True)}"


def profile_set(person: str, values: dict[str, str], after: str, width: int) -> list[str]:
    said = ", ".join(f"{key} {_shown(key, value)}" for key, value in values.items())
    return flow(f"Noted of {visible(person)}: {said}. {after}", width, "  ")


def _shown(key: str, value: str) -> str:
    unit = " kg" if value and key == "weight" else ""
    return value.replace("w@", " weeks on ") + unit or "unknown again"


def person(facts: Facts, width: int) -> list[str]:
    """Return every fact on a line; an unknown one shows how to record it."""
    lines = flow(f"Person: {visible(facts.person)}", width, "  ")
    for key, entry in FACTS.items():
        value = facts.profile.get(key)
        example = f"{UNKNOWN} (cramplog person set {key}={entry.example})"
        lines += flow(f"{key}: {_shown(key, value) if value else example}", width, "  ")
    return [*lines, *conditions(facts, width), *symptoms(facts, width)]


def conditions(facts: Facts, width: int) -> list[str]:
    if not facts.conditions:
        return flow(
            "No condition is on record, and none is denied: unknown is not no. Say "
            "`cramplog condition add NAME` or `cramplog condition deny NAME`.",
            width,
            "  ",
        )
    return [
        line
        for fact in facts.conditions
        for line in flow(
            f"Condition: {condition(fact)}{'' if fact.known else ' (no rule knows it)'}",
            width,
            "  ",
        )
    ]


def symptoms(facts: Facts, width: int) -> list[str]:
    if not facts.symptoms:
        known = ", ".join(SYMPTOMS)
        return flow(
            f"No sign is on record. `cramplog symptom NAME` notes one: {known}.", width, "  "
        )
    return [
        line
        for fact in reversed(facts.symptoms)
        for line in flow(f"Sign: {symptom(fact)}", width, "  ")
    ]


def profile_data(facts: Facts) -> dict[str, Any]:
    """Return the person as JSON; unknown is null."""
    return {
        **{key: facts.profile.get(key) for key in FACTS},
        "name": facts.profile.get("name") or facts.person,
        "record": facts.person,
        "conditions": [condition_data(fact) for fact in facts.conditions],
        "symptoms": [symptom_data(fact) for fact in facts.symptoms],
    }


def condition_data(fact: Condition) -> dict[str, Any]:
    return {
        "name": fact.name,
        "label": CONDITIONS[fact.name].label if fact.known else fact.name,
        "known": fact.known,
        "status": "absent" if fact.absent else "ended" if fact.until else "present",
        "since": fact.since,
        "until": fact.until,
    }


def symptom_data(fact: Symptom) -> dict[str, Any]:
    return {"name": fact.name, "side": fact.side, "day": iso(fact.day), "status": fact.status}
