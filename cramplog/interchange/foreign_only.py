"""`--only COLUMN=VALUE`: which rows of a file are taken, where others are no cramps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadOption, InputError
from cramplog.interchange.csv_table import Row
from cramplog.interchange.foreign_values import listed


class Only:
    """Takes the rows that have one of the values in each of the columns that were named."""

    def __init__(self, options: Iterable[str], columns: Sequence[str], name: str) -> None:
        """Raises BadOption for what is no column of the file `name`."""
        self.left_out = 0
        self._values: dict[str, set[str]] = {}
        for option in options:
            column, value = _parted(option, columns, name)
            self._values.setdefault(column, set()).add(value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are looked at."""
        return tuple(self._values)

    def taken(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows that are wanted, without their last cells, which are those of `columns`."""
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
    """Column and value; there may be a `=` in either."""
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
    """Whether a cell is one of the values, or has it among several, as tags are."""
    whole = cell.strip().casefold()
    return whole in values or any(part.lstrip("@#") in values for part in listed(whole))
