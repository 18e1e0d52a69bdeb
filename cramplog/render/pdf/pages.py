"""Content of the page and of its appendix: the page is one page, whatever the diary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cramplog.render.charts import Chart
from cramplog.render.sheet import ARTICLES_RULES, STATEMENT, Sheet
from cramplog.render.sheet_flags import FullFlag
from cramplog.render.sheet_tables import Table

Data = dict[str, Any]

SHOWN = 5
"""Entries of each list that fit on the page; the rest is in the appendix."""

LINE, HALF, SIGNS = 110, 90, 330
"""Characters of an entry over the page's width, over half of it, and of a line of signs."""

REMARKS = 2
FLAGS = 2
LOUD = ("EMERGENCY", "URGENT")
"""Flags of these urgencies come first on the page, beyond FLAGS of a list up to SHOWN."""
NOTE, NOTE_LINES = 600, 8
"""Characters and lines of a note beside its episode; a longer note follows in full."""

LONGEST_TABLE = 600
"""Episodes in a table; more would take much memory, and are set line by line."""

_LONG_WORD = re.compile(r"\S{23,}")
_PIECE = 14
_BREAK = "\u200b"


def pages(sheet: Sheet) -> Data:
    """Return the data of `sheet.typ`."""
    data = {
        "title": sheet.title,
        "statement": STATEMENT,
        "person": short(sheet.person or ""),
        "who": sheet.who,
        "period": sheet.period,
        "made": sheet.made,
        "visit": short(sheet.visit or ""),
        "tiles": [tile.fields() for tile in sheet.tiles],
        "nights": [*sheet.nights, *sheet.compared],
        "details": [short(line, 2 * LINE) for line in sheet.details],
        "missing": sheet.missing,
        "calendar": _chart(sheet.calendar),
        "stretches": _chart(sheet.stretches),
        "distributions": [_chart(chart) for chart in (sheet.durations, sheet.pains) if chart],
        "sites": _first_rows(sheet.sites),
        "features": _table(sheet.features),
        "flags": [
            {
                "origin": name,
                "flags": _in_a_word(flags) if name == ARTICLES_RULES else _first_flags(flags),
            }
            for name, flags in sheet.flags
        ],
        "flags_about": sheet.flags_about,
        "signs": [short(line, SIGNS) for line in sheet.signs],
        "flags_told": short(sheet.flags_told, 2 * LINE),
        "triggers": _first_rows(sheet.triggers),
        "remedies": _first_rows(sheet.remedies),
        "medicines": _first(sheet.medicines),
        "conditions": _first(sheet.conditions),
        "questions": _first(sheet.questions),
        "contains": sheet.contains,
        "longest_table": LONGEST_TABLE,
        "full_flags": [
            {"origin": name, "flags": [flag.fields() for flag in flags]}
            for name, flags in sheet.flags
            if flags
        ],
        "full_lists": [
            {"title": title, "items": items}
            for title, items in _full_lists(sheet).items()
            if len(items) > _count(title) or any(len(item) > _room(title) for item in items)
        ],
        "evidence": _others(sheet.evidence),
        **_episodes(sheet.episodes),
    }
    return {key: _breakable(value) for key, value in data.items()}


def short(text: str, length: int = LINE) -> str:
    """Return the text, cut if it is longer."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _first(items: Sequence[str], count: int = SHOWN) -> list[str]:
    shown = [short(item, HALF) for item in items[:count]]
    more = len(items) - len(shown)
    return [*shown, f"and {more} more, in the appendix"] if more else shown


def _first_flags(flags: Sequence[FullFlag]) -> Data:
    pressing = sum(flag.urgency in LOUD for flag in flags)
    shown = flags[: max(FLAGS, min(pressing, SHOWN))]
    more = len(flags) - len(shown)
    rest = ", ".join(f"{flag.urgency} {flag.title} ({flag.id})" for flag in flags[len(shown) :])
    return {
        "shown": [
            {
                **flag.fields(),
                "seen": short(flag.seen, 2 * LINE),
                "origin": short(flag.origin),
            }
            for flag in shown
        ],
        "rest": short(f"and {more} more, in the appendix: {rest}", 4 * LINE) if more else "",
    }


def _in_a_word(flags: Sequence[FullFlag]) -> Data:
    """The article's flags in one line: they stand behind the guidelines', and in the appendix."""
    named = "; ".join(f"{flag.urgency} {flag.title} ({flag.id})" for flag in flags)
    return {"shown": [], "rest": short(named, 4 * LINE)}


def _others(table: Table) -> Data:
    rows = [tuple(short(cell, NOTE) for cell in row[:-1]) for row in table.rows]
    return {**table.fields(), "head": table.head[:-1], "rows": rows}


def _table(table: Table) -> Data:
    return {**table.fields(), "remarks": _remarks(table)}


def _remarks(table: Table) -> list[str]:
    shown = [short(remark, 2 * HALF) for remark in table.remarks[:REMARKS]]
    return [*shown, "and more, in the appendix"] if len(table.remarks) > REMARKS else shown


def _first_rows(table: Table) -> Data:
    shown = [tuple(short(cell, 40) for cell in row) for row in table.rows[:SHOWN]]
    more = len(table.rows) - len(shown)
    rest = [f"and {more} more, in the appendix"] if more else []
    return {**table.fields(), "rows": shown, "remarks": [*rest, *_remarks(table)]}


def _full_lists(sheet: Sheet) -> dict[str, list[str]]:
    """Return every list of the page in full, if the page might shorten it."""
    tables = (sheet.sites, sheet.triggers, sheet.remedies)
    return {
        **{
            f"{table.caption} ({', '.join(table.head[1:]).lower()})": [*map(_row, table.rows)]
            for table in tables
        },
        "Cautions": [remark for table in tables for remark in table.remarks],
        "Medicines": list(sheet.medicines),
        "Conditions": list(sheet.conditions),
        "Signs looked for": list(sheet.signs),
        "Questions": list(sheet.questions),
        "About": [sheet.person or "", sheet.visit or "", sheet.flags_told],
    }


def _count(title: str) -> int:
    """Return how many entries of a list the page shows."""
    return {"Cautions": REMARKS, "About": 3}.get(title, SHOWN)


def _room(title: str) -> int:
    """Return how many characters of an entry the page shows."""
    return {"Cautions": 2 * HALF, "About": 2 * LINE, "Signs looked for": SIGNS}.get(title, HALF)


def _row(row: tuple[str, ...]) -> str:
    return f"{row[0]}: {', '.join(row[1:])}"


def _episodes(table: Table) -> Data:
    """Return the table of all episodes; long notes follow it, so that every row fits a page."""
    rows, notes = [], []
    if not any(row[-1] for row in table.rows):  # room for the other columns
        table = table.replace(head=table.head[:-1], rows=tuple(row[:-1] for row in table.rows))
        return {"episodes": table.fields(), "long_notes": []}
    for row in table.rows:
        note, line = row[-1], short("\n".join(row[-1].split("\n")[:NOTE_LINES]), NOTE)
        if line != note:
            line += " (the whole note stands below)"
            notes.append({"title": f"Episode {row[0]}, night of {row[1]}", "text": note})
        rows.append((*(short(cell, NOTE) for cell in row[:-1]), line))
    return {"episodes": {**table.fields(), "rows": rows}, "long_notes": notes}


def _chart(chart: Chart | None) -> Data | None:
    if chart is None:
        return None
    return {"title": chart.title, "alt": chart.alt, "width": chart.width, "svg": chart.svg}


def _breakable(value: Any) -> Any:
    """Let words break that are wider than a column; drawings are not words."""
    if isinstance(value, str):
        return _LONG_WORD.sub(_broken, value)
    if isinstance(value, dict):
        return {k: v if k in {"svg", "alt"} else _breakable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_breakable(each) for each in value]
    return value


def _broken(word: re.Match[str]) -> str:
    text = word.group()
    return _BREAK.join(text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
