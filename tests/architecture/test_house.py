"""The figures of benchmarks/house.py that the tree is held to."""

from __future__ import annotations

from pathlib import Path

import house

KNOWN_CIRCLES = 4
"""Circles that are still to be broken; none may come."""
NO_CODES = ("cramplog/interchange/csv_table.py:", "cramplog/files/envelope.py:")
"""Where a library (csv, age) gives an error nothing but its words."""
PLAIN_ROOMS = (
    *("cli", "diary", "domain", "files", "interchange", "render", "report", "server", "services"),
    *("statistics", "timeparse", ""),
)
"""Rooms whose docstrings are plain sentences; the empty name is the package's own modules."""
NOT_YET_PLAIN = (
    *(f"cramplog/domain/{name}.py" for name in ("conditions", "facts", "forgiving", "line")),
    *(f"cramplog/domain/{name}.py" for name in ("medicines", "profile", "said", "symptoms")),
    *(f"cramplog/render/{name}" for name in ("flags", "guide", "report", "sheet")),
    *(f"cramplog/services/{name}.py" for name in ("alarm", "judge", "settings")),
)
"""Modules of these rooms that are still to be rewritten; none may come."""


def test_no_new_circle_of_imports_comes_lazy_ones_included() -> None:
    assert len(house.circles(house.imports())) <= KNOWN_CIRCLES


def test_no_error_is_known_by_its_words() -> None:
    """Codes decide, not a library's English; csv's and age's errors have no codes."""
    found = [
        f"{path.relative_to(house.PROJECT)}:{line}"
        for path in house.modules().values()
        for line in house.decided_by_text(path)
    ]
    assert [one for one in found if not one.startswith(NO_CODES)] == []


def test_docstrings_of_finished_rooms_are_plain_sentences() -> None:
    """A function's first line begins with a verb, and no first line asks a question."""
    failing = [
        one
        for one in house.failing_docstrings()
        if (*Path(one.path).parts[1:-1], "")[0] in PLAIN_ROOMS
        and not one.path.startswith(NOT_YET_PLAIN)
    ]
    assert failing == []
