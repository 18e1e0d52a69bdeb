"""Questions to take to a visit: few, and each one that a doctor can answer."""

from __future__ import annotations

from cramplog.domain.medicines import label
from cramplog.render.medicine import with_cramps
from cramplog.render.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cramplog.domain.facts import Facts

AT_MOST = 5
NAMED = 3  # medicines in one question

_BY_RULE = (
    (
        ("GL-DVT", "GL-PE", "GL-PREG-DVT", "ART-CALF-VEIN", "ART-VEINS"),
        "Do the veins of my legs have to be examined?",
    ),
    (
        ("GL-LIMB-ISCH", "GL-RESTPAIN", "GL-PVD"),
        "Do the pulses and the blood flow in my legs have to be examined?",
    ),
    (
        ("GL-CAUDA", "GL-WEAK", "GL-NUMB", "GL-NEURO", "GL-LUMBAR", "ART-LUMBAR"),
        "Could my back or my nerves be behind it, and how would you look?",
    ),
    (
        ("GL-RHABDO", "GL-CKD", "GL-DIALYSIS", "GL-CIRRHOSIS", "ART-ENDOCRINE", "ART-MINERAL"),
        "Which blood tests make sense for me, and why?",
    ),
    (
        ("GL-FLUID",),
        "What am I to do with my tablets when I lose fluid?",
    ),
    (
        ("GL-SLEEP", "GL-DAYTIRED", "GL-FREQ"),
        "What can I do to sleep through?",
    ),
    (
        ("GL-DUR10", "GL-SEVERE", "ART-FREQUENT"),
        "What am I to do when one does not let go?",
    ),
    (
        ("GL-PREG",),
        "What may I do against them while I am pregnant?",
    ),
)
"""Questions by the beginnings of the ids of active rules."""

ALWAYS = (
    "What could be behind my cramps, and does anything have to be examined?",
    "What can I try next, and when should I come back?",
)
ANY_MEDICINE = "Could one of my medicines have to do with my cramps?"


def flag_ids(flags: Iterable[Mapping[str, object]]) -> list[str]:
    """Return the rules' ids, in the order of the flags."""
    return [str(flag["id"]) for flag in flags]


def questions(rules: Sequence[str], facts: Facts | None) -> tuple[str, ...]:
    """Return at most five: on medicines that go with cramps, on what the rules found, always."""
    found = dict.fromkeys([*_of_medicines(facts), *_of_rules(rules)])
    return (*list(found)[: AT_MOST - len(ALWAYS)], *ALWAYS)


def _of_medicines(facts: Facts | None) -> Iterator[str]:
    if facts is None or not facts.medicines:
        return
    named = [
        visible(label(course.name))
        for course in facts.medicines
        if course.stopped is None and with_cramps(course)
    ]
    if named:
        yield f"Could {_either(list(dict.fromkeys(named)))} have to do with my cramps?"
    else:
        yield ANY_MEDICINE


def _either(names: list[str]) -> str:
    *most, last = names[:NAMED]
    return f"{', '.join(most)} or {last}" if most else last


def _of_rules(rules: Sequence[str]) -> Iterator[str]:
    for rule in rules:
        for begins, question in _BY_RULE:
            if rule.startswith(begins):
                yield question
