"""Shared parts of all imports: counts of rows, bad rows, one undo step, a backup before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from cramplog.clock import Moment
from cramplog.config import OWN_TRIGGER, own_triggers
from cramplog.diary.change import Act
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import NightRecord, iso
from cramplog.domain.spelling import quoted
from cramplog.domain.triggers import TRIGGERS
from cramplog.errors import BadFile, InputError
from cramplog.files import backup
from cramplog.letters import alike
from cramplog.value import Value

SHOWN = 10  # bad rows that a message names
ENOUGH = 10_000  # bad rows and no good one: it is another kind of file
KEPT = 100  # bad rows that are remembered; the rest are only counted


class Problem(Value):
    """A bad row: its first line, its first values, and the reason."""

    line: int
    entry: str
    reason: str

    @property
    def told(self) -> str:
        """The reason, with the values by which a reader finds the row."""
        return f"{self.reason} Entry: {quoted(self.entry)}." if self.entry else self.reason


class Imported(Value):
    """The counts of an import."""

    read: int
    new: int
    here: int  # known already
    repeated: int  # rows that repeat earlier ones
    empty: int  # rows without a value for their night
    bad: int
    problems: tuple[Problem, ...]  # the first bad rows
    own_triggers: tuple[str, ...]  # new triggers from the file
    warnings: tuple[str, ...]


class Intake:
    """An import into a diary within one change: counts, and what all kinds share."""

    def __init__(self, diary: Diary, act: Act, now: Moment) -> None:
        self.diary = diary
        self.act = act
        self.now = now
        self.read = self.new = self.here = self.repeated = self.empty = self.bad = 0
        self.problems: list[Problem] = []
        self.own_triggers: dict[str, str] = {}
        self.different: list[str] = []  # facts that differ in the file
        self.told: list[str] = []  # further warnings
        self.people: set[str] = set()
        self.quiet_nights = 0  # quiet nights that became cramp nights
        self._triggers = {*TRIGGERS, *own_triggers(diary.settings)}

    def refuse(self, line: int, problem: InputError, entry: object = None) -> None:
        """Count a bad row, and keep the first ones; `entry` is what was read of it."""
        self.bad += 1
        if len(self.problems) < KEPT:
            said = problem.entry or _described(entry)
            self.problems.append(Problem(line=line, entry=said, reason=str(problem)))

    def whose(self, person: str) -> None:
        """Note the person whom the file names, for the first few people."""
        if person and len(self.people) < SHOWN:
            self.people.add(person)

    def bring(self, triggers: Iterable[str]) -> None:
        """Make unknown triggers the user's own; undo leaves them there, unused."""
        for name in triggers:
            self.bring_own(name, name)

    def bring_own(self, name: str, label: str) -> None:
        """Add a user's own trigger, unless it is known."""
        if name not in self._triggers:
            self.diary.connection.all("set_setting", key=f"{OWN_TRIGGER}{name}", value=label)
            self.own_triggers[name] = label
            self._triggers.add(name)

    def refusal(self, name: str) -> BadFile:
        """Return the error for a file with bad rows, on one line."""
        lines = [f"Line {each.line}: {each.told}" for each in self.problems[:SHOWN]]
        if self.bad > SHOWN:
            lines.append(f"And {self.bad - SHOWN} more.")
        return BadFile(
            f"{self.bad} of {self.read} rows of {name} were not understood. Nothing was stored. "
            + " ".join(lines),
            "--skip-bad takes the others.",
        )

    def outcome(self) -> Imported:
        """Return the counts and the warnings."""
        return Imported(
            read=self.read,
            new=self.new,
            here=self.here,
            repeated=self.repeated,
            empty=self.empty,
            bad=self.bad,
            problems=tuple(self.problems),
            own_triggers=tuple(self.own_triggers),
            warnings=tuple(self._warnings()),
        )

    def _warnings(self) -> Iterable[str]:
        active = self.diary.person
        named = (name for name in sorted(self.people) if alike(name) != alike(active))
        others = ", ".join(map(quoted, named))
        if others:
            yield f"The file is of {others}; its rows go into the record of {quoted(active)}."
        if self.own_triggers:
            yield f"Triggers of the file's own are now among yours: {', '.join(self.own_triggers)}."
        if self.quiet_nights == 1:
            yield "1 night recorded as quiet is now a cramp night."
        elif self.quiet_nights:
            yield f"{self.quiet_nights} nights recorded as quiet are now cramp nights."
        if self.different:
            listed = ", ".join(self.different[:SHOWN])
            more = len(self.different) - SHOWN
            rest = f" and {more} more" if more > 0 else ""
            yield f"The file tells other than the diary, which was kept: {listed}{rest}."
        yield from self.told


Found_contra = TypeVar("Found_contra", contravariant=True)


class Taker(Protocol[Found_contra]):
    """Stores the entries of rows."""

    def take(self, found: Found_contra) -> None:
        """Store an entry, or hold it back for a while; raises InputError if it cannot be stored."""

    def end(self) -> str:
        """Store the entries held back; returns the name of the rows' kind, `episodes`."""


class _OnlyTryingError(Exception):
    """Rolls a dry run back."""


def run(
    diary: Diary,
    rows: Iterable[tuple[int, Found_contra | InputError]],
    taker: Callable[[Intake], Taker[Found_contra]],
    now: Moment,
    *,
    name: str,
    skip_bad: bool,
    dry_run: bool,
) -> Imported:
    """Import the rows of the file `name`; without `skip_bad` all or none of them.

    A dry run does the same and rolls back. Raises BadFile.
    """
    with_act = diary.act("import", now.instant)
    intake = Intake(diary, with_act, now)
    try:
        with with_act as act:
            what = _take_all(rows, taker(intake), intake, name)
            if intake.bad and not skip_bad:
                raise intake.refusal(name)
            if dry_run:
                raise _OnlyTryingError
            if intake.new:
                act.said = f"import of {intake.new} {what}"
                backup.before(
                    diary.path, "import"
                )  # it copies the diary as it was before this change
    except _OnlyTryingError:
        pass
    else:
        diary.settings.update({f"{OWN_TRIGGER}{n}": own for n, own in intake.own_triggers.items()})
    return intake.outcome()


def _take_all(
    rows: Iterable[tuple[int, Found_contra | InputError]],
    taker: Taker[Found_contra],
    intake: Intake,
    name: str,
) -> str:
    for line, found in rows:
        if intake.bad == intake.read == ENOUGH:
            raise intake.refusal(f"the beginning of {name}")
        intake.read += 1
        if isinstance(found, InputError):
            intake.refuse(line, found)
            continue
        try:
            taker.take(found)
        except InputError as problem:
            intake.refuse(line, problem, found)
    return taker.end()


def _described(entry: object) -> str:
    """Return the values by which a reader of the file finds an entry."""
    if isinstance(entry, Episode):
        places = " ".join(f"{site.side or ''} {site.muscle}".strip() for site in entry.sites)
        began = rfc3339(entry.started_at, entry.utc_offset)[:16].replace("T", " ")
        return ", ".join(filter(None, (began, places, entry.note)))
    return iso(entry.night) if isinstance(entry, NightRecord) else ""
