"""The nights of another program: which had a cramp, and which had none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cramplog.config import Hours
from cramplog.domain.episode import Episode
from cramplog.domain.night import CRAMP, QUIET, NightRecord, iso
from cramplog.domain.spelling import quoted
from cramplog.errors import BadTime, InputError
from cramplog.interchange import foreign_dates, foreign_states, foreign_times, texts
from cramplog.interchange.csv_table import Cells, Row
from cramplog.interchange.foreign_fields import Map
from cramplog.interchange.foreign_started import Taking
from cramplog.timeparse.lexicon import EPOCH

Read = tuple[int, NightRecord | Episode | InputError | None]
"""The line on which a row begins, and its entry; None if there is nothing to store."""


class MarkedNights:
    """Reads the rows of a file that has a date and a state of each night."""

    def __init__(self, chosen: Map, taking: Taking, hours: Hours) -> None:
        self.columns = tuple(column for column, _ in chosen)
        self._fields = [field for _, field in chosen]
        self._taking = taking
        self._hours = hours
        self.untimed = 0  # cramps without a clock time

    def read(self, rows: Iterable[Row]) -> Iterator[Read]:
        """Yield the record of each quiet night, and a cramp for others with a time."""
        for line, cells in rows:
            if isinstance(cells, InputError):
                yield line, cells
            elif any(cells):
                try:
                    found = self._night(cells)
                except InputError as problem:
                    yield line, texts.named(problem, cells)
                else:
                    yield line, found

    def _night(self, cells: Cells) -> NightRecord | Episode | None:
        night = self._ordinal(cells[self._fields.index("night")])
        place = next(n for n, field in enumerate(self._fields) if field in foreign_states.FIELDS)
        state = foreign_states.read(self._fields[place], self.columns[place], cells[place])
        now = self._taking.clock.now
        if state == QUIET:
            return NightRecord(
                person="",
                night=night,
                quiet=True,
                recorded_at=now.instant,
                recorded_offset=now.utc_offset,
            )
        if state == CRAMP and self._taking.default is not None:
            return self._cramp(night, cells, *self._taking.default)
        self.untimed += state == CRAMP
        return None

    def _cramp(self, night: int, cells: Cells, second: int, approximate: bool) -> Episode:
        day = iso(night if second >= self._hours.night_starts else night + 1)
        now = self._taking.clock.now
        instant, offset, zone = foreign_times.started(day, now, None, second)
        source = self._taking.source
        content = "\x1f".join((source, *cells)).encode("utf-8", "surrogatepass")
        return Episode(
            id=texts.id_of_content(instant, content),
            number=0,
            person="",
            started_at=instant,
            utc_offset=offset,
            zone=zone,
            time_is_approximate=approximate,
            night=0,
            recorded_at=now.instant,
            recorded_offset=now.utc_offset,
            source=source,
        )

    def _ordinal(self, cell: str) -> int:
        """Return the ordinal of a date; raises BadTime for a time except midnight."""
        found = foreign_dates.find(foreign_dates.plain_of(cell), cell)
        rest = found.rest.lstrip(" ,t")
        if rest and foreign_times.clock(rest, cell)[0]:
            raise BadTime(
                f"{quoted(cell)} has a clock time; a night is named by its evening's date."
            )
        now = self._taking.clock.now
        latest = (now.instant + now.utc_offset) // 86_400 + EPOCH
        return foreign_dates.chosen(found, self._taking.orders.get("date"), latest, cell)
