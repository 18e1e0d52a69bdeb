"""What a diary holds of a person besides episodes and nights: facts, with ids and dates.

The rows stand here as the diary has them, without the person's number, so that an export of
them is whole and an import stores them as they were.
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
"""The kinds of fact, each with the column that tells one from another."""
TRAVELS = {*SETTINGS, *THRESHOLDS} - {"db", "person"}


class Held(Value):
    """One fact: its row, and for a medicine its doses in order."""

    entity: str
    row: dict[str, Any]
    doses: tuple[dict[str, Any], ...] = ()

    @property
    def key(self) -> str:
        return str(self.row[KEYS[self.entity]])

    def content(self) -> tuple[object, ...]:
        """What it says, apart from when it was recorded."""
        cells = sorted((name, cell) for name, cell in self.row.items() if name != "recorded_at")
        return (*cells, *((dose["text"], dose["since"]) for dose in self.doses))


def settings(diary: Diary) -> dict[str, str]:
    """The settings that travel with a record: those that shape nights and rules, own triggers."""
    return {
        key: value
        for key, value in sorted(diary.settings.items())
        if key in TRAVELS or key.startswith(OWN_TRIGGER)
    }


def held(diary: Diary, entity: str) -> Iterator[Held]:
    """All facts of one kind, by their ids."""
    doses: dict[str, list[dict[str, Any]]] = {}
    if entity == "medicine":
        for dose in diary.rows("dose"):
            doses.setdefault(dose["uid"], []).append(dose)
    for row in diary.rows(entity):
        plain = {name: value for name, value in row.items() if name != "person_id"}
        yield Held(entity=entity, row=plain, doses=tuple(doses.get(row.get("uid", ""), ())))


def person_uid(diary: Diary) -> str:
    """The person's id for machines."""
    rows = diary.connection.all("people")
    people = [dict(zip(COLUMNS["person"], row, strict=True)) for row in rows]
    return next(str(each["uid"]) for each in people if each["id"] == diary.person_id)


def is_empty(diary: Diary) -> bool:
    """Whether nothing at all is on record of the person."""
    return diary.first_night() is None and not any(diary.rows(entity) for entity in KEYS)


class Holdings:
    """Takes facts into a diary: what is there stays as it is, what contradicts it is told."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        known = [fact for entity in KEYS for fact in held(intake.diary, entity)]
        self._known = {(fact.entity, fact.key): fact for fact in known}
        self._stored: set[tuple[str, str]] = set()

    def take(self, fact: Held) -> None:
        """Store a fact unless its id is known; two facts of other ids may say the same."""
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
