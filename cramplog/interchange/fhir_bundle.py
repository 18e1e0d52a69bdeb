"""A record as a FHIR R4 Bundle: a collection, or with a Composition a document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import NightRecord
from cramplog.flags.evaluate import Flag
from cramplog.interchange import fhir_codes as codes
from cramplog.interchange import fhir_facts, fhir_symptoms
from cramplog.interchange.fhir_parts import Subject, entry, only, reference
from cramplog.services.holdings import Held
from cramplog.value import Value

TITLE = "Diary of night leg cramps, self-reported"
BATCH = 200  # entries encoded at a time
COLLECTION, DOCUMENT = "collection", "document"


class Content(Value):
    """What goes into a Bundle; `episodes` gives them anew each time it is called."""

    person_uid: str
    person: str = ""  # empty: no name
    profile: dict[str, str] = {}
    pregnancy_told_at: int = 0
    conditions: tuple[Held, ...] = ()
    medicines: tuple[Held, ...] = ()
    signs: tuple[Held, ...] = ()
    nights: tuple[NightRecord, ...] = ()
    flags: tuple[Flag, ...] = ()
    episodes: Callable[[], Iterable[Episode]]
    hours: Hours
    now: Moment
    notes: bool = True


class Bundle:
    """Writes one Bundle."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._subject = Subject(person_uid=content.person_uid)
        self._evidence = {e.id for flag in content.flags for e in flag.fired.episodes}
        self._included: set[str] = set()

    def write(self, kind: str = COLLECTION) -> Iterator[bytes]:
        """The file in parts; of a document the Composition stands first."""
        now = self._content.now
        stamp = rfc3339(now.instant, now.utc_offset)
        uuid = self._subject.id_of(kind, stamp)
        identifier = {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{uuid}"}
        opening = {"resourceType": "Bundle", "id": uuid, "identifier": identifier}
        opening |= {"type": kind, "timestamp": stamp}
        yield _json(opening)[:-1].encode()
        yield b',\n"entry": [\n'
        lines: list[str] = []
        comma = ""
        for resource in self._resources(kind):
            lines.append(comma + _json(entry(resource)))
            comma = ",\n"
            if len(lines) == BATCH:
                yield "".join(lines).encode("utf-8")
                lines.clear()
        yield "".join(lines).encode("utf-8")
        yield b"\n]}\n"

    def _resources(self, kind: str) -> Iterator[dict[str, Any]]:
        if kind == DOCUMENT:
            yield self._composition()
        yield self._patient()
        for episode in self._content.episodes():
            if episode.id in self._evidence:
                self._included.add(episode.id)
            yield fhir_symptoms.cramp(episode, self._subject, notes=self._content.notes)
        for _, resources in self._sections():
            yield from resources

    def _patient(self) -> dict[str, Any]:
        content = self._content
        return fhir_facts.patient(self._subject, content.person, content.profile)

    def _sections(self) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
        """All resources but person and cramps, by the title of their section."""
        content, subject = self._content, self._subject
        yield (
            "Nights recorded as free of cramps",
            (
                fhir_symptoms.quiet_night(night, subject, content.hours)
                for night in content.nights
                if night.quiet
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
        yield (
            "Rules of the diary that are met; not a diagnosis",
            (fhir_facts.flag(each, subject, content.now, self._included) for each in content.flags),
        )

    def _composition(self) -> dict[str, Any]:
        """The first entry of a document: what it is, and every other entry by section."""
        now = self._content.now
        cramps = (reference(episode.id) for episode in self._content.episodes())
        found = [("Cramps", list(cramps))]
        found += [
            (title, [reference(resource["id"]) for resource in resources])
            for title, resources in self._sections()
        ]
        return {
            "resourceType": "Composition",
            "id": self._subject.id_of("composition"),
            "text": _narrative(f"{TITLE}. It is no diagnosis."),
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
                        "text": _narrative(f"{title}: {len(references)}."),
                        "entry": references,
                    }
                    for title, references in found
                    if references
                ]
            ),
        }


def _narrative(text: str) -> dict[str, str]:
    """A text of ours, which holds nothing that a user typed."""
    return {
        "status": "generated",
        "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></div>',
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
