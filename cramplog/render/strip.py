"""The night strip of report and status screen: `Mon C   Tue C2  Wed .   Thu ?`.

The status screen uses this module, so it imports nothing that loads slowly.
"""

from __future__ import annotations

from cramplog.domain.night import BEFORE, CRAMP, NOT_OVER, QUIET, UNKNOWN
from cramplog.report.days import weekday

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cramplog.report.nights import NightState

SIGNS = {CRAMP: "C", QUIET: ".", UNKNOWN: "?", NOT_OVER: "-", BEFORE: "_"}
MEANINGS = {
    CRAMP: "cramp",
    QUIET: "quiet",
    UNKNOWN: "unknown",
    NOT_OVER: "not over",
    BEFORE: "before the diary",
}
GAP = "  "


def sign(night: NightState) -> str:
    """Return `C`, or `C2` for two, `.` quiet, `?` unknown, `-` not over, `_` before the diary."""
    return SIGNS[night.state] + (str(night.cramps) if night.cramps > 1 else "")


def strip(states: Sequence[NightState], width: int) -> list[str]:
    """Return up to a week of nights with weekdays, in lines of at most `width` characters."""
    shown = [f"{weekday(night.night)} {sign(night)}" for night in states]
    cell = max(map(len, shown), default=0)
    return packed([name.ljust(cell) for name in shown], width)


def said(states: Sequence[NightState]) -> str:
    """Return the nights in words: `Mon quiet, Tue 2 cramps, Wed unknown`."""
    return ", ".join(f"{weekday(night.night)} {_meaning(night)}" for night in states)


def _meaning(night: NightState) -> str:
    return f"{night.cramps} cramps" if night.cramps > 1 else MEANINGS[night.state]


def legend(states: Collection[NightState], width: int) -> list[str]:
    """Explain the signs in use; cramp, quiet and unknown always."""
    used = {CRAMP, QUIET, UNKNOWN, *(night.state for night in states)}
    entries = [f"{mark} {MEANINGS[state]}" for state, mark in SIGNS.items() if state in used]
    most = max((night.cramps for night in states), default=0)
    if most > 1:
        entries.insert(1, f"C{most} {most} cramps")
    return packed(entries, width)


def packed(pieces: Sequence[str], width: int) -> list[str]:
    """Place the pieces side by side, in as many lines as needed; no piece is broken."""
    lines: list[str] = []
    for piece in pieces:
        if lines and len(lines[-1]) + len(GAP) + len(piece.rstrip()) <= width:
            lines[-1] += GAP + piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]
