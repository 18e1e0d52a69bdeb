"""CSV files in general: what a spreadsheet must not run, and what cannot be read."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.errors import BadFile, InputError
from cramplog.interchange import csv_table
from cramplog.interchange.csv_formulas import armed, disarmed
from cramplog.interchange.csv_table import Table, encoded, opened

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
HOSTILE = st.sampled_from(list("=+-@\t\r\n'\";,\u202e\u05d0\U0001f9b5 a"))


def read(content: bytes, tmp_path: Path, *columns: str) -> list[tuple[int, object]]:
    """The rows of a file: the line on which each begins, and its cells or the reason."""
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with opened(str(path)) as file:
        rows = Table(file, "rows.csv").rows(columns or ("a", "b"))
        return [(line, str(c) if isinstance(c, InputError) else c) for line, c in rows]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'x"])
def test_a_cell_that_a_spreadsheet_would_run_gets_one_apostrophe(cell: str) -> None:
    assert disarmed(cell) == "'" + cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("\n=1", "\n'=1"),
        ("it hurt;=cmd()", "it hurt;'=cmd()"),
        ("it hurt,+1", "it hurt,'+1"),
        ("it hurt\t@x", "it hurt\t'@x"),
        ("one\r\n-two", "one\r\n'-two"),
        ('it hurt";"=cmd()', 'it hurt";\'"=cmd()'),
        ("typed;'so", "typed;''so"),
        ("\t=1", "'\t'=1"),
    ],
)
def test_what_another_separator_would_make_a_formula_is_disarmed_within_a_cell(
    cell: str, written: str
) -> None:
    assert disarmed(cell) == written
    assert armed(written) == cell


@pytest.mark.parametrize("cell", ["", "a=1", "1-2", " =1", "7", "a; -1", "isn't, it's"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert disarmed(cell) == cell


@given(st.lists(st.tuples(TEXT | st.text(HOSTILE), st.text(HOSTILE)), max_size=5))
def test_cells_come_back_as_they_were(rows: list[tuple[str, str]]) -> None:
    written = b"".join(encoded(("a", "b"), [[disarmed(c) for c in row] for row in rows]))
    file = io.StringIO(written.decode(), newline="")
    assert [cells for _, cells in Table(file, "x").rows(("a", "b"))] == rows
    plain = csv.reader(io.StringIO(written.decode(), newline=""))
    assert all(cell[:1] not in {*"=+-@\t\r"} for row in plain for cell in row)


def test_lines_end_as_rfc_4180_has_it_and_only_needed_quotes_are_written() -> None:
    written = b"".join(encoded(("a", "b"), [(1, None), ('say "x"', "c,d")]))
    assert written == b'a,b\r\n1,\r\n"say ""x""","c,d"\r\n'


def test_a_file_of_many_parts_is_written_whole() -> None:
    count = 3 * csv_table.BATCH
    parts = list(encoded(("n",), ((n,) for n in range(count))))
    assert len(parts) > 2
    assert b"".join(parts).count(b"\r\n") == count + 1


def test_a_file_is_never_held_whole() -> None:
    taken = []
    parts = encoded(("n",), ((taken.append(n) or n,) for n in range(10 * csv_table.BATCH)))  # type: ignore[func-returns-value]
    next(parts)
    assert len(taken) == csv_table.BATCH
    file = io.StringIO("a\n" + "7\n" * 100)
    assert next(Table(file, "x").rows(("a", "b"))) == (2, ("7", ""))
    assert file.tell() == len("a\n7\n")


def test_the_mark_for_excel_is_written_once_and_read_past(tmp_path: Path) -> None:
    written = b"".join(encoded(("a", "b"), [("1", "2")], excel=True))
    assert written == b"\xef\xbb\xbfa,b\r\n1,2\r\n"
    assert read(written, tmp_path) == [(2, ("1", "2"))]


def test_columns_are_found_in_any_order_and_missing_ones_are_empty(tmp_path: Path) -> None:
    assert read(b"x, B ,A\r\n0,2,1\r\n", tmp_path, "a", "b", "c") == [(2, ("1", "2", ""))]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"\xef\xbb\xbf\r\n \r\nsep=;\r\na;b\r\n1;2\r\n", 5),
        (b"a,b\n1,2,,\n", 2),
        (b"sep=\t\na\tb\n1\t2\n", 3),
        (b",,\na,b,\n1,2,\n", 3),
        (b"a|b\n1|2\n", 2),
        (b'"a";b;"c, d, e"\n1;2;3\n', 2),
        (b"a;b;c, d, e, f\n1;2;3\n", 2),
        (b"a;c, d;b\n1;3,5;2\n", 2),
    ],
)
def test_the_separator_is_found_and_blank_lines_are_passed_over(
    content: bytes, line: int, tmp_path: Path
) -> None:
    assert read(content, tmp_path) == [(line, ("1", "2"))]


def test_a_row_is_named_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    content = b'a,b\n1,"two\nlines\r\nor three"\n\n3,4\n5\n'
    lines = [line for line, _ in read(content, tmp_path)]
    assert lines == [2, 6, 7]


def test_a_row_with_too_few_cells_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    assert read(b"a,b\n1\n", tmp_path) == [(2, "it has 1 cells; the header has 2.")]


@pytest.mark.parametrize(
    "content", [b'a,b\n1,"cut of', b'a,b\n1,"x"y\n', b'a,b\n1,"' + b"x" * 200_000]
)
def test_broken_quoting_is_told_of_the_row_that_has_it(content: bytes, tmp_path: Path) -> None:
    ((line, reason),) = read(content, tmp_path)
    assert line == 2
    assert str(reason).startswith("this is not CSV: ")


def test_reading_goes_on_after_a_broken_row(tmp_path: Path) -> None:
    assert read(b'a,b\n1,"x"y\n3,4\n', tmp_path)[1:] == [(3, ("3", "4"))]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "rows.csv is empty."),
        ("a,b\n".encode("utf-16"), "rows.csv is not text in UTF-8."),
        (b"\x89PNG\r\n\x1a\n\0\0", "rows.csv is not text in UTF-8."),
        (b"SQLite format 3\0,a\n", "rows.csv is not text in UTF-8."),
        (b"a,b,a\n", 'rows.csv has two columns called "a".'),
        (b'"a"b\n', "rows.csv is not a CSV file"),
        (b"a" * 1_000_001, "rows.csv has a line of more than 1,000,000 characters."),
    ],
)
def test_what_is_no_csv_file_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=reason.replace(".", "[.]")):
        read(content, tmp_path)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "no.csv", "there is no file"), (tmp_path, "is a folder")):
        with pytest.raises(BadFile, match=reason), opened(str(path)):
            pass


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(BadFile, match="cannot be read"), opened("a\0b"):
        pass


def test_a_file_that_stops_being_readable_is_refused() -> None:
    class Torn(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _buffer: object) -> int:
            raise OSError(5, os.strerror(5))

    with pytest.raises(BadFile, match="Input/output error"):
        Table(io.TextIOWrapper(io.BufferedReader(Torn())), "torn.csv")
