"""Numbers that several rules share: at each edge, and moved by one."""

from __future__ import annotations

from datetime import date

import pytest

from cramplog.domain.facts import Condition, Facts
from cramplog.flags.catalogue import RULES, THRESHOLDS
from cramplog.flags.person import OVERDUE, RECALL, happened, pregnant
from cramplog.flags.record import Record

DAY = date(2026, 11, 23).toordinal()
NOW = (DAY - 719163) * 86400


def record(facts: Facts, **thresholds: int) -> Record:
    named = {f"rule.{key.replace('_', '.')}": value for key, value in thresholds.items()}
    return Record(today=DAY, day=DAY, now=NOW, facts=facts, thresholds=named)


@pytest.mark.parametrize("chosen", [RECALL.value, RECALL.value - 1, RECALL.value + 1])
def test_a_no_about_an_event_answers_for_so_many_days(chosen: int) -> None:
    for ago, state in ((chosen, False), (chosen + 1, None)):
        denied = Condition(name="surgery", absent=True, recorded_at=NOW - ago * 86400)
        facts = Facts(person="anna", conditions=(denied,))
        assert happened(record(facts, events_recall=chosen), "surgery", 400).state is state


@pytest.mark.parametrize("chosen", [OVERDUE.value, OVERDUE.value - 1, OVERDUE.value + 1])
def test_a_pregnancy_may_go_on_so_many_weeks_after_its_date(chosen: int) -> None:
    for late, state in ((chosen * 7, True), (chosen * 7 + 1, None)):
        due = date.fromordinal(DAY - late).isoformat()
        facts = Facts(person="anna", profile={"due": due})
        assert pregnant(record(facts, pregnancy_overdue=chosen)).state is state


def test_without_a_setting_the_default_counts() -> None:
    due = date.fromordinal(DAY - OVERDUE.value * 7).isoformat()
    assert pregnant(record(Facts(person="anna", profile={"due": due}))).state is True


@pytest.mark.parametrize("threshold", [RECALL, OVERDUE])
def test_a_shared_number_can_be_set_and_is_told_by_each_rule_that_uses_it(
    threshold: object,
) -> None:
    assert threshold in THRESHOLDS.values()
    assert [rule.id for rule in RULES.values() if threshold in rule.thresholds]
