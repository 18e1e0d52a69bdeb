"""Convert rows to domain values and back; only this module knows how a value is stored."""

from __future__ import annotations

from cramplog.diary import compiled
from cramplog.domain.episode import FEATURES, Episode, Site, Tried, effect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from cramplog.diary.change import Executor

_COLUMNS = compiled.COLUMNS["episode"]
_SELECTED = [c for c in _COLUMNS if c not in {"person_id", "deleted_at"}]
_SAME = [c for c in _SELECTED if c not in {"uid", *FEATURES}]
_READ = ["id" if c == "uid" else c for c in _SELECTED] + ["person", "sites", "triggers", "tried"]
_YES_NO = ("time_is_approximate", "daytime", "duration_is_estimate", *FEATURES)
_SAID = {1: True, 0: False, None: None}
LATER: dict[str, dict[str, int]] = {"episode_remedy": {"not_helped": 0}}
"""By table, the columns that rows of older snapshots lack, and their values then."""

_REMEMBERED = 4096  # lists; most cramps of a diary have the same few sites


def episode_of(row: tuple[Any, ...]) -> Episode:
    """Make an episode from a row of the composed query (compiled.EPISODES)."""
    cells = dict(zip(_READ, row, strict=True))
    for name in _YES_NO:
        cells[name] = _SAID[cells[name]]
    for name, known in _KNOWN:
        cell = cells[name]
        cells[name] = known[cell] if cell in known else _remembered(name, known, cell)
    return Episode.whole(cells)


def _remembered(name: str, known: dict[str | None, Any], cell: str | None) -> tuple[Any, ...]:
    """Parse a cell's list, and keep it for the next episode with the same cell."""
    if len(known) >= _REMEMBERED:
        known.clear()
    made = _MADE[name]
    known[cell] = tuple(made(*parts) for parts in _listed(cell))
    return known[cell]  # type: ignore[no-any-return]


def _site(side: str, muscle: str) -> Site:
    return Site(muscle=muscle, side=side or None)


def _trigger(trigger: str) -> str:
    return trigger


def _tried(remedy: str, helped: str, after: str, not_helped: str) -> Tried:
    return Tried(
        remedy=remedy,
        helped=effect(helped=helped == "1", not_helped=not_helped == "1"),
        relief_seconds=int(after) if after else None,
    )


_MADE: dict[str, Callable[..., Any]] = {"sites": _site, "triggers": _trigger, "tried": _tried}
_KNOWN: list[tuple[str, dict[str | None, Any]]] = [(name, {}) for name in _MADE]
"""Lists of immutable values by the cell that they were parsed from."""


def _listed(cell: str | None) -> list[list[str]]:
    """Split the rows of a child table in one cell, `1,,foot;0,left,calf`, and sort them."""
    if not cell:
        return []
    if ";" not in cell:
        return [cell.split(",")[1:]]
    parts = [part.split(",") for part in cell.split(";")]
    parts.sort(key=lambda part: int(part[0]))
    return [part[1:] for part in parts]


def episode_row(episode: Episode, person_id: int) -> dict[str, Any]:
    """Return the columns of table `episode`; the driver stores True and False as 1 and 0."""
    row = {name: getattr(episode, name) for name in _SAME}
    row.update({feature: getattr(episode, feature) for feature in FEATURES})
    return {**row, "uid": episode.id, "person_id": person_id, "deleted_at": None}


def episode_children(episode: Episode, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of an episode's child tables, by table."""
    owner = {"person_id": person_id, "number": episode.number}
    return {
        "site": [
            {**owner, "position": i, "muscle": site.muscle, "side": site.side}
            for i, site in enumerate(episode.sites)
        ],
        "episode_trigger": [
            {**owner, "position": i, "trigger_id": trigger}
            for i, trigger in enumerate(episode.triggers)
        ],
        "episode_remedy": [
            {
                **owner,
                "position": i,
                "remedy_id": tried.remedy,
                "helped": tried.helped is True,
                "relief_seconds": tried.relief_seconds,
                "not_helped": tried.helped is False,
            }
            for i, tried in enumerate(episode.tried)
        ],
    }


def snapshot(connection: Executor, person_id: int, entity: str, key: str) -> str | None:
    """Return a stored entity with its child rows in JSON; None if there is none."""
    owner = owner_of(person_id, entity, key)
    row = connection.one(f"fetch_{entity}", **owner)
    if row is None:
        return None
    cells = dict(zip(compiled.COLUMNS[entity], row, strict=True))
    if cells.get("deleted_at"):
        return None
    found = {
        table: connection.all(f"fetch_{table}", **owner)
        for table in compiled.CHILDREN.get(entity, ())
    }
    told = connection.all("differences_of", person_id=person_id, entity=entity, key=key)
    found |= {"difference": told} if told else {}
    import json  # only a change of an existing entity needs it

    children = {
        table: [dict(zip(compiled.COLUMNS[table], each, strict=True)) for each in rows]
        for table, rows in found.items()
    }
    return json.dumps({"row": cells, "children": children}, ensure_ascii=False)


def says_the_same(before: str, row: dict[str, Any], children: dict[str, Any]) -> bool:
    """Return whether a snapshot holds the same, except for the times of recording."""
    import json

    was = json.loads(before)
    told = {"row": row, "children": children}
    return _without_times(was) == _without_times(told)


def _without_times(told: dict[str, Any]) -> object:
    children = {
        table: [_untimed(each) for each in rows] for table, rows in told["children"].items() if rows
    }
    return _untimed(told["row"]), children


def _untimed(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not name.startswith("recorded_")}


def owner_of(person_id: int, entity: str, key: str) -> dict[str, Any]:
    """Return the columns that find an entity by its key in the change log."""
    names = compiled.KEYS[entity][1:]
    value = int(key) if names and names[0] in {"number", "night"} else key
    return {"person_id": person_id, **({names[0]: value} if names else {})}


def keys_of(entity: str, rows: list[dict[str, Any]]) -> Iterable[str | int]:
    """Return the keys of many entities in a compact form: a file may bring a million."""
    from array import array

    names = compiled.KEYS[entity][1:]
    found = [row[names[0]] for row in rows]
    return array("q", found) if all(isinstance(key, int) for key in found) else found


def key_of(entity: str, row: dict[str, Any]) -> str:
    names = compiled.KEYS[entity][1:]
    return str(row[names[0]]) if names else ""
