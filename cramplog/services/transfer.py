"""Import a file's episodes or night log, each as one undo step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.diary.repository import Diary
from cramplog.diary.rows import episode_children, episode_row
from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord
from cramplog.errors import BadTime, InputError
from cramplog.services.importing import Imported, Intake, run
from cramplog.services.night_log import Nights
from cramplog.services.nights import put_night
from cramplog.services.record import ROUNDED_UP, placed

BATCH = 500  # episodes stored at a time


def import_episodes(
    diary: Diary,
    rows: Iterable[tuple[int, Episode | InputError]],
    now: Moment,
    *,
    name: str,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Store the episodes that are new; raises BadFile, and then stores none.

    Each row is the line on which it begins and its episode or error. Ids are kept; numbers, too, if
    they are free (0: any); nights are derived again. An existing episode with the same id stays as
    it is, but a deleted or undone one comes back.
    """
    return run(diary, rows, Episodes, now, name=name, skip_bad=skip_bad, dry_run=dry_run)


def import_nights(
    diary: Diary,
    rows: Iterable[tuple[int, NightRecord | InputError | None]],
    now: Moment,
    *,
    name: str,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Store what is new about the nights; raises BadFile, and then stores nothing.

    Each row is the line on which it begins and its record, error, or None if it says nothing. A row
    that contradicts the diary is a bad one.
    """
    return run(diary, rows, Nights, now, name=name, skip_bad=skip_bad, dry_run=dry_run)


def import_marked(
    diary: Diary,
    rows: Iterable[tuple[int, NightRecord | Episode | InputError | None]],
    now: Moment,
    *,
    name: str,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Store nights and the cramps between them; raises BadFile, and then stores nothing."""
    return run(diary, rows, Marked, now, name=name, skip_bad=skip_bad, dry_run=dry_run)


class Marked:
    """Passes the record of a night, or an episode, to its service."""

    def __init__(self, intake: Intake) -> None:
        self._episodes = Episodes(intake)
        self._nights = Nights(intake)

    def take(self, entry: NightRecord | Episode | None) -> None:
        """Store an entry; raises InputError if it cannot be stored."""
        if isinstance(entry, Episode):
            self._episodes.take(entry)
        else:
            self._nights.take(entry)

    def end(self) -> str:
        self._episodes.end()
        return "nights"


class Episodes:
    """Stores episodes in batches."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._diary = intake.diary
        self._hours = Hours.of(intake.diary.settings)
        self._quiet = {record.night: record for record in intake.diary.nights() if record.quiet}
        self._batch: list[tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]] = []
        self._batch_ids: set[str] = set()
        self._last = intake.diary.last_number() or 0
        self._between: set[int] = set()  # numbers up to `_last` that this import used

    def take(self, episode: Episode) -> None:
        """Store an episode unless it is known; raises BadTime if it is not over."""
        self._is_over(episode)
        intake = self._intake
        intake.whose(episode.person)
        found = self._diary.connection.one(
            "known_uid", person_id=self._diary.person_id, uid=episode.id
        )
        if episode.id in self._batch_ids or (found and found[1] is None):
            number = found[0] if found else self._last + 1
            if number > self._last or number in self._between:
                intake.repeated += 1
            else:
                intake.here += 1
            return
        wanted = self._forget(found[0]) if found else episode.number
        stored = placed(
            episode.replace(person=self._diary.person, number=intake.act.number(wanted or None)),
            self._hours,
        )
        if stored.number <= self._last:
            self._between.add(stored.number)
        intake.bring(stored.triggers)
        self._no_longer_quiet(stored)
        owner = intake.act.person_id
        self._batch.append((episode_row(stored, owner), episode_children(stored, owner)))
        self._batch_ids.add(stored.id)
        intake.new += 1
        if len(self._batch) == BATCH:
            self.end()

    def end(self) -> str:
        self._intake.act.add_many("episode", self._batch)
        self._batch.clear()
        self._batch_ids.clear()
        return "episodes"

    def _is_over(self, episode: Episode) -> None:
        now = self._intake.now.instant
        if episode.started_at > now:
            raise BadTime("it begins in the future.")
        if episode.started_at + (episode.duration_seconds or 0) > now + ROUNDED_UP:
            raise BadTime("its start and duration end in the future.")

    def _forget(self, number: int) -> int:
        """Remove a deleted episode's row; its content stays in the change log."""
        self._diary.connection.all("delete_episode", person_id=self._diary.person_id, number=number)
        return number

    def _no_longer_quiet(self, episode: Episode) -> None:
        record = None if episode.daytime else self._quiet.pop(episode.night, None)
        if record:
            put_night(self._intake.act, record.replace(quiet=False))
            self._intake.quiet_nights += 1
