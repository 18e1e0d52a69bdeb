"""The data dictionary names the columns and words that there are: all of them, and no other."""

from __future__ import annotations

from pathlib import Path

from cramplog.domain.factors import FACTORS
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.interchange import csv_episodes, csv_nights

DOCUMENT = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def tables() -> list[dict[str, str]]:
    """The document's tables: by the name in its first cell, the second cell of each row."""
    found: list[dict[str, str]] = []
    rule = False
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            rule = False
        elif rule:
            found[-1][cells[0].strip("`")] = cells[1]
        elif set(cells[0]) == {"-"}:
            rule = True
            found.append({})
    return found


def test_every_column_and_word_is_explained_and_no_other() -> None:
    episodes, nights, factors, muscles, triggers, remedies = tables()
    assert tuple(episodes) == csv_episodes.COLUMNS
    assert tuple(nights) == csv_nights.COLUMNS
    assert factors == {f"{csv_nights.FACTOR}{id_}": entry.label for id_, entry in FACTORS.items()}
    for listed, catalogue in ((muscles, MUSCLES), (triggers, TRIGGERS), (remedies, REMEDIES)):
        assert listed == {id_: entry.label for id_, entry in catalogue.items()}


def test_it_says_first_that_empty_is_not_no() -> None:
    head = DOCUMENT.read_text(encoding="utf-8").partition("## ")[0]
    assert "never means no, none or zero" in head
    assert "self-reported" in head
