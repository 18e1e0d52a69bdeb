"""Facts as JSON records and back: profile, conditions, signs, medicines, visits, snoozes."""

from __future__ import annotations

from re import fullmatch
from typing import Any

from cramplog.diary.repository import NO_OTHER_MEDICINES, WATCHED
from cramplog.domain import profile
from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.moments import day_of, rfc3339
from cramplog.domain.muscles import SIDES
from cramplog.domain.night import iso
from cramplog.domain.spelling import quoted
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.errors import BadFact
from cramplog.flags.outcome import URGENCIES
from cramplog.interchange.json_values import Record
from cramplog.services.people import LONGEST_NAME
from cramplog.services.snooze import LONGEST_REASON, refuse_unsafe
from cramplog.services.stored_facts import KEYS, Held

SECTIONS = {
    "profile": "profile",
    "conditions": "condition",
    "symptoms": "symptom",
    "medicines": "medicine",
    "visits": "visit",
    "snoozes": "snooze",
}
"""The arrays of a file, each with its kind of fact."""
WATCH_LIST = r"\w+@\d{4}-\d\d-\d\d( \w+@\d{4}-\d\d-\d\d){0,4}"
STATUSES = ("present", "gone", "absent")
_NAMES = {"uid": "id", "day": "on", "until_day": "until", "rule_id": "rule"}
_DAYS = {"day", "until_day"}
_YES_NO = {"known", "absent", "done"}
WITHHELD = ""  # replaces a reason if notes are left out


def record(fact: Held, *, notes: bool = True) -> dict[str, Any]:
    """Return the fact as an object; without `notes` a snooze's reason is left out."""
    written = {_NAMES.get(name, name): _written(name, cell) for name, cell in fact.row.items()}
    if fact.entity == "medicine":
        written["doses"] = [{"text": dose["text"], "since": dose["since"]} for dose in fact.doses]
    if not notes and "because" in written:
        written["because"] = WITHHELD
    return written


def _written(name: str, cell: Any) -> Any:
    if name == "recorded_at":
        return rfc3339(cell, 0)
    if name in _DAYS:
        return iso(cell)
    return bool(cell) if name in _YES_NO else cell


def read(entity: str, value: Any) -> Held:
    """Parse a fact from an object; raises InputError."""
    told = Record(value)
    row: dict[str, Any] = {}
    if KEYS[entity] == "uid":
        row["uid"] = told.uuid("id")
    recorded_at = told.moment("recorded_at")[0]
    row |= _READERS[entity](told, recorded_at)
    doses = tuple(_dose(dose) for dose in told.listed("doses")) if entity == "medicine" else ()
    told.ended()
    return Held(entity=entity, row={**row, "recorded_at": recorded_at}, doses=doses)


def _profile(told: Record, recorded_at: int) -> dict[str, Any]:
    """Parse a fact as of the day when it was recorded: `due` may have passed since."""
    key, value = told.text("key"), told.text("value")
    if key == NO_OTHER_MEDICINES and value == "yes":
        return {"key": key, "value": value}
    if key == WATCHED:
        if not fullmatch(WATCH_LIST, value):
            raise BadFact(f"{key} {quoted(value)} is no list of watched factors.")
        return {"key": key, "value": value}
    if key not in profile.FACTS:
        raise BadFact(f"{quoted(key)} is nothing I keep of a person.")
    day = day_of(recorded_at, 0)
    for today in (day, day + 1, day - 1):  # in whatever time zone it was recorded
        try:
            if profile.parse(key, value, today) == value:
                return {"key": key, "value": value}
        except BadFact:
            continue
    raise BadFact(f"{key} {quoted(value)} is not what I keep of a person.")


def _condition(told: Record, _recorded_at: int) -> dict[str, Any]:
    name = told.text("name")
    return {
        "name": name,
        "known": bool(told.yes_no("known")) and name in CONDITIONS,
        "absent": bool(told.yes_no("absent")),
        "since": told.partial("since"),
        "until": told.partial("until"),
    }


def _symptom(told: Record, _recorded_at: int) -> dict[str, Any]:
    name = told.text("name")
    if name not in SYMPTOMS:
        raise BadFact(f"{quoted(name)} is not a sign I know.")
    side, day = told.one_of("side", SIDES), told.day("on")
    return {
        "name": name,
        "side": side,
        "day": day,
        "status": told.one_of("status", STATUSES) or "present",
    }


def _medicine(told: Record, _recorded_at: int) -> dict[str, Any]:
    name, started, stopped = told.text("name"), told.partial("started"), told.partial("stopped")
    if started and stopped and stopped < started[: len(stopped)]:
        raise BadFact(f"it would stop ({stopped}) before it starts ({started}).")
    known = bool(told.yes_no("known"))  # own words, too, if said to be of no group
    return {"name": name, "known": known, "started": started, "stopped": stopped}


def _dose(value: Any) -> dict[str, Any]:
    told = Record(value)
    dose = {"text": told.text("text"), "since": told.partial("since")}
    told.ended()
    return dose


def _visit(told: Record, _recorded_at: int) -> dict[str, Any]:
    who = told.maybe_text("who", LONGEST_NAME * 5)
    return {"day": told.day("on"), "who": who, "done": bool(told.yes_no("done"))}


def _snooze(told: Record, recorded_at: int) -> dict[str, Any]:
    rule_id, until = told.text("rule", LONGEST_NAME), told.day("until")
    urgency = told.one_of("urgency", URGENCIES) or URGENCIES[-1]
    refuse_unsafe(rule_id, urgency, until, recorded_at)
    because = told.maybe_text("because", LONGEST_REASON) or WITHHELD
    return {"rule_id": rule_id, "until_day": until, "urgency": urgency, "because": because}


_READERS = {
    "profile": _profile,
    "condition": _condition,
    "symptom": _symptom,
    "medicine": _medicine,
    "visit": _visit,
    "snooze": _snooze,
}
