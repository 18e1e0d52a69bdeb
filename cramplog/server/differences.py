"""Differences between a file's diary and the copy of a login's record.

Both are files of the same schema, so SQLite itself compares them. Episodes are matched by their
uids, because two diaries may have given one number to two episodes; their nights follow from a
diary's hours and are not compared.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from cramplog.diary import compiled

Row = dict[str, Any]
Snapshot = dict[str, Any]
Change = tuple[str, str | None, Snapshot | None]

PEOPLE = "SELECT * FROM {place}.person ORDER BY id"
SIDES = {"main": "theirs", "here": "ours"}
NOT_COMPARED = (
    "person_id",
    "number",
    "night",
    "daytime",
)  # columns of episodes and their child rows


class Pair:
    """The file (`main`) and the copy of the server's record (`here`), open side by side."""

    def __init__(self, file: str, here: str) -> None:
        self._both = sqlite3.connect(file, isolation_level=None)
        self._both.row_factory = sqlite3.Row
        self._both.execute("ATTACH ? AS here", (here,))

    def close(self) -> None:
        self._both.close()

    def settings(self) -> dict[str, str]:
        """Return the file's settings."""
        return dict(tuple(row) for row in self._both.execute("SELECT key, value FROM setting"))

    def people(self) -> tuple[list[tuple[Row, Row | None]], tuple[str, ...]]:
        """Match the file's people with the login's; the second value names who is only there.

        A person is matched by the uid, else by the name.
        """
        theirs, ours = (self._read(PEOPLE.format(place=place)) for place in ("main", "here"))
        alone = {one["id"]: one for one in ours}
        found: dict[int, Row] = {}
        for key in ("uid", "name"):
            free = {one[key]: one for one in alone.values()}
            for one in theirs:
                if one["id"] not in found and one[key] in free:
                    found[one["id"]] = alone.pop(free[one[key]]["id"])
        # Known people come first: a renamed one may free a name for a new one.
        known = [(one, found[one["id"]]) for one in theirs if one["id"] in found]
        new = [(one, None) for one in theirs if one["id"] not in found]
        named = (one["name"] for one in alone.values() if one["removed_at"] is None)
        return [*known, *new], tuple(named)

    def rows(self, table: str, person_id: int, at_a_time: int) -> Iterator[list[Row]]:
        """Yield a person's rows in a table of the file, in batches."""
        found = self._both.execute(f"SELECT * FROM main.{table} WHERE person_id = ?", (person_id,))  # noqa: S608
        while some := found.fetchmany(at_a_time):
            yield [dict(row) for row in some]

    def changes(self, theirs: int, ours: int) -> Iterator[Change]:
        """Yield the changes that make the server's record equal: entity, key and snapshot.

        No key means an episode that was never here; no snapshot means to remove the entity.
        """
        owners = {"theirs": theirs, "ours": ours}
        for (uid,) in self._both.execute(_episodes(), owners):
            key = self._number("here", ours, uid)
            number = self._number("main", theirs, uid, "AND deleted_at IS NULL")
            told = None if number is None else self._snapshot("episode", theirs, number)
            if told is not None and key is not None:
                told = numbered(told, key)
            yield "episode", None if key is None else str(key), told
        for entity in compiled.KEYS:
            if entity != "episode":
                for (key,) in self._both.execute(_entities(entity), owners):
                    yield entity, str(key), self._snapshot(entity, theirs, key)

    def _read(self, sql: str, *binds: Any) -> list[Row]:
        return [dict(row) for row in self._both.execute(sql, binds)]

    def _number(self, place: str, person_id: int, uid: str, more: str = "") -> int | None:
        sql = f"SELECT number FROM {place}.episode WHERE person_id = ? AND uid = ? {more}"  # noqa: S608
        found = self._both.execute(sql, (person_id, uid)).fetchone()
        return None if found is None else int(found[0])

    def _snapshot(self, entity: str, person_id: int, key: str | int) -> Snapshot | None:
        names = compiled.KEYS[entity][1:]
        where = " AND ".join(f"{name} = ?" for name in ("person_id", *names))
        binds = (person_id, key) if names else (person_id,)
        found = self._read(f"SELECT * FROM main.{entity} WHERE {where}", *binds)  # noqa: S608
        if not found:
            return None
        children = {
            table: self._read(f"SELECT * FROM main.{table} WHERE {where}", *binds)  # noqa: S608
            for table in compiled.CHILDREN.get(entity, ())
        }
        still_open = "SELECT * FROM main.difference WHERE person_id = ? AND entity = ? AND key = ?"
        told = self._read(still_open, person_id, entity, str(key))
        return {"row": found[0], "children": children | ({"difference": told} if told else {})}


def numbered(snapshot: Snapshot, number: int) -> Snapshot:
    """Return an episode's snapshot with another number."""
    return _with(snapshot, {"number": number, "key": str(number)})


def owned(snapshot: Snapshot, person_id: int) -> Snapshot:
    """Return a snapshot with another person's id."""
    return _with(snapshot, {"person_id": person_id})


def told(snapshot: Snapshot, person_id: int) -> str:
    """Return such a snapshot as the change log stores it."""
    return json.dumps(owned(snapshot, person_id), ensure_ascii=False)


def _with(snapshot: Snapshot, cells: Row) -> Snapshot:
    """Return a snapshot with other cells in all rows that have them."""

    def changed(row: Row) -> Row:
        return {name: cells.get(name, cell) for name, cell in row.items()}

    children = snapshot["children"].items()
    return {
        "row": changed(snapshot["row"]),
        "children": {table: [*map(changed, rows)] for table, rows in children},
    }


def _entities(entity: str) -> str:
    """Return the query for the keys of an entity whose rows or child rows differ."""
    key = (*compiled.KEYS[entity][1:], "''")[0]
    parts = []
    for table in (entity, *compiled.CHILDREN.get(entity, ())):
        cells = ", ".join(name for name in compiled.COLUMNS[table] if name != "person_id")
        theirs = f"SELECT {cells} FROM main.{table} WHERE person_id = :theirs"  # noqa: S608
        ours = f"SELECT {cells} FROM here.{table} WHERE person_id = :ours"  # noqa: S608
        parts += _either_way(key, theirs, ours)
    own = "CAST(key AS INTEGER)" if entity == "night" else "key"
    still_open = f"SELECT {own} AS owner, field, others FROM {{}}.difference WHERE "  # noqa: S608
    still_open += f"entity = '{entity}' AND person_id = :"
    sides = (still_open.format(place) + person for place, person in SIDES.items())
    return " UNION ".join(parts + _either_way("owner", *sides))


def _episodes() -> str:
    """Return the same query for live episodes, by uid, in the order of the file's numbers."""
    parts = []
    for table in ("episode", *compiled.CHILDREN["episode"]):
        own = [name for name in compiled.COLUMNS[table] if name not in NOT_COMPARED]
        cells = ", ".join(["episode.uid AS owner", *(f"{table}.{name}" for name in own)])
        sides = []
        for place, person in SIDES.items():
            source = f"{place}.episode AS episode"
            if table != "episode":
                source += f" JOIN {place}.{table} AS {table} USING (person_id, number)"
            live = f"episode.person_id = :{person} AND episode.deleted_at IS NULL"
            sides.append(f"SELECT {cells} FROM {source} WHERE {live}")  # noqa: S608
        parts += _either_way("owner", *sides)
    sides = [
        "SELECT uid AS owner, field, others "  # noqa: S608
        f"FROM {place}.episode AS episode JOIN {place}.difference AS told "
        "ON told.person_id = episode.person_id AND told.entity = 'episode' "
        "AND CAST(told.key AS INTEGER) = episode.number "
        f"WHERE episode.person_id = :{person} AND episode.deleted_at IS NULL"
        for place, person in SIDES.items()
    ]
    parts += _either_way("owner", *sides)
    numbers = "SELECT uid, number FROM main.episode WHERE person_id = :theirs"
    return (
        f"SELECT owner FROM ({' UNION '.join(parts)}) "  # noqa: S608
        f"LEFT JOIN ({numbers}) ON uid = owner ORDER BY number"
    )


def _either_way(key: str, theirs: str, ours: str) -> list[str]:
    return [f"SELECT {key} FROM ({a} EXCEPT {b})" for a, b in ((theirs, ours), (ours, theirs))]  # noqa: S608
