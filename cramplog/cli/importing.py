"""`import`: a file of ours or of another program into the diary, as one undo step."""

from __future__ import annotations

from typing import Any

from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.import_map import COLUMNS_SHOWN, Wanted
from cramplog.cli.import_reading import Importing, Read
from cramplog.cli.log import UNDO, alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.services.importing import SHOWN

FILE = Argument(name="file", metavar="FILE")


def _option(
    name: str, metavar: str, help_: str, parameter: str = "", *, many: bool = False
) -> Option:
    return Option(flags=(f"--{name}",), metavar=metavar, help=help_, name=parameter, many=many)


@command(
    "import",
    FILE,
    _option(
        "map",
        "COLUMN=FIELD",
        "What a column is, beside those that are guessed (COLUMN= leaves one out).",
        "maps",
        many=True,
    ),
    _option("only", "COLUMN=VALUE", "Take rows that have it; repeatable.", many=True),
    _option("time", "HH:MM", "For rows without a clock time; 03:00~ is about three."),
    _option("zone", "ZONE", "The clock to read and show times by."),
    _option("dates", "ORDER", "01/02/03 is day-first, month-first or year-first."),
    _option("encoding", "E", "utf-16, cp1252, latin-1; else UTF-8."),
    _option("identity", "FILE", "The age key of an encrypted file."),
    Option(flags=("--dry-run",), help="Only tell what would happen."),
    Option(flags=("--skip-bad",), help="Leave bad rows out."),
    into=Wanted,
)
def import_(session: Session, wanted: Wanted) -> Result:
    """Read a file into the diary; one undo step.

    CSV or JSON of cramplog, encrypted or not, `jrnl --format json`, `watson log --json`, or any
    CSV by the names of its columns and --map. Repeats are recognised. Every row is read as a
    cramp, but for those that --only leaves out, and the nights of a habit tracker.

    Examples:
    cramplog import cramps.csv --dry-run
    cramplog import old.csv --map When=started_at --only Symptom=cramp
    cramplog import Checkmarks.csv --map "No cramps=quiet"
    """

    def store() -> Result:
        read = Importing(session, wanted).run()
        return answer(
            lambda: _data(wanted, read),
            *_lines(read, dry_run=wanted.dry_run),
            warnings=(*read.imported.warnings, *read.warnings, *_ignored(read.left_out)),
        )

    return store() if wanted.dry_run else alarmed(session, store)


def _ignored(columns: tuple[str, ...]) -> tuple[str, ...]:
    if not columns:
        return ()
    named = ", ".join(map(_column, columns[:COLUMNS_SHOWN]))
    more = len(columns) - COLUMNS_SHOWN
    rest = f" and {more} more" if more > 0 else ""
    return (f"Columns that cramplog does not know were left out: {named}{rest}.",)


def _column(name: str) -> str:
    """Return a column's name, in quotes where a comma is in it."""
    return f'"{name}"' if "," in name else name


def _lines(read: Read, *, dry_run: bool) -> list[str]:
    done = read.imported
    counts = [f"{done.new} new", f"{done.here} already here"]
    counts += [f"{done.repeated} repeated in the file"] * bool(done.repeated)
    counts += [f"{done.empty} with nothing to store"] * bool(done.empty)
    counts += [f"{done.bad} not understood"] * bool(done.bad)
    counts += [f"{read.not_asked_for} left out by --only"] * bool(read.not_asked_for)
    rows = f"{done.read} {'row' if done.read == 1 else 'rows'}"
    after = "Nothing was stored: a dry run." if dry_run else UNDO if done.new else ""
    lines = [f"Read {rows} of {read.rows_of}: {', '.join(counts)}. {after}".rstrip()]
    if read.map:
        lines.append("Read as: " + ", ".join(f"{_column(c)} = {field}" for c, field in read.map))
    shown = done.problems[:SHOWN]
    lines += [f"line {each.line}: {each.told}" for each in shown]
    if done.bad > len(shown):
        lines.append(f"and {done.bad - len(shown)} more")
    return lines


def _data(wanted: Wanted, read: Read) -> dict[str, Any]:
    done = read.imported
    return {
        "file": wanted.file,
        "format": read.form,
        "rows_of": read.rows_of,
        "map": [{"column": column, "field": field} for column, field in read.map],
        "dry_run": wanted.dry_run,
        "read": done.read,
        "new": done.new,
        "already_here": done.here,
        "repeated_in_file": done.repeated,
        "left_out_by_only": read.not_asked_for,
        "nothing_to_store": done.empty,
        "not_understood": done.bad,
        "errors": [
            {"line": each.line, "entry": each.entry or None, "message": each.reason}
            for each in done.problems
        ],
        "own_triggers": list(done.own_triggers),
    }
