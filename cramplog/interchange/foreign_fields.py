"""The fields that a column of a foreign file can be, and which one its name suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cramplog.domain.episode import FEATURES
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadOption

FIELDS = {
    "started_at": "start, date and clock time",
    "date": "date of the start",
    "time": "clock time of the start",
    "ended_at": "end, or its clock time alone",
    "duration": "length with its unit: 5m, 90 s, 0:05:00",
    "duration_seconds": "length in seconds",
    "duration_minutes": "length in minutes",
    "site": "place: left calf",
    "muscles": "muscle: calf",
    "sides": "side: left, right, both",
    "type": "tonic or clonic",
    "spread": "localized or generalized",
    "pain": "pain, 0 to 10",
    **dict.fromkeys(FEATURES, "yes or no"),
    "triggers": "suspected triggers",
    "tried": "remedies tried",
    "helped": "remedies that helped",
    "not_helped": "remedies that did not help",
    "note": "free text; several columns make several lines",
    "tags": "tags: those that name a side, muscle, trigger or remedy count, the rest is noted",
    "words": "words as `cramplog log` takes them",
}
SEVERAL = {"note", "tags"}
"""Fields that more than one column may be."""

_SUGGESTED = {
    "started_at": "start started begin began start_time started_on datetime date_time timestamp "
    "when date_and_time date/time",
    "date": "day start_date",
    "time": "clock hour time_of_day",
    "ended_at": "end ended stop stopped end_time",
    "duration": "length lasted",
    "duration_seconds": "seconds duration_s duration_sec length_seconds",
    "duration_minutes": "minutes duration_min duration_mins mins min length_minutes",
    "site": "where location place body_part bodypart area",
    "muscles": "muscle",
    "sides": "side leg_side laterality",
    "pain": "severity intensity pain_level pain_score strength",
    "woke": "woke_up woke_me awake",
    "triggers": "trigger cause causes",
    "tried": "remedy remedies treatment relief",
    "note": "notes comment comments text description remarks remark body title",
    "tags": "tag labels",
}
_NAMES = {name: field for field, names in _SUGGESTED.items() for name in (field, *names.split())}
_NAMES |= {field: field for field in FIELDS}
_UNIT = re.compile(r"[\s_]*[(\[]\s*(.*?)\s*[)\]]\s*$")

Map = tuple[tuple[str, str], ...]
"""Columns with the field that each is, in the order of the file."""


def guess(columns: Iterable[str]) -> Map:
    """What the names of columns suggest; each field once, but for those that may be several."""
    found: list[tuple[str, str]] = []
    taken: set[str] = set()
    for column in columns:
        field = _NAMES.get(_key(column), "")
        if field and (field not in taken or field in SEVERAL):
            found.append((column, field))
            taken.add(field)
    if {"started_at", "date"} <= taken:  # a date beside a whole start says it again
        found = [(column, field) for column, field in found if field not in ("date", "time")]
    return tuple(found)


def _key(column: str) -> str:
    """`Duration (min)` is `duration_min`."""
    plain = _UNIT.sub(r" \1", column.strip().lower())
    return "_".join(plain.replace("-", " ").replace("_", " ").split())


def said(options: Iterable[str], columns: Sequence[str], name: str) -> Map:
    """The map that `--map COLUMN=FIELD` options say; raises BadOption."""
    found: list[tuple[str, str]] = []
    for option in options:
        column, equals, field = option.rpartition("=")
        column, field = column.strip().lower(), field.strip().lower()
        if not equals or not column:
            raise BadOption(f"{quoted(option)} is not COLUMN=FIELD.", "Like --map Start=started_at")
        if field not in FIELDS:
            raise BadOption(
                f"{quoted(field)} is not a field.",
                did_you_mean(field, FIELDS, f"Fields are {', '.join(FIELDS)}."),
            )
        if column not in columns:
            known = ", ".join(columns)
            raise BadOption(
                f"{name} has no column {quoted(column)}.", did_you_mean(column, columns, known)
            )
        found.append((column, field))
    fields = [field for _, field in found if field not in SEVERAL]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice:
        raise BadOption(f"two columns are {twice}.", "Map one of them.")
    return tuple(found)


def is_enough(chosen: Map) -> bool:
    """Whether a map tells when a cramp began."""
    fields = {field for _, field in chosen}
    return bool({"started_at", "words"} & fields) or {"date", "time"} <= fields


def options(chosen: Map) -> str:
    """The map as it is typed."""
    return " ".join(f"--map {_typed(f'{column}={field}')}" for column, field in chosen)


def _typed(text: str) -> str:
    from shlex import quote

    return quote(text)
