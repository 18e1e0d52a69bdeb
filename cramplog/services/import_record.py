"""Import a complete record: settings and name into an empty diary, then all entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cramplog.clock import Moment
from cramplog.config import OWN_TRIGGER
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord
from cramplog.errors import InputError
from cramplog.files.opening import DEFAULT_PERSON
from cramplog.services import settings
from cramplog.services.importing import Imported, Intake, Taker, run
from cramplog.services.stored_facts import TRAVELS, Held, Holdings, is_empty
from cramplog.services.transfer import Marked
from cramplog.value import Value

Entry = Episode | NightRecord | Held


class Head(Value):
    """The head of a record's file: the person (empty: unknown), and the settings."""

    person: str = ""
    uid: str = ""  # the person's id for machines
    settings: dict[str, str] = {}


def import_whole(
    diary: Diary,
    head: Head,
    entries: Iterable[tuple[int, Entry | InputError]],
    now: Moment,
    *,
    name: str,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Store the new entries as one undo step; raises BadFile, and then stores nothing.

    An empty diary also takes the settings and the person's id, and the name if it has none; `undo`
    leaves them. Any other diary keeps its own, and a difference is reported.
    """

    def taker(intake: Intake) -> Taker[Entry]:
        return _Whole(intake, head)

    rows: Iterable[tuple[int, Any]] = entries  # mypy would join the kinds to Value
    before = diary.person, dict(diary.settings)
    stored = False
    try:
        done = run(diary, rows, taker, now, name=name, skip_bad=skip_bad, dry_run=dry_run)
        stored = not dry_run
    finally:
        if not stored:
            diary.person, diary.settings = before
    return done


class _Whole:
    """Passes each entry to the service of its kind."""

    def __init__(self, intake: Intake, head: Head) -> None:
        if is_empty(intake.diary):
            _adopt(intake, head)
        else:
            _compare(intake, head)
        self._marked = Marked(intake)
        self._facts = Holdings(intake)

    def take(self, entry: Entry) -> None:
        if isinstance(entry, Held):
            self._facts.take(entry)
        else:
            self._marked.take(entry)

    def end(self) -> str:
        self._marked.end()
        return "entries"


def _adopt(intake: Intake, head: Head) -> None:
    """Give an empty diary the record's settings and person."""
    diary = intake.diary
    for key, value in _known(intake, head):
        diary.connection.all("set_setting", key=key, value=value)
        diary.settings[key] = value
    settings.check_day(diary.settings)
    if head.uid:
        diary.connection.all("identify_person", person_id=diary.person_id, uid=head.uid)
    if head.person and diary.person == DEFAULT_PERSON != head.person:
        diary.connection.all("rename_person", person_id=diary.person_id, name=head.person)
        named = diary.connection.one("person", name=head.person)
        if named is not None and named[0] == diary.person_id:
            diary.connection.all("set_setting", key="person", value=head.person)
            diary.person = diary.settings["person"] = head.person
            intake.told.append(f"The record, empty until now, is called {head.person!r} now.")


def _compare(intake: Intake, head: Head) -> None:
    """Keep the diary's settings, and report which of the record's differ."""
    own = {shown.key: shown.value for shown in settings.listed(intake.diary)}
    other = [key for key, value in _known(intake, head) if own[key] != value]
    if other:
        intake.told.append(
            f"The file has other settings; the diary's were kept: {', '.join(other)}."
        )


def _known(intake: Intake, head: Head) -> list[tuple[str, str]]:
    """Return the settings that this version knows, in canonical form; raises BadSetting.

    The record's own triggers are always included.
    """
    found = []
    for key, value in head.settings.items():
        if key.startswith(OWN_TRIGGER):
            intake.bring_own(key.removeprefix(OWN_TRIGGER), value)
        elif key in TRAVELS:
            found.append((key, settings.parsed(key, value)))
        else:
            intake.told.append(f"{key!r} is no setting of this version; it was left out.")
    return found
