"""Cramps and quiet nights as Observations, by HL7's Symptoms guide (R4).

A cramp follows the profile SymptomObservation, a quiet night SymptomAbsentObservation. Both are
self-reported; neither is a diagnosis. The guide's compiled profiles were not available, so tests
check every prohibition and every required display of its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cramplog.clock import Moment
from cramplog.domain.episode import FEATURES, Episode
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import NightRecord
from cramplog.domain.reading import readings
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.interchange import fhir_codes as codes
from cramplog.interchange.fhir_markdown import plain
from cramplog.interchange.fhir_parts import Subject, effective, note, only, period

FEATURE_TEXTS = {
    "woke": "woke from sleep",
    "sore": "sore afterwards",
    "numb": "numbness",
    "hard": "the muscle was hard",
    "twitching": "jerking during the cramp",
}


def cramp(
    episode: Episode, subject: Subject, own: Mapping[str, str], *, notes: bool = True
) -> dict[str, Any]:
    """Return a cramp as a SymptomObservation; `own` are labels of the person's own triggers."""
    hints = ["The start is approximate."] * episode.time_is_approximate
    hints += ["The duration is an estimate."] * episode.duration_is_estimate
    told = [episode.note] if notes and episode.note else []
    return {
        **_symptom("SymptomObservation", episode.id, subject),
        "code": codes.loinc(codes.SYMPTOM, "Symptom"),
        **effective(episode.started_at, episode.utc_offset, episode.duration_seconds),
        "issued": rfc3339(episode.recorded_at, episode.recorded_offset),
        "valueCodeableConcept": {"coding": [codes.CRAMP], "text": "Muscle cramp, self-reported"},
        **note(*told, *hints),
        **only(
            bodySite=codes.places(episode.sites) if episode.sites else None,
            component=_components(episode, own),
        ),
    }


def quiet_night(night: NightRecord, begin: Moment, end: Moment, subject: Subject) -> dict[str, Any]:
    """Return a quiet night, from start to end, as a SymptomAbsentObservation."""
    span = (rfc3339(each.instant, each.utc_offset) for each in (begin, end))
    return {
        **_symptom("SymptomAbsentObservation", subject.id_of("night", str(night.night)), subject),
        "code": codes.loinc(codes.SYMPTOM_ABSENT, "Symptom absent"),
        **period(*span),
        "issued": rfc3339(night.recorded_at, night.recorded_offset),
        "valueCodeableConcept": {"coding": [codes.CRAMP], "text": "No muscle cramp that night"},
    }


def _symptom(profile: str, uuid: str, subject: Subject) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": uuid,
        "meta": {"profile": [f"{codes.PROFILES}/{profile}"]},
        "status": "final",
        "category": codes.category(symptom=True),
        "subject": subject.reference,
        "performer": [subject.reference],
    }


def _components(episode: Episode, own: Mapping[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if episode.pain is not None:
        score = {"value": episode.pain, "unit": "{score}", "system": codes.UCUM, "code": "{score}"}
        found.append(_part(codes.loinc("72514-3", "Pain, 0 to 10"), valueQuantity=score))
    if episode.duration_seconds is not None:
        minutes = round(episode.duration_seconds / 60, 4)
        whole = int(minutes) if minutes == int(minutes) else minutes
        length = {"value": whole, "unit": "min", "system": codes.UCUM, "code": "min"}
        found.append(_part(codes.loinc("56827-9", "Duration"), valueQuantity=length))
    if len(episode.sites) > 1:
        site = codes.own("cramp", "site", "site")
        found += [_part(site, valueCodeableConcept=codes.place(each)) for each in episode.sites]
    found += _types(episode)
    for name in FEATURES:
        if getattr(episode, name) is not None:
            code = codes.own("cramp", name, FEATURE_TEXTS[name])
            found.append(_part(code, valueBoolean=getattr(episode, name)))
    suspected = codes.loinc(codes.TRIGGER, "Suspected trigger")
    found += [
        _part(suspected, valueCodeableConcept=_trigger(each, own)) for each in episode.triggers
    ]
    return found + _remedies(episode)


def _types(episode: Episode) -> list[dict[str, Any]]:
    """Return time course and spread, each with whether it was typed or derived."""
    kind, spread, derived = readings(episode)
    found = []
    for axis, name, said in (("type", "time course", kind), ("spread", "spread", spread)):
        if said:
            text = f"{said} (derived from what was recorded)" if axis in derived else said
            value = {"coding": [codes.coding(f"{codes.OURS}:type", said, said)], "text": text}
            found.append(_part(codes.own("cramp", axis, name), valueCodeableConcept=value))
    return found


def _trigger(name: str, own: Mapping[str, str]) -> dict[str, Any]:
    """Return a catalogue's trigger or the person's own, which keeps its label."""
    label = TRIGGERS[name].label if name in TRIGGERS else plain(own.get(name, ""))
    return codes.own("trigger", name, label) if label else {"text": plain(name)}


def _remedies(episode: Episode) -> list[dict[str, Any]]:
    """Return the remedies; only one that helped is an alleviating factor."""
    found = []
    for tried in episode.tried:
        label = REMEDIES[tried.remedy].label if tried.remedy in REMEDIES else tried.remedy
        value = codes.own("remedy", tried.remedy, label)
        if tried.helped is None:
            code = codes.own("cramp", "tried", "tried; whether it helped was not said")
        elif not tried.helped:
            code = codes.own("cramp", "not_helped", "tried; it did not help")
        else:
            code = codes.loinc(codes.ALLEVIATING, "Alleviating factor")
            if tried.relief_seconds is not None:
                value = {**value, "text": f"{label}, after {tried.relief_seconds} s"}
        found.append(_part(code, valueCodeableConcept=value))
    return found


def _part(code: dict[str, Any], **value: Any) -> dict[str, Any]:
    return {"code": code, **value}
