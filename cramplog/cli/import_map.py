"""Choose what each column of a foreign file is: as typed, as its program has it, or guessed."""

from __future__ import annotations

import sys

from cramplog.cli.session import Session
from cramplog.errors import BadFile, BadOption
from cramplog.interchange import csv_episodes, foreign_fields, foreign_guess
from cramplog.interchange.foreign_fields import Map
from cramplog.interchange.foreign_files import Foreign
from cramplog.render.text import visible
from cramplog.value import Value

COLUMNS_SHOWN = 5


class Wanted(Value):
    """The file and the options of the command, as they were typed."""

    file: str
    maps: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    dates: str | None = None
    time: str | None = None
    zone: str | None = None
    encoding: str | None = None
    identity: str | None = None
    dry_run: bool = False
    skip_bad: bool = False


def chosen(session: Session, foreign: Foreign, wanted: Wanted, name: str, *, timed: bool) -> Map:
    """Choose the map: what was typed goes before what is ready or guessed.

    `timed`: a clock time was typed for rows that have none. Raises BadOption, BadFile.
    """
    typed = foreign_fields.said(wanted.maps, foreign.columns, name)
    if foreign.ready:
        both = dict(foreign.ready) | dict(typed)
        columns = tuple((column, field) for column, field in both.items() if field)
    else:
        columns = foreign_guess.guess(foreign.columns, typed)
    if not foreign_fields.is_enough(columns, timed=timed):
        raise _timeless(columns, foreign, name, typed=bool(typed))
    if typed or foreign.ready or wanted.dry_run:
        return columns
    return _agreed(session, foreign, columns, name)


def _timeless(columns: Map, foreign: Foreign, name: str, *, typed: bool) -> BadOption | BadFile:
    """Return the error for a map that does not say when a cramp began."""
    if typed and "date" in {field for _, field in columns}:
        return BadOption(
            f"the dates of {name} have no clock time.",
            "Map one: --map COLUMN=time; or take one for all: --time 03:00~",
        )
    if typed:
        return BadOption(
            "the map does not say when a cramp began.",
            "Map a column to started_at, or one to date and one to time; of nights, to night.",
        )
    names = ", ".join(foreign.columns[: COLUMNS_SHOWN * 2])
    return BadFile(
        f"{name} has no column {csv_episodes.NEEDED}, and none whose name says when a cramp "
        f"began. Its columns: {names}.",
        "Say what they are: --map COLUMN=started_at --map COLUMN=note; for dates without a clock "
        "time: --time 03:00~",
    )


def _agreed(session: Session, foreign: Foreign, guess: Map, name: str) -> Map:
    """Show the map that the columns' names suggest, and ask for agreement."""
    if not session.interactive():
        raise BadFile(
            f"{name} is not of cramplog; its columns would be read as guessed.",
            f"To agree: {foreign_fields.options(guess)}; --dry-run tries it.",
        )
    for column, field in guess:
        line = visible(f"{column}: {field} ({foreign_fields.FIELDS[field]})")
        sys.stdout.write(f"{line}\n")
    others = [c for c in foreign.columns if c not in dict(guess)]
    sys.stdout.write(visible(f"Left out: {', '.join(others)}") + "\n" if others else "")
    if input("Read them so? [y/N] ").strip().lower() not in ("y", "yes"):
        raise BadOption("nothing was stored.", "Say it with --map COLUMN=FIELD.")
    return guess
