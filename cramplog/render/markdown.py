"""The report as Markdown for a portal message: the page, and the last episodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cramplog.letters import tidy
from cramplog.render.report_words import JOINED
from cramplog.render.sheet import STATEMENT, Sheet
from cramplog.render.sheet_flags import FullFlag
from cramplog.render.sheet_tables import Table

EPISODES_SHOWN = 20
NOTE = 200
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])")


def markdown(sheet: Sheet) -> str:
    """Return the complete message, ending in a newline; a user's words are never markup."""
    parts = [
        [f"# {plain(sheet.title)}: {plain(sheet.period)}"],
        [f"**{STATEMENT}.** {plain(_who(sheet))}"],
        _figures(sheet),
        _flags(sheet),
        _list("Medicines", sheet.medicines),
        _list("Conditions", sheet.conditions),
        _list("Signs looked for", sheet.signs) if sheet.signs else [],
        _list("Questions", sheet.questions),
        *(_table(table) for table in (sheet.sites, sheet.features, sheet.triggers, sheet.remedies)),
        _episodes(sheet.episodes),
        _episodes(sheet.evidence) if sheet.evidence.rows else [],
        [plain(sheet.contains)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def plain(text: str) -> str:
    """Return the text on one line, with a backslash before whatever Markdown would act on."""
    return _LIST_MARK.sub(r"\1\\\2", _inline(text))


def _inline(text: str) -> str:
    line = tidy(text.replace(JOINED, " "))
    return _SPECIAL.sub(r"\\\1", line).replace("://", ":\\/\\/")


def _who(sheet: Sheet) -> str:
    parts = (sheet.person, *sheet.who, sheet.made, sheet.visit)
    return "; ".join(part for part in parts if part)


def _figures(sheet: Sheet) -> list[str]:
    figures = [f"{tile.label}: {'; '.join((tile.value, *tile.under))}" for tile in sheet.tiles]
    more = (*sheet.nights, *sheet.compared, *sheet.details)
    missing = [f"Not recorded: {line}" for line in sheet.missing]
    return _list("Figures", [*figures, *more, *missing])


def _flags(sheet: Sheet) -> list[str]:
    lines = ["## Reasons to look closer", ""]
    if sheet.flags_about:
        lines += [plain(sheet.flags_about), ""]
    for title, flags in sheet.flags:
        if flags:
            lines += [f"{title}:", "", *map(_flag, flags), ""]
    return [*lines, plain(sheet.flags_told)]


def _flag(flag: FullFlag) -> str:
    named = f"- **{plain(flag.urgency)}: {plain(flag.title)}.**"
    if flag.origin == "article":  # in short: the article is no guideline
        return f"{named} ({plain(flag.id)})"
    return f"{named} {plain(flag.seen)} ({plain(f'{flag.id}, {flag.origin}')})"


def _list(title: str, items: Iterable[str]) -> list[str]:
    return [f"## {title}", "", *(f"- {plain(item)}" for item in items)]


def _table(table: Table) -> list[str]:
    if not table.rows:
        return [f"## {table.caption}", "", plain(table.nothing)]
    remarks = [line for remark in table.remarks for line in ("", plain(remark))]
    return [f"## {table.caption}", "", *_rows(table.head, table.rows), *remarks]


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(head), "|" + " --- |" * len(head), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_inline, cells))} |"


def _episodes(table: Table) -> list[str]:
    shown = [
        (*row[:-1], row[-1] if len(row[-1]) <= NOTE else f"{row[-1][: NOTE - 1]}…")
        for row in table.rows[-EPISODES_SHOWN:]
    ]
    lines = _table(table.replace(rows=tuple(shown)))
    earlier = len(table.rows) - len(shown)
    if earlier:
        lines += ["", f"The last {len(shown)} of {len(table.rows)}; the PDF has all."]
    return lines
