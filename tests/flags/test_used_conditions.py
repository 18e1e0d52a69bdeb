"""Each condition that can be recorded is looked at by a rule, or is said to be by none."""

from __future__ import annotations

import pytest
from vignettes import FILES, recorded

from cramplog.domain.conditions import CONDITIONS, UNUSED
from cramplog.flags import known, person
from cramplog.flags.catalogue import RULES
from cramplog.flags.record import Record


def test_a_condition_changes_some_rule_or_is_listed_as_unused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: set[str] = set()
    real, event = known._condition, person.happened

    def noted(record: Record, name: str) -> object:
        looked.add(name)
        return real(record, name)

    def happened(record: Record, name: str, days: int, *, lasting: bool = False) -> object:
        looked.add(name)
        return event(record, name, days, lasting=lasting)

    monkeypatch.setattr(known, "_condition", noted)
    for module in ("clots", "poisons"):
        monkeypatch.setattr(f"cramplog.flags.guideline.{module}.happened", happened)
    for rule, content in FILES.items():
        for case in content["case"]:
            record = recorded(case)
            RULES[rule].judge(record, RULES[rule].limits({}))
    assert set(CONDITIONS) - looked == UNUSED
