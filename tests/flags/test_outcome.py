from __future__ import annotations

from itertools import product

from cramplog.flags.outcome import (
    Ask,
    Clear,
    Finding,
    Fired,
    NotEvaluable,
    conclude,
    either,
    every,
    within,
)

YES, NO, UNKNOWN = (
    Finding(state=True, seen=("seen so",), facts=("a fact",)),
    Finding(state=False, seen=("seen not",)),
    Finding(state=None, asks=(Ask(question="Is it?", answers=(("yes", "type this"),)),)),
)


def test_an_unknown_half_is_decided_by_the_other_half_or_stays_unknown() -> None:
    for one, other in product((YES, NO, UNKNOWN), repeat=2):
        states = {one.state, other.state}
        both = False if False in states else None if None in states else True
        any_ = True if True in states else None if None in states else False
        assert every(one, other).state is both
        assert either(one, other).state is any_


def test_no_question_is_asked_whose_answer_would_change_nothing() -> None:
    assert every(NO, UNKNOWN).asks == ()
    assert either(YES, UNKNOWN).asks == ()
    assert every(YES, UNKNOWN).asks == UNKNOWN.asks


def test_what_is_said_of_an_outcome_is_what_decided_it() -> None:
    assert conclude(every(YES, NO), "SOON") == Clear(why="Seen not.")
    assert conclude(either(YES, NO), "SOON") == Fired(
        urgency="SOON", seen="Seen so.", facts=("a fact",)
    )
    assert conclude(every(YES, UNKNOWN), "SOON") == NotEvaluable(asks=UNKNOWN.asks)


def test_behind_a_gate_nothing_is_asked_before_the_gate_is_open() -> None:
    gate, behind = Ask(question="a child?", answers=()), Ask(question="a limp?", answers=())
    unknown = Finding(state=None, asks=(gate,))
    limp = Finding(state=None, asks=(behind,))
    assert within(unknown, limp).asks == (gate,)
    assert within(Finding(state=True), limp).asks == (behind,)
    assert within(Finding(state=False), limp).state is False
    assert within(unknown, Finding(state=False)).state is False
