"""A change is all or nothing and can be taken back; numbers are never used again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from filled_diary import NOW, SUNDAY, fill, log
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.domain.facts import Symptom
from cramplog.errors import Conflict, InputError, NoSuchEpisode, NothingToUndo
from cramplog.services import facts, history, medicines, nights, timer


def state(diary: Diary) -> tuple[Any, ...]:
    """Everything that a person can see of a record."""
    return (
        tuple(diary.episodes()),
        tuple(diary.nights()),
        diary.timer(),
        diary.facts(),
        diary.visits(),
        diary.snoozes(),
    )


def rows(diary: Diary, table: str) -> int:
    count: int = diary.connection.query(f"SELECT count(*) FROM {table}", {})[0][0]
    return count


class Broken(Exception):
    """Something that goes wrong half way."""


def break_off(diary: Diary) -> None:
    with diary.act("delete", NOW.instant) as act:
        act.remove("episode", "1")
        act.put("profile", {"person_id": 1, "key": "sex", "value": "m", "recorded_at": 1})
        act.number()
        raise Broken


def test_a_change_that_fails_half_way_changes_nothing(diary: Diary) -> None:
    fill(diary)
    before, acts, changes = state(diary), rows(diary, "act"), rows(diary, "change")
    with pytest.raises(Broken):
        break_off(diary)
    assert state(diary) == before
    assert (rows(diary, "act"), rows(diary, "change")) == (acts, changes)
    assert log(diary, "calf").number == 9


def test_a_log_that_cannot_be_written_takes_its_change_with_it(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(diary, "left calf")
    before = state(diary)

    def fails(*_: object, **__: object) -> None:
        raise Broken

    monkeypatch.setattr(diary.connection, "many", fails)
    with pytest.raises(Broken):
        history.delete(diary, [1], NOW)
    assert state(diary) == before


def test_delete_takes_all_or_none(diary: Diary) -> None:
    log(diary, "left calf")
    with pytest.raises(NoSuchEpisode, match="no episode 7"):
        history.delete(diary, [1, 7], NOW)
    assert [episode.number for episode in diary.episodes()] == [1]


def test_every_change_says_what_it_did_and_when_and_by_which_command(diary: Diary) -> None:
    fill(diary)
    acts = diary.connection.query("SELECT command, said, at, uid FROM act ORDER BY id", {})
    command, what, when, _ = acts[0]
    assert (command, when) == ("log", NOW.instant)
    assert what.startswith("log of episode 1")
    assert [one for one in acts if not all(one)] == [], acts
    assert len({one[3] for one in acts}) == len(acts)
    assert rows(diary, "change") >= len(acts)


def test_undo_goes_back_to_the_first_change_and_redo_to_the_last(diary: Diary) -> None:
    empty = state(diary)
    fill(diary)
    full = state(diary)
    undone = 0
    with contextlib.suppress(NothingToUndo):
        while True:
            history.take_back(diary, "undo", NOW)
            undone += 1
    assert state(diary) == empty
    for _ in range(undone):
        history.take_back(diary, "redo", NOW)
    assert state(diary) == full
    with pytest.raises(NothingToUndo):
        history.take_back(diary, "redo", NOW)


def test_the_log_only_grows(diary: Diary) -> None:
    log(diary, "calf")
    first = diary.connection.query("SELECT * FROM change ORDER BY act_id, position", {})
    for kind in ("undo", "redo", "undo"):
        history.take_back(diary, kind, NOW)
    later = diary.connection.query("SELECT * FROM change ORDER BY act_id, position", {})
    assert later[: len(first)] == first
    assert rows(diary, "act") == 4


def test_undo_is_of_one_persons_changes(diary: Diary) -> None:
    from cramplog.services import people

    people.add(diary, "anna", NOW)
    log(diary, "calf")
    anna = Diary(diary.path, "anna")
    with pytest.raises(NothingToUndo):
        history.take_back(anna, "undo", NOW)
    assert log(anna, "foot").number == 1
    history.take_back(diary, "undo", NOW)
    assert [episode.number for episode in anna.episodes()] == [1]
    anna.close()


LINES = st.sampled_from(
    ["", "left calf 5m 7", "right foot 02:30 @stress +stretch!2m", "both leg yesterday 23:50 woke"]
)
EDITS = st.sampled_from(["pain=3", "right calf", "pain=", "03:00", "@cold", "triggers=", "9m"])
NIGHTS = st.integers(SUNDAY - 3, SUNDAY)
CONDITIONS = st.sampled_from(["varicose veins", "diabetes", "bad knees"])


class UndoMachine(RuleBasedStateMachine):
    """Changes at random, beside a model that remembers every state."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.diary = Diary(str(Path(self.folder.name) / "diary.db"))
        self.past: list[tuple[Any, ...]] = []
        self.future: list[tuple[Any, ...]] = []
        self.given: set[int] = set()

    def teardown(self) -> None:
        self.diary.close()
        self.folder.cleanup()

    def change(self, act: Callable[[], object]) -> None:
        before, logged = state(self.diary), rows(self.diary, "act")
        with contextlib.suppress(InputError, Conflict):
            act()
        if rows(self.diary, "act") == logged:
            assert state(self.diary) == before, "refused, and something changed"
            return
        self.past.append(before)
        self.future.clear()

    def numbers(self) -> list[int]:
        return [episode.number for episode in self.diary.episodes()]

    @rule(line=LINES)
    def log(self, line: str) -> None:
        self.change(lambda: self.given.add(self.fresh(log(self.diary, line).number)))

    def fresh(self, number: int) -> int:
        assert number not in self.given, "a number was used again"
        return number

    @precondition(lambda self: self.numbers())
    @rule(line=EDITS, data=st.data())
    def edit(self, line: str, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(self.numbers()))
        self.change(lambda: history.edit(self.diary, number, said(line, editing=True), NOW))

    @precondition(lambda self: self.numbers())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.numbers()), min_size=1, max_size=2))
        self.change(lambda: history.delete(self.diary, chosen, NOW))

    @rule(night=NIGHTS, quiet=st.booleans(), value=st.sampled_from(["yes", "no", ""]))
    def night(self, night: int, quiet: bool, value: str) -> None:
        self.change(
            lambda: nights.record_night(
                self.diary, night, NOW, quiet=quiet, factors={"cold": value}
            )
        )

    @rule(name=CONDITIONS, deny=st.booleans())
    def condition(self, name: str, deny: bool) -> None:
        if deny:
            self.change(lambda: facts.deny_condition(self.diary, name, NOW))
        else:
            self.change(
                lambda: facts.add_condition(self.diary, name, NOW, since="2019", until=None)
            )

    @rule(side=st.sampled_from([None, "left"]))
    def symptom(self, side: str | None) -> None:
        sign = Symptom(name="swelling", side=side, day=SUNDAY, recorded_at=NOW.instant)
        self.change(lambda: facts.add_symptom(self.diary, sign, NOW))

    @rule(value=st.sampled_from(["1958", "1960", ""]))
    def profile(self, value: str) -> None:
        self.change(lambda: facts.set_profile(self.diary, {"born": value}, NOW))

    @rule(stop=st.booleans())
    def medicine(self, stop: bool) -> None:
        if stop:
            self.change(lambda: medicines.stop(self.diary, "statin", NOW, on="2026-10"))
        else:
            self.change(
                lambda: medicines.start(
                    self.diary, "statin", NOW, on="2026-05", until=None, dose="20 mg"
                )
            )

    @rule(command=st.sampled_from(["start", "stop", "cancel"]))
    def time(self, command: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "start": lambda: timer.start(self.diary, said("left calf"), NOW),
            "stop": lambda: self.given.add(
                self.fresh(timer.stop(self.diary, said("7"), NOW).episode.number)
            ),
            "cancel": lambda: timer.cancel(self.diary, NOW),
        }
        self.change(acts[command])

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.take_back("undo", self.past, self.future)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.take_back("redo", self.future, self.past)

    def take_back(
        self, kind: str, there: list[tuple[Any, ...]], back: list[tuple[Any, ...]]
    ) -> None:
        now = state(self.diary)
        if not there:
            with pytest.raises(NothingToUndo):
                history.take_back(self.diary, kind, NOW)
            return
        history.take_back(self.diary, kind, NOW)
        assert state(self.diary) == there.pop()
        back.append(now)

    @invariant()
    def no_cramp_night_is_quiet(self) -> None:
        cramps = {episode.night for episode in self.diary.episodes() if not episode.daytime}
        assert not [night for night in self.diary.nights() if night.quiet and night.night in cramps]


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
