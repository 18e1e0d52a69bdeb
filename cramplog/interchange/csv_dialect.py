"""The character that separates the cells of a CSV file."""

from __future__ import annotations

import csv

COMMA = ","
SEPARATORS = {COMMA: COMMA, ";": ";", "tab": "\t", "\\t": "\t", "\t": "\t", "|": "|"}
"""The values of `--separator`, with the character that each means."""


def named_by(line: str) -> str:
    """Return the separator that a first line `sep=;` names; empty for another line."""
    plain = line.rstrip("\r\n").strip('"')
    return plain[4] if len(plain) == 5 and plain[:4].lower() == "sep=" else ""


def separator(header: str, second: str) -> str:
    """Return the character that splits both lines into as many cells, the header into most.

    A character within quotation marks, or in one column's name, separates nothing.
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
