"""The gate before the urgent rules may let too much through, and never too little."""

from __future__ import annotations

from typing import Any

import pytest
from vignettes import FILES, judged, recorded

from cramplog.flags.catalogue import RULES
from cramplog.flags.outcome import EMERGENCY, URGENT, Fired
from cramplog.services.alarm import can_press


def is_pressing(rule: str, case: dict[str, Any]) -> bool:
    outcome = judged(RULES[rule], case)
    return isinstance(outcome, Fired) and outcome.urgency in (EMERGENCY, URGENT)


PRESSING = [
    pytest.param(case, id=f"{rule}: {case['name']}")
    for rule, file in FILES.items()
    for case in file["case"]
    if is_pressing(rule, case)
]


def has_facts(case: dict[str, Any]) -> bool:
    """What `Diary.has_facts` would say of the case."""
    record = recorded(case)
    return (
        any(not fact.absent for fact in record.facts.conditions)
        or any(fact.status == "present" for fact in record.facts.symptoms)
        or bool(record.facts.medicines)
        or any(dict(night.factors).get("poison_contact") == "yes" for night in record.nights)
    )


@pytest.mark.parametrize("case", PRESSING)
def test_no_urgent_flag_hides_behind_the_gate(case: dict[str, Any]) -> None:
    record = recorded(case)
    by_itself = any(can_press(episode) for episode in record.episodes)
    assert by_itself or has_facts(case) or record.thresholds or record.running_since
