"""The person's facts and the flags as FHIR R4 resources.

Nothing asserts a diagnosis: conditions are unconfirmed and self-reported, a flag is an Observation
of a survey that names its evidence.
"""

from __future__ import annotations

from typing import Any

from cramplog.clock import Moment
from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.medicines import MEDICINES
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import iso
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.flags.evaluate import Flag
from cramplog.flags.outcome import URGENCY_MEANS
from cramplog.flags.sources import SOURCES
from cramplog.interchange import fhir_codes as codes
from cramplog.interchange.fhir_markdown import plain
from cramplog.interchange.fhir_parts import Subject, identifier, note, only, reference
from cramplog.services.stored_facts import Held
from cramplog.value import Value

SELF = "Self-reported in a diary; not a diagnosis."
_GENDERS = {"f": "female", "m": "male", "x": "other"}
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_STATUSES = {"present": "present", "gone": "gone", "absent": "looked for, and not there"}


def patient(subject: Subject, name: str, profile: dict[str, str]) -> dict[str, Any]:
    """Return the person as a Patient; an empty name is left out."""
    return {
        "resourceType": "Patient",
        "id": subject.id_of("patient"),
        "identifier": [identifier(subject.person_uid)],
        **only(
            name=[{"text": plain(name)}] if name else None,
            gender=_GENDERS.get(profile.get("sex", "")),
            birthDate=profile.get("born"),
        ),
    }


def pregnancy(subject: Subject, profile: dict[str, str], told_at: int) -> dict[str, Any] | None:
    """Return the self-reported pregnancy status; None if it is unknown."""
    said = profile.get("pregnant", "")
    if not said:
        return None
    weeks, counted, day = said.partition("w@")
    text = f"pregnant, {weeks} weeks on {day}" if counted else "pregnant"
    text = "not pregnant" if said == "no" else text
    dates = [f"{name} {profile[name]}" for name in ("due", "delivered") if profile.get(name)]
    return {
        "resourceType": "Observation",
        "id": subject.id_of("pregnancy"),
        "status": "final",
        "category": codes.category(symptom=False),
        "code": codes.loinc("82810-3", "Pregnancy status"),
        "subject": subject.reference,
        "performer": [subject.reference],
        "effectiveDateTime": day if counted else rfc3339(told_at, 0),
        "valueCodeableConcept": {"text": "; ".join((text, *dates))},
        **note(SELF),
    }


def condition(fact: Held, subject: Subject) -> dict[str, Any]:
    """Return a condition that the person reports: unconfirmed."""
    row = fact.row
    known = CONDITIONS.get(row["name"]) if row["known"] else None
    clinical = "inactive" if row["until"] else "active"
    return {
        "resourceType": "Condition",
        "id": row["uid"],
        "clinicalStatus": {"coding": [codes.coding(_CLINICAL, clinical)]},
        "verificationStatus": {"coding": [codes.coding(_VERIFICATION, "unconfirmed")]},
        "code": codes.own("condition", known.id, known.label)
        if known
        else {"text": plain(row["name"])},
        "subject": subject.reference,
        **only(onsetDateTime=row["since"], abatementDateTime=row["until"]),
        "recordedDate": rfc3339(row["recorded_at"], 0),
        "asserter": subject.reference,
        **note(SELF),
    }


def medicine(fact: Held, subject: Subject) -> dict[str, Any]:
    """Return a self-reported course of a medicine, with its doses."""
    row = fact.row
    known = MEDICINES.get(row["name"]) if row["known"] else None
    doses = [
        {"sequence": place, "text": plain(_dose(dose))} for place, dose in enumerate(fact.doses, 1)
    ]
    return {
        "resourceType": "MedicationStatement",
        "id": row["uid"],
        "status": "completed" if row["stopped"] else "active",
        "medicationCodeableConcept": codes.own("medicine", known.id, known.label)
        if known
        else {"text": plain(row["name"])},
        "subject": subject.reference,
        **only(effectivePeriod=only(start=row["started"], end=row["stopped"])),
        "dateAsserted": rfc3339(row["recorded_at"], 0),
        "informationSource": subject.reference,
        **only(dosage=doses),
        **note(SELF),
    }


def _dose(dose: dict[str, Any]) -> str:
    return f"{dose['text']}, from {dose['since']}" if dose["since"] else str(dose["text"])


def sign(fact: Held, subject: Subject) -> dict[str, Any]:
    """Return a sign that the person checked on one day."""
    row = fact.row
    label = SYMPTOMS[row["name"]].label if row["name"] in SYMPTOMS else row["name"]
    side = f"{row['side']} leg" if row["side"] in ("left", "right") else "both legs"
    where = {"coding": [codes.coding(codes.SNOMED, codes.LOWER_LIMB)], "text": side}
    return {
        "resourceType": "Observation",
        "id": row["uid"],
        "status": "final",
        "category": codes.category(symptom=False),
        "code": codes.own("sign", row["name"], label),
        "subject": subject.reference,
        "performer": [subject.reference],
        "effectiveDateTime": iso(row["day"]),
        "issued": rfc3339(row["recorded_at"], 0),
        "valueString": _STATUSES[row["status"]],
        **note(SELF),
        **only(bodySite=where if row["side"] else None),
    }


class Told(Value):
    """A flag, and until when and why the person snoozed it."""

    flag: Flag
    until: str = ""
    because: str = ""


def flag(told: Told, subject: Subject, now: Moment, included: set[str]) -> dict[str, Any]:
    """Return a flag with the cramps that are its evidence; `included` are the file's."""
    found = told.flag
    rule, fired = found.rule, found.fired
    evidence = [reference(each.id) for each in fired.episodes if each.id in included]
    elsewhere = [str(each.number) for each in fired.episodes if each.id not in included]
    outside = f"Further evidence, not in this file: episodes {', '.join(elsewhere)}."
    sources = [f"{SOURCES[key].title}, {SOURCES[key].address}" for key in rule.sources]
    passages = ", ".join(str(passage) for passage in rule.passages)
    return {
        "resourceType": "Observation",
        "id": subject.id_of("flag", rule.id),
        "status": "final",
        "category": codes.category(symptom=False),
        "code": codes.own("rule", rule.id, rule.title),
        "subject": subject.reference,
        "performer": [subject.reference],
        "effectiveDateTime": rfc3339(now.instant, now.utc_offset),
        "valueString": plain(fired.seen) or rule.title,
        **note(
            f"A rule of the diary is met; not a diagnosis. Urgency: {fired.urgency}.",
            _quieted(told),
            f"Rule: {rule.condition_with(found.limits)}",
            f"Source: {'; '.join(sources)}" + (f", paragraphs {passages}" if passages else ""),
            f"Facts: {'; '.join(fired.facts)}" if fired.facts else "",
            outside if elsewhere else "",
        ),
        **only(derivedFrom=evidence),
        "component": [
            {"code": codes.own("flag", "urgency", "urgency"), **_urgency(fired.urgency)},
            *([_until(told.until)] if told.until else []),
        ],
    }


def _urgency(urgency: str) -> dict[str, Any]:
    said = codes.own("urgency", urgency, f"{urgency}: {URGENCY_MEANS[urgency]}")
    return {"valueCodeableConcept": said}


def _until(day: str) -> dict[str, Any]:
    code = codes.own("flag", "quieted", "quieted by the person until")
    return {"code": code, "valueDateTime": day}


def _quieted(told: Told) -> str:
    because = f", because: {told.because}" if told.because else ""
    return f"Quieted by the person until {told.until}{because}." if told.until else ""
