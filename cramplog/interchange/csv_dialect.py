"""Which character separates the cells of a CSV file."""

from __future__ import annotations

import csv

COMMA = ","
SEPARATORS = {COMMA: COMMA, ";": ";", "tab": "\t", "\\t": "\t", "\t": "\t", "|": "|"}
"""What `--separator` takes, with the character that it means."""


def named_by(line: str) -> str:
    """The separator that a first line `sep=;` names to a spreadsheet; empty for another line."""
    plain = line.rstrip("\r\n").strip('"')
    return plain[4] if len(plain) == 5 and plain[:4].lower() == "sep=" else ""


def separator(header: str, second: str) -> str:
    """The character that makes as many cells of both lines, and of the header the most.

    One within quotation marks, or in one column's name, separates nothing.
    """

    def fit(one: str) -> tuple[bool, int]:
        wide = _width(header, one)
        return wide > 1 and (not second or wide == _width(second, one)), wide

    return max(dict.fromkeys(SEPARATORS.values()), key=fit)


def _width(line: str, one: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=one), ()))
    except csv.Error:
        return 0
