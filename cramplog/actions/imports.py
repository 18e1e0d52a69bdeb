"""`import`: a file of ours or of another program into the diary, as one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cramplog.actions.import_map import COLUMNS_SHOWN, Wanted
from cramplog.actions.import_reading import Done, Importing
from cramplog.cli.log import UNDO
from cramplog.cli.session import Result
from cramplog.render.text import flow
from cramplog.services.importing import SHOWN

if TYPE_CHECKING:
    from cramplog.cli.session import Session


def import_(session: Session, file: str, **options: Any) -> Result:
    """Read a file into the diary: CSV or JSON of ours, jrnl, Watson, or any CSV by a map.

    `options` are those of `Wanted`. Raises BadFile: for a file that cannot be read, and without
    `skip_bad` for any bad row; BadOption, BadTime, BadPassphrase.
    """
    wanted = Wanted(**options)
    done = Importing(session, file, wanted).run()
    lines = _lines(done, dry_run=wanted.dry_run)
    return Result(
        text=lambda screen: [part for line in lines for part in flow(line, screen.width, "  ")],
        data=lambda: _data(file, done, dry_run=wanted.dry_run),
        warnings=(*done.imported.warnings, *done.warnings, *_ignored(done.left_out)),
    )


def _ignored(columns: tuple[str, ...]) -> tuple[str, ...]:
    if not columns:
        return ()
    named = ", ".join(map(_column, columns[:COLUMNS_SHOWN]))
    more = len(columns) - COLUMNS_SHOWN
    rest = f" and {more} more" if more > 0 else ""
    return (f"Columns that cramplog does not know were left out: {named}{rest}.",)


def _column(name: str) -> str:
    """A column's name, told apart from the next one."""
    return f'"{name}"' if "," in name else name


def _lines(found: Done, *, dry_run: bool) -> list[str]:
    done = found.imported
    counts = [f"{done.new} new", f"{done.here} already here"]
    counts += [f"{done.repeated} repeated in the file"] * bool(done.repeated)
    counts += [f"{done.empty} with nothing to store"] * bool(done.empty)
    counts += [f"{done.bad} not understood"] * bool(done.bad)
    counts += [f"{found.not_asked_for} left out by --only"] * bool(found.not_asked_for)
    rows = f"{done.read} {'row' if done.read == 1 else 'rows'}"
    after = "Nothing was stored: a dry run." if dry_run else UNDO if done.new else ""
    lines = [f"Read {rows} of {found.rows_of}: {', '.join(counts)}. {after}".rstrip()]
    if found.map:
        lines.append("Read as: " + ", ".join(f"{_column(c)} = {field}" for c, field in found.map))
    shown = done.problems[:SHOWN]
    lines += [f"line {each.line}: {each.told}" for each in shown]
    if done.bad > len(shown):
        lines.append(f"and {done.bad - len(shown)} more")
    return lines


def _data(file: str, found: Done, *, dry_run: bool) -> dict[str, Any]:
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
        "repeated_in_file": done.repeated,
        "left_out_by_only": found.not_asked_for,
        "nothing_to_store": done.empty,
        "not_understood": done.bad,
        "errors": [
            {"line": each.line, "entry": each.entry or None, "message": each.reason}
            for each in done.problems
        ],
        "own_triggers": list(done.own_triggers),
    }
