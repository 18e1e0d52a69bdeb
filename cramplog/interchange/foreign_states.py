"""Nights of other programs: their states in words, or the check marks of a habit tracker.

The habit's name decides what a mark means: a cramp, or none. Loop Habit Tracker writes YES_MANUAL,
NO, SKIP and UNKNOWN, or 2, 0, 3 and -1; its YES_AUTO marks a day that nobody marked.
"""

from __future__ import annotations

import re

from cramplog.domain.night import CRAMP, QUIET, UNKNOWN
from cramplog.domain.spelling import quoted
from cramplog.errors import BadWord

FIELDS = ("state", CRAMP, QUIET)
"""Fields for a night's state: by words or the column's name, or by a mark's meaning."""

_CRAMP = re.compile(r"cramp|charley|spasm|kr[aä]mpf|kramp|calambre|c[aãâ]ibra")
_NONE = re.compile(r"\b(?:no|not|without|free|quiet|ohne|keine?|sans|sin|senza|zonder)\b|free\b")
_YES = {"yes_manual", "yes", "y", "true", "x", "✓", "✔", "✅", "☑", "done", "completed", "1", "2"}
_NO = {"no", "n", "false", "0", "✗", "✘", "❌", "missed", "not done"}
_NOBODY = {"unknown", "yes_auto", "skip", "skipped", "-1", "3", "?", "-", "–", "n/a", "na", "null"}
_STATES = {CRAMP: CRAMP, QUIET: QUIET, "none": QUIET}


def names_cramp(text: str) -> bool:
    """Return whether a text has a word for a cramp, in one of the larger languages."""
    return bool(_CRAMP.search(text.lower()))


def meaning(column: str) -> str:
    """Return what a mark means by its column's name: CRAMP, QUIET, or empty if unclear."""
    plain = column.lower().replace("_", " ").replace("-", " ")
    if _CRAMP.search(plain):
        return QUIET if _NONE.search(plain) else CRAMP
    return QUIET if re.search(r"\bquiet\b", plain) else ""


def is_no(cell: str) -> bool:
    """Return whether a cell means no, or nothing."""
    plain = cell.strip().lower()
    return not plain or plain in _NO or plain in _NOBODY


def read(field: str, column: str, cell: str) -> str:
    """Return the state of a cell: CRAMP, QUIET or UNKNOWN; raises BadWord."""
    plain = cell.strip().lower()
    if field == "state" and plain in _STATES:
        return _STATES[plain]
    if not plain or plain in _NOBODY:
        return UNKNOWN
    if plain not in _YES | _NO:
        raise BadWord(f"{quoted(cell)} is no check mark, and not cramp, quiet or unknown.")
    means = meaning(column) if field == "state" else field
    if not means:
        raise BadWord(
            f"a mark in {quoted(column)} may mean a cramp, or that there was none.",
            f"--map with ={CRAMP} or ={QUIET} says which.",
        )
    return means if plain in _YES else ({CRAMP, QUIET} - {means}).pop()
