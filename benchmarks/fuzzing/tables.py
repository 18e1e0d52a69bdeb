"""CSV: ours with odd cells, other programs' with maps, and bytes that are hardly either."""

from __future__ import annotations

import csv
import io

from hypothesis import strategies as st

from cramplog.interchange import csv_episodes, csv_nights
from fuzzing.bytes import mangled
from fuzzing.files import SCREENS, File
from fuzzing.texts import hostile, numerals, phrases, texts
from fuzzing.vocabulary import OF_LOG

CELLS: dict[str, tuple[str, ...]] = {
    "number": ("", "1", "6", "99", "0", "-1", "1.5"),
    "id": ("", "0197a000-0000-7000-8000-000000000001", "x", "0197A000-0000-7000-8000-000000000001"),
    "person": ("", "me", "anna", "nobody"),
    "night": ("", "2026-11-20", "2026-11-21", "2026-02-30", "9999-12-31"),
    "started_at": (
        "2026-11-20T02:30:00+00:00", "2026-11-21T02:30:00+01:00", "1969-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-20T02:30:00", "",
        "2026-11-20T02:30:00+25:00", "2026-11-20T02:30:00.5+00:00", "1900-01-01T00:00:00+00:00",
    ),
    "zone": ("", "Europe/London", "Nowhere/At_All", "../../etc/passwd", "Asia/Kathmandu", "utc"),
    "duration_seconds": ("", "300", "0", "-5", "86400", "86401", "1e3"),
    "muscles": ("", "calf", "calf;toes", "calf;calf", ";", "calv"),
    "sides": ("", "left", "left;right", "both", ";"),
    "type": ("", "tonic", "clonic"), "spread": ("", "localized", "generalized"),
    "derived": ("", "type", "spread", "type;spread", "spread;type"),
    "pain": ("", "0", "7", "10", "11"),
    "triggers": ("", "stress", "stress;stress", "moonlight", "my own", "=own", "a;b;c"),
    "tried": ("", "stretch", "stretch;walk", "nothing"),
    "helped": ("", "stretch", "stretch:120", "stretch:-1", "walk:99999999999"),
    "recorded_at": ("", "2026-11-20T03:00:00+00:00", "2027-01-01T00:00:00+00:00"),
    "state": ("", "cramp", "quiet", "unknown"), "water": ("", "1.2", "-1", "1e9"),
    "stress": ("", "6", "11"), "moonlight": ("", "yes", "no"),
    "source": ("", "cramplog", "=cmd", "x" * 300),
}  # fmt: skip
NIGHTS = (*csv_nights.NEEDED, "person", "water", "stress", "cold", "moonlight", "recorded_at")
YES_NO = ("", "yes", "no", "true", "1", "maybe")
FOREIGN = (
    "Date", "Time", "When", "Start", "End", "Where", "Site", "Duration (min)", "Severity", "Notes",
    "Tags", "Woke", "Relief", "Words", "a", "", "\x1b[1m", "Date",
)  # fmt: skip
FIELDS = (
    "started_at", "date", "time", "ended_at", "duration", "duration_minutes", "duration_seconds",
    "site", "muscles", "sides", "pain", "note", "tags", "words", "tried", "helped", "woke", "type",
    "triggers", "spread", "nonsense", "source",
)  # fmt: skip
ODD = texts | numerals | phrases
options = st.sampled_from([(), (), ("--skip-bad",), ("--dry-run",), ("--json",)])
after = st.sampled_from(SCREENS)


def _cell(column: str) -> st.SearchStrategy[str]:
    usual = st.sampled_from(CELLS.get(column, YES_NO))
    return st.one_of(usual, usual, usual, usual, ODD) if column != "note" else ODD


@st.composite
def ours(draw: st.DrawFn) -> File:
    """Columns of ours, all or some of them in any order."""
    columns = draw(st.sampled_from([csv_episodes.COLUMNS, NIGHTS]))
    some = draw(st.lists(st.sampled_from(columns), unique=True, min_size=1))
    needed = csv_episodes.NEEDED if columns is csv_episodes.COLUMNS else columns[0]
    chosen = draw(st.sampled_from([list(columns), list(dict.fromkeys([needed, *some])), some]))
    rows = draw(st.lists(st.tuples(*map(_cell, chosen)).map(list), max_size=4))
    return _file(draw, [chosen, *rows], draw(options))


@st.composite
def foreign(draw: st.DrawFn) -> File:
    """Columns of any name, with a map or to be guessed."""
    columns = draw(st.lists(st.sampled_from(FOREIGN) | texts, min_size=1, max_size=5))
    cell = phrases | st.lists(st.sampled_from(OF_LOG), max_size=4).map(" ".join) | ODD
    rows = draw(st.lists(st.lists(cell, min_size=len(columns), max_size=len(columns)), max_size=4))
    maps: list[str] = []
    for column in draw(st.lists(st.sampled_from(columns), max_size=4)):
        maps += ["--map", f"{column}={draw(st.sampled_from(FIELDS))}".replace("\0", "")]
    order = draw(st.sampled_from([(), (), ("--dates", "day-first"), ("--dates", "month-first")]))
    return _file(draw, [columns, *rows], (*draw(options), *maps, *order))


def _file(draw: st.DrawFn, rows: list[list[str]], said: tuple[str, ...]) -> File:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=draw(st.sampled_from(",,,;\t"))).writerows(rows)
    head = draw(st.sampled_from([b"", b"", b"", b"\xef\xbb\xbf", b"\xff\xfe"]))
    content = draw(mangled(head + _bytes(buffer.getvalue())))
    return File(content=content, options=said, after=draw(after))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


raw = st.builds(
    File, content=st.binary(max_size=200) | hostile.map(_bytes), options=options, after=after
)
cases = ours() | ours() | foreign() | foreign() | raw
