"""`export` and `import`: the diary as a CSV file, and back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cramplog.actions.log import UNDO
from cramplog.actions.outputs import Held, Output, Wanted
from cramplog.actions.result import Result
from cramplog.config import own_triggers
from cramplog.errors import BadFile
from cramplog.interchange import csv_episodes, csv_nights, csv_table
from cramplog.render.text import flow
from cramplog.services import night_log as log_of_nights
from cramplog.services import transfer
from cramplog.services.intake import SHOWN

if TYPE_CHECKING:
    from cramplog.actions.result import Context
    from cramplog.services.intake import Imported

COLUMNS_SHOWN = 5


def export_csv(
    context: Context,
    *,
    night_log: bool = False,
    excel: bool = False,
    **options: Any,
) -> Result:
    """Write the episodes, or with `night_log` the nights, of a period to a CSV file.

    `options` are those of `outputs.Wanted`; `since` and `until` are inclusive nights. Raises
    FileExists, BadFile, BadTime, BadOption.
    """
    wanted = Wanted(**options)
    output = Output(context, wanted, "cramplog-nights" if night_log else "cramplog", "csv")
    diary = context.diary()
    nights = wanted.nights(context, diary)
    name = "" if wanted.no_name else diary.person
    if night_log:
        lines = log_of_nights.night_lines(diary, context.now, **nights)
        noted = log_of_nights.noted(lines)
        file = output.put(csv_nights.write(lines, noted, person=name, excel=excel))
        span = (lines[0].night, lines[-1].night) if lines else (0, 0)
        held = Held(counts={"nights": len(lines)}, person=name)
    else:
        told = csv_episodes.Written()
        keep = {"notes": not wanted.no_notes, "name": not wanted.no_name}
        episodes = diary.episodes("oldest", **nights)
        file = output.put(csv_episodes.write(episodes, told, excel=excel, **keep))
        span = (told.first_night, told.last_night)
        held = Held(counts={"episodes": told.episodes}, notes=told.notes, person=name)
    held = held.replace(first_night=span[0], last_night=span[1])
    written = output.told(file, held, rows_of="nights" if night_log else "episodes")
    matched = span[0] or not nights or diary.first_night() is None
    return written if matched else written.replace(exit_code=1)


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
        text=lambda screen: [part for line in lines for part in flow(line, screen.width, "  ")],
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
