"""A change of the diary: a transaction that writes its own row in the append-only log.

Each changed entity is logged as it was before (NULL: it did not exist). Undoing a change restores
those snapshots and logs the states that it replaces, so undo and redo are one operation, and the
log is the audit trail: the state after a change is the `before` of the next one, or what is
stored now.

The stack: `person.undo_top` is the change that `undo` would revert, `person.redo_top` the undo
that `redo` would revert; each change keeps what lay `beneath` it.
"""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.diary import compiled
from cramplog.diary.rows import LATER, key_of, keys_of, owner_of, says_the_same, snapshot
from cramplog.diary.uid import new_uid
from cramplog.domain.night import night_of, second_of_day
from cramplog.errors import AlreadyStored, NoSuchPerson, NothingToUndo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Any

    from cramplog.files.opening import Connection
    from cramplog.server.connection import Connection as ServerConnection

    Executor = Connection | ServerConnection
    Row = dict[str, Any]
    Children = dict[str, list[Row]]

UNDO, REDO = "undo", "redo"
MERGE = "merge"
"""The command of changes that only store the united versions of two diaries."""

replayed: list[bytes] = []
"""Ten bytes for words whose storing may have been interrupted, which identify the next change
so that it is made only once.
"""

BATCH = 1000  # changes logged at a time


class Act:
    """A change: `with Act(...) as act:` changes entities of one person, all or nothing."""

    def __init__(self, connection: Executor, person: str, command: str, at: int) -> None:
        self._connection = connection
        self._person = person
        self.command = command
        self._at = at
        self._changes: list[tuple[str, Iterable[str | int], str | None]] = []
        self._given: set[int] = set()
        self.said = ""  # one line for people, set before the block ends
        self.person_id = 0
        self._next_number = 1
        self.id = 0  # the change's number in the person's log
        self.reverted = 0  # the change that this one undoes

    def __enter__(self) -> Act:
        self._connection.__enter__()
        try:
            self._read_person()
        except BaseException as problem:
            self._connection.__exit__(type(problem), problem, None)
            raise
        return self

    def _read_person(self) -> None:
        row = self._connection.one("person", name=self._person)
        if row is None:
            raise NoSuchPerson(f"there is no person called {self._person!r} in this diary.")
        self.person_id, self._next_number, self.id, self._undo_top, self._redo_top = row
        digest = replayed.pop() if replayed else b""
        self._uid = new_uid(self._at, digest=digest)
        if digest and self._connection.one("known_act", uid=self._uid):
            raise AlreadyStored("these words are stored already.")

    def number(self, wanted: int | None = None) -> int:
        """Return an episode's number that was never used; `wanted`, if it is free."""
        number = self._next_number
        if wanted is not None and wanted not in self._given and self._is_free(wanted):
            number = wanted
        self._given.add(number)
        self._next_number = max(self._next_number, number + 1)
        return number

    def _is_free(self, number: int) -> bool:
        owner = {"person_id": self.person_id, "number": number}
        return number >= self._next_number or self._connection.one("deleted_at", **owner) is None

    def uid(self) -> str:
        """Make an identifier that sorts after those of earlier changes of the same second."""
        return new_uid(self._at, self.id)

    def add(self, entity: str, row: Row, children: Children | None = None) -> None:
        """Store a new entity."""
        self._connection.all(f"insert_{entity}", **row)
        self._add_children(children)
        self._changes.append((entity, (key_of(entity, row),), None))

    def add_many(self, entity: str, rows: list[tuple[Row, Children]]) -> None:
        """Store many new entities by bulk statements."""
        if not rows:
            return
        self._connection.many(f"insert_{entity}", [row for row, _ in rows])
        for table in compiled.CHILDREN.get(entity, ()):
            self._connection.many(f"insert_{table}", [r for _, c in rows for r in c[table]])
        self._changes.append((entity, keys_of(entity, [row for row, _ in rows]), None))
        self._given.clear()  # the diary knows them now

    def put(self, entity: str, row: Row, children: Children | None = None) -> None:
        """Store an entity, new or changed."""
        before = self.snapshot(entity, key_of(entity, row))
        if before is None:
            self.add(entity, row, children)
            return
        self._connection.all(f"update_{entity}", **row)
        self._clear_children(entity, row)
        self._add_children(children)
        self._changes.append((entity, (key_of(entity, row),), before))

    def restate(self, entity: str, row: Row, children: Children | None = None) -> None:
        """Store an entity, unless the diary holds the same already."""
        before = self.snapshot(entity, key_of(entity, row))
        if before is None or not says_the_same(before, row, children or {}):
            self.put(entity, row, children)

    def remove(self, entity: str, key: str = "") -> None:
        """Remove an entity; an episode is only marked as deleted."""
        before = self.snapshot(entity, key)
        if before is None:
            return
        self._bury(entity, key)
        self._changes.append((entity, (key,), before))

    def snapshot(self, entity: str, key: str) -> str | None:
        """Return the stored entity in JSON; None if there is none."""
        return snapshot(self._connection, self.person_id, entity, key)

    def _owner(self, entity: str, key: str) -> Row:
        return owner_of(self.person_id, entity, key)

    def _told_of(self, entity: str, key: str) -> Row:
        return {"person_id": self.person_id, "entity": entity, "key": key}

    def _add_children(self, children: Children | None) -> None:
        for table, rows in (children or {}).items():
            for row in rows:
                self._connection.all(f"insert_{table}", **{**LATER.get(table, {}), **row})

    def _clear_children(self, entity: str, row: Row) -> None:
        owner = {name: row[name] for name in compiled.KEYS[entity]}
        for table in compiled.CHILDREN.get(entity, ()):
            self._connection.all(f"clear_{table}", **owner)
        self._connection.all("clear_difference", **self._told_of(entity, key_of(entity, row)))

    def _bury(self, entity: str, key: str) -> None:
        owner = self._owner(entity, key)
        if entity == "episode":
            self._connection.all("clear_difference", **self._told_of(entity, key))
            self._connection.all("bury_episode", deleted_at=self._at, **owner)
            return
        self._clear_children(entity, owner)
        self._connection.all(f"delete_{entity}", **owner)

    def take_back(self, kind: str) -> str:
        """Undo the newest change or redo the newest undo; raises NothingToUndo."""
        self.command = kind
        self.reverted = (self._undo_top if kind == UNDO else self._redo_top) or 0
        found = self._connection.one("act", person_id=self.person_id, id=self.reverted)
        if found is None:
            raise NothingToUndo(
                f"there is nothing to {kind}.", "" if kind == REDO else "`cramplog list` looks."
            )
        if found[0] in (MERGE, UNDO, REDO):
            self._move_merged()
        hours = Hours.of(dict(self._connection.all("settings")))
        for entity, key, before in self._connection.all(
            "changes_of", person_id=self.person_id, act_id=self.reverted
        ):
            self.restore(entity, key, _placed(before, hours) if entity == "episode" else before)
        return str(found[1])

    def _move_merged(self) -> None:
        """Hide the versions that an undone merge brought, or bring them back."""
        for act_id, since_act in ((self.reverted, -self.id), (-self.reverted, self.id)):
            self._connection.all(
                "move_merged", person_id=self.person_id, act_id=act_id, since_act=since_act
            )

    def restore(self, entity: str, key: str, before: str | None) -> None:
        """Restore an entity from a snapshot; an episode's row always stays, marked as deleted."""
        now = self.snapshot(entity, key)
        self._changes.append((entity, (key,), now))
        if before is None:
            self._bury(entity, key)
            return
        import json

        was = json.loads(before)
        for row in (was["row"], *(row for rows in was["children"].values() for row in rows)):
            row["person_id"] = self.person_id  # a moved record had another id
        if now is None and entity != "episode":  # a deleted episode keeps its row
            self._connection.all(f"insert_{entity}", **was["row"])
        else:
            self._connection.all(f"update_{entity}", **was["row"])
        self._clear_children(entity, was["row"])
        self._add_children(was["children"])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self._changes:
            try:
                self._write_log()
            except BaseException as failure:
                self._connection.__exit__(type(failure), failure, None)
                raise
        self._connection.__exit__(kind, problem, trace)

    def _write_log(self) -> None:
        self._connection.logged = True
        undo_top, redo_top, beneath = self._stack()
        self._connection.all(
            "insert_act",
            person_id=self.person_id,
            id=self.id,
            uid=self._uid,
            command=self.command,
            said=self.said,
            at=self._at,
            reverts=self.reverted or None,
            beneath=beneath,
        )
        batch: list[Row] = []
        for change in self._logged():
            batch.append(change)
            if len(batch) == BATCH:
                self._connection.many("insert_change", batch)
                batch = []
        self._connection.many("insert_change", batch)
        self._connection.all(
            "advance",
            person_id=self.person_id,
            next_number=self._next_number,
            next_act=self.id + 1,
            undo_top=undo_top,
            redo_top=redo_top,
        )

    def _logged(self) -> Iterator[Row]:
        """Yield a row of the log for each changed entity, in order."""
        owner = {"person_id": self.person_id, "act_id": self.id}
        position = 0
        for entity, keys, before in self._changes:
            for key in keys:
                told = {"entity": entity, "key": str(key), "before": before}
                yield {**owner, "position": position, **told}
                position += 1

    def _stack(self) -> tuple[int | None, int | None, int | None]:
        """Return (undo_top, redo_top, beneath) after this change."""
        if not self.reverted:
            return self.id, None, self._undo_top
        found = self._connection.one("act", person_id=self.person_id, id=self.reverted)
        under = found[3] if found else None
        if self.command == UNDO:
            return under, self.id, self._redo_top
        return self.id, under, self._undo_top


def _placed(snapshot: str | None, hours: Hours) -> str | None:
    """Move an episode's snapshot to its night by today's boundary, which may have been changed."""
    if snapshot is None:
        return None
    import json

    was = json.loads(snapshot)
    started_at, utc_offset = was["row"]["started_at"], was["row"]["utc_offset"]
    was["row"]["night"] = night_of(started_at, utc_offset, hours.night_starts)
    was["row"]["daytime"] = int(hours.is_daytime(second_of_day(started_at, utc_offset)))
    return json.dumps(was, ensure_ascii=False)
