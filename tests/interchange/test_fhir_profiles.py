"""Each resource: what HL7's Symptoms guide forbids and needs, by its source (FSH).

No validator has the guide's compiled profiles, so each prohibition is checked here.
"""

from __future__ import annotations

import json
import re

import pytest
from fhir_record import full, of_profile, resources, uid, values, written

from cramplog.domain.episode import Site
from cramplog.interchange import fhir_codes
from cramplog.interchange.fhir_bundle import DOCUMENT

FORBIDDEN = ("dataAbsentReason", "interpretation", "specimen", "device", "referenceRange")
LOINC = {"75325-1", "111551-8", "72514-3", "56827-9", "100752-5", "100753-3", "82810-3"}
SNOMED = {
    "55300003",
    "53840002",
    "722116009",
    "722115008",
    "56459004",
    "7769000",
    "22335008",
    "29707007",
    "68367000",
    "11207009",
    "61396006",
    "61685007",
    "78234002",
    "723591000",
    "723590004",
    "128511007",
    "21989003",
    "85562004",
    "78791008",
    "85151006",
}
"""The codes that the project's reference marks as verified."""


@pytest.mark.parametrize("name", ["SymptomObservation", "SymptomAbsentObservation"])
def test_what_the_profiles_forbid_is_not_there_and_what_they_need_is(name: str) -> None:
    found = of_profile(written(full()), name)
    assert found
    for each in found:
        assert not {*FORBIDDEN} & set(each)
        assert each["status"] == "final"
        assert each["effectivePeriod"] if "effectiveDateTime" not in each else True
        assert len(each["performer"]) == 1
        assert each["subject"] == each["performer"][0]
        assert [key for key in each if key.startswith("value")] == ["valueCodeableConcept"]
        assert each["valueCodeableConcept"]["coding"] == [fhir_codes.CRAMP]
        codes = [c["code"] for part in each["category"] for c in part["coding"]]
        assert codes == ["symptom", "survey"]
        wanted = "75325-1" if name == "SymptomObservation" else "111551-8"
        assert [c["code"] for c in each["code"]["coding"]] == [wanted]
        for part in each.get("component", ()):
            assert not {*FORBIDDEN} & set(part)
            assert len([key for key in part if key.startswith("value")]) == 1
            assert part["code"]["text"]


def test_slices_of_the_profile_take_concepts_only() -> None:
    slices = {"56823-8", "64750-3", "100752-5", "100753-3", "104156-5", "99495-4", "89261-2"}
    parts = [
        part
        for each in of_profile(written(full()), "SymptomObservation")
        for part in each.get("component", ())
        if part["code"]["coding"][0]["code"] in slices
    ]
    assert len(parts) >= 3
    assert all("valueCodeableConcept" in part for part in parts)


def test_a_period_ends_at_the_offset_at_which_it_began() -> None:
    told = next(r for r in resources(written(full())) if r["id"] == uid(90))
    assert told["effectivePeriod"] == {
        "start": "2026-11-20T04:30:00+02:00",
        "end": "2026-11-20T04:31:40+02:00",
    }
    unknown = next(r for r in resources(written(full())) if r["id"] == uid(92))
    assert unknown["effectiveDateTime"] == "2026-11-22T02:30:00+00:00"


def test_a_quiet_night_runs_from_noon_to_noon_and_only_quiet_ones_are_told() -> None:
    quiet = of_profile(written(full().replace(episodes=list)), "SymptomAbsentObservation")
    assert [each["effectivePeriod"] for each in quiet] == [
        {"start": f"2026-11-{day}T12:00:00+00:00", "end": f"2026-11-{day + 1}T12:00:00+00:00"}
        for day in (17, 18)
    ]


def test_only_codes_that_were_verified_are_used() -> None:
    bundle = written(full(), DOCUMENT)
    codings = [value for key, value in values(bundle) if key == "coding" for value in value]
    assert {c["code"] for c in codings if c["system"] == fhir_codes.LOINC} == LOINC
    used = {c["code"] for c in codings if c["system"] == fhir_codes.SNOMED}
    assert used <= SNOMED
    assert len(used) > 12
    assert [c for c in codings if c["system"] == fhir_codes.SNOMED and "display" in c] == []


def test_nothing_asserts_a_diagnosis() -> None:
    bundle = written(full())
    conditions = resources(bundle, "Condition")
    statuses = [c["code"] for each in conditions for c in each["verificationStatus"]["coding"]]
    assert statuses == ["unconfirmed"] * 2
    assert "ckd" not in json.dumps(conditions)  # denied: there is nothing to tell
    for each in conditions:
        assert "category" not in each
        ended = "abatementDateTime" in each
        assert each["clinicalStatus"]["coding"][0]["code"] == ("inactive" if ended else "active")
    text = json.dumps(bundle)
    assert not re.search(r"DetectedIssue|ClinicalImpression|ICD|icd-10", text)
    assert text.count("not a diagnosis") > len(conditions)


def test_a_flag_names_its_evidence_and_its_source() -> None:
    told = [
        r
        for r in resources(written(full()), "Observation")
        if r["code"]["coding"][0]["system"] == f"{fhir_codes.OURS}:rule"
    ]
    assert {r["code"]["coding"][0]["code"] for r in told} == {
        each.flag.rule.id for each in full().flags
    }
    proven = [r for r in told if r.get("derivedFrom")]
    assert proven
    for each in told:
        notes = " ".join(note["text"] for note in each["note"])
        assert "Source: " in notes
        assert "not a diagnosis" in notes


def test_evidence_outside_the_file_is_named_and_not_referred_to() -> None:
    bundle = written(full().replace(episodes=list))
    told = [r for r in resources(bundle) if "Further evidence" in json.dumps(r)]
    assert told
    assert [r for r in told if "derivedFrom" in r] == []


def test_medicines_keep_their_dates_as_exactly_as_they_were_said() -> None:
    found = resources(written(full()), "MedicationStatement")
    assert [(r["status"], r["effectivePeriod"]) for r in found] == [
        ("completed", {"start": "2026-01-05", "end": "2026-03"}),
        ("active", {"start": "2026-10"}),
    ]
    assert found[1]["dosage"] == [{"sequence": 1, "text": "40 mg, from 2026-10"}]


def test_the_side_stands_first_among_the_codes_of_a_place() -> None:
    assert fhir_codes.place(Site(muscle="calf", side="left"))["coding"] == [
        {"system": fhir_codes.SNOMED, "code": "722115008"},
        {"system": fhir_codes.SNOMED, "code": "53840002"},
    ]
    assert fhir_codes.place(Site(muscle="sole", side="right")) == {
        "coding": [
            {"system": fhir_codes.SNOMED, "code": "7769000"},
            {"system": fhir_codes.SNOMED, "code": "56459004"},
        ],
        "text": "right sole of the foot",
    }
    assert fhir_codes.place(Site(muscle="other")) == {"text": "another place"}


def test_hostile_text_stays_text() -> None:
    told = next(r for r in resources(written(full())) if r["id"] == uid(90))
    note = told["note"][0]["text"]
    assert "<" not in note.replace("\\<", "")
    assert "[x]" not in note
    assert "\u241b" in note
    strings = [value for _, value in values(written(full())) if isinstance(value, str)]
    assert [s for s in strings if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", s)] == []
