"""`--only COLUMN=VALUE`: which rows of a file are read, if others are no cramps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadOption, InputError
from cramplog.interchange.csv_table import Row
from cramplog.interchange.foreign_values import listed


class Only:
    """Selects the rows that have one of the given values in each named column."""

    def __init__(self, options: Iterable[str], columns: Sequence[str], name: str) -> None:
        """Parse the options; raises BadOption for an unknown column of the file `name`."""
        self.left_out = 0
        self._values: dict[str, set[str]] = {}
        for option in options:
            column, value = _parted(option, columns, name)
            self._values.setdefault(column, set()).add(value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are checked."""
        return tuple(self._values)

    def taken(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the selected rows, without their last cells, which belong to `columns`."""
        if not self._values:
            yield from rows
            return
        count = len(self._values)
        for line, cells in rows:
            if isinstance(cells, InputError):
                yield line, cells
            elif all(map(_has, cells[-count:], self._values.values())):
                yield line, cells[:-count]
            else:
                self.left_out += 1


def _parted(option: str, columns: Sequence[str], name: str) -> tuple[str, str]:
    """Split a column from its value; either may contain a `=`."""
    parts = option.split("=")
    for count in range(1, len(parts)):
        column = "=".join(parts[:count]).strip().lower()
        if column in columns:
            return column, "=".join(parts[count:]).strip().casefold()
    if len(parts) < 2:
        raise BadOption(f"{quoted(option)} is not COLUMN=VALUE.", "Like --only Category=cramp")
    column = parts[0].strip().lower()
    raise BadOption(
        f"{name} has no column {quoted(column)}.",
        did_you_mean(column, columns, f"Its columns: {', '.join(columns)}."),
    )


def _has(cell: str, values: set[str]) -> bool:
    """Return whether a cell equals one of the values, or lists it among several, as tags do."""
    whole = cell.strip().casefold()
    return whole in values or any(part.lstrip("@#") in values for part in listed(whole))
