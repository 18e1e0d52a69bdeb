"""What each flag says to do: one line, in agreement with its urgency."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from vignettes import FILES, recorded

from cramplog.flags.catalogue import RULES
from cramplog.flags.evaluate import Flag, evaluate
from cramplog.flags.outcome import ACTIONS, EMERGENCY, INFO, ROUTINE, URGENCIES, URGENT

MOST_WORDS = 15
HURRY = ("today", "same day", " now", "at once", "112")


def flags() -> Iterator[Flag]:
    """Every flag of every vignette."""
    for rule, content in FILES.items():
        for case in content["case"]:
            yield from evaluate(recorded(case), [RULES[rule]]).flags


FLAGS = {(flag.rule.id, flag.fired.urgency, flag.action): flag for flag in flags()}


@pytest.mark.parametrize("flag", FLAGS.values(), ids=[" ".join(key[:2]) for key in FLAGS])
def test_what_to_do_is_one_short_line_that_agrees_with_the_urgency(flag: Flag) -> None:
    assert 0 < len(flag.action.split()) <= MOST_WORDS
    assert "\n" not in flag.action
    said = f"{flag.action} {flag.fired.seen} {flag.rule.path.remark}".lower()
    if flag.fired.urgency in (ROUTINE, INFO):
        assert not [word for word in HURRY if word in said]
    if flag.fired.urgency == EMERGENCY:
        assert "112" in flag.action
    if flag.fired.urgency == URGENT:
        assert [word for word in HURRY if word in said] or "111 or your doctor" in said


def test_there_is_a_line_for_every_urgency() -> None:
    assert set(ACTIONS) == set(URGENCIES)


def test_a_rule_says_what_to_do_for_its_own_urgencies_only() -> None:
    for rule in RULES.values():
        assert set(rule.path.actions) <= set(rule.urgencies), rule.id


def test_numbers_to_call_stand_in_one_order() -> None:
    for flag in FLAGS.values():
        for text in (flag.action, flag.rule.statement, *flag.rule.path.specialists):
            if "999" in text:
                assert text.index("112") < text.index("999")
