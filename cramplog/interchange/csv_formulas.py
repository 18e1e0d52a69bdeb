"""Disarm cells that a spreadsheet would run as a formula, and restore them.

Such a cell gets a `'` before it. So does the text behind a separator, a tab or a line break within
a cell, even in quotation marks, because a spreadsheet that splits the file there makes a cell of
it. A `'` that was typed in such a place gets another one, so that both can be distinguished.
"""

from __future__ import annotations

import re

RISKY = frozenset("=+-@\t\r'")
_HIDDEN = re.compile(r"[,;|\t\r\n]\"*[=+\-@\t\r']")
_WITHIN = r"(?:(?<=[,;|\t\r\n])(?=\"*[=+\-@\t\r']))"
_ARMED = re.compile(rf"\A(?=[=+\-@\t\r'])|{_WITHIN}")
_DISARMED = re.compile(rf"\A'(?=[=+\-@\t\r'])|{_WITHIN}'(?=\"*[=+\-@\t\r'])")


def disarmed(text: str) -> str:
    """Return a cell that no spreadsheet runs."""
    if text[:1] in RISKY or _HIDDEN.search(text):
        return _ARMED.sub("'", text)
    return text


def armed(cell: str) -> str:
    """Return the original text of a cell that `disarmed` wrote."""
    return _DISARMED.sub("", cell) if "'" in cell else cell


def armed_at_first(cell: str) -> str:
    """Remove the one leading `'` with which other programs make spreadsheets take text."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in RISKY else cell
