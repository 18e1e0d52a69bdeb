"""Parts of FHIR resources: references, times, notes."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from cramplog.domain.moments import rfc3339
from cramplog.interchange.fhir_markdown import markdown
from cramplog.value import Value

_SPACE = UUID("6d1c3c4e-8a0f-5f0e-9c57-0f6a4be0c7a5")  # for ids made from names; any UUID would do


class Subject(Value):
    """The person of a record: the id, and the id of the Patient resource."""

    person_uid: str

    @property
    def reference(self) -> dict[str, str]:
        """A reference to the Patient."""
        return reference(self.id_of("patient"))

    def id_of(self, *parts: str) -> str:
        """Return a UUID made of the person's id and a name, the same each time."""
        return str(uuid5(_SPACE, "\x1f".join((self.person_uid, *parts))))


def reference(uuid: str) -> dict[str, str]:
    return {"reference": f"urn:uuid:{uuid}"}


def identifier(uuid: str) -> dict[str, str]:
    """Return a UUID as a FHIR identifier."""
    return {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{uuid}"}


def entry(resource: dict[str, Any], *, put: bool = False) -> dict[str, Any]:
    """Return an entry of a Bundle, addressed by the resource's id; `put` asks to store it."""
    found = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
    url = f"{resource['resourceType']}/{resource['id']}"
    return {**found, "request": {"method": "PUT", "url": url}} if put else found


def note(*texts: str) -> dict[str, Any]:
    """Return the notes of a resource, from plain text; empty if there are none."""
    found = [{"text": markdown(text)} for text in texts if text.strip()]
    return {"note": found} if found else {}


def effective(start: int, utc_offset: int, seconds: int | None) -> dict[str, Any]:
    """Return the time of an event: a period if its end is known, in one offset."""
    begun = rfc3339(start, utc_offset)
    if seconds is None:
        return {"effectiveDateTime": begun}
    return period(begun, rfc3339(start + seconds, utc_offset))


def period(start: str, end: str) -> dict[str, Any]:
    return {"effectivePeriod": {"start": start, "end": end}}


def only(**values: Any) -> dict[str, Any]:
    """Return the values that are not empty: FHIR allows no null and no empty list."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
