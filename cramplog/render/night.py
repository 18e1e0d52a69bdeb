"""The record of a night in words and JSON, and the catalogue of factors."""

from __future__ import annotations

from cramplog.domain.factors import FACTORS
from cramplog.domain.night import iso
from cramplog.domain.triggers import TRIGGERS
from cramplog.render.text import day, flow, joined, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from cramplog.domain.factors import Factor
    from cramplog.domain.night import NightRecord

WHOSE_DAY = "Factors are of the day before the night."


def state(record: NightRecord | None, cramps: int) -> str:
    """Return `cramp`, `quiet` or `unknown`."""
    return "cramp" if cramps else "quiet" if record and record.quiet else "unknown"


def recorded(
    records: Sequence[NightRecord],
    cramps: Mapping[int, int],
    said: dict[str, str],
    after: str,
    width: int,
) -> list[str]:
    """Return the message of a write about one night, or several with equal values."""
    unknown = [f"{_label(name)} unknown again" for name, value in said.items() if not value]
    if len(records) == 1:
        record = records[0]
        found = _state_words(record, cramps.get(record.night, 0))
        parts = [f"Night of {day(record.night, year=True)}: {found}"]
        parts += [_value(name, value) for name, value in record.factors]
        return flow(f"{', '.join([*parts, *unknown])}. {after}", width, "  ")
    nights = [each.night for each in records]
    states = dict.fromkeys(state(each, cramps.get(each.night, 0)) for each in records)
    parts = [joined(states), *(_value(name, value) for name, value in said.items() if value)]
    told = f"{len(records)} nights, {ranges(nights)}: {', '.join([*parts, *unknown])}."
    return flow(f"{told} {after}", width, "  ")


def ranges(nights: Sequence[int]) -> str:
    """`Mon 9 to Fri 13 Nov 2026`, `Mon 16 Nov and Fri 20 Nov 2026`."""
    last = nights[-1]
    return joined(" to ".join(day(each, year=each == last) for each in run) for run in runs(nights))


def typed(nights: Sequence[int]) -> str:
    """Name nights as one types them: `2026-11-09..2026-11-13,2026-11-16`."""
    return ",".join("..".join(map(iso, run)) for run in runs(nights))


def runs(nights: Sequence[int]) -> list[tuple[int, ...]]:
    """Part nights into runs without a gap: the first and last of each, or the one that it is."""
    found: list[tuple[int, ...]] = []
    for night in nights:
        if found and night == found[-1][-1] + 1:
            found[-1] = (found[-1][0], night)
        else:
            found.append((night,))
    return found


def _state_words(record: NightRecord | None, cramps: int) -> str:
    if cramps:
        return f"cramp night, {cramps} cramp{'s' if cramps > 1 else ''}"
    return "quiet" if record and record.quiet else "cramp-free or not is unknown"


def _value(name: str, value: str) -> str:
    if value in {"yes", "no"}:
        return f"{_label(name)}: {value}"
    unit = FACTORS[name].unit if name in FACTORS else ""
    return f"{visible(name)} {value.replace('..', ' to ')}{f' {unit}' if unit else ''}"


def _label(name: str) -> str:
    return FACTORS[name].label if name in FACTORS else visible(name)


def shown(night: int, record: NightRecord | None, cramps: int, width: int) -> list[str]:
    """Return the record of a night."""
    lines = [f"Night of {day(night, year=True)}: {_state_words(record, cramps)}."]
    if record and record.factors:
        noted = ", ".join(_value(name, value) for name, value in record.factors)
        lines.append(f"The day before it: {noted}.")
    elif cramps:
        lines.append(f"Note the day before it: `cramplog night {iso(night)} stress=no`.")
    elif not record or not record.quiet:
        lines.append(
            f"Cramp-free? `cramplog night {iso(night)} quiet`. Or note the day before it: "
            f"`cramplog night {iso(night)} stress=no`."
        )
    return [part for line in lines for part in flow(line, width, "  ")]


def data(night: int, record: NightRecord | None, cramps: int) -> dict[str, Any]:
    """Return the night as JSON; a missing factor is unknown."""
    return {
        "night": iso(night),
        "state": state(record, cramps),
        "quiet": bool(record and record.quiet),
        "cramps": cramps,
        "factors": dict(record.factors) if record else {},
    }


def catalogue(own: dict[str, str], width: int) -> list[str]:
    """Return every factor with its other names, its values and the article's paragraphs."""
    lines = flow(
        f"What can be noted of a night: cramplog night NAME=VALUE. {WHOSE_DAY} Most are also "
        "words of log: @NAME. Noting one is no claim that it matters.",
        width,
    )
    for entry in FACTORS.values():
        lines += ["", *flow(f"{entry.id}={_takes(entry)}", width, "  ")]
        lines += flow(f"  {entry.label}", width, "  ")
        if entry.aliases:
            lines += flow(f"  also: {', '.join(entry.aliases)}", width, "    ")
        lines += flow(f"  {_source(entry.paragraphs)}{_evidence(entry)}", width, "  ")
    for name, label in own.items():
        lines += [
            "",
            f"{visible(name)}=yes|no",
            *flow(f"  {visible(label)} (your own)", width, "  "),
        ]
    return lines


def _takes(entry: Factor) -> str:
    examples = {
        "yesno": "yes|no",
        "scale": "0-10|yes|no",
        "level": "none|light|moderate|hard",
        "volume": "1.2l",
        "hours": "6h",
        "count": "2",
        "whole": "8000",
        "range": "4..19",
    }
    return examples[entry.kind]


def _source(paragraphs: tuple[int, ...]) -> str:
    if not paragraphs:
        return "not in the article"
    return "article " + ", ".join(f"¶{number}" for number in paragraphs)


def _evidence(entry: Factor) -> str:
    trigger = TRIGGERS.get(entry.trigger or "")
    return f"; {trigger.evidence}" if trigger and trigger.evidence else ""


def catalogue_data(own: dict[str, str]) -> dict[str, Any]:
    """Return the catalogue as JSON."""
    return {
        "factors": [
            {
                "id": entry.id,
                "label": entry.label,
                "aliases": list(entry.aliases),
                "value": entry.kind,
                "unit": entry.unit or None,
                "trigger": entry.trigger,
                "paragraphs": list(entry.paragraphs),
                "own": False,
            }
            for entry in FACTORS.values()
        ]
        + [
            {
                "id": name,
                "label": label,
                "aliases": [],
                "value": "yesno",
                "unit": None,
                "trigger": name,
                "paragraphs": [],
                "own": True,
            }
            for name, label in own.items()
        ]
    }
