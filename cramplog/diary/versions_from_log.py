"""Read the versions of every entity from a diary's change log and from its merges.

A log row holds the state before a change, so the state after it is in the next row, or is what is
stored now. A merge itself makes no version: it only stores the united versions of both diaries,
and later changes build on all of them. Undoing a merge hides the other diary's versions in this
diary only; it is not passed on when this diary is merged elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from cramplog.diary import compiled
from cramplog.diary.change import MERGE
from cramplog.diary.fields import DIFFERENCE, Snapshot, fields_of, others_of
from cramplog.diary.repository import Diary
from cramplog.diary.rows import episode_children, episode_of, episode_row
from cramplog.domain.versions import History, Other, Version
from cramplog.errors import BadFile
from cramplog.value import Value

Current = Callable[[str, str], Snapshot | None]
"""Returns the stored snapshot of an entity by its key."""


class Lineage(Value):
    """An entity and its versions; `key` is None if this diary never stored it."""

    entity: str
    gid: str
    key: str | None
    versions: list[Version]


def lineages(
    diary: Diary, current: Current, wanted: Callable[[str, str, set[str]], bool]
) -> Iterator[Lineage]:
    """Yield the lineage of each entity for which `wanted(entity, gid, acts)` is true."""
    silent = _silent(diary)
    came: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for row in _rows(diary, "merged_changes"):
        if row[1] not in compiled.KEYS:
            raise odd(row[1])
        came.setdefault((row[1], row[2]), []).append(row)
    for (entity, key), group in groupby(_rows(diary, "log_by_entity"), lambda row: row[:2]):
        rows = list(group)
        gid = rows[0][2] or key
        others = came.pop((entity, gid), [])
        acts = {row[5] for row in rows if row[4] not in silent} | {row[3] for row in others}
        if wanted(entity, gid, acts):
            versions = _versions(entity, rows, others, current(entity, key), silent)
            yield Lineage(entity=entity, gid=gid, key=key, versions=versions)
    for (entity, gid), others in came.items():
        if wanted(entity, gid, {row[3] for row in others}):
            versions = list(map(_came, others))
            yield Lineage(entity=entity, gid=gid, key=None, versions=versions)


def known_acts(diary: Diary) -> set[str]:
    """Return the uids of all changes that a diary made, or knows by merge."""
    return {
        uid
        for name in ("own_acts", "merged_acts")
        for (uid,) in diary.connection.all(name, person_id=diary.person_id)
    }


def merged_row(version: Version, lineage: Lineage, owner: dict[str, int]) -> dict[str, Any]:
    """Return a row of table `merged` for another diary's version; `owner` has person and act."""
    state = None
    if version.said is not None:
        others = {name: [o.fields() for o in told] for name, told in version.others.items()}
        state = json.dumps({"said": version.said, "others": others}, ensure_ascii=False)
    return {
        **owner,
        "entity": lineage.entity,
        "gid": lineage.gid,
        "uid": version.uid,
        "at": version.at,
        "command": version.command,
        "parents": json.dumps(version.parents),
        "state": state,
    }


def _rows(diary: Diary, name: str) -> Iterator[tuple[Any, ...]]:
    return diary.connection.stream(compiled.SQL[name], {"person_id": diary.person_id})


def _silent(diary: Diary) -> set[int]:
    """Return the changes that make no versions: merges, their undos and redos."""
    found: set[int] = set()
    for number, command, reverts in _rows(diary, "merging_acts"):
        if command == MERGE or reverts in found:
            found.add(number)
    return found


def _versions(
    entity: str,
    rows: list[tuple[Any, ...]],
    came: list[tuple[Any, ...]],
    now: Snapshot | None,
    silent: set[int],
) -> list[Version]:
    acts = {row[4]: row for row in reversed(rows)}  # the first row of each change counts
    log = [acts[number] for number in sorted(acts)]
    waiting = sorted(came, key=lambda row: (row[8], row[3]))
    found: list[Version] = []
    heads: list[str] = []
    for at, (*_, number, uid, said_at, command) in enumerate(log):
        new = [_came(row) for row in waiting if row[8] <= number]
        waiting = waiting[len(new) :]
        if new:
            found += new
            heads = History(found).newest({*heads, *(version.uid for version in new)})
        if number in silent:
            continue
        after = json.loads(log[at + 1][3] or "null") if log[at + 1 :] else now
        version = Version(
            uid=uid,
            at=said_at,
            parents=tuple(heads),
            said=fields_of(entity, after) if after else None,
            others=others_of(after) if after else {},
            command=command,
        )
        found.append(version)
        heads = [uid]
    return found + list(map(_came, waiting))


def _came(row: tuple[Any, ...]) -> Version:
    """Parse a row of table `merged`; raises BadFile if no cramplog wrote it."""
    _, entity, _, uid, at, command, parents, state, _ = row
    try:
        told = json.loads(state) if state else {"said": None, "others": {}}
        if told["said"] is not None and entity == "episode":
            int(told["said"]["time"]["started_at"] + told["said"]["time"]["utc_offset"])
        return Version(
            uid=uid,
            at=at,
            parents=tuple(json.loads(parents)),
            said=None if told["said"] is None else {**told["said"]},
            others={
                name: tuple(Other(**other) for other in others)
                for name, others in told["others"].items()
            },
            command=command,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise odd(entity) from problem


def odd(what: str) -> BadFile:
    """Return the error for a table `merged` that no cramplog wrote."""
    return BadFile(
        f"a diary holds {what} that no cramplog wrote; nothing was taken in.",
        "Take another copy of that diary.",
    )


class Stored:
    """The diary's stored entities, read once from end to end, episodes in the log's order."""

    def __init__(self, diary: Diary) -> None:
        binds = {"person_id": diary.person_id}
        self._person = diary.person_id
        self._episodes = map(episode_of, diary.connection.episodes((), "number", binds))
        self._next = next(self._episodes, None)
        self._others = _others(diary)
        self._differences: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in _dicts(diary, DIFFERENCE, "differences"):
            self._differences.setdefault((row["entity"], row["key"]), []).append(row)

    def __call__(self, entity: str, key: str) -> Snapshot | None:
        """Return the snapshot of an entity; episodes must be requested by rising numbers."""
        found = self._episode(int(key)) if entity == "episode" else self._others.get((entity, key))
        if found is not None and (entity, key) in self._differences:
            found["children"][DIFFERENCE] = self._differences[entity, key]
        return found

    def _episode(self, number: int) -> Snapshot | None:
        while self._next is not None and self._next.number < number:
            self._next = next(self._episodes, None)
        if self._next is None or self._next.number != number:
            return None
        return {
            "row": episode_row(self._next, self._person),
            "children": episode_children(self._next, self._person),
        }


def _others(diary: Diary) -> dict[tuple[str, str], Snapshot]:
    """Return all entities except episodes and the timer, by entity and key."""
    found: dict[tuple[str, str], Snapshot] = {}
    for entity in compiled.KEYS.keys() - {"episode", "timer"}:
        name = compiled.KEYS[entity][1]
        for row in _dicts(diary, entity, f"all_{entity}"):
            found[entity, str(row[name])] = {"row": row, "children": {}}
        for table in compiled.CHILDREN.get(entity, ()):
            for row in _dicts(diary, table, f"all_{table}"):
                children = found[entity, str(row[name])]["children"]
                children.setdefault(table, []).append(row)
    return found


def _dicts(diary: Diary, table: str, statement: str) -> list[dict[str, Any]]:
    rows = diary.connection.all(statement, person_id=diary.person_id)
    return [dict(zip(compiled.COLUMNS[table], row, strict=True)) for row in rows]
