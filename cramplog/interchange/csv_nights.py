"""Nights as CSV rows and back: a row for each night, a column for each noted factor."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from re import compile as pattern

from cramplog.clock import Moment
from cramplog.domain.factors import FACTORS, factor, parse_stored
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import CRAMP, QUIET, UNKNOWN, NightRecord, iso
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadFactor, BadTime, InputError
from cramplog.interchange import csv_cells as cell
from cramplog.interchange import texts
from cramplog.interchange.csv_dialect import COMMA
from cramplog.interchange.csv_formulas import disarmed
from cramplog.interchange.csv_table import Cells, Row, encoded
from cramplog.services.night_log import NightLine

COLUMNS = ("person", "night", "state", "cramps", "daytime_cramps", "recorded_at")
NEEDED = ("night", "state")
FACTOR = "factor_"  # prefix of a factor's id, so that no factor equals another column
STATES = (CRAMP, QUIET, UNKNOWN)
_DAY = pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")

Read = tuple[int, NightRecord | InputError | None]
"""The line on which a row begins, and its record or its error; None if the row says nothing."""


def write(
    lines: Iterable[NightLine],
    factors: Iterable[str],
    *,
    person: str,
    excel: bool = False,
    separator: str = COMMA,
) -> Iterator[bytes]:
    """Yield the file in parts, with a column for each factor, in the catalogue's order."""
    noted = set(factors)
    listed = [*(id_ for id_ in FACTORS if id_ in noted), *sorted(noted.difference(FACTORS))]
    header = (*COLUMNS, *(f"{FACTOR}{id_}" for id_ in listed))
    rows = (_cells(line, listed, person) for line in lines)
    return encoded(header, rows, excel=excel, separator=separator)


def _cells(line: NightLine, factors: Sequence[str], person: str) -> tuple[object, ...]:
    """Return the cells of a night; an unknown night has an empty number of cramps, not zero."""
    record = line.record
    said = dict(record.factors) if record else {}
    return (
        disarmed(person),
        iso(line.night),
        line.state,
        None if line.state == UNKNOWN else line.cramps,
        line.daytime or None,
        rfc3339(record.recorded_at, record.recorded_offset) if record else "",
        *(disarmed(said.get(id_, "")) for id_ in factors),
    )


def is_factor(column: str) -> bool:
    return column.startswith(FACTOR) and len(column) > len(FACTOR)


def columns_of(header: Iterable[str]) -> tuple[str, ...]:
    """Return the columns to read from a file with this header, in the order of `read`."""
    return (*COLUMNS, *filter(is_factor, header))


def read(
    rows: Iterable[Row], columns: Sequence[str], now: Moment, own: Container[str] = ()
) -> Iterator[Read]:
    """Yield the file's records of nights or errors; `own` are the user's own triggers.

    Cramps are not read: they come with the episodes.
    """
    factors = [name.removeprefix(FACTOR) for name in columns[len(COLUMNS) :]]
    for line, cells in rows:
        if isinstance(cells, InputError):
            yield line, cells
            continue
        try:
            record = _record(cells, factors, now, own)
        except InputError as problem:
            yield line, texts.named(problem, cells[1:3])
        else:
            yield line, record


def _record(
    cells: Cells, factors: Sequence[str], now: Moment, own: Container[str]
) -> NightRecord | None:
    person, night, state, _cramps, _daytime, recorded_at, *values = cells
    said = dict(
        _factor(name, value, own) for name, value in zip(factors, values, strict=True) if value
    )
    quiet = cell.one_of("state", state, STATES) == QUIET
    known = tuple(sorted((name, value) for name, value in said.items() if value))
    recorded = cell.moment("recorded_at", recorded_at) if recorded_at else None
    ordinal = _night(night)
    if not (quiet or known or recorded):
        return None
    return NightRecord(
        person=person,
        night=ordinal,
        quiet=quiet,
        factors=known,
        recorded_at=recorded[0] if recorded else now.instant,
        recorded_offset=recorded[1] if recorded else now.utc_offset,
    )


def _night(text: str) -> int:
    plain = text.strip()
    try:
        if not _DAY.fullmatch(plain):
            raise ValueError
        return date.fromisoformat(plain).toordinal()
    except ValueError:
        raise BadTime(f"night {quoted(text)} is not a date.", "It looks like 2026-11-22.") from None


def _factor(name: str, value: str, own: Container[str]) -> tuple[str, str]:
    """Return a factor and its canonical value; an unknown factor's is yes or no."""
    found = factor(name)
    if found and name not in own:
        return found, parse_stored(found, value)
    said = cell.yes_no(f"{FACTOR}{name}", value)
    if cell.own_or_known(name) != name:
        raise BadFactor(f"{quoted(name)} is not a factor I know.", did_you_mean(name, FACTORS))
    return name, cell.YES_NO[said]
