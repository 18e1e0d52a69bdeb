"""What to run each statement with, on a diary as `filled_diary` fills it."""

from __future__ import annotations

import re
from itertools import chain, combinations
from typing import Any

from filled_diary import SUNDAY

from cramplog.diary import compiled, statements
from cramplog.diary.tables import metadata
from cramplog.files.opening import Connection

BINDS: dict[str, Any] = {
    "person_id": 1,
    "number": 3,
    "since": SUNDAY - 3,
    "until": SUNDAY - 1,
    "earliest": 1795400000,
    "latest": 1795500000,
    "muscle": "calf",
    "side": "left",
    "trigger": "cold",
    "min_pain": 6,
    "deleted_at": 1795500000,
    "starts_at": 18 * 3600,
    "day_starts": 9 * 3600,
    "day_ends": 17 * 3600,
    "next_number": 70,
    "next_act": 80,
    "undo_top": 3,
    "redo_top": None,
    "removed_at": 5,
    "recorded_at": 1795400123,
    "name": "me",
    "value": "new",
    "act_id": 3,
    "since_act": -100,
    "id": 3,
    "night": SUNDAY,
    "entity": "night",
}
NAMES: dict[str, dict[str, Any]] = {
    "add_person": {"name": "new", "uid": "new"},
    "rename_person": {"name": "new"},
    "identify_person": {"uid": "new"},
    "restore_person": {"name": "bob"},
    "move_merged": {"act_id": 99},
    "differences_of": {"key": str(SUNDAY)},
}

FILTERS = list(chain.from_iterable(combinations(statements.FILTERS, n) for n in (0, 1, 2, 8)))
"""Filters in combinations: none, each, every two, all."""


def names_of(sql: str) -> list[str]:
    return re.findall(r"(?<!:):(\w+)", sql)


def changed(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """The row under a key that is free, so that it can be inserted."""
    if table == "timer":
        return {**row, "person_id": 2}
    if "position" in row:
        return {**row, "position": row["position"] + 100}
    for name in ("number", "night", "id"):
        if name in row:
            return {**row, name: row[name] + 1000, **({"uid": "x"} if "uid" in row else {})}
    text = next(name for name in ("uid", "field", "key", "rule_id") if name in row)
    return {**row, text: row[text] + "x"}


def binds_of(name: str, ours: Connection) -> dict[str, Any]:
    """What to run a statement with: a row that is there, or plausible values."""
    action, _, table = name.partition("_")
    wanted = names_of(compiled.SQL[name])
    if action not in {"insert", "fetch", "update", "delete", "clear"}:
        first = ours.query("SELECT uid FROM episode", {})[0][0]
        own = {"uid": first, "key": "trigger.moonlight", **NAMES.get(name, {})}
        return {bind: {**BINDS, **own}[bind] for bind in wanted}
    columns = [column.name for column in metadata.tables[table].columns]
    found = ours.query(f"SELECT * FROM {table} ORDER BY 1, 2 DESC", {})
    assert found, f"the sample has no row in {table}"
    row = dict(zip(columns, found[0], strict=True))
    if action == "insert":
        row = changed(table, row)
    if action == "update":
        row["recorded_at"] += 1
    return {bind: row[bind] for bind in wanted}
