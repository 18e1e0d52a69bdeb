"""Numbers, labels and lines of the report in words. Two significant digits are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cramplog.domain.catalogue import Entry
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.render.text import flow, length, visible

JOINED = "\ue000"
"""Stands for a space where a line must not be broken; printed as a plain space.

A character of private use, which no text of a user keeps: `visible` escapes it.
"""

LABEL = 16
NARROW = 70
"""Below this width a label stands before its text instead of in a column."""

SHORT_ENOUGH_TO_JOIN = 26


def number(value: float) -> str:
    """`3.1`, `7`, `12`, `0.083`."""
    return str(round(value)) if value >= 10 else f"{value:.2g}"


def percent(share: float) -> str:
    """`67%`, `3.4%`."""
    return f"{number(100 * share)}%"


def percents(low: float, high: float) -> str:
    """`30 to 90%`."""
    return f"{number(100 * low)} to {percent(high)}"


def lasted(seconds: float) -> str:
    """`45 s`, `2 min 53 s`, `1 h 5 min`."""
    return length(round(seconds))


def counted(count: int, thing: str) -> str:
    """`1 cramp`, `3 cramps`."""
    return f"{count} {thing if count == 1 else thing + 's'}"


def joined(text: str) -> str:
    """The text as one piece where lines are broken, unless it is too long for that."""
    return text.replace(" ", JOINED) if len(text) <= SHORT_ENOUGH_TO_JOIN else text


def listed(pieces: Iterable[str]) -> str:
    """The pieces with commas between, each kept on one line where it can be."""
    return ", ".join(joined(piece) for piece in pieces)


def muscle_label(muscle: str) -> str:
    """What a site is called; its own id where the catalogue does not know it."""
    return _label(MUSCLES.get(muscle), muscle)


def trigger_label(trigger: str, own: Mapping[str, str]) -> str:
    """What a trigger is called; `own` has the labels of the person's own triggers."""
    return _label(TRIGGERS.get(trigger), own.get(trigger, trigger))


def remedy_label(remedy: str) -> str:
    """What a remedy is called."""
    return _label(REMEDIES.get(remedy), remedy)


def _label(entry: Entry | None, otherwise: str) -> str:
    return visible(otherwise) if entry is None else entry.label


def site_label(muscle: str, side: str | None) -> str:
    """`left calf`, `both calf`, `foot`."""
    if side is None:
        return muscle_label(muscle)
    return f"{'both sides' if side == 'both' else side} {muscle_label(muscle)}"


def lines(label: str, texts: Sequence[str], width: int) -> list[str]:
    """A label and its sentences, none of the lines longer than `width`.

    Where there is room the texts stand in a column beside the label, else after it.
    """
    first, rest = (f"{label}: ", "  ") if width < NARROW else (label.ljust(LABEL), " " * LABEL)
    told: list[str] = []
    for at, text in enumerate(texts):
        begins = first if at == 0 else rest
        told += flow(begins + text, width, rest)
    return [line.replace(JOINED, " ").rstrip() for line in told]


def column(label: str, pieces: Sequence[str], width: int) -> list[str]:
    """A label beside lines that are laid out already."""
    if width < NARROW:
        return [f"{label}:", *(f"  {piece}" for piece in pieces)]
    labels = [label, *[""] * (len(pieces) - 1)]
    return [name.ljust(LABEL) + piece for name, piece in zip(labels, pieces, strict=True)]


def room(width: int) -> int:
    """The width that `column` leaves for its pieces."""
    return width - (2 if width < NARROW else LABEL)
