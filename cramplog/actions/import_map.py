"""Which column of a foreign file is what: as it was said, is ready, or is guessed and agreed to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cramplog.errors import BadFile, BadOption
from cramplog.interchange import csv_episodes, foreign_fields, foreign_guess
from cramplog.render.text import visible
from cramplog.value import Value

if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.interchange.foreign_fields import Map
    from cramplog.interchange.foreign_files import Foreign

COLUMNS_SHOWN = 5


class Wanted(Value):
    """The options of the command, as they were typed."""

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
    """The map: what was said goes before what is ready or guessed; raises BadOption, BadFile.

    `timed`: a clock time was said for rows that have none.
    """
    said = foreign_fields.said(wanted.maps, foreign.columns, name)
    if foreign.ready:
        both = dict(foreign.ready) | dict(said)
        found = tuple((column, field) for column, field in both.items() if field)
    else:
        found = foreign_guess.guess(foreign.columns, said)
    if not foreign_fields.is_enough(found, timed=timed):
        raise _timeless(found, foreign, name, said=bool(said))
    if said or foreign.ready or wanted.dry_run:
        return found
    return _agreed(session, foreign, found, name)


def _timeless(found: Map, foreign: Foreign, name: str, *, said: bool) -> BadOption | BadFile:
    """The error for a map that does not tell when a cramp began."""
    if said and "date" in {field for _, field in found}:
        return BadOption(
            f"the dates of {name} have no clock time.",
            "Map one: --map COLUMN=time; or take one for all: --time 03:00~",
        )
    if said:
        return BadOption(
            "the map does not say when a cramp began.",
            "Map a column to started_at, or one to date and one to time; of nights, to night.",
        )
    columns = ", ".join(foreign.columns[: COLUMNS_SHOWN * 2])
    return BadFile(
        f"{name} has no column {csv_episodes.NEEDED}, and none whose name says when a cramp "
        f"began. Its columns: {columns}.",
        "Say what they are: --map COLUMN=started_at --map COLUMN=note; for dates without a clock "
        "time: --time 03:00~",
    )


def _agreed(session: Session, foreign: Foreign, guess: Map, name: str) -> Map:
    """The map that the columns' names suggest: shown first, and used when agreed to."""
    if not session.interactive():
        raise BadFile(
            f"{name} is not of cramplog; its columns would be read as guessed.",
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
