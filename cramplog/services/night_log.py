"""The night log: every night from the first record to the last finished one, and its import."""

from __future__ import annotations

from cramplog.clock import Moment
from cramplog.config import Hours
from cramplog.diary.repository import ALWAYS, Diary
from cramplog.domain.factors import FACTORS
from cramplog.domain.night import BEFORE, NOT_OVER, UNKNOWN, NightRecord, iso
from cramplog.errors import BadFactor, BadTime, BadWord
from cramplog.report import nights as states
from cramplog.report.period import tonight
from cramplog.services.importing import Intake
from cramplog.services.nights import put_night
from cramplog.value import Value


class NightLine(Value):
    """A night of the log; `daytime` counts cramps that make no cramp night."""

    night: int
    state: str  # CRAMP, QUIET or UNKNOWN of domain.night
    cramps: int
    daytime: int
    record: NightRecord | None


def night_lines(
    diary: Diary, now: Moment, *, since: int | None = None, until: int | None = None
) -> list[NightLine]:
    """Return the nights of a period, oldest first; unfinished ones only if recorded."""
    last_over = tonight(now, Hours.of(diary.settings)) - 1
    begins = diary.first_night()
    if begins is None:
        return []
    counted = diary.counted_nights(begins)
    noted = {record.night: record for record in diary.nights()}
    first = max(begins, since or 0)
    last = min(max(last_over, *counted, *noted), ALWAYS if until is None else until)
    found = states.states(states.records(diary, first, last), first, last, begins, last_over)
    return [
        NightLine(
            night=each.night,
            state=UNKNOWN if each.state in (BEFORE, NOT_OVER) else each.state,
            cramps=each.cramps,
            daytime=counted.get(each.night, (0, 0))[1],
            record=noted.get(each.night),
        )
        for each in found
        if each.night <= last_over or each.night in counted or each.night in noted
    ]


class Nights:
    """Stores records of nights in a diary: unknown values are filled, none is overwritten."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._tonight = tonight(intake.now, Hours.of(intake.diary.settings))
        self._known = {record.night: record for record in intake.diary.nights()}
        self._cramps = intake.diary.episode_nights(0, ALWAYS)
        self._stored: set[int] = set()

    def take(self, record: NightRecord | None) -> None:
        """Store the new values of a record; raises InputError if it contradicts the diary."""
        if record is None:
            self._intake.empty += 1
            return
        self._intake.whose(record.person)
        merged = self._merged(record)
        if merged is None:
            if record.night in self._stored:
                self._intake.repeated += 1
            else:
                self._intake.here += 1
            return
        self._intake.bring(name for name, _ in record.factors if name not in FACTORS)
        put_night(self._intake.act, merged, known_unknown=True)
        self._known[record.night] = merged
        self._stored.add(record.night)
        self._intake.new += 1

    def _merged(self, record: NightRecord) -> NightRecord | None:
        """Return the record united with the diary's; None if that has it all."""
        if record.night > self._tonight:
            raise BadTime(f"the night of {iso(record.night)} has not begun.")
        if record.quiet and self._cramps.get(record.night, (0, 0))[0]:
            raise BadWord(
                f"the night of {iso(record.night)} is quiet here, but has a cramp on record."
            )
        own = record.replace(person=self._intake.diary.person)
        before = self._known.get(record.night)
        if before is None:
            return own
        factors = dict(before.factors)
        for name, value in record.factors:
            if factors.setdefault(name, value) != value:
                raise BadFactor(f"{name} is {value}, but the diary has {factors[name]}.")
        quiet = before.quiet or record.quiet
        after = before.replace(quiet=quiet, factors=tuple(sorted(factors.items())))
        return None if after == before else after

    def end(self) -> str:
        return "nights"


def noted(lines: list[NightLine]) -> set[str]:
    """Return the factors that were noted for any of these nights."""
    return {name for line in lines if line.record for name, _ in line.record.factors}
