"""The tally of typical signs of night leg cramps, in words and JSON."""

from __future__ import annotations

from cramplog.flags.sources import SOURCES
from cramplog.flags.typical import HALLEGRAEFF, ICSD
from cramplog.render.text import flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from cramplog.flags.typical import Count

NO_CUT_OFF = "A tally, not a score: neither source gives a cut-off, and it is no diagnosis."
TITLES = {
    ICSD: (f"ICSD-3 ({SOURCES[ICSD].origin})", "criteria"),
    HALLEGRAEFF: (f"Hallegraeff and others ({SOURCES[HALLEGRAEFF].origin})", "characteristics"),
}


def text(counts: Sequence[Count], width: int) -> list[str]:
    """Return a line for each criterion; empty if there is no cramp."""
    if not counts or not counts[0].of:
        return []
    number = counts[0].of
    cramps = "cramp" if number == 1 else f"{number} cramps"
    lines = flow(
        f"How typical of night leg cramps? Your {cramps} of the last 28 nights", width, "  "
    )
    for source in TITLES:
        listed = [count for count in counts if count.source == source]
        lines += flow(_sum(source, listed), width, "  ")
        lines += [line for count in listed for line in flow(f"  {_line(count)}", width, "    ")]
    return [*lines, *flow(NO_CUT_OFF, width, "  ")]


def _sum(source: str, listed: Sequence[Count]) -> str:
    """Return how many criteria the diary can answer, and how many of them mostly hold."""
    name, what = TITLES[source]
    known = [count for count in listed if count.mostly is not None]
    if not known:
        return f"{name}: the diary tells nothing yet of its {len(listed)} {what}"
    mostly = sum(bool(count.mostly) for count in known)
    return (
        f"{name}: the diary tells of {len(known)} of {len(listed)} {what}; {mostly} of these hold "
        "in at least half of the cramps"
    )


def _line(count: Count) -> str:
    if not count.kept:
        return f"{count.label}: not kept in the diary"
    if not count.known:
        return f"{count.label}: not known"
    unknown = count.of - count.known
    return f"{count.label}: {count.yes} of {count.known}{f'; {unknown} unknown' if unknown else ''}"


def data(counts: Sequence[Count]) -> list[dict[str, Any]]:
    """Return the tally as JSON."""
    return [
        {
            "source": SOURCES[count.source].origin,
            "criterion": count.label,
            "yes": count.yes,
            "known": count.known,
            "of": count.of,
            "kept": count.kept,
        }
        for count in counts
    ]
