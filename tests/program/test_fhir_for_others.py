"""What a clinic gets as FHIR: true times, what presses first, names, uploads that repeat."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from running import Program

XHTML = "{http://www.w3.org/1999/xhtml}"


def exported(cramplog: Program, home: Path, *options: str) -> Any:
    assert cramplog("export", "fhir", "-o", "out.json", "--force", *options).code == 0
    return json.loads((home / "out.json").read_text("utf-8"))


def said(cramplog: Program, *lines: str) -> None:
    for line in lines:
        told = cramplog(*line.split())
        assert told.code == 0, told


def absent(bundle: Any) -> list[tuple[str, str]]:
    spans = [
        each["resource"]["effectivePeriod"]
        for each in bundle["entry"]
        if each["resource"].get("code", {}).get("text") == "Symptom absent"
    ]
    return [(span["start"], span["end"]) for span in spans]


def resources(bundle: Any, kind: str) -> list[Any]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        (["night 2026-07-10 quiet"], [("2026-07-10T12:00:00+01:00", "2026-07-11T12:00:00+01:00")]),
        (["night 2026-10-24 quiet"], [("2026-10-24T12:00:00+01:00", "2026-10-25T12:00:00+00:00")]),
        (["night 2026-03-28 quiet"], [("2026-03-28T12:00:00+00:00", "2026-03-29T12:00:00+01:00")]),
        (
            ["night 2026-11-20 quiet", "log 2026-11-20 14:00 calf 5m"],
            [("2026-11-20T18:00:00+00:00", "2026-11-21T12:00:00+00:00")],
        ),
        (
            ["night 2026-11-20 quiet", "log 2026-11-20 17:50 calf 30m"],
            [("2026-11-20T18:21:00+00:00", "2026-11-21T12:00:00+00:00")],
        ),
        (
            ["log 2026-11-20 11:50 calf 30m", "night 2026-11-20 quiet"],
            [("2026-11-20T12:21:00+00:00", "2026-11-21T12:00:00+00:00")],
        ),
        (
            [
                "config set day.starts_at 11:00",
                "log 2026-11-21 11:30 calf 5m",
                "night 2026-11-20 quiet",
            ],
            [("2026-11-20T12:00:00+00:00", "2026-11-21T11:00:00+00:00")],
        ),
    ],
)
def test_a_quiet_night_is_told_by_its_own_clock_and_without_a_cramp(
    home: Path, cramplog: Program, lines: list[str], spans: list[tuple[str, str]]
) -> None:
    said(cramplog, *lines)
    assert absent(exported(cramplog, home)) == spans


def test_a_night_of_a_journey_keeps_the_clock_of_its_place(home: Path, cramplog: Program) -> None:
    tokyo = cramplog.with_environment(TZ="Asia/Tokyo")
    said(tokyo, "log 2026-11-18 02:10 calf", "night 2026-07-10 quiet")
    assert absent(exported(cramplog, home)) == [
        ("2026-07-10T12:00:00+09:00", "2026-07-11T12:00:00+09:00")
    ]


def test_the_fixed_displays_of_the_guide_are_there(home: Path, cramplog: Program) -> None:
    said(cramplog, "log 2026-11-18 02:10 calf @cold +stretch:2m", "night 2026-11-20 quiet")
    text = json.dumps(exported(cramplog, home))
    for code, display in (
        ("75325-1", "Symptom"),
        ("111551-8", "Symptom absent"),
        ("100752-5", "Exacerbating factors - Reported"),
        ("100753-3", "Alleviating factors - Reported"),
    ):
        coding = {"system": "http://loinc.org", "code": code, "display": display}
        assert json.dumps(coding) in text


def test_a_trigger_of_ones_own_keeps_its_label(home: Path, cramplog: Program) -> None:
    said(cramplog, "config add-trigger moon --label Vollmond", "log 2026-11-18 02:10 calf @moon")
    text = json.dumps(exported(cramplog, home))
    coding = {"system": "urn:cramplog:trigger", "code": "moon", "display": "Vollmond"}
    assert json.dumps(coding) in text


def test_a_document_can_be_read_as_it_is_with_what_presses_first(
    home: Path, cramplog: Program
) -> None:
    note = "a <b> & ]]> \x1b[31m\n# second line"
    assert (
        cramplog("log", "2026-11-20", "02:10", "left", "calf", "12m", "8", "--note", note).code == 0
    )
    said(
        cramplog,
        "symptom swelling left",
        "medicine start atorvastatin --on 2026-05",
        "condition add diabetes --since 2019",
        "night 2026-11-18 quiet",
        "person set name=Zoë born=1958",
    )
    bundle = exported(cramplog, home, "--document")
    composition = bundle["entry"][0]["resource"]
    patient = bundle["entry"][1]["resource"]
    shown = {s["title"]: ElementTree.fromstring(s["text"]["div"]) for s in composition["section"]}
    assert next(iter(shown)).startswith("Rules")
    rows = [
        [" ".join(cell.itertext()) for cell in row]
        for page in shown.values()
        for row in page.find(f"{XHTML}table") or ()
    ]
    assert all(page.find(f"{XHTML}table") is not None for page in shown.values())
    assert rows[1][0].startswith("URGENT")
    told = json.dumps(rows, ensure_ascii=False)
    for words in ("left calf", "12 min", "a <b> & ]]> \u241b[31m", "# second line", "diabetes"):
        assert words in told
    for words in ("atorvastatin", "2026-05", "swelling of the leg", "2026-11-18 12:00 +00:00"):
        assert words in told
    assert "Zoë, born 1958" in patient["text"]["div"]
    narrative = composition["text"]["div"]
    assert narrative.index("URGENT") < narrative.index("ROUTINE")
    bare = json.dumps(exported(cramplog, home, "--document", "--no-notes", "--no-name"))
    assert "second line" not in bare
    assert "Zo\\u00eb" not in bare


def test_a_quieted_flag_is_there_and_marked(home: Path, cramplog: Program) -> None:
    said(cramplog, "symptom swelling left")
    assert cramplog("flags", "--snooze", "GL-DVT", "3", "--because", "seen GP").code == 0

    def rules(*options: str) -> str:
        found = resources(exported(cramplog, home, *options), "Observation")
        return json.dumps([r for r in found if "GL-DVT" in json.dumps(r["code"])])

    assert "Quieted by the person until 2026-11-26, because: seen GP." in rules()
    assert '"valueDateTime": "2026-11-26"' in rules()
    assert "seen GP" not in rules("--no-notes")
    assert "Quieted by the person until 2026-11-26." in rules("--no-notes")


def upload(bundle: Any, server: dict[str, Any]) -> None:
    """Put each entry by its id, as a server does; every reference has to lead to an entry."""
    assert bundle["type"] == "transaction"
    known = {each["fullUrl"] for each in bundle["entry"]}
    for each in bundle["entry"]:
        kind, uuid = each["resource"]["resourceType"], each["resource"]["id"]
        assert each["request"] == {"method": "PUT", "url": f"{kind}/{uuid}"}
        assert re.fullmatch(r"[A-Za-z0-9.-]{1,64}", uuid)
        server[each["request"]["url"]] = each["resource"]
    assert set(re.findall(r'"reference": "([^"]*)"', json.dumps(bundle))) <= known


def test_a_second_upload_doubles_nothing_from_any_machine(home: Path, cramplog: Program) -> None:
    said(
        cramplog,
        "log 2026-11-18 02:10 left calf 12m 8",
        "night 2026-11-20 quiet",
        "symptom swelling left",
        "person set sex=f pregnant=20w",
        "medicine start magnesium",
    )
    server: dict[str, Any] = {}
    upload(exported(cramplog, home, "--transaction"), server)
    first = set(server)
    upload(exported(cramplog, home, "--transaction"), server)
    assert set(server) == first
    said(cramplog, "export json -o diary.json")
    said(cramplog, "import diary.json --db other.db")
    upload(exported(cramplog, home, "--transaction", "--db", "other.db"), server)
    assert set(server) == first
    said(cramplog, "export json -o again.json --db other.db")
    assert (home / "again.json").read_bytes() == (home / "diary.json").read_bytes()


def test_a_bundle_is_of_one_type(cramplog: Program) -> None:
    told = cramplog("export", "fhir", "--document", "--transaction", "-o", "x.json")
    assert (told.code, "not both" in told.stderr) == (2, True)


@pytest.mark.parametrize(
    "lines",
    [["person set name=Zoë"], ["person rename Zoë"], ["person rename me Zoë"]],
)
def test_a_name_stands_on_all_that_a_doctor_gets(
    home: Path, cramplog: Program, lines: list[str]
) -> None:
    said(cramplog, "log 2026-11-18 02:10 calf", *lines, "report week -o x.html")
    (patient,) = resources(exported(cramplog, home), "Patient")
    assert patient["name"] == [{"text": "Zoë"}]
    assert "Zoë" in (home / "x.html").read_text("utf-8")
    assert "Zoë" in cramplog("report", "week").stdout
    said(cramplog, "report week -o y.html --no-name")
    assert "Zoë" not in (home / "y.html").read_text("utf-8")
    said(cramplog, "export json -o d.json --no-name")
    assert "Zoë" not in (home / "d.json").read_text("utf-8")


def test_a_name_that_was_set_can_be_taken_back(home: Path, cramplog: Program) -> None:
    said(cramplog, "person set name=Anna")
    said(cramplog, "undo")
    assert "name" not in resources(exported(cramplog, home), "Patient")[0]


def test_a_record_that_is_renamed_stays_the_open_one(cramplog: Program) -> None:
    said(cramplog, "log 2026-11-18 02:10 calf", "person add bob", "person rename anna")
    assert len(cramplog("list", "--json").data["episodes"]) == 1
    assert [each["name"] for each in cramplog("person", "list", "--json").data["people"]] == [
        "anna",
        "bob",
    ]
    for words, code in ((["anna", "bob"], 3), (["eve", "x"], 4), (["a", "b", "c"], 2), ([""], 2)):
        assert cramplog("person", "rename", *words).code == code
    said(cramplog, "person rename anna me")
    assert cramplog("person", "list", "--json").data["people"][0] == {"name": "me", "open": True}
