"""A flag in full, from the mapping that `flags --json` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cramplog.render.text import day, visible
from cramplog.value import Value

EVIDENCE_SHOWN = 12
FIRST_CONTACT = re.compile(r"\bGP\b|\b111\b|ambulance|emergency|at once|prescribed|pharmacist")
"""Whom a person is to turn to first: no news to the physician who reads the page."""
TO_THE_PERSON = re.compile(r"\b(?:you|your|GP|today|111|999|ask|see|never|do not)\b", re.IGNORECASE)
"""A note that speaks to the person who keeps the diary."""


class FullFlag(Value):
    """A rule that is on: what stands on the page, and `more` for the appendix, by label."""

    id: str
    urgency: str
    title: str
    seen: str
    origin: str
    more: tuple[tuple[str, str], ...] = ()


def full(flag: Mapping[str, Any]) -> FullFlag:
    """A flag as the page tells it; keys beyond the five of a summary may be missing."""
    return FullFlag(
        id=str(flag["id"]),
        urgency=str(flag["urgency"]),
        title=visible(str(flag["title"])),
        seen=visible(" ".join((str(flag["seen"]), *_since(flag)))),
        origin=str(flag["origin"]),
        more=tuple((label, visible(text)) for label, text in _more(flag).items() if text),
    )


def _since(flag: Mapping[str, Any]) -> Iterator[str]:
    """Yield since when it is so: the facts with their dates, and the nights of the evidence."""
    if flag.get("facts"):
        yield f"On record: {'; '.join(flag['facts'])}."
    nights = [each["night"] for each in flag.get("evidence", ())]
    if nights:
        first, last = (_day(night) for night in (min(nights), max(nights)))
        yield f"Night of {first}." if first == last else f"Nights of {first} to {last}."


def _day(night: str) -> str:
    return day(date.fromisoformat(night).toordinal(), year=True)


def _more(flag: Mapping[str, Any]) -> dict[str, str]:
    if "statement" not in flag:
        return {}
    source = flag["source"]
    passages = ", ".join(f"¶{number}" for number in source["passages"])
    return {
        "Counted": f"{flag['condition']}" + (f" ({passages})." if passages else "."),
        "Numbers": "; ".join(_number(each) for each in flag["thresholds"]),
        "Evidence": _evidence(flag["evidence"]),
        "Specialists": _specialists(flag),
        "Tests": ", ".join(flag["tests"]) or "the source names none",
        "Notes": " ".join(
            note["text"] for note in flag["notes"] if not TO_THE_PERSON.search(note["text"])
        ),
        "Sources": "; ".join(_source(each) for each in source["references"]),
    }


def _specialists(flag: Mapping[str, Any]) -> str:
    named = [name for name in flag["specialists"] if not FIRST_CONTACT.search(name)]
    if flag["specialists"] and not named:
        return "none beyond a first contact"
    return ", then ".join(named) or "the source names none"


def _number(threshold: Mapping[str, Any]) -> str:
    whose = "the source's"
    if threshold["setting"] is not None:
        set_ = threshold["value"] != threshold["default"]
        whose = "set by the person" if set_ else "cramplog's default"
    return f"{threshold['counts']} {threshold['value']} ({whose})"


def _evidence(episodes: list[Mapping[str, Any]]) -> str:
    shown = [f"{each['number']} ({each['night']})" for each in episodes[-EVIDENCE_SHOWN:]]
    earlier = len(episodes) - len(shown)
    episodes_ = "episode" if len(episodes) == 1 else "episodes"
    return f"{episodes_} {', '.join(shown)}{f' and {earlier} earlier' * bool(earlier)}" * bool(
        shown
    )


def _source(reference: Mapping[str, Any]) -> str:
    year = reference["year"] or "undated"
    return f"{reference['publisher']}, {year}: {reference['title']}, {reference['address']}"
