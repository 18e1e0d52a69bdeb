"""A record as a FHIR R4 Bundle: a collection, a document with a Composition, or a transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import NightRecord
from cramplog.interchange import fhir_codes as codes
from cramplog.interchange import fhir_facts, fhir_symptoms
from cramplog.interchange.fhir_narrative import headline, items, narrative, paragraph, table
from cramplog.interchange.fhir_nights import QuietNights
from cramplog.interchange.fhir_parts import Subject, entry, identifier, only, reference
from cramplog.services.stored_facts import Held
from cramplog.value import Value

TITLE = "Diary of night leg cramps, self-reported"
BATCH = 200  # entries encoded at a time
COLLECTION, DOCUMENT, TRANSACTION = "collection", "document", "transaction"


class Content(Value):
    """The content of a Bundle; each call of `episodes` yields them again."""

    person_uid: str
    person: str = ""  # empty: no name
    profile: dict[str, str] = {}
    pregnancy_told_at: int = 0
    conditions: tuple[Held, ...] = ()
    medicines: tuple[Held, ...] = ()
    signs: tuple[Held, ...] = ()
    nights: tuple[NightRecord, ...] = ()
    flags: tuple[fhir_facts.Told, ...] = ()
    own_triggers: dict[str, str] = {}
    episodes: Callable[[], Iterable[Episode]]
    hours: Hours
    now: Moment
    notes: bool = True


class Bundle:
    """Writes one Bundle."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._subject = Subject(person_uid=content.person_uid)
        self._evidence = {e.id for told in content.flags for e in told.flag.fired.episodes}
        self._included: set[str] = set()
        self._quiet = QuietNights(content.nights, content.hours, content.now)

    def write(self, kind: str = COLLECTION) -> Iterator[bytes]:
        """Yield the file in parts; a document begins with its Composition."""
        now = self._content.now
        stamp = rfc3339(now.instant, now.utc_offset)
        uuid = self._subject.id_of(kind, stamp)
        opening = {"resourceType": "Bundle", "id": uuid, "identifier": identifier(uuid)}
        opening |= {"type": kind, "timestamp": stamp}
        yield _json(opening)[:-1].encode()
        yield b',\n"entry": [\n'
        lines: list[str] = []
        comma = ""
        for resource in self._resources(kind):
            lines.append(comma + _json(entry(resource, put=kind == TRANSACTION)))
            comma = ",\n"
            if len(lines) == BATCH:
                yield "".join(lines).encode("utf-8")
                lines.clear()
        yield "".join(lines).encode("utf-8")
        yield b"\n]}\n"

    def _resources(self, kind: str) -> Iterator[dict[str, Any]]:
        patient = self._patient()
        if kind == DOCUMENT:
            yield self._composition()
            patient["text"] = narrative(paragraph(_person(patient)))
        yield patient
        yield from self._cramps()
        for _, resources in self._sections():
            yield from resources

    def _patient(self) -> dict[str, Any]:
        content = self._content
        return fhir_facts.patient(self._subject, content.person, content.profile)

    def _cramps(self) -> Iterator[dict[str, Any]]:
        """Yield all cramps; rules and quiet nights need them, so they come first."""
        content = self._content
        for episode in content.episodes():
            if episode.id in self._evidence:
                self._included.add(episode.id)
            self._quiet.heed(episode)
            own = content.own_triggers
            yield fhir_symptoms.cramp(episode, self._subject, own, notes=content.notes)

    def _sections(self) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
        """Yield the other resources, except the person, by their section's title."""
        content, subject = self._content, self._subject
        yield (
            "Rules of the diary that are met; not a diagnosis",
            (fhir_facts.flag(each, subject, content.now, self._included) for each in content.flags),
        )
        yield (
            "Nights recorded as free of cramps",
            (
                fhir_symptoms.quiet_night(night, begin, end, subject)
                for night, begin, end in self._quiet.spans()
            ),
        )
        yield "Signs looked for", (fhir_facts.sign(each, subject) for each in content.signs)
        yield (
            "Medicines, as the patient tells",
            (fhir_facts.medicine(each, subject) for each in content.medicines),
        )
        yield (
            "Conditions, as the patient tells; unconfirmed",
            (
                fhir_facts.condition(each, subject)
                for each in content.conditions
                if not each.row["absent"]
            ),
        )
        told_at = content.pregnancy_told_at
        pregnancy = fhir_facts.pregnancy(subject, content.profile, told_at)
        yield "Pregnancy", ([pregnancy] if pregnancy else [])

    def _composition(self) -> dict[str, Any]:
        """Return a document's first entry: its kind, and all other entries by section."""
        now = self._content.now
        cramps = list(self._cramps())
        rules, *others = [(title, list(resources)) for title, resources in self._sections()]
        found = [rules, ("Cramps", cramps), *others]
        return {
            "resourceType": "Composition",
            "id": self._subject.id_of("composition"),
            "text": narrative(
                paragraph(f"{TITLE}. It is no diagnosis."),
                items(map(headline, rules[1])),
            ),
            "status": "final",
            "type": codes.own("document", "cramp-diary", TITLE),
            "subject": self._subject.reference,
            "date": rfc3339(now.instant, now.utc_offset),
            "author": [self._subject.reference],
            "title": TITLE,
            **only(
                section=[
                    {
                        "title": title,
                        "text": narrative(table(resources)),
                        "entry": [reference(each["id"]) for each in resources],
                    }
                    for title, resources in found
                    if resources
                ]
            ),
        }


def _person(patient: dict[str, Any]) -> str:
    """Return the person's name, if the file has it."""
    name = patient.get("name", [{"text": "Name withheld or not recorded"}])[0]["text"]
    more = (patient.get("gender"), patient.get("birthDate") and f"born {patient['birthDate']}")
    return ", ".join((name, *filter(None, more)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
