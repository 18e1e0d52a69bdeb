"""JSON: whole records of ours with parts exchanged, and files as jrnl and Watson write them."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from cramplog.value import Value
from fuzzing.bytes import cut
from fuzzing.files import File, try_file
from fuzzing.room import Room
from fuzzing.tables import CELLS, after, options
from fuzzing.texts import hostile, phrases, texts

JRNL = {
    "tags": {"@calf": 1},
    "entries": [
        {"title": "Left calf, it woke me.", "body": "", "date": "2026-11-20", "time": "02:30",
         "tags": ["@calf", "@left"], "starred": False},
        {"title": "=1+1", "body": "x", "date": "2026-11-21", "time": "03:10", "tags": []},
    ],
}  # fmt: skip
WATSON = [
    {"id": "a" * 32, "start": "2026-11-20T02:30:00+00:00", "stop": "2026-11-20T02:35:00+00:00",
     "project": "cramp", "tags": ["calf", "right"]},
]  # fmt: skip
USUAL = sorted({cell for cells in CELLS.values() for cell in cells})
DEEP = b"[" * 5000

leaves = (
    st.none() | st.booleans() | st.integers() | st.integers(-5, 800_000) | st.floats()
    | texts | phrases | hostile | st.sampled_from(USUAL)
)  # fmt: skip
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


class Change(Value):
    """One part of a record (counted over all of them): put another there, drop it, double it."""

    part: int
    how: str
    value: Any


class Record(Value):
    """A file made of a record by changes. No base: the room's own diary, exported."""

    base: Any
    changes: tuple[Change, ...]
    cut_at: int | None  # then what is put there
    scrap: bytes
    file: File


changes = st.builds(
    Change,
    part=st.integers(0, 2000),
    how=st.sampled_from(["put", "put", "put", "drop", "double"]),
    value=values,
)
cases = st.builds(
    Record,
    base=st.sampled_from([None, None, None, JRNL, WATSON]),
    changes=st.lists(changes, max_size=4).map(tuple),
    cut_at=st.sampled_from([None] * 4) | st.integers(0, 40_000),
    scrap=st.sampled_from([b"", b"}", b'"', b"\0", b"\xff", DEEP]),
    file=st.builds(File, content=st.just(b""), options=options, after=after),
)


def try_record(case: Record, room: Room) -> None:
    """Import the record as changed."""
    tree = copy.deepcopy(room.record() if case.base is None else case.base)
    for change in case.changes:
        tree = changed(tree, change)
    content = json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if case.cut_at is not None:
        content = cut(content, case.cut_at, case.scrap)
    try_file(case.file.replace(content=content), room)


def changed(tree: Any, change: Change) -> Any:
    """The tree with one of its parts changed, in place where it can be."""
    places = list(_places(tree))
    holder, key = places[change.part % len(places)]
    if holder is None:
        return change.value if change.how == "put" else tree
    if change.how == "put":
        holder[key] = change.value
    elif change.how == "drop":
        del holder[key]
    elif isinstance(holder, dict):
        holder[f"{key}2"] = holder[key]
    else:
        holder.append(holder[key])
    return tree


def _places(tree: Any, holder: Any = None, key: Any = None) -> Iterator[tuple[Any, Any]]:
    """What holds each part of the tree, and under which key; nothing holds the whole."""
    yield holder, key
    if isinstance(tree, dict | list):
        for name, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _places(part, tree, name)
