"""Codes of FHIR resources: only those found in public tables of their systems.

SNOMED CT and LOINC codes stand here without the systems' own wording, except for the displays that
HL7's Symptoms guide requires in its profiles. Texts are ours. SNOMED CT is (c) SNOMED
International, LOINC (c) Regenstrief Institute; both ask for this notice where their codes are
used. A site or side without such a code gets the nearest wider one and a text.
"""

from __future__ import annotations

from typing import Any

from cramplog.domain.episode import Site
from cramplog.domain.muscles import MUSCLES

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
SYMPTOM_CATEGORY = "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary"
PROFILES = "http://hl7.org/fhir/uv/symptoms/StructureDefinition"
OURS = "urn:cramplog"  # prefix of our own code systems

CRAMP = {"system": SNOMED, "code": "55300003"}
LOWER_LIMB = "61685007"

SYMPTOM, SYMPTOM_ABSENT = "75325-1", "111551-8"
TRIGGER, ALLEVIATING = "100752-5", "100753-3"
DISPLAYS = {
    SYMPTOM: "Symptom",
    SYMPTOM_ABSENT: "Symptom absent",
    TRIGGER: "Exacerbating factors - Reported",
    ALLEVIATING: "Alleviating factors - Reported",
}
"""Displays that the guide's patterns require beside the codes of a symptom."""

_SITES: dict[str, tuple[str, str, str]] = {  # unsided, left, right; empty if none is known
    "calf": ("53840002", "722115008", "722116009"),
    "foot": ("56459004", "22335008", "7769000"),
    "sole": (
        "56459004",
        "22335008",
        "7769000",
    ),  # the foot's codes: those of the sole were not verified
    "toes": ("29707007", "", ""),
    "shin": ("78234002", "723590004", "723591000"),
    "thigh": ("68367000", "61396006", "11207009"),
    "hamstring": ("128511007", "", ""),
    "quadriceps": ("21989003", "", ""),
    "leg": (LOWER_LIMB, "", ""),
    "hand": ("85562004", "85151006", "78791008"),
}
_SIDED = {"left": 1, "right": 2}


def coding(system: str, code: str, display: str = "") -> dict[str, str]:
    """Return a code; `display` is given for our codes, and where a profile requires it."""
    found = {"system": system, "code": code}
    return {**found, "display": display} if display else found


def own(kind: str, code: str, text: str) -> dict[str, Any]:
    """Return a concept of one of our code systems: `urn:cramplog:trigger`."""
    return {"coding": [coding(f"{OURS}:{kind}", code, text)], "text": text}


def loinc(code: str, text: str) -> dict[str, Any]:
    """Return a concept of LOINC with our text."""
    return {"coding": [coding(LOINC, code, DISPLAYS.get(code, ""))], "text": text}


def category(*, symptom: bool) -> list[dict[str, Any]]:
    """Return `survey`, which means self-reported, and for a symptom its profile's slice."""
    survey = {"coding": [coding(CATEGORY, "survey")]}
    return [{"coding": [coding(SYMPTOM_CATEGORY, "symptom")]}, survey] if symptom else [survey]


def site_text(site: Site) -> str:
    """Return `left calf`, `calf, both sides`."""
    name = "sole of the foot" if site.muscle == "sole" else MUSCLES[site.muscle].label
    if site.side == "both":
        return f"{name}, both sides"
    return f"{site.side} {name}" if site.side else name


def place(site: Site) -> dict[str, Any]:
    """Return one site: the code of its side first, the unsided one second, and the text."""
    codes = _SITES.get(site.muscle, ("", "", ""))
    sided = codes[_SIDED[site.side]] if site.side in _SIDED else ""
    found = [coding(SNOMED, code) for code in (sided, codes[0]) if code]
    return {**({"coding": found} if found else {}), "text": site_text(site)}


def places(sites: tuple[Site, ...]) -> dict[str, Any]:
    """Return all sites as R4's single concept: a wider code, and each site in the text."""
    if len(sites) == 1:
        return place(sites[0])
    wider = all(site.muscle not in ("hand", "other") for site in sites)
    text = "; ".join(site_text(site) for site in sites)
    return {**({"coding": [coding(SNOMED, LOWER_LIMB)]} if wider else {}), "text": text}
