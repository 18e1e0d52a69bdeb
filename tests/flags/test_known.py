from __future__ import annotations

import pytest

from cramplog.domain.conditions import CONDITIONS, condition
from cramplog.domain.facts import Condition, Facts, Symptom
from cramplog.domain.symptoms import SYMPTOMS, symptom
from cramplog.flags import known
from cramplog.flags.outcome import Finding
from cramplog.flags.record import Record

DAY = 739943  # Monday 23 November 2026


def with_signs(*said: tuple[int, str | None, str]) -> Record:
    """A record of swelling, each said as (days ago, side, status)."""
    symptoms = tuple(
        Symptom(name="swelling", day=DAY - ago, side=side, status=status, recorded_at=at)
        for at, (ago, side, status) in enumerate(said)
    )
    return Record(today=DAY - 1, day=DAY, now=0, facts=Facts(person="anna", symptoms=symptoms))


def with_conditions(*said: Condition) -> Finding:
    facts = Facts(person="anna", conditions=said)
    return known.condition(Record(today=DAY - 1, day=DAY, now=0, facts=facts), "diabetes")


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([], None),
        ([(0, None, "present")], True),
        ([(0, None, "absent")], False),
        ([(0, "left", "absent")], None),
        ([(0, "left", "absent"), (0, "right", "absent")], False),
        ([(0, "both", "absent")], False),
        ([(3, "left", "present"), (1, "left", "gone")], None),
        ([(3, "left", "present"), (1, None, "gone")], False),
        ([(3, "left", "gone"), (1, "left", "present")], True),
        ([(27, "left", "present")], True),
        ([(28, "left", "present")], None),
        ([(-1, "left", "present")], None),
    ],
)
def test_the_latest_word_within_the_window_says_whether_a_sign_is_there(
    said: list[tuple[int, str | None, str]], state: bool | None
) -> None:
    assert known.sign(with_signs(*said), "swelling", 28).state is state


@pytest.mark.parametrize(
    ("said", "left", "right", "unsaid"),
    [
        ([(0, None, "present")], None, None, True),
        ([(2, None, "present"), (1, "left", "present")], True, None, False),
        ([(2, None, "present"), (1, "left", "absent")], False, None, True),
        ([(2, None, "present"), (1, "left", "gone")], False, None, False),
        ([(2, "left", "present"), (1, "right", "present")], True, True, False),
        ([(2, "both", "present"), (1, "right", "gone")], True, False, False),
        ([(1, "both", "present")], True, True, False),
    ],
)
def test_a_sign_is_on_one_leg_until_its_side_is_told(
    said: list[tuple[int, str | None, str]], left: bool | None, right: bool | None, unsaid: bool
) -> None:
    legs = known.legs(with_signs(*said), "swelling", 28)
    assert (legs.left, legs.right, legs.unsaid) == (left, right, unsaid)


def test_a_condition_never_mentioned_is_unknown_and_asked_for() -> None:
    finding = with_conditions()
    assert finding.state is None
    assert [command for _, command in finding.asks[0].answers] == [
        "cramplog condition add diabetes",
        "cramplog condition deny diabetes",
    ]


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (None, True),
        ("2026-11-22", False),
        ("2026-11-23", True),
        ("2026-10", False),
        ("2026-11", True),
        ("2025", False),
        ("2026", True),
    ],
)
def test_a_condition_lasts_to_the_end_of_the_date_that_was_said(
    until: str | None, state: bool
) -> None:
    fact = Condition(name="diabetes", until=until, recorded_at=0)
    assert with_conditions(fact).state is state


def test_the_later_of_yes_and_no_holds() -> None:
    yes = Condition(name="diabetes", recorded_at=5)
    no = Condition(name="diabetes", absent=True, recorded_at=7)
    assert with_conditions(yes, no).state is False
    assert with_conditions(no, yes.replace(recorded_at=9)).state is True


def test_the_users_own_words_match_no_rule() -> None:
    own = Condition(name="sugar trouble", known=False, recorded_at=0)
    assert with_conditions(own).state is None


def test_every_question_names_its_fact_in_words_that_the_command_understands() -> None:
    for name in CONDITIONS:
        assert condition(name.replace("_", "-")) == name
    for name in SYMPTOMS:
        assert symptom(name.replace("_", "-")) == name
