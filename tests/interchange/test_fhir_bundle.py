"""The Bundle as a whole: two validators, addresses, references, the document form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import fhirkit
import pytest
from fhir_record import NOW, full, of_profile, resources, uid, values, written
from memory_diary import cramp
from pyrofile_validator import Validator

from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.interchange import fhir_bundle
from cramplog.interchange.fhir_bundle import COLLECTION, DOCUMENT, Bundle, Content


@cache
def validator() -> Validator:
    return Validator()


KNOWN_GAPS = (
    r"Profile .* is not loaded",  # it says so itself; those are checked below
    r"Unknown element .*\.text$",  # pyrofile 0.3 lacks Dosage.text and Composition.section.text
)


@pytest.mark.parametrize("kind", [COLLECTION, DOCUMENT])
def test_both_validators_find_nothing(kind: str) -> None:
    bundle = written(full(), kind)
    assert fhirkit.validate(json.dumps(bundle)) == []
    found = [issue.message for issue in validator().validate_resource(bundle).issues]
    assert [m for m in found if not any(re.fullmatch(gap, m) for gap in KNOWN_GAPS)] == []


def test_the_validators_would_have_found_a_mistake() -> None:
    bundle = written(full())
    cramp_ = of_profile(bundle, "SymptomObservation")[0]
    cramp_["status"] = "done"
    messages = [str(i.message) for i in validator().validate_resource(bundle).issues]
    assert any("done" in message or "status" in message for message in messages)
    del cramp_["code"]
    cramp_["issued"] = "2026-11-23 02:30"
    assert fhirkit.validate(json.dumps(bundle)) != []


@pytest.mark.parametrize("kind", [COLLECTION, DOCUMENT])
def test_every_address_is_unique_and_every_reference_leads_to_one(kind: str) -> None:
    bundle = written(full(), kind)
    addresses = [each["fullUrl"] for each in bundle["entry"]]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", address) for address in addresses)
    assert [f"urn:uuid:{r['id']}" for r in resources(bundle)] == addresses
    references = [value for key, value in values(bundle) if key == "reference"]
    assert set(references) <= set(addresses)
    assert len(references) > len(addresses)


def test_the_same_record_gives_the_same_bundle() -> None:
    assert written(full()) == written(full())
    later = written(full().replace(now=NOW.replace(instant=NOW.instant + 60)))
    assert later["id"] != written(full())["id"]
    assert [e["fullUrl"] for e in later["entry"]] == [
        e["fullUrl"] for e in written(full())["entry"]
    ]


def test_every_time_has_its_offset() -> None:
    timed = [
        value
        for _, value in values(written(full()))
        if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value)
    ]
    assert len(timed) > 50
    assert [t for t in timed if not re.fullmatch(r"[-\d]{10}T[:\d]{8}[+-]\d\d:\d\d", t)] == []


def test_notes_and_name_can_be_left_out() -> None:
    text = json.dumps(written(full().replace(notes=False, person="")), ensure_ascii=False)
    assert "HYPERLINK" not in text
    assert "Zoë" not in text


def test_a_document_begins_with_a_composition_that_names_every_other_entry() -> None:
    bundle = written(full(), DOCUMENT)
    assert (bundle["type"], bundle["entry"][0]["resource"]["resourceType"]) == (
        "document",
        "Composition",
    )
    assert bundle["identifier"]["value"].startswith("urn:uuid:")
    assert bundle["timestamp"] == "2026-11-23T15:30:00+00:00"
    composition = resources(bundle)[0]
    named = {value for key, value in values(composition) if key == "reference"}
    assert named == {each["fullUrl"] for each in bundle["entry"][1:]}
    assert "60591-5" not in json.dumps(bundle)  # it is no International Patient Summary
    assert resources(written(full()))[0]["resourceType"] == "Patient"


def test_a_diary_without_anything_is_a_bundle_of_its_person() -> None:
    empty = Content(person_uid=uid(1), episodes=list, hours=Hours(), now=NOW)
    for kind in (COLLECTION, DOCUMENT):
        bundle = written(empty, kind)
        assert fhirkit.validate(json.dumps(bundle)) == []
        assert len(bundle["entry"]) == (1 if kind == COLLECTION else 2)


def test_no_file_is_held_whole() -> None:
    taken = 0

    def many() -> Iterator[Episode]:
        nonlocal taken
        for number in range(2000):
            taken = number
            yield cramp("2026-11-20 02:30", "left calf", id=uid(number))

    parts = Bundle(Content(person_uid=uid(1), episodes=many, hours=Hours(), now=NOW)).write()
    for _ in range(3):
        next(parts)
    assert taken < 2 * fhir_bundle.BATCH
