"""A flag in full, from the mapping that `flags --json` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cramplog.render.text import visible
from cramplog.value import Value

EVIDENCE_SHOWN = 12


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
        seen=visible(" ".join(str(flag[part]) for part in ("do", "seen") if flag.get(part))),
        origin=str(flag["origin"]),
        more=tuple((label, visible(text)) for label, text in _more(flag).items() if text),
    )


def _more(flag: Mapping[str, Any]) -> dict[str, str]:
    if "statement" not in flag:
        return {}
    source = flag["source"]
    passages = ", ".join(f"¶{number}" for number in source["passages"])
    return {
        "Says": flag["statement"] + (f" ({passages})" if passages else ""),
        "Counted": f"{flag['condition']}.",
        "Numbers": "; ".join(_number(each) for each in flag["thresholds"]),
        "Recorded": "; ".join(flag["facts"]),
        "Evidence": _evidence(flag["evidence"]),
        "Whom to see": _whom(flag),
        "Tests": ", ".join(flag["tests"]) or "the source names none",
        "Remark": flag["path_remark"] or "",
        "Notes": " ".join(note["text"] for note in flag["notes"]),
        "Sources": "; ".join(_source(each) for each in source["references"]),
    }


def _whom(flag: Mapping[str, Any]) -> str:
    named = ", then ".join(flag["specialists"])
    if flag["origin"] == "article":
        return f"Guidelines: start with a GP. The article names {named or 'none'}."
    return named or "the source names none"


def _number(threshold: Mapping[str, Any]) -> str:
    whose = "the source's"
    if threshold["setting"] is not None:
        set_ = threshold["value"] != threshold["default"]
        whose = "set by the person" if set_ else "cramplog's default"
    return f"{threshold['counts']} {threshold['value']} ({whose})"


def _evidence(episodes: list[Mapping[str, Any]]) -> str:
    shown = [f"{each['number']} ({each['night']})" for each in episodes[-EVIDENCE_SHOWN:]]
    earlier = len(episodes) - len(shown)
    return f"episodes {', '.join(shown)}{f' and {earlier} earlier' * bool(earlier)}" * bool(shown)


def _source(reference: Mapping[str, Any]) -> str:
    year = reference["year"] or "undated"
    return f"{reference['publisher']}, {year}: {reference['title']}, {reference['address']}"
