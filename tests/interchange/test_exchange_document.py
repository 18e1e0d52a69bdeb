"""The page on files in and out names the fields that there are."""

from __future__ import annotations

from pathlib import Path

from cramplog.interchange.foreign_fields import FIELDS
from cramplog.interchange.json_diary import VERSION

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"


def test_every_field_is_explained_and_no_other() -> None:
    rows = [
        line.strip("|").split("|")
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| `")
    ]
    assert {field.strip(" `"): said.strip() for field, said in rows} == FIELDS


def test_it_names_the_version_of_the_format() -> None:
    assert f"`version` is {VERSION};" in PAGE.read_text("utf-8")
