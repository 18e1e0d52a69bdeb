"""`export` and `import`: the diary as a CSV file, and back."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from cramplog.actions import files
from cramplog.actions.log import UNDO
from cramplog.actions.ranges import night_said
from cramplog.actions.result import Result
from cramplog.config import own_triggers
from cramplog.domain.moments import day_of
from cramplog.domain.night import iso
from cramplog.errors import BadFile, BadOption
from cramplog.interchange import csv_episodes, csv_nights, csv_table
from cramplog.render.text import day, flow
from cramplog.services import night_log as log_of_nights
from cramplog.services import transfer
from cramplog.services.intake import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.actions.result import Context
    from cramplog.services.intake import Imported

STDOUT = "-"
COLUMNS_SHOWN = 5


class _File:
    """Where an export goes: a file, or the standard output."""

    def __init__(self, context: Context, output: str | None, stem: str, *, force: bool) -> None:
        today = iso(day_of(context.now.instant, context.now.utc_offset))
        self._output = output or f"{stem}-{today}.csv"
        self._force = force

    def put(self, parts: Iterable[bytes]) -> str | None:
        """Write it; the file's name, None for the standard output. Raises FileExists, BadFile."""
        if self._output != STDOUT:
            return files.write(self._output, parts, force=self._force)
        sys.stdout.flush()
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return None


def export_csv(  # noqa: PLR0913 (the options of the command)
    context: Context,
    *,
    output: str | None = None,
    since: str | None = None,
    until: str | None = None,
    night_log: bool = False,
    no_notes: bool = False,
    no_name: bool = False,
    excel: bool = False,
    force: bool = False,
) -> Result:
    """Write the episodes, or with `night_log` the nights, of a period to a CSV file.

    `since` and `until` are inclusive nights. Raises FileExists, BadFile, BadTime, BadOption.
    """
    if output == STDOUT and context.json:
        raise BadOption("-o - and --json both want the standard output.", "Give -o a file's name.")
    diary = context.diary()
    nights = {
        name: night
        for name, text in (("since", since), ("until", until))
        if (night := night_said(text, context, diary)) is not None
    }
    if night_log:
        file = _File(context, output, "cramplog-nights", force=force)
        lines = log_of_nights.night_lines(diary, context.now, **nights)
        name = "" if no_name else diary.person
        noted = log_of_nights.noted(lines)
        target = file.put(csv_nights.write(lines, noted, person=name, excel=excel))
        span = (lines[0].night, lines[-1].night) if lines else None
        written = _written(target, "nights", len(lines), span)
    else:
        file = _File(context, output, "cramplog", force=force)
        told = csv_episodes.Written()
        episodes = diary.episodes("oldest", **nights)
        target = file.put(
            csv_episodes.write(episodes, told, notes=not no_notes, name=not no_name, excel=excel)
        )
        span = (told.first_night, told.last_night) if told.episodes else None
        written = _written(target, "episodes", told.episodes, span, notes=told.notes)
    matched = span or not nights or diary.first_night() is None
    return written if matched else written.replace(exit_code=1)


def _written(
    file: str | None, what: str, count: int, span: tuple[int, int] | None, notes: int = 0
) -> Result:
    """What is said of an export: nothing where the standard output holds the export itself."""
    first, last = span or (None, None)
    said = f"Wrote {file}: {count} {what if count != 1 else what[:-1]}"
    if first and first == last:
        said += f", the night of {day(first, year=True)}"
    elif first and last:
        said += f", nights of {day(first, year=True)} to {day(last, year=True)}"
    lines = [f"{said}. It is not encrypted."]
    if notes:
        lines.append(f"It contains your notes ({notes}); without them: --no-notes.")
    return Result(
        text=lambda screen: _flowed(lines, screen.width) if file else [],
        data=lambda: {
            "file": file,
            "format": "csv",
            "rows_of": what,
            what: count,
            "notes": notes,
            "first_night": iso(first) if first else None,
            "last_night": iso(last) if last else None,
        },
    )


def _flowed(lines: list[str], width: int) -> list[str]:
    return [part for line in lines for part in flow(line, width, "  ")]


def import_(
    context: Context, file: str, *, dry_run: bool = False, skip_bad: bool = False
) -> Result:
    """Read a CSV file of episodes or of nights into the diary, as one undo step.

    Raises BadFile: for a file that cannot be read, and without `skip_bad` for any bad row.
    """
    diary = context.diary()
    with csv_table.opened(file) as lines:
        table = csv_table.Table(lines, os.path.basename(file) or file)
        take = {"skip_bad": skip_bad, "dry_run": dry_run}
        own = own_triggers(diary.settings)
        if csv_episodes.NEEDED in table.columns:
            columns, what = csv_episodes.COLUMNS, "episodes"
            episodes = csv_episodes.read(table.rows(columns), context.now, own)
            done = transfer.import_episodes(diary, episodes, context.now, name=table.name, **take)
        elif {*csv_nights.NEEDED}.issubset(table.columns):
            columns, what = csv_nights.columns_of(table.columns), "nights"
            nights = csv_nights.read(table.rows(columns), columns, context.now, own)
            done = transfer.import_nights(diary, nights, context.now, name=table.name, **take)
        else:
            raise BadFile(
                f"{table.name} has no column {csv_episodes.NEEDED}, which rows of episodes need; "
                f"rows of a night log need {' and '.join(csv_nights.NEEDED)}.",
                "`cramplog export csv -o -` shows all columns.",
            )
    return _imported(file, what, done, _ignored(table.others(columns)), dry_run=dry_run)


def _ignored(columns: list[str]) -> tuple[str, ...]:
    if not columns:
        return ()
    named = ", ".join(columns[:COLUMNS_SHOWN])
    more = len(columns) - COLUMNS_SHOWN
    rest = f" and {more} more" if more > 0 else ""
    return (f"Columns that cramplog does not know were left out: {named}{rest}.",)


def _imported(
    file: str, what: str, done: Imported, ignored: tuple[str, ...], *, dry_run: bool
) -> Result:
    counts = [f"{done.new} new", f"{done.here} already here"]
    counts += [f"{done.empty} with nothing to store"] * bool(done.empty)
    counts += [f"{done.bad} not understood"] * bool(done.bad)
    rows = f"{done.read} {'row' if done.read == 1 else 'rows'}"
    after = "Nothing was stored: a dry run." if dry_run else UNDO if done.new else ""
    lines = [f"Read {rows} of {what}: {', '.join(counts)}. {after}"]
    shown = done.problems[:SHOWN]
    lines += [f"line {line}: {reason}" for line, reason in shown]
    if done.bad > len(shown):
        lines.append(f"and {done.bad - len(shown)} more")
    return Result(
        text=lambda screen: _flowed(lines, screen.width),
        data=lambda: _data(file, what, done, dry_run=dry_run),
        warnings=(*done.warnings, *ignored),
    )


def _data(file: str, what: str, done: Imported, *, dry_run: bool) -> dict[str, Any]:
    return {
        "file": file,
        "format": "csv",
        "rows_of": what,
        "dry_run": dry_run,
        "read": done.read,
        "new": done.new,
        "already_here": done.here,
        "nothing_to_store": done.empty,
        "not_understood": done.bad,
        "errors": [{"line": line, "message": reason} for line, reason in done.problems],
        "own_triggers": list(done.own_triggers),
    }
