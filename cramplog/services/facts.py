"""Facts about the person: profile, conditions, symptoms. Every fact can be recorded as absent."""

from __future__ import annotations

from shlex import quote

from cramplog.domain import conditions as catalogue
from cramplog.domain.catalogue import key
from cramplog.domain.facts import Condition, Symptom
from cramplog.domain.night import DAY
from cramplog.errors import BadFact
from cramplog.letters import tidy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary


def set_profile(diary: Diary, values: dict[str, str], now: Moment, *, said: str = "") -> None:
    """Store canonical values by key; an empty value makes the fact unknown again."""
    with diary.act("person set", now.instant) as act:
        for name, value in values.items():
            if value:
                row = {"key": name, "value": value, "recorded_at": now.instant}
                store = (
                    act.put if name == "pregnant" else act.restate
                )  # its time of recording matters
                store("profile", {"person_id": act.person_id, **row})
            else:
                act.remove("profile", name)
        told = " ".join(f"{name}={value}" for name, value in values.items())
        act.said = said or f"person set {told}"


def before(one: str, other: str) -> bool:
    """Return whether a date of any precision precedes another: 2019 does not precede 2019-05."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def known_name(words: str) -> tuple[str, bool]:
    """Return a condition's id and True, or the user's own words and False."""
    found = catalogue.condition(words)
    return (found, True) if found else (tidy(words), False)


def same(one: str, other: str) -> bool:
    """Return whether two names mean one thing: `Bad knees` and `bad knees` do."""
    return key(one) == key(other)


def add_condition(
    diary: Diary, words: str, now: Moment, *, since: str | None, until: str | None
) -> Condition:
    """Record that the person has, or had, a condition."""
    if since and until and before(until, since):
        raise BadFact(f"it would end ({until}) before it begins ({since}).", "Check both dates.")
    name, known = known_name(words)
    fact = Condition(name=name, known=known, since=since, until=until, recorded_at=now.instant)
    with diary.act("condition add", now.instant) as act:
        before_this = conditions(diary)
        told = [old for _, old in before_this if same(old.name, name) and not old.until]
        if len(told) == 1 and _said_today(fact, told[0]):
            return fact
        for uid, old in before_this:
            if same(old.name, name) and (old.absent or (not old.until and not fact.until)):
                act.remove("condition", uid)  # replaced by the new fact
        act.add("condition", _row(act, act.uid(), fact))
        act.said = f"condition add {name}"
    return fact


def end_condition(diary: Diary, words: str, now: Moment, *, until: str) -> Condition:
    """Record that a condition is over; raises BadFact if it was not on record."""
    name, _ = known_name(words)
    with diary.act("condition end", now.instant) as act:
        for uid, old in conditions(diary):
            if same(old.name, name) and not old.absent and not old.until:
                if old.since and before(until, old.since):
                    raise BadFact(f"it would end ({until}) before it begins ({old.since}).")
                fact = old.replace(until=until)
                act.put("condition", _row(act, uid, fact))
                act.said = f"condition end {name}"
                return fact
    raise BadFact(f'"{name}" is not on record.', f"Add it: cramplog condition add {quote(name)}.")


def deny_condition(diary: Diary, words: str, now: Moment) -> Condition:
    """Record that the person does not have a condition."""
    name, known = known_name(words)
    fact = Condition(name=name, known=known, absent=True, recorded_at=now.instant)
    with diary.act("condition deny", now.instant) as act:
        before_this = conditions(diary)
        told = [old for _, old in before_this if same(old.name, name) and not old.until]
        if len(told) == 1 and _said_today(fact, told[0]):
            return fact
        for uid, old in before_this:
            if same(old.name, name) and not old.until:
                act.remove("condition", uid)
        act.add("condition", _row(act, act.uid(), fact))
        act.said = f"condition deny {name}"
    return fact


def _said_today(fact: Condition | Symptom, last: Condition | Symptom) -> bool:
    """Return whether the last record of a fact is equal and of today; later it is news."""
    if last.recorded_at // DAY != fact.recorded_at // DAY:
        return False
    return last.replace(recorded_at=fact.recorded_at, name=fact.name) == fact


def conditions(diary: Diary) -> list[tuple[str, Condition]]:
    """Return the conditions on record with their uids."""
    return list(zip(diary.uids("condition"), diary.facts().conditions, strict=True))


def _row(act: Act, uid: str, fact: Condition) -> dict[str, object]:
    return {"person_id": act.person_id, "uid": uid, **fact.fields()}


def add_symptom(diary: Diary, fact: Symptom, now: Moment) -> Symptom:
    """Record a sign of one day: present, gone, or checked and absent.

    The latest record of a day counts; without a side it answers for both legs.
    """
    with diary.act("symptom", now.instant) as act:
        told = [one for one in diary.facts(fact.day, fact.day).symptoms if one.name == fact.name]
        if told and _said_today(fact, told[-1]):
            return fact
        act.add("symptom", {"person_id": act.person_id, "uid": act.uid(), **fact.fields()})
        act.said = f"symptom {fact.name} {fact.status}"
    return fact
