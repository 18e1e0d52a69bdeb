"""The fields that a column of a foreign file can hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cramplog.domain.episode import FEATURES
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadOption
from cramplog.interchange import foreign_states
from cramplog.letters import match

FIELDS = {
    "started_at": "start, date and clock time",
    "date": "date of the start",
    "time": "clock time of the start",
    "zone": "time zone of the row: Europe/London, GMT+1",
    "ended_at": "end, or its clock time alone",
    "duration": "length with its unit: 5m, 90 s, 0:05:00",
    "duration_seconds": "length in seconds",
    "duration_minutes": "length in minutes",
    "duration_hours": "length in hours: 0.25",
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
    "night": "date of a night's evening, beside `state`, `cramp` or `quiet`",
    "state": "of a night: cramp, quiet or unknown, or a check mark, which means what its column "
    "is called",
    "cramp": "of a night: a check mark that means a cramp",
    "quiet": "of a night: a check mark that means no cramp",
}
SEVERAL = {"note", "tags"}
"""Fields that more than one column may hold."""

LENGTHS = [field for field in FIELDS if field.startswith("duration")]
_TWICE = {
    "started_at": {"time"},
    "site": {"muscles"},
    "night": {"started_at", "date"},
    **{state: {*FIELDS} - {"night", state} for state in foreign_states.FIELDS},
    **{length: {*LENGTHS} - {length} for length in LENGTHS},
}
"""Fields that exclude each other in a map: one of them would be dropped."""

Map = tuple[tuple[str, str], ...]
"""Columns with their fields, in the order of the file."""


def said(options: Iterable[str], columns: Sequence[str], name: str) -> Map:
    """Return the map of the `--map COLUMN=FIELD` options; raises BadOption."""
    found: list[tuple[str, str]] = []
    for option in options:
        column, equals, field = option.rpartition("=")
        column, field = column.strip().lower(), field.strip().lower()
        if not equals or not column:
            raise BadOption(f"{quoted(option)} is not COLUMN=FIELD.", "Like --map Start=started_at")
        if field and field not in FIELDS:
            raise BadOption(
                f"{quoted(field)} is not a field.",
                did_you_mean(field, FIELDS, f"Fields are {', '.join(FIELDS)}."),
            )
        column = match(column, columns) or column
        if column not in columns:
            known = ", ".join(columns)
            raise BadOption(
                f"{name} has no column {quoted(column)}.", did_you_mean(column, columns, known)
            )
        found.append((column, field))
    fields = [field for _, field in found if field and field not in SEVERAL]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice:
        raise BadOption(f"two columns are {twice}.", "Map one of them.")
    for field in fields:
        for other in fields:
            if other in _TWICE.get(field, ()):
                raise BadOption(f"one column is {field}, and one {other}.", "Map one of them.")
    return tuple(found)


def is_enough(chosen: Map, *, timed: bool = False) -> bool:
    """Return whether a map has the start of cramps, or the states of nights.

    `timed` means that rows without a clock time get a given one.
    """
    fields = {field for _, field in chosen}
    if fields & {*foreign_states.FIELDS}:
        return "night" in fields
    clock = timed or "time" in fields
    return bool({"started_at", "words"} & fields) or ("date" in fields and clock)


def options(chosen: Map) -> str:
    """Return the map as it is typed."""
    return " ".join(f"--map {_typed(f'{column}={field}')}" for column, field in chosen)


def _typed(text: str) -> str:
    from shlex import quote

    return quote(text)
