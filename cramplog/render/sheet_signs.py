"""The signs that were looked for, as a physician reads them: what is absent is told, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cramplog.domain.night import iso
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.render.report_words import counted
from cramplog.render.text import day, visible
from cramplog.report.signs import ABSENT, GONE, PRESENT, Sign

_TITLES = {PRESENT: "Present", GONE: "Gone", ABSENT: "Looked for and absent"}


def told(signs: Sequence[Sign]) -> tuple[str, ...]:
    """Return a line for each answer, and one that says how many signs nobody looked for."""
    lines = [
        f"{title}: {'; '.join(_sign(sign) for sign in signs if sign.status == status)}"
        for status, title in _TITLES.items()
        if any(sign.status == status for sign in signs)
    ]
    open_ = len(SYMPTOMS.keys() - {sign.name for sign in signs})
    never = f"{counted(open_, 'sign')} never looked for: unknown, not absent." if open_ else ""
    return tuple(line for line in (*lines, never) if line)


def data(signs: Sequence[Sign]) -> list[dict[str, Any]]:
    """Return the signs as JSON: `first_on` begins the run of entries that `last_on` ends."""
    return [
        {
            "name": sign.name,
            "label": _label(sign),
            "side": sign.side,
            "status": sign.status,
            "first_on": iso(sign.since),
            "last_on": iso(sign.day),
        }
        for sign in signs
    ]


def _sign(sign: Sign) -> str:
    where = f", {'both legs' if sign.side == 'both' else sign.side}" if sign.side else ""
    since = f"{day(sign.since, year=True)} to " if sign.since != sign.day else ""
    return f"{_label(sign)}{where} ({since}{day(sign.day, year=True)})"


def _label(sign: Sign) -> str:
    known = SYMPTOMS.get(sign.name)
    return known.label if known else visible(sign.name)
