"""Cells that a spreadsheet would run as a formula: disarmed in a file, and as they were again.

Such a cell gets one `'` before it. So does what stands behind a separator, a tab or a line break
within a cell, because a spreadsheet that splits the file elsewhere than was meant makes a cell of
it, in quotation marks too. What is inserted can be told from what was typed, because a `'` that
was typed in such a place gets another one.
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
    """Return what `disarmed` was given."""
    return _DISARMED.sub("", cell) if "'" in cell else cell


def armed_at_first(cell: str) -> str:
    """Return a cell of another program: with the one `'` off that makes a spreadsheet take text."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in RISKY else cell
