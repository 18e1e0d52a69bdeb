"""What every import shares: rows counted, bad ones named, one undo step, a backup before it."""

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

SHOWN = 10  # bad rows that a message tells of
ENOUGH = 10_000  # bad rows, where there are no others: it is another kind of file
KEPT = 100  # bad rows that are remembered; the rest are only counted


class Problem(Value):
    """A bad row: the line on which it begins, what it says first, and the reason."""

    line: int
    entry: str
    reason: str

    @property
    def told(self) -> str:
        """The reason, with the entry by which a reader of the file finds it."""
        return f"{self.reason} Entry: {quoted(self.entry)}." if self.entry else self.reason


class Imported(Value):
    """What became of the rows of a file."""

    read: int
    new: int
    here: int  # known already
    repeated: int  # that the file tells a second time
    empty: int  # rows that say nothing of their night
    bad: int
    problems: tuple[Problem, ...]  # of the first bad rows
    own_triggers: tuple[str, ...]  # that the file brought along
    warnings: tuple[str, ...]


class Intake:
    """One import of rows into a diary, within an act: counts, and what is common to all kinds."""

    def __init__(self, diary: Diary, act: Act, now: Moment) -> None:
        self.diary = diary
        self.act = act
        self.now = now
        self.read = self.new = self.here = self.repeated = self.empty = self.bad = 0
        self.problems: list[Problem] = []
        self.own_triggers: dict[str, str] = {}
        self.different: list[str] = []  # facts that the file tells otherwise
        self.told: list[str] = []  # further warnings
        self.people: set[str] = set()
        self.quiet_nights = 0  # that a cramp of the file made cramp nights
        self._triggers = {*TRIGGERS, *own_triggers(diary.settings)}

    def refuse(self, line: int, problem: InputError, entry: object = None) -> None:
        """Count a bad row, and remember the first ones; `entry` is what was read of it."""
        self.bad += 1
        if len(self.problems) < KEPT:
            said = problem.entry or _described(entry)
            self.problems.append(Problem(line=line, entry=said, reason=str(problem)))

    def whose(self, person: str) -> None:
        """Remember whose record the file says that it is, for the first few people."""
        if person and len(self.people) < SHOWN:
            self.people.add(person)

    def bring(self, triggers: Iterable[str]) -> None:
        """Triggers that nobody knows become the user's own; undo leaves them there, unused."""
        for name in triggers:
            self.bring_own(name, name)

    def bring_own(self, name: str, label: str) -> None:
        """A trigger of the user's own, unless it is known."""
        if name not in self._triggers:
            self.diary.connection.all("set_setting", key=f"{OWN_TRIGGER}{name}", value=label)
            self.own_triggers[name] = label
            self._triggers.add(name)

    def refusal(self, name: str) -> BadFile:
        """The error for a file with bad rows, in one line."""
        lines = [f"Line {each.line}: {each.told}" for each in self.problems[:SHOWN]]
        if self.bad > SHOWN:
            lines.append(f"And {self.bad - SHOWN} more.")
        return BadFile(
            f"{self.bad} of {self.read} rows of {name} were not understood. Nothing was stored. "
            + " ".join(lines),
            "--skip-bad takes the others.",
        )

    def outcome(self) -> Imported:
        """The counts, with what the user should know of them."""
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
    """Stores what rows hold."""

    def take(self, found: Found_contra) -> None:
        """Store one, or hold it back for a while; raises InputError where it cannot be."""

    def end(self) -> str:
        """Store what was held back; says what the rows are, `episodes`."""


class _OnlyTryingError(Exception):
    """Takes a dry run back."""


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

    A dry run does the same and takes it back. Raises BadFile.
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
                backup.before(diary.path, "import")  # it sees the diary as it was before this act
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
    """What a reader of the file finds an entry by: when it was, and what is said first."""
    if isinstance(entry, Episode):
        places = " ".join(f"{site.side or ''} {site.muscle}".strip() for site in entry.sites)
        began = rfc3339(entry.started_at, entry.utc_offset)[:16].replace("T", " ")
        return ", ".join(filter(None, (began, places, entry.note)))
    return iso(entry.night) if isinstance(entry, NightRecord) else ""
