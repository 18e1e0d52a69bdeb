"""Merge another diary of the same person: by global ids, over the change logs of both.

`domain.versions` computes the result from the versions of each entity alone, so it does not
depend on the order, the number or the route of merges. If two diaries changed the same field
independently, one value is shown and the other is kept as an open difference until the entity is
changed or the differences are settled.
"""

from __future__ import annotations

import json
from typing import Any

from cramplog import paths
from cramplog.clock import Moment
from cramplog.config import OWN_TRIGGER, Hours, own_triggers
from cramplog.diary.change import MERGE, Act
from cramplog.diary.fields import DIFFERENCE, Snapshot, fields_of, others_of, rows_of
from cramplog.diary.repository import Diary
from cramplog.diary.versions_from_log import Lineage, Stored, known_acts, lineages, merged_row, odd
from cramplog.domain.factors import FACTORS
from cramplog.domain.night import iso, night_of, second_of_day
from cramplog.domain.triggers import TRIGGERS
from cramplog.domain.versions import FACTOR, State, united
from cramplog.errors import DiaryLocked
from cramplog.files import backup, driver
from cramplog.services import settings, stored_facts
from cramplog.services.nights import put_night
from cramplog.services.snooze import refuse_unsafe
from cramplog.value import Value

BATCH = 500  # new episodes stored at a time


class Merged(Value):
    """The result of a merge: counts by entity, and warnings."""

    new: dict[str, int]
    changed: dict[str, int]
    removed: dict[str, int]
    numbers: tuple[int, ...] = ()  # numbers of new episodes
    warnings: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.removed)


def merge(diary: Diary, other: Diary, now: Moment) -> Merged:
    """Merge all that `other` knows of its person, as one undo step.

    Raises DiaryLocked if the other diary is changed meanwhile, BadFile if it holds what no cramplog
    wrote; then nothing was stored.
    """
    before = dict(diary.settings)
    began = _log_ends(other)
    try:
        with diary.act(MERGE, now.instant) as act:
            taking = _Taking(diary, other, act)
            taking.run()
            if _log_ends(other) != began:
                raise DiaryLocked(f"{paths.shown(other.path)} was changed meanwhile.", "Try again.")
            done = taking.outcome()
            act.said = f"merge of {sum(done.new.values())} new and {_changed(done)} changed"
            if not done.nothing:
                backup.before(
                    diary.path, "merge"
                )  # it copies the diary as it was before this change
    except BaseException as problem:
        diary.settings = before
        if isinstance(problem, (RecursionError, json.JSONDecodeError)):
            raise odd("a change") from None
        if isinstance(problem.__cause__, driver.errors("IntegrityError")):  # the tables refuse it
            raise odd("a value") from problem
        raise
    return done


def _changed(done: Merged) -> int:
    return sum(done.changed.values()) + sum(done.removed.values())


def _log_ends(diary: Diary) -> object:
    return diary.connection.one("person", name=diary.person)


class _Taking:
    """A merge, within its change."""

    def __init__(self, diary: Diary, other: Diary, act: Act) -> None:
        self._diary, self._other, self._act = diary, other, act
        self._told: list[str] = []
        self._settings()
        self._hours = Hours.of(diary.settings)
        self._triggers = {*TRIGGERS, *FACTORS, *own_triggers(diary.settings)}
        self._labels = own_triggers(other.settings)
        self._numbers: dict[str, int] = dict(self._all("episode_uids"))
        self._new: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._removed: dict[str, int] = {}
        self._batch: list[tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]] = []
        self._came: list[dict[str, Any]] = []
        self._came_numbers: list[int] = []
        self._nights: set[int] = set()

    def run(self) -> None:
        """Merge every entity with a change that only the other diary knows."""
        known = known_acts(self._diary)
        merged_before = bool(self._all("merged_acts"))
        both: dict[tuple[str, str], Lineage] = {}
        for one in lineages(
            self._other, Stored(self._other), lambda _, __, acts: not acts <= known
        ):
            if not merged_before and one.entity == "episode" and one.gid not in self._numbers:
                self._take(one, None)  # store it now: there may be a million
            else:
                both[one.entity, one.gid] = one
        own = lineages(self._diary, self._snapshot, lambda entity, gid, _: (entity, gid) in both)
        for ours in list(own) if both and known else ():
            self._take(both.pop((ours.entity, ours.gid)), ours)
        for one in both.values():
            self._take(one, None)
        self._flush()
        self._no_longer_quiet()

    def _take(self, theirs: Lineage, ours: Lineage | None) -> None:
        own = {version.uid: version for version in ours.versions} if ours else {}
        came = [version for version in theirs.versions if version.uid not in own]
        state = united([*own.values(), *came])
        owner = {"person_id": self._act.person_id, "since_act": self._act.id}
        self._came += [merged_row(version, theirs, owner) for version in came]
        key = ours.key if ours else None
        now = self._snapshot(theirs.entity, key) if key is not None else None
        if state.said is None:
            if now is not None and key is not None:
                self._act.remove(theirs.entity, key)
                self._count(self._removed, theirs.entity)
        elif now is None:
            self._add(theirs, state)
        elif fields_of(theirs.entity, now) != state.said or others_of(now) != state.others:
            assert key is not None
            row, children = self._rows(theirs, state, key)
            self._act.put(theirs.entity, row, children)
            self._count(self._changed, theirs.entity)

    def _add(self, theirs: Lineage, state: State) -> None:
        self._count(self._new, theirs.entity)
        if theirs.entity != "episode":
            self._act.add(theirs.entity, *self._rows(theirs, state, theirs.gid))
            return
        before = self._numbers.get(theirs.gid)
        if before is not None:  # deleted here; its content stays in the change log
            self._diary.connection.all(
                "delete_episode", person_id=self._act.person_id, number=before
            )
        number = self._came_as(before or (int(theirs.key) if theirs.key else None))
        row, children = self._rows(theirs, state, str(number))
        if DIFFERENCE in children:
            self._act.add("episode", row, children)
            return
        self._batch.append((row, children))
        if len(self._batch) == BATCH:
            self._flush()

    def _came_as(self, wanted: int | None) -> int:
        number = self._act.number(wanted)
        self._came_numbers.append(number)
        return number

    def _flush(self) -> None:
        self._act.add_many("episode", self._batch)
        self._diary.connection.many("insert_merged", self._came)
        self._batch, self._came = [], []

    def _rows(
        self, theirs: Lineage, state: State, key: str
    ) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
        owner: dict[str, Any] = {"person_id": self._act.person_id}
        said = state.said or {}
        if theirs.entity == "episode":
            owner |= {"number": int(key), "uid": theirs.gid}
            started, offset = said["time"]["started_at"], said["time"]["utc_offset"]
            owner["night"] = night_of(started, offset, self._hours.night_starts)
            daytime = self._hours.is_daytime(second_of_day(started, offset))
            owner["daytime"] = int(daytime)
            if not daytime:
                self._nights.add(owner["night"])
            self._bring(one["trigger_id"] for one in said.get("triggers", ()))
        elif theirs.entity == "night":
            owner["night"] = int(key)
            self._nights.add(int(key))
            self._bring(name.removeprefix(FACTOR) for name in said if name.startswith(FACTOR))
        else:
            owner[_key_column(theirs.entity)] = key
        if theirs.entity == "snooze":
            quieted = said["quieted"]
            refuse_unsafe(key, quieted["urgency"], quieted["until_day"], said["recorded_at"])
        return rows_of(theirs.entity, state, owner, key)

    def _no_longer_quiet(self) -> None:
        """Make every night with a cramp in either diary a cramp night."""
        first, last = min(self._nights, default=0), max(self._nights, default=-1)
        cramps = self._diary.episode_nights(first, last)
        for record in self._diary.nights(first, last):
            if record.night in self._nights and record.quiet and cramps.get(record.night, (0,))[0]:
                put_night(self._act, record.replace(quiet=False))
                self._told.append(f"The night of {iso(record.night)}, quiet in one, has a cramp.")

    def _bring(self, triggers: Any) -> None:
        for name in triggers:
            if name not in self._triggers:
                label = self._labels.get(name, name)
                self._diary.connection.all("set_setting", key=f"{OWN_TRIGGER}{name}", value=label)
                self._diary.settings[f"{OWN_TRIGGER}{name}"] = label
                self._triggers.add(name)

    def _settings(self) -> None:
        """Give an empty diary the other's settings; any other keeps its own, with a warning."""
        theirs, own = stored_facts.settings(self._other), stored_facts.settings(self._diary)
        alone = len(self._diary.people_names()) == 1  # all people share the settings
        if alone and stored_facts.is_empty(self._diary) and not own:
            for key, value in theirs.items():
                self._diary.connection.all("set_setting", key=key, value=value)
            self._diary.settings |= theirs
            settings.check_day(self._diary.settings)
            return
        other = [
            key
            for key in sorted({*theirs, *own})
            if not key.startswith(OWN_TRIGGER) and theirs.get(key) != own.get(key)
        ]
        if other:
            listed = ", ".join(other)
            self._told.append(f"The other diary has other settings; these were kept: {listed}.")

    def outcome(self) -> Merged:
        if self._other.timer() is not None:
            self._told.append(
                "The other diary's timer is still running: stop it there, then merge."
            )
        return Merged(
            new=self._new,
            changed=self._changed,
            removed=self._removed,
            numbers=tuple(self._came_numbers),
            warnings=tuple(self._told),
        )

    def _snapshot(self, entity: str, key: str) -> Snapshot | None:
        text = self._act.snapshot(entity, key)
        found: Snapshot | None = json.loads(text) if text else None
        return found

    def _all(self, name: str) -> list[tuple[Any, ...]]:
        return self._diary.connection.all(name, person_id=self._act.person_id)

    def _count(self, where: dict[str, int], entity: str) -> None:
        where[entity] = where.get(entity, 0) + 1


def _key_column(entity: str) -> str:
    from cramplog.diary.compiled import KEYS

    return KEYS[entity][1]
