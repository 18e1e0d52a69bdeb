"""The narrative of a document: its resources as tables that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from cramplog.interchange.fhir_markdown import shown

Resource = dict[str, Any]
Row = tuple[str, ...]

_OBSERVED = ("When", "What", "Where", "Details", "Remarks")
_RULE = ("Urgency", "Reason", "Seen", "Remarks")
_HEADS = {
    "Condition": ("Condition", "State", "From", "Until"),
    "MedicationStatement": ("Medicine", "State", "From", "Until", "Dose"),
}
_NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def narrative(*parts: str) -> Resource:
    """Return XHTML parts as the text of a resource."""
    inner = "".join(parts)
    return {
        "status": "generated",
        "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>',
    }


def paragraph(text: str) -> str:
    return f"<p>{_lines(text)}</p>"


def items(texts: Iterable[str]) -> str:
    """Return a list; empty if there are no texts."""
    found = "".join(f"<li>{_lines(text)}</li>" for text in texts)
    return f"<ul>{found}</ul>" if found else ""


def table(resources: Sequence[Resource]) -> str:
    """Return resources of one kind as a table without its empty columns."""
    head = _HEADS.get(resources[0]["resourceType"], _RULE if _urgency(resources[0]) else _OBSERVED)
    rows = [_row(each) for each in resources]
    used = [at for at in range(len(head)) if any(row[at] for row in rows)]
    cells = [_cells("th", [head[at] for at in used])]
    cells += [_cells("td", [row[at] for at in used]) for row in rows]
    return f"<table>{''.join(cells)}</table>"


def headline(rule: Resource) -> str:
    """Return a flag on one line: its urgency, its name, and what was seen."""
    return f"{_urgency(rule)}. {rule['code']['text']}: {rule['valueString']}".replace("\n", ", ")


def _cells(kind: str, texts: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{kind}>{_lines(text)}</{kind}>" for text in texts) + "</tr>"


def _lines(text: str) -> str:
    return escape(text.translate(_NO_XML), quote=False).replace("\n", "<br/>")


def _row(resource: Resource) -> Row:
    if resource["resourceType"] == "MedicationStatement":
        taken = resource.get("effectivePeriod", {})
        doses = "; ".join(dose["text"] for dose in resource.get("dosage", ()))
        name = resource["medicationCodeableConcept"]["text"]
        return (name, resource["status"], taken.get("start", ""), taken.get("end", ""), doses)
    if resource["resourceType"] == "Condition":
        state = resource["clinicalStatus"]["coding"][0]["code"]
        dates = (resource.get("onsetDateTime", ""), resource.get("abatementDateTime", ""))
        return (resource["code"]["text"], f"{state}, unconfirmed", *dates)
    if urgency := _urgency(resource):
        return (urgency, resource["code"]["text"], resource["valueString"], _remarks(resource))
    return _observation(resource)


def _urgency(resource: Resource) -> str:
    """Return the urgency of a flag; empty for other resources."""
    parts = _parts(resource)
    is_rule = parts and parts[0].startswith("urgency: ")
    return "\n".join(parts).removeprefix("urgency: ") if is_rule else ""


def _remarks(resource: Resource) -> str:
    return "\n".join(shown(note["text"]) for note in resource.get("note", ()))


def _parts(resource: Resource) -> list[str]:
    return [f"{part['code']['text']}: {_value(part)}" for part in resource.get("component", ())]


def _observation(resource: Resource) -> Row:
    span = resource.get("effectivePeriod", {})
    when = span.get("start") or resource["effectiveDateTime"]
    until = f" to {_clock(span['end'])}" if span else ""
    return (
        f"{_clock(when)}{until}",
        "; ".join(filter(None, (_what(resource["code"]), _value(resource)))),
        resource.get("bodySite", {}).get("text", ""),
        "\n".join(_parts(resource)),
        _remarks(resource),
    )


def _what(code: Resource) -> str:
    """Return the name of what was observed; a symptom's is its value."""
    return "" if code["text"].startswith("Symptom") else str(code["text"])


def _clock(moment: str) -> str:
    """Format a moment as `2026-11-20 02:30 +00:00`; dates stay as they are."""
    day, timed, clock = moment.partition("T")
    return f"{day} {clock[:5]} {clock[8:]}" if timed else day


def _value(resource: Resource) -> str:
    """Return the value of an Observation or of a component, in words."""
    for name, value in resource.items():
        if name == "valueCodeableConcept":
            return str(value["text"])
        if name == "valueQuantity":
            return f"{value['value']} {value['unit']}".removesuffix(" {score}")
        if name == "valueBoolean":
            return "yes" if value else "no"
        if name.startswith("value"):
            return str(value)
    return ""
