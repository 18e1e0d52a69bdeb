"""CSV as every export and import uses it: UTF-8, RFC 4180, formulas disarmed."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import chain, islice
from operator import itemgetter
from typing import TextIO

from cramplog import special_files
from cramplog.domain.spelling import quoted
from cramplog.errors import BadFile, InputError
from cramplog.interchange import csv_dialect, csv_formulas
from cramplog.interchange.csv_dialect import COMMA
from cramplog.interchange.texts import named, not_text

BOM = "\ufeff"
BLANK = " \t\r\n,;|\ufeff"  # characters of a line that a spreadsheet left empty
ENCODING = "utf-8-sig"
EOL = "\r\n"
BATCH = 500  # rows encoded at a time
LONGEST_LINE = 1_000_000  # characters; the cells of a row have at most 131,072 each

Cells = tuple[str, ...]
Row = tuple[int, Cells | InputError]
"""The physical line on which a row begins, and its cells or its error."""


def encoded(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    excel: bool = False,
    separator: str = COMMA,
) -> Iterator[bytes]:
    """Yield the file in parts; `excel` adds the byte-order mark. None is an empty cell."""
    buffer = StringIO(newline="")
    table = csv.writer(buffer, lineterminator=EOL, delimiter=separator)
    buffer.write(BOM if excel else "")
    table.writerow(header)
    rest = iter(rows)
    while True:
        table.writerows(islice(rest, BATCH))
        part = buffer.getvalue()
        if not part:
            return
        yield part.encode("utf-8")
        buffer.seek(0)
        buffer.truncate()


def escaped(text: str) -> str:
    """Return a cell as it stands in the file, in quotation marks if necessary."""
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def joined(
    header: str, lines: Iterable[str], *, excel: bool = False, separator: str = COMMA
) -> Iterator[bytes]:
    """Yield the file in parts, from lines of `escaped` cells with commas between them."""
    if separator != COMMA:
        rows = csv.reader(lines)
        yield from encoded(header.split(COMMA), rows, excel=excel, separator=separator)
        return
    yield ((BOM if excel else "") + header + EOL).encode("utf-8")
    rest = iter(lines)
    while part := EOL.join(islice(rest, BATCH)):
        yield (part + EOL).encode("utf-8")


@contextmanager
def opened(path: str) -> Iterator[TextIO]:
    """Open a file for reading, with or without a byte-order mark; raises BadFile.

    Bytes that are not UTF-8 become lone surrogates, so that an error can name their row.
    """
    target = os.path.expanduser(path)
    if os.path.isdir(target):
        raise BadFile(f"{path} is a folder, not a file.", "Name a CSV file.")
    try:
        handle = special_files.readable(target)
        file = open(handle, encoding=ENCODING, errors="surrogateescape", newline="")  # noqa: SIM115 (its use is not in this try)
    except FileNotFoundError:
        raise BadFile(f"there is no file {path}.", "Check its name and folder.") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise BadFile(f"{path} cannot be read: {reason}.") from None
    with file:
        yield file


class Table:
    """A CSV file for reading: its header at once, its rows one at a time."""

    def __init__(self, file: TextIO, name: str) -> None:
        """Read the header; raises BadFile if there is none.

        Blank lines before it are skipped, and a line `sep=;` names the separator.
        """
        self.name = name
        lines = _lines(file, name)
        self._skipped = 0
        first = self._first(lines)
        named = csv_dialect.named_by(first)
        if named:
            self._skipped += 1
            first = self._first(lines)
        second = next(lines, "")
        self._reader = csv.reader(
            chain(filter(None, (first, second)), lines),
            strict=True,
            delimiter=named or csv_dialect.separator(first, second),
        )
        try:
            header = next(self._reader)
        except StopIteration:
            raise BadFile(
                f"{name} is empty.", "A CSV file begins with the names of its columns."
            ) from None
        except csv.Error as problem:
            raise BadFile(f"{name} is not a CSV file: {_why(problem)}.") from None
        self.columns = [cell.strip().lower() for cell in header]
        if any(not_text(cell) for cell in self.columns):
            raise BadFile(
                f"{name} is not text in UTF-8.",
                "Save it as CSV in UTF-8, or say --encoding utf-16.",
            )
        twice = [
            column for column, count in Counter(filter(None, self.columns)).items() if count > 1
        ]
        if twice:
            raise BadFile(f"{name} has two columns called {quoted(twice[0])}.", "Keep one.")

    def _first(self, lines: Iterable[str]) -> str:
        """Return the next line that is not blank."""
        for line in lines:
            if line.strip(BLANK):
                return line.lstrip(BOM)
            self._skipped += 1
        return ""

    def others(self, known: Iterable[str]) -> list[str]:
        """Return the file's columns that are not among the known ones."""
        taken = set(known)
        return [name for name in self.columns if name and name not in taken]

    def rows(
        self, columns: Sequence[str], armed: Callable[[str], str] = csv_formulas.armed
    ) -> Iterator[Row]:
        """Yield these columns' cells row by row, restored by `armed`; a missing column is empty."""
        width = len(self.columns)
        places = {name: place for place, name in enumerate(self.columns)}
        # One empty cell more at the end: itemgetter returns no tuple for a single place.
        pick = itemgetter(*(places.get(name, width) for name in columns), width)
        while True:
            line = self._skipped + self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as problem:
                yield line, BadFile(f"this is not CSV: {_why(problem)}.")
                continue
            if not cells:
                continue  # a blank line
            if len(cells) > width and not any(cells[width:]):
                del cells[width:]
            if len(cells) != width:
                short = BadFile(f"it has {len(cells)} cells; the header has {width}.")
                yield line, named(short, cells)
                continue
            cells.append("")
            yield line, tuple([armed(c) if "'" in c else c for c in pick(cells)[:-1]])


def _why(problem: csv.Error) -> str:
    """Return the fault in words; the library names the characters that it expected."""
    if "limit" in str(problem):
        return f"a cell has more than {csv.field_size_limit():,} characters"
    if "end of data" in str(problem):
        return "a quotation mark is never closed"
    return "a quotation mark stands inside a cell"


def _lines(file: TextIO, name: str) -> Iterator[str]:
    """Yield the physical lines of a file; raises BadFile if it cannot be read further."""
    while True:
        try:
            line = file.readline(LONGEST_LINE)
        except OSError as problem:
            raise BadFile(f"{name} cannot be read: {problem.strerror}.") from None
        if not line:
            return
        if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
            raise BadFile(f"{name} has a line of more than {LONGEST_LINE:,} characters.")
        yield line
