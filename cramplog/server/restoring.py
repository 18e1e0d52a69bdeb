"""Restore a file into a login's record on a server.

The change log on a server cannot be deleted, so nothing is: one change makes a known person's
record equal to the file's, and `undo` reverts that change. New people come with all that the file
has of them, their log included. Everything happens in one transaction, which locks the login's
people from before its copy is made.
"""

from __future__ import annotations

import os
from typing import Any

from cramplog import clock
from cramplog.config import Hours
from cramplog.diary import compiled
from cramplog.diary.change import Act
from cramplog.diary.tables import metadata
from cramplog.errors import DiaryError
from cramplog.files import backup, driver, restore, rotation, verify
from cramplog.files.private_copy import linked, prepare
from cramplog.files.problems import why
from cramplog.server import differences
from cramplog.server.connection import Connection

HOLD = "SELECT id FROM person ORDER BY id FOR NO KEY UPDATE"
ADD = "INSERT INTO person (uid, name, recorded_at) VALUES (:uid, :name, :recorded_at)"
CELLS = ("uid", "recorded_at", "next_number", "next_act", "undo_top", "redo_top")
SET_CELLS = f"UPDATE person SET {', '.join(f'{cell} = :{cell}' for cell in CELLS)} WHERE id = :id"  # noqa: S608
BACK = "UPDATE person SET removed_at = NULL WHERE id = :id"
END = (
    "UPDATE person SET removed_at = :removed_at, "
    "next_number = greatest(next_number, :next_number) WHERE id = :id"
)
PERSON = "SELECT id, name, next_number, next_act FROM person WHERE uid = :uid"
AT_A_TIME = 1000  # rows inserted at once

Found = dict[str, Any]


class Restoring:
    """A restore: the file's rows, as `differences.Pair` has them, within an open change."""

    def __init__(self, connection: Connection, pair: differences.Pair, name: str) -> None:
        self._connection = connection
        self._pair = pair
        self._name = name
        self._at = clock.now().instant
        self.changed: list[str] = []  # people whose record was changed

    def settings(self) -> None:
        """Store the file's settings; new hours place every episode in its night again."""
        before: dict[str, str] = dict(self._connection.all("settings"))
        after = self._pair.settings()
        for key in before.keys() - after.keys():
            self._connection.all("drop_setting", key=key)
        for key, value in after.items():
            self._connection.all("set_setting", key=key, value=value)
        hours = Hours.of(after)
        if hours != Hours.of(before):
            self._connection.all(
                "renight",
                starts_at=hours.night_starts,
                day_starts=hours.day_starts,
                day_ends=hours.day_ends,
            )

    def person(self, theirs: Found, ours: Found | None) -> None:
        """Make one person's record equal to the file's; `ours` is None for a new person."""
        if ours is None:
            told = {key: theirs[key] for key in ("uid", "name", "recorded_at")}
            self._connection.query(ADD, told)
            ours = self._read(theirs["uid"])
        owner = {"id": ours["id"]}
        if ours["next_act"] == 1:  # nothing was ever recorded, so nothing is replaced
            self._copy(theirs, ours["id"])
            self._connection.query(SET_CELLS, {cell: theirs[cell] for cell in CELLS} | owner)
        else:
            self._connection.query(BACK, owner)
            self._change(theirs, ours)
        self._connection.all("rename_person", person_id=ours["id"], name=theirs["name"])
        ends = {key: theirs[key] for key in ("removed_at", "next_number")}
        self._connection.query(END, ends | owner)

    def _read(self, uid: str) -> Found:
        (row,) = self._connection.query(PERSON, {"uid": uid})
        return dict(zip(("id", "name", "next_number", "next_act"), row, strict=True))

    def _copy(self, theirs: Found, person_id: int) -> None:
        """Copy every row of a person."""
        for table in metadata.sorted_tables:
            if "person_id" in table.c:
                for rows in self._pair.rows(table.name, theirs["id"], AT_A_TIME):
                    here = [{**row, "person_id": person_id} for row in rows]
                    self._connection.many(f"insert_{table.name}", here)

    def _change(self, theirs: Found, ours: Found) -> None:
        with Act(_Within(self._connection), ours["name"], "restore", self._at) as act:  # type: ignore[arg-type]
            act.said = f"restore of {self._name}"
            added: list[tuple[Found, dict[str, list[Found]]]] = []
            differing = 0
            for entity, key, snapshot in self._pair.changes(theirs["id"], ours["id"]):
                differing += 1
                if snapshot is None:
                    act.remove(entity, key or "")
                elif key is None:
                    row, children = self._numbered(act, snapshot)
                    if "difference" in children:
                        act.add("episode", row, children)
                    else:
                        added.append((row, children))
                else:
                    act.restore(entity, key, differences.told(snapshot, act.person_id))
                if len(added) == AT_A_TIME:
                    act.add_many("episode", added)
                    added = []
            act.add_many("episode", added)
            if differing:
                self.changed.append(theirs["name"])

    @staticmethod
    def _numbered(act: Act, snapshot: Found) -> tuple[Found, dict[str, list[Found]]]:
        """Number an episode that was never here, by its own number if that is free."""
        number = act.number(snapshot["row"]["number"])
        here = differences.owned(differences.numbered(snapshot, number), act.person_id)
        return here["row"], here["children"]


class _Within:
    """A connection within an open change: a change inside it ends with it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def __enter__(self) -> _Within:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def into(address: str, file: str, content: bytes = b"") -> restore.Restored:
    """Replace the login's record by the content of `file`, after a copy was made.

    `content` is as for `restore.restore`.

    Raises BadFile, DiaryError; then nothing was changed.
    """
    found = restore.located(address, file)
    connection = Connection(address)
    part = os.path.join(rotation.folder(address), f"{rotation.stem(address)}restore{os.getpid()}")
    fresh = part + backup.PART
    try:
        revision = prepare(found, fresh, driver.Driver(), content)
        linked(found, fresh, driver.Driver())
        with connection:
            connection.query(HOLD, {})
            replaced = backup.automatic(address, f"{rotation.BEFORE}restore")
            changed, left = _put(connection, fresh, replaced, os.path.basename(found))
        return restore.Restored(
            file=found,
            episodes=verify.episodes(fresh),
            replaced=replaced,
            was_damaged=False,
            command=backup.command(address, replaced),
            migrated_from=None if revision == compiled.REVISION else revision,
            changed=tuple(changed),
            left=left,
        )
    except driver.failures() as problem:
        raise DiaryError(f"{found} cannot be restored: {why(problem)}.") from problem
    finally:
        connection.close()
        for one in (fresh, f"{fresh}-journal"):
            backup.remove(one)


def _put(
    connection: Connection, fresh: str, replaced: str, name: str
) -> tuple[list[str], tuple[str, ...]]:
    """Restore every person; returns the changed people, and those whom only the login has."""
    pair = differences.Pair(fresh, replaced)
    try:
        restoring = Restoring(connection, pair, name)
        restoring.settings()
        people, left = pair.people()
        for theirs, ours in people:
            restoring.person(theirs, ours)
        return restoring.changed, left
    finally:
        pair.close()
