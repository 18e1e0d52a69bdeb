"""Convert snapshots of entities to fields that can be compared between diaries, and back.

A snapshot is what the change log keeps (`change.Act.snapshot`): the row, and the rows of its child
tables. Fields leave out what belongs to one diary alone: episodes' numbers, the night that an
episode counts to, the person's number.
"""

from __future__ import annotations

import json
from typing import Any

from cramplog.diary import compiled
from cramplog.diary.rows import LATER
from cramplog.domain.versions import FACTOR, Fields, Other, State

Row = dict[str, Any]
Snapshot = dict[str, Any]

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "episode": {
        "time": ("started_at", "utc_offset", "zone", "time_is_approximate"),
        "duration": ("duration_seconds", "duration_is_estimate"),
        "recorded": ("recorded_at", "recorded_offset", "source"),
    },
    "night": {"recorded": ("recorded_at", "recorded_offset")},
    "condition": {"period": ("since", "until")},
    "medicine": {"course": ("started", "stopped")},
    "snooze": {"quieted": ("until_day", "urgency", "because")},
}
"""Columns that have a meaning only together, and so are taken from one diary."""

LOCAL = {"person_id", "number", "deleted_at", "daytime"}
LISTS = {
    "site": "sites",
    "episode_trigger": "triggers",
    "episode_remedy": "tried",
    "dose": "doses",
}
"""Tables of ordered rows, each with its field."""

DIFFERENCE = "difference"
DEFAULTS = {"quiet": 0, "duration_is_estimate": 0}
"""The values of columns whose fields are unknown, if not NULL."""


def fields_of(entity: str, snapshot: Snapshot) -> Fields:
    """Return the fields of a snapshot; unknown fields are missing."""
    row, children = snapshot["row"], snapshot["children"]
    found: Fields = {}
    grouped: set[str] = set()
    for name, columns in GROUPS.get(entity, {}).items():
        grouped.update(columns)
        cells = _known({column: row[column] for column in columns})
        found |= {name: cells} if cells else {}
    left_out = {*grouped, *LOCAL, *_own(entity)}
    found |= _known({column: cell for column, cell in row.items() if column not in left_out})
    for table, rows in children.items():
        if table == "night_factor":
            found |= {f"{FACTOR}{cells['factor']}": _factor(cells) for cells in rows}
        elif table in LISTS and rows:
            found[LISTS[table]] = [_listed(table, cells) for cells in rows]
    return found


def others_of(snapshot: Snapshot) -> dict[str, tuple[Other, ...]]:
    """Return the open differences of a snapshot."""
    return {
        row["field"]: tuple(Other(**other) for other in json.loads(row["others"]))
        for row in snapshot["children"].get(DIFFERENCE, ())
    }


def rows_of(entity: str, state: State, owner: Row, key: str) -> tuple[Row, dict[str, list[Row]]]:
    """Return the row of an entity and its child rows; an episode's night is not included.

    `owner` holds the columns of the entity's key, and an episode's uid.
    """
    assert state.said is not None
    fields = state.said
    row: Row = {column: DEFAULTS.get(column) for column in compiled.COLUMNS[entity]} | owner
    groups = GROUPS.get(entity, {})
    for name, value in fields.items():
        if name in groups:
            row |= {column: value[column] for column in groups[name] if column in value}
        elif name in row and name not in owner:
            row[name] = value
    child_owner = {name: owner[name] for name in compiled.KEYS[entity]}
    children: dict[str, list[Row]] = {}
    for table in compiled.CHILDREN.get(entity, ()):
        children[table] = (
            [
                {**child_owner, "factor": name.removeprefix(FACTOR), **value}
                for name, value in fields.items()
                if name.startswith(FACTOR)
            ]
            if table == "night_factor"
            else [
                {**child_owner, "position": position, **LATER.get(table, {}), **cells}
                for position, cells in enumerate(fields.get(LISTS[table], ()))
            ]
        )
    told = {"person_id": owner["person_id"], "entity": entity, "key": key}
    if state.others:
        children[DIFFERENCE] = [
            {**told, "field": name, "others": json.dumps([one.fields() for one in others])}
            for name, others in state.others.items()
        ]
    return row, children


def _own(entity: str) -> tuple[str, ...]:
    """Return the columns that identify an entity, and an episode's uid and night."""
    return ("uid", "night") if entity == "episode" else compiled.KEYS[entity]


def _known(cells: Row) -> Row:
    return {c: _plain(cell) for c, cell in cells.items() if cell not in (None, DEFAULTS.get(c))}


def _factor(cells: Row) -> Row:
    return {"value": cells["value"], "recorded_at": cells["recorded_at"]}


def _listed(table: str, cells: Row) -> Row:
    """Return a row of a list, without later columns that hold their default."""
    names = ("person_id", "number", "uid", "position")
    later = LATER.get(table, {})
    return {
        name: _plain(cell)
        for name, cell in cells.items()
        if name not in names and not (name in later and later[name] == cell)
    }


def _plain(cell: Any) -> Any:
    """Return yes and no as 1 and 0, as a diary stores them."""
    return int(cell) if isinstance(cell, bool) else cell
