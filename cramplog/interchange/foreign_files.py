"""The kinds of files, known by content, and ready maps for jrnl's and Watson's exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TextIO

from cramplog.domain.spelling import quoted
from cramplog.errors import BadFile, BadWord
from cramplog.interchange.csv_formulas import armed_at_first
from cramplog.interchange.csv_table import Cells, Row, Table
from cramplog.interchange.foreign_fields import Map
from cramplog.interchange.json_stream import Stream
from cramplog.interchange.texts import named, not_text
from cramplog.value import Value

OURS, JRNL, WATSON, CSV = "cramplog", "jrnl", "watson", "csv"
"""A JSON record of ours; `jrnl --format json`; `watson log --json`; any CSV."""

JRNL_MAP: Map = (
    ("date", "date"),
    ("time", "time"),
    ("title", "note"),
    ("body", "note"),
    ("tags", "tags"),
)
WATSON_MAP: Map = (
    ("start", "started_at"),
    ("stop", "ended_at"),
    ("project", "tags"),
    ("tags", "tags"),
)
WATSON_CSV = ["id", "start", "stop", "project", "tags"]


class Foreign(Value):
    """A readable foreign file: its columns, its rows, and its ready map."""

    columns: list[str]
    rows: Callable[[Sequence[str]], Iterator[Row]]
    ready: Map = ()
    source: str = "import"


def kind_of(file: TextIO, name: str) -> str:
    """Return the kind of a file, and rewind the file. Raises BadFile."""
    try:
        sign = Stream(file, name).peek()
        file.seek(0)
        if sign != "{":
            return WATSON if sign == "[" else CSV
        first = next(Stream(file, name).members(), "")
        file.seek(0)
    except OSError as problem:
        raise BadFile(f"{name} cannot be read: {problem.strerror}.") from None
    return JRNL if first in ("tags", "entries") else OURS


def of_table(table: Table) -> Foreign:
    """Make a CSV file readable; `watson log --csv` is known by its columns."""
    watson = table.columns == WATSON_CSV
    return Foreign(
        columns=[column for column in table.columns if column],
        rows=partial(table.rows, armed=armed_at_first),
        ready=WATSON_MAP if watson else (),
        source=WATSON if watson else "import",
    )


def of_json(kind: str, file: TextIO, name: str) -> Foreign:
    """Make a JSON file of jrnl or Watson readable."""
    ready = JRNL_MAP if kind == JRNL else WATSON_MAP
    columns = [column for column, _ in ready]

    def rows(wanted: Sequence[str]) -> Iterator[Row]:
        for line, value in _elements(kind, Stream(file, name)):
            try:
                yield line, _cells(value, wanted, columns)
            except BadWord as problem:
                yield line, named(problem, _texts(value))

    return Foreign(columns=columns, rows=rows, ready=ready, source=kind)


def _texts(value: Any) -> list[str]:
    return (
        [each for each in value.values() if isinstance(each, str)]
        if isinstance(value, dict)
        else []
    )


def _elements(kind: str, stream: Stream) -> Iterator[tuple[int, Any]]:
    if kind == WATSON:
        yield from stream.elements()
    else:
        for key in stream.members():
            if key == "entries" and stream.peek() == "[":
                yield from stream.elements()
            else:
                stream.value()
    stream.end()


def _cells(value: Any, wanted: Sequence[str], columns: Sequence[str]) -> Cells:
    if not isinstance(value, dict) or not {*columns}.issubset(value):
        raise BadWord(f"it has not the keys {', '.join(columns)}.")
    return tuple(_cell(name, value[name]) for name in wanted)


def _cell(name: str, value: Any) -> str:
    """Return a text, or a list as a text; jrnl's order of tags varies."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(sorted(value))
    if value is None:
        return ""
    if not isinstance(value, str) or not_text(value):
        raise BadWord(f"{name} {quoted(str(value))} is not text that can be kept.")
    return value
