"""`import`: a file of ours or of another program into the diary, as one undo step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

from cramplog.actions.log import UNDO
from cramplog.actions.progress import watched
from cramplog.actions.result import Result
from cramplog.config import own_triggers
from cramplog.errors import BadFile, BadOption
from cramplog.interchange import (
    csv_episodes,
    csv_nights,
    csv_table,
    foreign_fields,
    foreign_files,
    foreign_rows,
    foreign_times,
    json_diary,
)
from cramplog.render.text import flow, visible
from cramplog.services import transfer, whole
from cramplog.services.intake import SHOWN
from cramplog.value import Value

if TYPE_CHECKING:
    from cramplog.actions.result import Context
    from cramplog.interchange.foreign_fields import Map
    from cramplog.interchange.foreign_files import Foreign
    from cramplog.services.intake import Imported
    from cramplog.storage.repository import Diary

COLUMNS_SHOWN = 5


class _Done(Value):
    """What was read, as what, and which columns were not."""

    imported: Imported
    rows_of: str
    form: str
    map: Map = ()
    left_out: tuple[str, ...] = ()


class _Importing:
    """One import: the options of the command, and the diary."""

    def __init__(
        self, context: Context, file: str, maps: tuple[str, ...], dates: str | None, **take: bool
    ) -> None:
        if dates not in (None, *foreign_times.ORDERS):
            raise BadOption(f"--dates is {' or '.join(foreign_times.ORDERS)}.")
        self.context = context
        self.diary: Diary = context.diary(look=bool(take.get("dry_run")))
        self.file = file
        self.name = os.path.basename(file) or file
        self.maps = maps
        self.dates = dates
        self.take: dict[str, Any] = {"name": self.name, **take}

    def run(self) -> _Done:
        with csv_table.opened(self.file) as lines:
            kind = foreign_files.kind_of(lines, self.name)
            if kind == foreign_files.OURS:
                return self._record(lines)
            if kind != foreign_files.CSV:
                return self._foreign(foreign_files.of_json(kind, lines, self.name), lines, "json")
            table = csv_table.Table(lines, self.name)
            return self._ours(table, lines) or self._foreign(
                foreign_files.of_table(table), lines, "csv"
            )

    def _record(self, lines: TextIO) -> _Done:
        """A whole record in JSON."""
        if self.maps:
            raise BadOption("--map goes with files of other programs.")
        reading = json_diary.Reading(lines, self.name)
        entries = watched(reading.entries(), lines, self.context)
        done = whole.import_whole(self.diary, reading.head, entries, self.context.now, **self.take)
        return _Done(imported=done, rows_of="entries", form="json")

    def _ours(self, table: csv_table.Table, lines: TextIO) -> _Done | None:
        """Our CSV of episodes or of nights; None where it is another's."""
        now, own = self.context.now, own_triggers(self.diary.settings)
        if self.maps:
            return None
        if csv_episodes.NEEDED in table.columns:
            columns = csv_episodes.COLUMNS
            rows = watched(table.rows(columns), lines, self.context)
            episodes = csv_episodes.read(rows, now, own)
            done = transfer.import_episodes(self.diary, episodes, now, **self.take)
            what = "episodes"
        elif {*csv_nights.NEEDED}.issubset(table.columns):
            columns = csv_nights.columns_of(table.columns)
            rows = watched(table.rows(columns), lines, self.context)
            nights = csv_nights.read(rows, columns, now, own)
            done = transfer.import_nights(self.diary, nights, now, **self.take)
            what = "nights"
        else:
            return None
        left_out = tuple(table.others(columns))
        return _Done(imported=done, rows_of=what, form="csv", left_out=left_out)

    def _foreign(self, foreign: Foreign, lines: TextIO, form: str) -> _Done:
        """A file of another program, by the map that was said, is ready, or is guessed."""
        chosen = self._chosen(foreign)
        columns = [column for column, _ in chosen]
        orders = self._orders(chosen, columns, form)
        mapped = foreign_rows.Mapped(
            chosen,
            self.context.now,
            own=tuple(own_triggers(self.diary.settings)),
            orders=orders,
            source=foreign.source,
        )
        rows = mapped.read(watched(foreign.rows(columns), lines, self.context))
        done = transfer.import_episodes(self.diary, rows, self.context.now, **self.take)
        left_out = tuple(column for column in foreign.columns if column not in columns)
        return _Done(
            imported=done,
            rows_of="episodes",
            form=form if foreign.source == "import" else foreign.source,
            map=chosen,
            left_out=() if foreign.ready == chosen else left_out,
        )

    def _orders(self, chosen: Map, columns: list[str], form: str) -> dict[str, str | None]:
        """The order of day and month, as it was said or as the whole file shows it."""
        if self.dates or form == "json":
            return dict.fromkeys(("started_at", "date", "ended_at"), self.dates)
        with csv_table.opened(self.file) as lines:
            return foreign_rows.orders(chosen, csv_table.Table(lines, self.name).rows(columns))

    def _chosen(self, foreign: Foreign) -> Map:
        if self.maps:
            chosen = foreign_fields.said(self.maps, foreign.columns, self.name)
            if not foreign_fields.is_enough(chosen):
                raise BadOption(
                    "the map does not say when a cramp began.",
                    "Map a column to started_at, or one to date and one to time.",
                )
            return chosen
        return foreign.ready or self._guessed(foreign)

    def _guessed(self, foreign: Foreign) -> Map:
        """The map that the columns' names suggest: shown first, and only used when agreed to.

        A dry run may use it, because that stores nothing.
        """
        guess = foreign_fields.guess(foreign.columns)
        columns = ", ".join(foreign.columns[: COLUMNS_SHOWN * 2])
        if not foreign_fields.is_enough(guess):
            raise BadFile(
                f"{self.name} has no column {csv_episodes.NEEDED}, and none whose name says when "
                f"a cramp began. Its columns: {columns}.",
                "Say what they are: --map COLUMN=started_at --map COLUMN=note",
            )
        if self.take["dry_run"]:
            return guess
        if not self.context.interactive():
            raise BadFile(
                f"{self.name} is not of cramplog; its columns would be read as guessed.",
                f"To agree: {foreign_fields.options(guess)}; --dry-run tries it.",
            )
        for column, field in guess:
            said = visible(f"{column}: {field} ({foreign_fields.FIELDS[field]})")
            sys.stdout.write(f"{said}\n")
        others = [c for c in foreign.columns if c not in dict(guess)]
        sys.stdout.write(visible(f"Left out: {', '.join(others)}") + "\n" if others else "")
        if input("Read them so? [y/N] ").strip().lower() not in ("y", "yes"):
            raise BadOption("nothing was stored.", "Say it with --map COLUMN=FIELD.")
        return guess


def import_(
    context: Context,
    file: str,
    *,
    maps: tuple[str, ...] = (),
    dates: str | None = None,
    dry_run: bool = False,
    skip_bad: bool = False,
) -> Result:
    """Read a file into the diary: CSV or JSON of ours, jrnl, Watson, or any CSV by `maps`.

    `maps` are `COLUMN=FIELD`; `dates` is the order of day and month. Raises BadFile: for a file
    that cannot be read, and without `skip_bad` for any bad row; BadOption.
    """
    done = _Importing(context, file, maps, dates, skip_bad=skip_bad, dry_run=dry_run).run()
    lines = _lines(done, dry_run=dry_run)
    return Result(
        text=lambda screen: [part for line in lines for part in flow(line, screen.width, "  ")],
        data=lambda: _data(file, done, dry_run=dry_run),
        warnings=(*done.imported.warnings, *_ignored(done.left_out)),
    )


def _ignored(columns: tuple[str, ...]) -> tuple[str, ...]:
    if not columns:
        return ()
    named = ", ".join(columns[:COLUMNS_SHOWN])
    more = len(columns) - COLUMNS_SHOWN
    rest = f" and {more} more" if more > 0 else ""
    return (f"Columns that cramplog does not know were left out: {named}{rest}.",)


def _lines(found: _Done, *, dry_run: bool) -> list[str]:
    done = found.imported
    counts = [f"{done.new} new", f"{done.here} already here"]
    counts += [f"{done.empty} with nothing to store"] * bool(done.empty)
    counts += [f"{done.bad} not understood"] * bool(done.bad)
    rows = f"{done.read} {'row' if done.read == 1 else 'rows'}"
    after = "Nothing was stored: a dry run." if dry_run else UNDO if done.new else ""
    lines = [f"Read {rows} of {found.rows_of}: {', '.join(counts)}. {after}".rstrip()]
    if found.map:
        lines.append("Read as: " + ", ".join(f"{column} = {field}" for column, field in found.map))
    shown = done.problems[:SHOWN]
    lines += [f"line {line}: {reason}" for line, reason in shown]
    if done.bad > len(shown):
        lines.append(f"and {done.bad - len(shown)} more")
    return lines


def _data(file: str, found: _Done, *, dry_run: bool) -> dict[str, Any]:
    done = found.imported
    return {
        "file": file,
        "format": found.form,
        "rows_of": found.rows_of,
        "map": [{"column": column, "field": field} for column, field in found.map],
        "dry_run": dry_run,
        "read": done.read,
        "new": done.new,
        "already_here": done.here,
        "nothing_to_store": done.empty,
        "not_understood": done.bad,
        "errors": [{"line": line, "message": reason} for line, reason in done.problems],
        "own_triggers": list(done.own_triggers),
    }
