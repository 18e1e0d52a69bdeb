"""A history of facts, exported and imported elsewhere: the same flags, and the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from moments import moment
from spoken import said

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.domain import profile
from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.facts import Symptom
from cramplog.domain.medicines import MEDICINES
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.errors import CramplogError
from cramplog.interchange import json_diary
from cramplog.services import (
    facts,
    import_record,
    judge,
    medicines,
    record,
    snooze,
    stored_facts,
    visits,
)

NOW = moment("2026-11-23T20:30:00")
TODAY = judge.today(NOW)

Act = Callable[[Diary, Moment], object]


def _sign(name: str, side: str | None, back: int, status: str) -> Act:
    def act(diary: Diary, now: Moment) -> object:
        fact = Symptom(
            name=name, side=side, day=TODAY - back, status=status, recorded_at=now.instant
        )
        return facts.add_symptom(diary, fact, now)

    return act


def _condition(name: str, what: str) -> Act:
    def act(diary: Diary, now: Moment) -> object:
        if what == "deny":
            return facts.deny_condition(diary, name, now)
        if what == "end":
            return facts.end_condition(diary, name, now, until="2026-10")
        return facts.add_condition(diary, name, now, since="2019" if what else None, until=None)

    return act


def _medicine(name: str, what: str) -> Act:
    def act(diary: Diary, now: Moment) -> object:
        if what == "stop":
            return medicines.stop(diary, name, now, on="2026-11-20")
        if what == "dose":
            return medicines.change_dose(diary, name, "2 × 5 mg", now, on="2026-11-01")
        return medicines.start(diary, name, now, on=what or None, until=None, dose="5 mg")

    return act


def _profile(word: str, text: str) -> Act:
    return lambda diary, now: facts.set_profile(
        diary, {word: profile.parse(word, text, TODAY)}, now
    )


ACTS = st.one_of(
    st.builds(
        _sign,
        st.sampled_from(["swelling", "warmth", "redness", "breathless", *SYMPTOMS]),
        st.sampled_from(["left", "right", "both", None]),
        st.integers(0, 2),
        st.sampled_from(["present", "gone", "absent"]),
    ),
    st.builds(
        _condition,
        st.sampled_from(["bad knees", *CONDITIONS]),
        st.sampled_from(["", "since", "end", "deny"]),
    ),
    st.builds(
        _medicine,
        st.sampled_from(["green pills", *MEDICINES]),
        st.sampled_from(["", "2026-05", "2026-09-03", "dose", "stop"]),
    ),
    st.builds(_profile, st.just("pregnant"), st.sampled_from(["20w", "yes", "no", "unknown"])),
    st.builds(_profile, st.just("born"), st.sampled_from(["1941", "2016"])),
    st.builds(_profile, st.just("due"), st.just("2027-02-01")),
    st.sampled_from([None, "Dr. Ada"]).map(
        lambda who: lambda diary, now: visits.put(diary, TODAY + 9, who, now)
    ),
    st.just(lambda diary, now: visits.done(diary, TODAY, now)),
    st.just(medicines.none_other),
    st.just(lambda diary, now: record.log(diary, said("left calf 6m"), now)),
    st.sampled_from(["GL-DVT", "GL-DUR10", "GL-PE"]).map(
        lambda rule: lambda diary, now: snooze.snooze(diary, rule, 3, "seen GP", now)
    ),
)


def exported(diary: Diary) -> str:
    uid = stored_facts.person_uid(diary)
    head = import_record.Head(person=diary.person, uid=uid, settings=stored_facts.settings(diary))
    held = {entity: list(stored_facts.held(diary, entity)) for entity in stored_facts.KEYS}
    parts = json_diary.write(head, held, diary.nights(), diary.episodes("oldest"))
    return b"".join(parts).decode()


def flags(diary: Diary) -> list[object]:
    found = judge.judged(diary, NOW)
    on = [(one.rule.id, one.fired.urgency) for one in found.evaluation.flags]
    return [on, [(quiet.flag.rule.id, quiet.until) for quiet in found.quiet]]


def moved(acts: Sequence[tuple[int, Act]]) -> None:
    """Do acts, some within one second, and move the diary; it has to be the same."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Diary(f"{folder}/one.db")) as one,
        closing(Diary(f"{folder}/other.db")) as other,
    ):
        at = NOW.instant - 12 * 3600
        for later, act in acts:
            at += later
            try:
                act(one, NOW.replace(instant=at))
            except CramplogError:
                continue  # a history has only what could be said
        text = exported(one)
        reading = json_diary.Reading(StringIO(text), "x.json")
        done = import_record.import_whole(
            other, reading.head, reading.entries(), NOW, name="x.json"
        )
        assert (done.bad, done.here) == (0, 0)
        assert exported(other) == text
        assert flags(other) == flags(one)


def test_a_sign_that_came_again_after_its_end_stays_on() -> None:
    moved(
        [
            (0, _sign("swelling", "left", 0, "present")),
            (4 * 3600, _sign("swelling", "left", 0, "gone")),
            (8 * 3600, _sign("swelling", "left", 0, "present")),
        ]
    )


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 60, 3600]), ACTS), max_size=10))
def test_any_history_of_facts_moves_as_it_is(acts: list[tuple[int, Act]]) -> None:
    moved(acts)
