"""An open diary: the record of one person, and the way to change it."""

from __future__ import annotations

from itertools import chain

from cramplog import paths
from cramplog.diary import compiled
from cramplog.diary.change import Act
from cramplog.diary.rows import episode_of
from cramplog.domain.night import NightRecord
from cramplog.errors import NoSuchEpisode, NoSuchPerson, UnusableSetting
from cramplog.files.opening import DEFAULT_PERSON, LATER, NEVER, NOW, Connection
from cramplog.letters import match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from cramplog.diary.change import Executor
    from cramplog.domain.episode import Episode
    from cramplog.domain.facts import Facts, Visit

WATCHED = "watched_factors"  # a profile key that only `trends --watch` sets
NO_OTHER_MEDICINES = "no_other_medicines"  # a profile key that only `medicine none` sets
ALWAYS = 4_000_000  # a day ordinal after every date there is


class Diary:
    """Reads one person's record; `act` begins a change of it."""

    begins = NOW  # when a missing diary is created

    def __init__(self, path: str, person: str | None = None) -> None:
        """Open the diary at `path`; raises DiaryError, NoSuchPerson."""
        self.path = path
        self.connection = _connected(path, self.begins)
        self._choose(person)

    def of(self, person: str) -> Diary:
        """Return the same open diary for another of its people; raises NoSuchPerson."""
        other = object.__new__(type(self))
        other.path, other.connection = self.path, self.connection
        other._choose(person)
        return other

    def _choose(self, person: str | None) -> None:
        """Read the settings and the person; raises NoSuchPerson."""
        self.settings: dict[str, str] = dict(self.connection.all("settings"))
        self.person = person or self.settings.get("person", DEFAULT_PERSON)
        row = self.connection.one("person", name=self.person)
        if row is None:
            self.person = match(self.person, self.people_names()) or self.person
            row = self.connection.one("person", name=self.person)
        if row is None:
            raise _nobody(self.person, self.people_names(), asked=bool(person))
        self.person_id = int(row[0])

    def act(self, command: str, at: int) -> Act:
        """Begin a change of this person's record at `at` (Unix seconds), logged as `command`."""
        return Act(self.connection, self.person, command, at)

    def episodes(self, order: str = "oldest", **filters: Any) -> Iterator[Episode]:
        """Yield live episodes under filters of `statements.FILTERS`; None means no filter."""
        given = {name: value for name, value in filters.items() if value is not None}
        used = set(given)
        if {"muscle", "side"} <= used:  # both conditions for one site, not for two
            used = used - {"muscle", "side"} | {"site"}
        binds = {"person_id": self.person_id, **given}
        return map(episode_of, self.connection.episodes(used, order, binds))

    def episode(self, number: int) -> Episode:
        """Return a live episode; raises NoSuchEpisode."""
        for episode in self.episodes(number=number):
            return episode
        if self._one("deleted_at", number=number) is not None:
            raise NoSuchEpisode(
                f"episode {number} is in the diary no more: it was deleted, or its log undone.",
                "`cramplog undo` or `cramplog redo` may bring it back.",
            )
        last = self.last_number()
        known = f"The last one is {last}." if last else "The diary has none yet."
        raise NoSuchEpisode(f"there is no episode {number}.", known)

    def every_episode(self, **period: int) -> Iterator[Episode]:
        """Yield the live episodes of a period, oldest first, and count them by the table.

        Raises DiaryDamaged at the end if an index hid some of them.
        """
        found = self.episodes("oldest", **period)
        first = next(found, None)  # from here on all reads see one snapshot
        expected = self.tally(**period)
        count = numbers = 0
        for episode in () if first is None else chain((first,), found):
            count += 1
            numbers += episode.number
            yield episode
        if expected not in (None, (count, numbers)):
            from cramplog.files import backup

            raise backup.damaged(self.path)

    def tally(self, since: int = 0, until: int = ALWAYS) -> tuple[int, int] | None:
        """Return the count of live episodes and their numbers' sum; None for a server's diary."""
        row = None if paths.is_server(self.path) else self._one("tally", since=since, until=until)
        return (row[0], row[1]) if row else None

    def last_number(self) -> int | None:
        """Return the number of the live episode that was recorded last."""
        row = self._one("last_number")
        return row[0] if row else None

    def recent_numbers(self) -> list[int]:
        return [number for (number,) in self._all("recent_numbers")]

    def differing(self) -> set[str]:
        """Return the numbers of episodes on which two diaries differ."""
        return {key for entity, key, *_ in self.differences() if entity == "episode"}

    def differences(self) -> list[tuple[str, str, str, str]]:
        """Return the open differences: entity, key, field, and the other values in JSON."""
        return [
            (entity, key, field, more) for _, entity, key, field, more in self._all("differences")
        ]

    def near(self, night: int, earliest: int, latest: int) -> list[int]:
        """Return the numbers of live episodes that started between two instants."""
        found = self._all(
            "near", since=night - 1, until=night + 1, earliest=earliest, latest=latest
        )
        return [number for (number,) in found]

    def first_night(self) -> int | None:
        """Return the night of the first record, or None."""
        firsts = [self._one("first_episode_night"), self._one("first_recorded_night")]
        known = [row[0] for row in firsts if row and row[0] is not None]
        return min(known) if known else None

    def episode_nights(self, since: int, until: int) -> dict[int, tuple[int, int]]:
        """Count by night the cramps at night and those in the daytime."""
        rows = self._all("episode_nights", since=since, until=until)
        return {night: (cramps, daytime) for night, cramps, daytime in rows}

    def counted_nights(self, first: int = 0) -> dict[int, tuple[int, int]]:
        """Count every night's cramps; raises DiaryDamaged if an index hides some."""
        before = self.tally()
        counted = self.episode_nights(first, ALWAYS)
        indexed = sum(map(sum, counted.values()))
        if before is not None and indexed != before[0] and self.tally() == before:  # no writer
            from cramplog.files import backup

            raise backup.damaged(self.path)
        return counted

    def nights(self, since: int = 0, until: int = ALWAYS) -> list[NightRecord]:
        """Return the records of the nights from `since` to `until`, oldest first."""
        found = self._all("nights", since=since, until=until)
        factors: dict[int, list[tuple[str, str]]] = {}
        for night, factor, value in self._all("factors", since=since, until=until) if found else ():
            factors.setdefault(night, []).append((factor, value))
        return [
            NightRecord(
                person=self.person,
                night=night,
                quiet=bool(quiet),
                factors=tuple(factors.get(night, ())),
                recorded_at=recorded_at,
                recorded_offset=offset,
            )
            for night, quiet, recorded_at, offset in found
        ]

    def timer(self) -> dict[str, Any] | None:
        """Return the running timer's row by column, or None."""
        row = self._one("timer_of")
        return dict(zip(compiled.COLUMNS["timer"], row, strict=True)) if row else None

    def facts(self, since: int = 0, until: int = ALWAYS) -> Facts:
        """Return the person's facts; symptoms of the days from `since` to `until`."""
        from cramplog.domain.facts import Condition, Dose, Facts, Medicine, Symptom

        doses: dict[str, list[Dose]] = {}
        for dose in self.rows("dose"):
            doses.setdefault(dose["uid"], []).append(Dose(text=dose["text"], since=dose["since"]))
        said = self.rows("profile")
        profile = {fact["key"]: fact["value"] for fact in said if fact["key"] != WATCHED}
        conditions = self._entities("condition", "conditions_of")
        symptoms = self._entities("symptom", "symptoms_of", since=since, until=until)
        return Facts(
            person=self.person,
            no_other_medicines=profile.pop(NO_OTHER_MEDICINES, "") == "yes",
            profile=profile,
            profile_at={fact["key"]: fact["recorded_at"] for fact in said},
            conditions=tuple(
                Condition(**{**c, "known": bool(c["known"]), "absent": bool(c["absent"])})
                for c in conditions
            ),
            symptoms=tuple(Symptom(**s) for s in symptoms),
            medicines=tuple(
                Medicine(**{**m, "known": bool(m["known"])}, doses=tuple(doses.get(uid, ())))
                for uid, m in zip(
                    self.uids("medicine"), self._entities("medicine", "medicines_of"), strict=True
                )
            ),
        )

    def uids(self, table: str) -> list[str]:
        """Return the uids of conditions, symptoms, medicines or visits, in reading order."""
        at = compiled.COLUMNS[table].index("uid")
        span = {"since": 0, "until": ALWAYS} if table == "symptom" else {}
        return [row[at] for row in self._all(f"{table}s_of", **span)]

    def has_facts(self) -> bool:
        """Return whether any condition, sign, medicine or poisoning is on record."""
        row = self._one("has_facts")
        return bool(row and row[0])

    def visits(self) -> list[Visit]:
        """Return the appointments, the earliest first."""
        from cramplog.domain.facts import Visit

        found = self._entities("visit", "visits_of")
        return [Visit(**{**visit, "done": bool(visit["done"])}) for visit in found]

    def last_change_on(self, entity: str, key: str) -> int:
        """Return the number of an entity's last change; 0 if it has none."""
        row = self._one("last_act_on", entity=entity, key=key)
        return int(row[0]) if row and row[0] else 0

    def snoozes(self) -> dict[str, tuple[int, str, str]]:
        """Return the snoozed rules: the last day (ordinal), the urgency then, and the reason."""
        return {
            row["rule_id"]: (row["until_day"], row["urgency"], row["because"])
            for row in self.rows("snooze")
        }

    def snoozed_at(self, rule_id: str) -> int:
        """Return when a rule was snoozed (Unix seconds)."""
        return int(next(r["recorded_at"] for r in self.rows("snooze") if r["rule_id"] == rule_id))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the person's rows of a table of facts as dictionaries, ordered by key."""
        names = compiled.COLUMNS[table]
        return [dict(zip(names, row, strict=True)) for row in self._all(f"all_{table}")]

    def people_names(self) -> list[str]:
        """Return the names of all people of the diary."""
        at = compiled.COLUMNS["person"].index("name")
        return [row[at] for row in self.connection.all("people")]

    def _entities(self, table: str, statement: str, **binds: int) -> list[dict[str, Any]]:
        names = compiled.COLUMNS[table]
        rows = [dict(zip(names, row, strict=True)) for row in self._all(statement, **binds)]
        return [{k: v for k, v in row.items() if k not in {"person_id", "uid"}} for row in rows]

    def _all(self, name: str, **binds: Any) -> list[tuple[Any, ...]]:
        return self.connection.all(name, person_id=self.person_id, **binds)

    def _one(self, name: str, **binds: Any) -> tuple[Any, ...] | None:
        return self.connection.one(name, person_id=self.person_id, **binds)

    def close(self) -> None:
        self.connection.close()


class DiaryToWrite(Diary):
    """A diary that is created at the first write if it is missing."""

    begins = LATER


class DiaryToRead(Diary):
    """A diary that stays missing, and reads as empty."""

    begins = NEVER


def _nobody(name: str, people: list[str], *, asked: bool) -> NoSuchPerson | UnusableSetting:
    """Return the error for an unknown person, named by an option or in the settings."""
    if asked or not people:
        nobody = f'there is no person called "{name}" in this diary.'
        return NoSuchPerson(nobody, f"It has {', '.join(people)}.")
    import shlex

    way = ("cramplog", "person", "use", people[0], "--person", people[0])
    return UnusableSetting("person", name, shlex.join(way))


def _connected(path: str, begins: str) -> Executor:
    """Open the executor of statements, for a file or for a server's address."""
    if not paths.is_server(path):
        return Connection(path, begins)
    from cramplog.server.connection import Connection as ServerConnection

    return ServerConnection(path)
