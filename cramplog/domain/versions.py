"""Merge the versions of one entity from several diaries into one state.

Each change of an entity is a version that knows the versions it was built on. The versions of
two diaries are a set without order in which nothing is ever lost: the union is the same whatever
the order, number or route of merges, and `united` is a function of that set alone (a state-based
replicated data type; Shapiro et al., INRIA RR-7506, 2011, whose multi-value register this is,
field by field). Clocks only decide which of two independent values is shown first; the other is
kept beside it as a difference.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from cramplog.errors import BadFile
from cramplog.value import Value

Fields = dict[str, Any]
"""An entity's JSON values by field; unknown fields are missing."""

DELETED = "deleted"
"""The field that reports a deletion when another diary's change outlived it."""

FACTOR = "factor:"
"""The prefix of the fields of a night's factors."""

SOFT = ("recorded", "recorded_at")
"""Bookkeeping fields: if they differ, one value is taken and no difference is reported."""


class Other(Value):
    """A value that is not shown (None: unknown), and when it was recorded (Unix seconds)."""

    value: Any
    at: int

    def __hash__(self) -> int:
        return hash((repr(self.value), self.at))


class Version(Value):
    """An entity as one change left it: `said` is None if it was deleted.

    `uid` and `parents` are the uids of changes; `others` are the differences still open then.
    """

    uid: str
    at: int
    parents: tuple[str, ...] = ()
    said: Fields | None
    others: dict[str, tuple[Other, ...]] = {}
    command: str = ""


class State(Value):
    """The merged state of an entity, with its open differences; `said` is None if there is none."""

    said: Fields | None
    others: dict[str, tuple[Other, ...]] = {}


NOTHING = State(said=None)


class History:
    """The versions of one entity, with all versions that are named as parents."""

    def __init__(self, versions: list[Version]) -> None:
        self._by_uid = {version.uid: version for version in versions}
        self._before: dict[str, frozenset[str]] = {}

    def before(self, uid: str) -> frozenset[str]:
        """Return all versions that a version builds on, directly or through others."""
        waiting = [uid]
        while waiting:
            if len(waiting) > len(self._by_uid) ** 2:
                raise BadFile("a diary holds a change that builds on itself; nothing was taken in.")
            top = waiting[-1]
            parents = [p for p in self._by_uid[top].parents if p in self._by_uid]
            open_ones = [parent for parent in parents if parent not in self._before]
            if open_ones:
                waiting += open_ones
                continue
            found = [self._before[parent] | {parent} for parent in parents]
            self._before[top] = frozenset[str]().union(*found)
            waiting.pop()
        return self._before[uid]

    def newest(self, uids: set[str] | frozenset[str]) -> list[str]:
        """Return the versions on which no other one of `uids` builds, in a fixed order."""
        old = frozenset[str]().union(*(self.before(uid) for uid in uids)) if uids else frozenset()
        return sorted(uid for uid in uids if uid not in old)

    @cached_property
    def _wrote(self) -> dict[str, frozenset[str]]:
        """The fields that each version changed."""
        found: dict[str, frozenset[str]] = {}
        for uid in sorted(self._by_uid, key=lambda one: (len(self.before(one)), one)):
            was = self._built_on(uid, found)
            now = self._by_uid[uid]
            names = {*(was.said or {}), *(now.said or {}), *was.others, *now.others}
            if was.said is None:  # made anew after a deletion: nothing from before is left
                names = names.union(*(found[one] for one in self.before(uid)))
            found[uid] = frozenset(
                name
                for name in (names if now.said is not None else ())
                if _pair(name, was.said, was.others) != _pair(name, now.said, now.others)
            )
        return found

    def _built_on(self, uid: str, wrote: dict[str, frozenset[str]]) -> State:
        """Return the state that a version was built on: its parent's, or the union of several."""
        parents = [p for p in self._by_uid[uid].parents if p in self._by_uid]
        if len(parents) == 1:
            return State(said=self._by_uid[parents[0]].said, others=self._by_uid[parents[0]].others)
        return self._state(self.before(uid), wrote)

    def state(self) -> State:
        """Return the state of all versions."""
        return self._state(frozenset(self._by_uid), self._wrote)

    def _state(self, uids: frozenset[str], wrote: dict[str, frozenset[str]]) -> State:
        deletions = {uid for uid in uids if self._by_uid[uid].said is None}
        gone = frozenset[str]().union(*(self.before(uid) for uid in deletions))
        if not any(uid not in gone and uid not in deletions for uid in uids):
            return NOTHING
        values: Fields = {}
        others: dict[str, tuple[Other, ...]] = {}
        for name in sorted(frozenset[str]().union(*(wrote[uid] for uid in uids))):
            writers = {uid for uid in uids if name in wrote[uid]}
            newest = [self._by_uid[uid] for uid in self.newest(writers)]
            value, rest = _chosen(name, newest)
            if value is not None:
                values[name] = value
            if rest:
                others[name] = rest
        outlived = tuple(
            Other(value=True, at=self._by_uid[uid].at)
            for uid in self.newest(uids)
            if uid in deletions
        )
        if outlived:
            others[DELETED] = outlived
        return State(said=values, others=others)


def united(versions: list[Version]) -> State:
    """Return the state of the versions of one entity, from any number of diaries."""
    if len(versions) == 1:
        return State(said=versions[0].said, others=versions[0].others)
    return History(versions).state()


def _chosen(name: str, newest: list[Version]) -> tuple[Any, tuple[Other, ...]]:
    """Choose the value of a field among independent versions, and return the other values, too."""
    shown = max(newest, key=lambda version: (version.at, version.uid))
    value = (shown.said or {}).get(name)
    rest: dict[str, Other] = {}
    for version in newest:
        own = Other(value=(version.said or {}).get(name), at=version.at)
        for other in (own, *version.others.get(name, ())):
            same = _plain(name, other.value)
            if same != _plain(name, value) and (same not in rest or rest[same].at < other.at):
                rest[same] = other
    if name in SOFT:
        return value, ()
    return value, tuple(rest[same] for same in sorted(rest))


def _pair(
    name: str, said: Fields | None, others: dict[str, tuple[Other, ...]]
) -> tuple[str, tuple[str, ...]] | None:
    """Return a field's value and its other values as text, for comparing."""
    if said is None:
        return None
    beside = sorted(_plain(name, other.value) for other in others.get(name, ()))
    return _plain(name, said.get(name)), tuple(beside)


def _plain(name: str, value: Any) -> str:
    """Return a value as text; the time of recording does not make it another value."""
    if isinstance(value, dict) and name not in SOFT:
        value = {key: cell for key, cell in value.items() if key != "recorded_at"}
    return repr(sorted(value.items()) if isinstance(value, dict) else value)
