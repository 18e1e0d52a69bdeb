"""Nights of other programs: their states in words, or the check marks of a habit tracker.

A mark says what the habit's name says: that there was a cramp, or that there was none. Loop Habit
Tracker writes YES_MANUAL, NO, SKIP and UNKNOWN, or 2, 0, 3 and -1; its YES_AUTO is of a day on
which nobody marked anything.
"""

from __future__ import annotations

import re

from cramplog.domain.night import CRAMP, QUIET, UNKNOWN
from cramplog.domain.spelling import quoted
from cramplog.errors import BadWord

FIELDS = ("state", CRAMP, QUIET)
"""Fields that tell of a night: in words or by the column's name, or what a mark means."""

_CRAMP = re.compile(r"cramp|charley|spasm|kr[aä]mpf|kramp|calambre|c[aãâ]ibra")
_NONE = re.compile(r"\b(?:no|not|without|free|quiet|ohne|keine?|sans|sin|senza|zonder)\b|free\b")
_YES = {"yes_manual", "yes", "y", "true", "x", "✓", "✔", "✅", "☑", "done", "completed", "1", "2"}
_NO = {"no", "n", "false", "0", "✗", "✘", "❌", "missed", "not done"}
_NOBODY = {"unknown", "yes_auto", "skip", "skipped", "-1", "3", "?", "-", "–", "n/a", "na", "null"}
_STATES = {CRAMP: CRAMP, QUIET: QUIET, "none": QUIET}


def names_cramp(text: str) -> bool:
    """Whether a text has a word for a cramp, in one of the larger languages."""
    return bool(_CRAMP.search(text.lower()))


def meaning(column: str) -> str:
    """What a mark in a column means by its name: CRAMP, QUIET, or nothing that one can tell."""
    plain = column.lower().replace("_", " ").replace("-", " ")
    if _CRAMP.search(plain):
        return QUIET if _NONE.search(plain) else CRAMP
    return QUIET if re.search(r"\bquiet\b", plain) else ""


def is_no(cell: str) -> bool:
    """Whether a cell says no, or nothing."""
    plain = cell.strip().lower()
    return not plain or plain in _NO or plain in _NOBODY


def read(field: str, column: str, cell: str) -> str:
    """The state that a cell tells: CRAMP, QUIET or UNKNOWN; raises BadWord."""
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
