"""A person's facts in a diary, with ids and dates, for export and import.

The rows are as the diary stores them, without the person's number, so that an export is complete
and an import stores them unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cramplog.config import OWN_TRIGGER, SETTINGS
from cramplog.diary.compiled import COLUMNS
from cramplog.diary.repository import Diary
from cramplog.flags.catalogue import THRESHOLDS
from cramplog.services.importing import Intake
from cramplog.value import Value

KEYS = {
    "profile": "key",
    "condition": "uid",
    "symptom": "uid",
    "medicine": "uid",
    "visit": "uid",
    "snooze": "rule_id",
}
"""The kinds of fact, each with the column that identifies a fact."""
TRAVELS = {*SETTINGS, *THRESHOLDS} - {"db", "person"}


class Held(Value):
    """A fact: its row, and for a medicine its doses in order."""

    entity: str
    row: dict[str, Any]
    doses: tuple[dict[str, Any], ...] = ()

    @property
    def key(self) -> str:
        return str(self.row[KEYS[self.entity]])

    def content(self) -> tuple[object, ...]:
        """Return the fact's content, without the time of recording."""
        cells = sorted((name, cell) for name, cell in self.row.items() if name != "recorded_at")
        return (*cells, *((dose["text"], dose["since"]) for dose in self.doses))


def settings(diary: Diary) -> dict[str, str]:
    """Return the settings that travel with a record: for nights and rules, and own triggers."""
    return {
        key: value
        for key, value in sorted(diary.settings.items())
        if key in TRAVELS or key.startswith(OWN_TRIGGER)
    }


def held(diary: Diary, entity: str) -> Iterator[Held]:
    """Yield all facts of one kind, by their ids."""
    doses: dict[str, list[dict[str, Any]]] = {}
    if entity == "medicine":
        for dose in diary.rows("dose"):
            doses.setdefault(dose["uid"], []).append(dose)
    for row in diary.rows(entity):
        plain = {name: value for name, value in row.items() if name != "person_id"}
        yield Held(entity=entity, row=plain, doses=tuple(doses.get(row.get("uid", ""), ())))


def person_uid(diary: Diary) -> str:
    """Return the person's id for machines."""
    rows = diary.connection.all("people")
    people = [dict(zip(COLUMNS["person"], row, strict=True)) for row in rows]
    return next(str(each["uid"]) for each in people if each["id"] == diary.person_id)


def is_empty(diary: Diary) -> bool:
    """Return whether nothing at all is on record for the person."""
    return diary.first_night() is None and not any(diary.rows(entity) for entity in KEYS)


class Holdings:
    """Stores facts in a diary: existing facts stay, and contradictions are reported."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        known = [fact for entity in KEYS for fact in held(intake.diary, entity)]
        self._known = {(fact.entity, fact.key): fact for fact in known}
        self._stored: set[tuple[str, str]] = set()

    def take(self, fact: Held) -> None:
        """Store a fact unless its id is known; facts with other ids may be equal."""
        before = self._known.get((fact.entity, fact.key))
        if before is not None:
            if (fact.entity, fact.key) in self._stored:
                self._intake.repeated += 1
            else:
                self._intake.here += 1
            if before.content() != fact.content():
                self._intake.different.append(_name(fact))
            return
        owner = {"person_id": self._intake.act.person_id}
        doses = [
            {**owner, "uid": fact.key, "position": position, **dose}
            for position, dose in enumerate(fact.doses)
        ]
        children = {"dose": doses} if fact.entity == "medicine" else None
        self._intake.act.add(fact.entity, {**owner, **fact.row}, children)
        self._known[fact.entity, fact.key] = fact
        self._stored.add((fact.entity, fact.key))
        self._intake.new += 1


def _name(fact: Held) -> str:
    named = fact.row.get("name") or (fact.key if KEYS[fact.entity] != "uid" else "")
    return f"{fact.entity} {named}".strip()
