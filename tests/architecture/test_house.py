"""The figures of benchmarks/house.py that the tree is held to."""

from __future__ import annotations

import house

KNOWN_CIRCLES = 4
"""Circles that are still to be broken; none may come."""
NO_CODES = ("cramplog/interchange/csv_table.py:", "cramplog/files/envelope.py:")
"""Where a library (csv, age) gives an error nothing but its words."""


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
