"""Merging comes to the same, whatever was done where, with clocks apart, in whatever order."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from typing import Any

from contents import bare, content
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moments import moment
from spoken import refusal, said

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.services import facts, history, medicines, nights, record
from cramplog.services.merge import merge

START = moment("2026-11-23T03:29:00")
APART = (-90_000, 0, 4000)
"""Seconds by which the clocks of three machines differ."""

Act = Callable[[Diary, Moment], object]


def _log(words: str) -> Act:
    return lambda diary, now: record.log(diary, said(words), now)


def _edit(at: int, words: str) -> Act:
    def act(diary: Diary, now: Moment) -> object:
        numbers = [episode.number for episode in diary.episodes("number")]
        return numbers and history.edit(
            diary, numbers[at % len(numbers)], said(words, editing=True), now
        )

    return act


def _delete(at: int) -> Act:
    def act(diary: Diary, now: Moment) -> object:
        numbers = [episode.number for episode in diary.episodes("number")]
        return numbers and history.delete(diary, [numbers[at % len(numbers)]], now)

    return act


def _night(back: int, quiet: bool | None, factors: dict[str, str]) -> Act:
    night = moment("2026-11-20T12:00:00").instant // 86400 + 719163 - back
    return lambda diary, now: nights.record_night(diary, night, now, quiet=quiet, factors=factors)


def _take_back(kind: str) -> Act:
    return lambda diary, now: history.take_back(diary, kind, now)


ACTS = st.one_of(
    st.builds(
        _log, st.sampled_from(["left calf 5m 7", "foot 2m @cold +stretch!", "", "both leg woke"])
    ),
    st.builds(
        _edit,
        st.integers(0, 3),
        st.sampled_from(
            ["pain=2", "pain=", "right foot", "9m", "woke @stress", "not-woke", "numb"]
        ),
    ),
    st.builds(_delete, st.integers(0, 3)),
    st.builds(
        _night,
        st.integers(1, 2),
        st.sampled_from([True, False, None]),
        st.sampled_from([{}, {"stress": "3"}, {"stress": "8", "water": "1.5"}, {"water": ""}]),
    ),
    st.builds(_take_back, st.sampled_from(["undo", "redo"])),
    st.sampled_from(["60", "70", ""]).map(
        lambda kilos: lambda diary, now: facts.set_profile(diary, {"weight": kilos}, now)
    ),
    st.sampled_from(["diabetes", "varicose veins"]).map(
        lambda name: lambda diary, now: facts.deny_condition(diary, name, now)
    ),
    st.just(
        lambda diary, now: medicines.start(
            diary, "simvastatin", now, on="2026-05", until=None, dose="20 mg"
        )
    ),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 2), ACTS),
        st.tuples(st.integers(0, 2), st.integers(0, 2)),  # the first takes the second in
    ),
    max_size=14,
)


class Machines:
    """Three machines whose diaries began as copies of one, or each for itself."""

    def __init__(self, folder: str, *, copies: bool) -> None:
        self._clock = [START.instant + seconds for seconds in APART]
        first = Diary(f"{folder}/0.db")
        if copies:
            record.log(first, said("left calf 5m 7"), START)
            record.log(first, said("right foot"), START)
        first.close()
        for name in ("1.db", "2.db"):
            if copies:
                shutil.copy(f"{folder}/0.db", f"{folder}/{name}")
        self.diaries = [Diary(f"{folder}/{number}.db") for number in range(3)]

    def now(self, machine: int) -> Moment:
        self._clock[machine] += 61
        return START.replace(instant=self._clock[machine])

    def do(self, machine: int, act: Any) -> None:
        diary = self.diaries[machine]
        if isinstance(act, int):
            self.merge(machine, act)
        else:
            refusal(lambda: act(diary, self.now(machine)))

    def merge(self, into: int, of: int) -> bool:
        if into == of:
            return False
        return not merge(self.diaries[into], self.diaries[of], self.now(into)).nothing

    def close(self) -> None:
        for diary in self.diaries:
            diary.close()


def three(steps: list[tuple[int, Any]], *, copies: bool, then: Callable[[Machines], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        machines = Machines(folder, copies=copies)
        try:
            for machine, act in steps:
                machines.do(machine, act)
            then(machines)
        finally:
            machines.close()


SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(STEPS, st.booleans(), st.permutations([(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)]))
def test_diaries_that_took_each_other_in_are_the_same(
    steps: list[tuple[int, Any]], copies: bool, order: list[tuple[int, int]]
) -> None:
    def then(machines: Machines) -> None:
        for into, of in [*order, *order]:
            machines.merge(into, of)
        first, second, third = map(content, machines.diaries)
        assert first == second == third

    three(steps, copies=copies, then=then)


@SLOW
@given(STEPS, st.booleans())
def test_a_second_merge_of_the_same_diary_changes_nothing(
    steps: list[tuple[int, Any]], copies: bool
) -> None:
    def then(machines: Machines) -> None:
        machines.merge(0, 1)
        before = content(machines.diaries[0])
        assert not machines.merge(0, 1)
        assert content(machines.diaries[0]) == before

    three(steps, copies=copies, then=then)


@SLOW
@given(STEPS, st.booleans())
def test_one_undo_takes_a_merge_back(steps: list[tuple[int, Any]], copies: bool) -> None:
    def then(machines: Machines) -> None:
        diary = machines.diaries[0]
        before = content(diary)
        if machines.merge(0, 1):
            after = content(diary)
            history.take_back(diary, "undo", machines.now(0))
            assert content(diary) == before
            history.take_back(diary, "redo", machines.now(0))
            assert content(diary) == after

    three(steps, copies=copies, then=then)


@SLOW
@given(st.lists(st.tuples(st.integers(0, 1), ACTS), max_size=12))
def test_what_was_said_on_either_side_is_shown_or_stands_beside_it(
    steps: list[tuple[int, Any]],
) -> None:
    def then(machines: Machines) -> None:
        base, *told = (content(machines.diaries[one]) for one in (2, 0, 1))
        machines.merge(0, 1)
        merged = content(machines.diaries[0])
        for (entity, gid), (fields, _) in [item for one in told for item in one.items()]:
            for field, value in fields.items():
                before = base.get((entity, gid), ({}, {}))[0].get(field)
                if value != before and field != "quiet":  # a cramp of the other makes it no more so
                    values, others = merged[entity, gid]
                    beside = [other.value for other in others.get(field, ())]
                    assert value in (values.get(field), *map(bare, beside)), (field, value)

    three(steps, copies=True, then=then)
