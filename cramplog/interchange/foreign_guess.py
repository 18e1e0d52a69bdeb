"""Guess the fields of a file's columns by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cramplog.interchange import foreign_states
from cramplog.interchange.foreign_fields import FIELDS, LENGTHS, SEVERAL, Map

_SUGGESTED = {
    "started_at": "start started begin began start_time started_on datetime date_time timestamp "
    "when date_and_time date/time start_datetime start_date_time date/time_started",
    "date": "full_date day start_date",
    "time": "clock hour time_of_day",
    "zone": "timezone time_zone tz",
    "ended_at": "end ended stop stopped end_time",
    "site": "where location place body_part bodypart area",
    "muscles": "muscle",
    "sides": "side leg_side laterality",
    "pain": "severity intensity pain_level pain_score strength",
    "woke": "woke_up woke_me awake",
    "triggers": "trigger cause causes",
    "tried": "remedy remedies treatment relief",
    "note": "notes comment comments text description remarks remark body title note_title",
    "tags": "tag labels",
}
_LONG = "duration length lasted how_long how_long_did_it_last"
_UNITS = {
    "duration_seconds": "s sec secs second seconds",
    "duration_minutes": "m min mins minute minutes",
    "duration_hours": "h hr hrs hour hours decimal_hours",
}
_NAMES = {name: field for field, names in _SUGGESTED.items() for name in (field, *names.split())}
_NAMES |= dict.fromkeys(_LONG.split(), "duration")
for _field, _units in _UNITS.items():
    _NAMES |= {f"{_name}_{_unit}": _field for _name in _LONG.split() for _unit in _units.split()}
    _NAMES |= dict.fromkeys((unit for unit in _units.split() if len(unit) > 2), _field)
_NAMES["hour"] = "time"
_NAMES |= {field: field for field in FIELDS if field not in ("night", *foreign_states.FIELDS)}
_BEST = {"full_date": 0, "date": 1}
"""Names that precede others of their field, the first one first."""
_UNIT = re.compile(r"[\s_]*[(\[]\s*(.*?)\s*[)\]]\s*[?:]?\s*$")
_CLOCKS = {"start_time", "time_started"}
"""Names that mean a clock time if another column is the date."""
_AGAINST = {
    "started_at": {"time", "words"},
    "date": {"words"},
    "time": {"started_at"},
    "site": {"muscles"},
    "muscles": {"site"},
    "words": {"started_at", "date", "time"},
    **{length: {*LENGTHS} for length in LENGTHS},
}
"""Fields that are not guessed beside another one with the same meaning."""


def guess(columns: Sequence[str], chosen: Map = ()) -> Map:
    """Add guessed fields of other columns to the given map.

    Each field is guessed once, except those that several columns may hold.
    """
    found = dict(chosen)
    ours = _suggested(columns)
    whole = {"date", "time"} <= {*ours.values()}
    for column in sorted(columns, key=lambda column: _rank(column, ours[column])):
        field = ours[column]
        taken = {*found.values()} - SEVERAL
        against = _AGAINST.get(field, set()) & taken
        says_again = field == "date" and whole and "started_at" in taken
        if not (field in {"", *taken} or column in found or against or says_again):
            found[column] = field
    if not {"started_at", "time", "words"} & {*found.values()}:
        found = _of_nights(columns, found, chosen)
    return tuple((column, found[column]) for column in columns if found.get(column))


def _rank(column: str, field: str) -> int:
    """Rank columns: complete starts before dates, and a field's best name before others."""
    return -1 if field == "started_at" else _BEST.get(_key(column), 2)


def _of_nights(columns: Sequence[str], found: dict[str, str], chosen: Map) -> dict[str, str]:
    """Return the map for a file of nights, with a date and a column about cramps."""
    said = dict(chosen)
    states = [column for column, field in said.items() if field in foreign_states.FIELDS]
    if not states and not said:
        states = [c for c in columns if c not in found and foreign_states.meaning(c)]
    dates = [column for column, field in found.items() if field in ("date", "night")]
    if len(states) != 1 or len(dates) != 1:
        return found
    return {dates[0]: "night", states[0]: "state"} | said


def _suggested(columns: Sequence[str]) -> dict[str, str]:
    """Return the field that each column's name suggests; empty for none."""
    found = {column: _NAMES.get(_key(column), "") for column in columns}
    if "date" in found.values() and "time" not in found.values():
        found |= dict.fromkeys((c for c in columns if _key(c) in _CLOCKS), "time")
    return found


def _key(column: str) -> str:
    """Return `Duration (min)` as `duration_min`."""
    plain = _UNIT.sub(r" \1", column.strip().lower()).rstrip("?: ")
    return "_".join(plain.replace("-", " ").replace("_", " ").split())
