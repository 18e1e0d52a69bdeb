"""Read one file to import: find its kind and what its columns are, and take its rows in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TextIO

from cramplog.cli import import_map, import_source
from cramplog.cli.import_map import Wanted
from cramplog.cli.progress import watched
from cramplog.cli.session import Session
from cramplog.clock import offset_at
from cramplog.config import Hours, own_triggers
from cramplog.diary.repository import Diary
from cramplog.errors import BadOption
from cramplog.interchange import (
    csv_episodes,
    csv_nights,
    csv_table,
    foreign_dates,
    foreign_files,
    foreign_nights,
    foreign_places,
    foreign_rows,
    foreign_states,
    foreign_times,
    foreign_values,
    json_diary,
    texts,
)
from cramplog.interchange.csv_table import Row
from cramplog.interchange.foreign_fields import Map
from cramplog.interchange.foreign_files import Foreign
from cramplog.interchange.foreign_only import Only
from cramplog.interchange.foreign_started import DATES, Taking
from cramplog.services import import_record, transfer
from cramplog.services.importing import Imported
from cramplog.value import Value


class Read(Value):
    """Rows that were read, the kind of file they were read as, and rows that were left out."""

    imported: Imported
    rows_of: str
    form: str
    map: Map = ()
    left_out: tuple[str, ...] = ()  # columns
    not_asked_for: int = 0  # rows that `--only` left out
    warnings: tuple[str, ...] = ()


class Importing:
    """An import that runs: the options of the command, and the diary."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        """Take the options and open the diary; raises BadOption, BadTime."""
        if wanted.dates not in (None, *foreign_dates.ORDERS):
            raise BadOption(f"--dates is {', '.join(foreign_dates.ORDERS)}.")
        self.session = session
        self.wanted = wanted
        file = wanted.file
        self.name = os.path.basename(file) if file != import_source.STDIN else "standard input"
        self.default = _time(wanted.time) if wanted.time else None
        self.clock = _clock(session, wanted.zone)
        self.diary: Diary = session.diary(look=wanted.dry_run)
        self.take: dict[str, Any] = {
            "name": self.name,
            "dry_run": wanted.dry_run,
            "skip_bad": wanted.skip_bad,
        }

    def run(self) -> Read:
        """Read the file and store what is new; raises BadFile, BadOption."""
        wanted = self.wanted
        with import_source.opened(
            self.session, wanted.file, encoding=wanted.encoding, identity=wanted.identity
        ) as lines:
            kind = foreign_files.kind_of(lines, self.name)
            if kind == foreign_files.OURS:
                return self._record(lines)
            if kind != foreign_files.CSV:
                make = partial(foreign_files.of_json, kind, lines, self.name)
                return self._foreign(make, lines, "json")
            return self._ours(csv_table.Table(lines, self.name), lines) or self._foreign(
                partial(self._table, lines), lines, "csv"
            )

    def _table(self, lines: TextIO) -> Foreign:
        """Return the file from its beginning, as a table."""
        lines.seek(0)
        return foreign_files.of_table(csv_table.Table(lines, self.name))

    def _record(self, lines: TextIO) -> Read:
        """Take in a whole record in JSON."""
        if self.wanted.maps or self.wanted.only or self.default or self.wanted.zone:
            raise BadOption("--map, --only, --time and --zone go with files of other programs.")
        reading = json_diary.Reading(lines, self.name)
        entries = watched(reading.entries(), lines, self.session)
        done = import_record.import_whole(
            self.diary, reading.head, entries, self.session.now, **self.take
        )
        return Read(imported=done, rows_of="entries", form="json")

    def _ours(self, table: csv_table.Table, lines: TextIO) -> Read | None:
        """Take in our CSV of episodes or of nights; None where it is another's."""
        now, own = self.session.now, own_triggers(self.diary.settings)
        nights = {*csv_nights.NEEDED}.issubset(table.columns)
        if self.wanted.maps or not (nights or csv_episodes.NEEDED in table.columns):
            return None
        only = Only(self.wanted.only, table.columns, self.name)
        columns: tuple[str, ...] = csv_episodes.COLUMNS
        if csv_episodes.NEEDED not in table.columns:
            columns = csv_nights.columns_of(table.columns)
        # Without ids it may be another's, with rows that are no cramps.
        looked_at = "id" not in table.columns and columns is csv_episodes.COLUMNS
        others = tuple(table.others(columns)) if looked_at else ()
        nameless = foreign_places.Nameless((*columns, *others))
        rows = only.taken(
            watched(table.rows((*columns, *others, *only.columns)), lines, self.session)
        )
        if others:
            rows = nameless.counted(rows, len(columns))
        if columns is csv_episodes.COLUMNS:
            episodes = csv_episodes.read(rows, now, own)
            done = transfer.import_episodes(self.diary, episodes, now, **self.take)
            what = "episodes"
        else:
            records = csv_nights.read(rows, columns, now, own)
            done = transfer.import_nights(self.diary, records, now, **self.take)
            what = "nights"
        return Read(
            imported=done,
            rows_of=what,
            form="csv",
            left_out=tuple(table.others(columns)),
            not_asked_for=only.left_out,
            warnings=_nameless(nameless.count),
        )

    def _foreign(self, make: Callable[[], Foreign], lines: TextIO, form: str) -> Read:
        """Take in a file of another program, by the map that was typed, is ready, or is guessed."""
        foreign = make()
        chosen = import_map.chosen(
            self.session, foreign, self.wanted, self.name, timed=self.default is not None
        )
        only = Only(self.wanted.only, foreign.columns, self.name)
        taking = Taking(
            clock=self.clock,
            own=tuple(own_triggers(self.diary.settings)),
            orders=self._orders(chosen, foreign, form),
            default=self.default,
            source=foreign.source,
        )
        foreign = make()
        columns = [column for column, _ in chosen]
        others = tuple(column for column in foreign.columns if column not in columns)
        rows = only.taken(
            watched(foreign.rows([*columns, *others, *only.columns]), lines, self.session)
        )
        if {field for _, field in chosen} & {*foreign_states.FIELDS}:
            what, (done, warnings) = "nights", self._nights(chosen, taking, rows)
        else:
            what, (done, warnings) = "episodes", self._episodes(chosen, taking, rows, others)
        return Read(
            imported=done,
            rows_of=what,
            form=form if foreign.source == "import" else foreign.source,
            map=chosen,
            left_out=() if foreign.ready == chosen else others,
            not_asked_for=only.left_out,
            warnings=tuple(warnings),
        )

    def _episodes(
        self, chosen: Map, taking: Taking, rows: Iterator[Row], others: tuple[str, ...]
    ) -> tuple[Imported, list[str]]:
        typed = {option.rpartition("=")[2] for option in self.wanted.maps}
        guessed = {field for _, field in chosen} - typed if typed else set()
        mapped = foreign_rows.Mapped(chosen, taking, others, frozenset(guessed))
        now = self.session.now
        done = transfer.import_episodes(self.diary, mapped.read(rows), now, **self.take)
        warnings = [*_nameless(mapped.nameless.count)]
        if mapped.noted:
            listed = ", ".join(f"{column} ({count})" for column, count in mapped.noted.items())
            warnings.append(f"What was not understood of guessed columns is in the note: {listed}.")
        if mapped.in_utc:
            warnings.append(
                f"Times written in UTC (+00:00) were kept so: {mapped.in_utc}. To show them by "
                "your clock: --zone ZONE"
            )
        return done, warnings

    def _nights(
        self, chosen: Map, taking: Taking, rows: Iterator[Row]
    ) -> tuple[Imported, list[str]]:
        marked = foreign_nights.MarkedNights(chosen, taking, Hours.of(self.diary.settings))
        now = self.session.now
        done = transfer.import_marked(self.diary, marked.read(rows), now, **self.take)
        if not marked.untimed:
            return done, []
        nights = f"{marked.untimed} night{'s' * (marked.untimed != 1)}"
        untimed = f"{nights} with a cramp stayed unknown, because no clock time is told."
        return done, [f"{untimed} To store them at about three: --time 03:00~"]

    def _orders(self, chosen: Map, foreign: Foreign, form: str) -> dict[str, str | None]:
        """Return the order of day and month, as typed or as the whole file shows it."""
        if self.wanted.dates or form == "json":
            return dict.fromkeys(DATES, self.wanted.dates)
        dated = tuple((column, "date" if f == "night" else f) for column, f in chosen)
        return foreign_rows.orders(dated, foreign.rows([column for column, _ in chosen]))


def _nameless(count: int) -> tuple[str, ...]:
    """Warn of rows that name no place and no cramp."""
    if not count:
        return ()
    rows, are = ("1 row names", "is") if count == 1 else (f"{count} rows name", "each is")
    told = f"{rows} no place and no cramp, and {are} taken for a cramp."
    return (f"{told} To take some rows only: --only COLUMN=VALUE",)


def _time(text: str) -> tuple[int, bool]:
    """Read `--time`: the second of the day, and whether it is approximate; raises BadTime."""
    plain, rough = foreign_values.roughly(text)
    second, offset = foreign_times.clock(plain, text)
    if offset is not None:
        raise BadOption("--time is a clock time without an offset.", "Like --time 03:00~")
    return second, rough


def _clock(session: Session, zone: str | None) -> foreign_times.Clock:
    """Return the clock by which times are read and shown: of the zone typed, or the diary's."""
    now = session.now
    if zone is None:
        return foreign_times.Clock(now=now)
    name = texts.zone(zone)
    here = now.replace(zone=name, utc_offset=offset_at(now.instant, name))
    return foreign_times.Clock(now=here, named=True)
