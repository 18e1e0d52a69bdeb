"""Helped, did not help and not said are three things wherever a remedy is told of."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from frozen_diaries import thawed
from running import Program, assert_refused, episodes

EFFECTS: dict[str, tuple[list[str], list[str]]] = {
    "+massage": ([], []),
    "+massage:yes": (["massage"], []),
    "+massage!": (["massage"], []),
    "+massage:2m": (["massage"], []),
    "+massage:no": ([], ["massage"]),
    "tried=massage:no": ([], ["massage"]),
    "--tried massage": ([], []),
    "--tried massage:no": ([], ["massage"]),
    "--helped massage:2m": (["massage"], []),
    "--not-helped massage": ([], ["massage"]),
    "+massage --not-helped massage": ([], ["massage"]),
}
"""Words of log: the remedies that helped and those that did not."""


@pytest.mark.parametrize(("words", "effect"), EFFECTS.items(), ids=EFFECTS.keys())
def test_an_effect_is_kept_as_it_was_said_and_moves_whole(
    words: str, effect: tuple[list[str], list[str]], cramplog: Program
) -> None:
    assert cramplog("log", "02:10", "left", "calf", *words.split()).code == 0
    (told,) = episodes(cramplog)
    assert told["tried"] == ["massage"]
    assert (told["helped"], told["not_helped"]) == effect
    for kind in ("csv", "json"):
        text = cramplog("export", kind, "-o", "-").stdout
        moved = f"moved.{kind}"
        (cramplog.folder / moved).write_text(text, newline="")
        assert cramplog("--db", f"{kind}.db", "import", moved).code == 0
        assert cramplog("--db", f"{kind}.db", "export", kind, "-o", "-").stdout == text


@pytest.mark.parametrize(
    "words",
    ["+massage:yes +massage:no", "+massage:perhaps", "--helped massage --not-helped massage"],
)
def test_an_effect_that_contradicts_itself_is_refused(words: str, cramplog: Program) -> None:
    assert_refused(cramplog("log", "calf", *words.split()), 2, "massage")
    assert episodes(cramplog) == []


def test_edit_says_and_clears_an_effect(cramplog: Program) -> None:
    assert cramplog("log", "calf", "+massage").code == 0
    for words, effect in (
        ("+massage:no", ([], ["massage"])),
        ("+massage:yes", (["massage"], [])),
        ("--not-helped massage", ([], ["massage"])),
        ("+massage", ([], [])),
    ):
        assert cramplog("edit", "1", *words.split()).code == 0
        (told,) = episodes(cramplog)
        assert (told["helped"], told["not_helped"]) == effect
    assert cramplog("undo").code == 0
    assert episodes(cramplog)[0]["not_helped"] == ["massage"]


def test_the_timer_forgets_no_effect(cramplog: Program) -> None:
    assert cramplog("start", "calf", "+massage:no", "+stretch").code == 0
    assert cramplog("stop", "+massage", "+stretch:yes").code == 0
    (told,) = episodes(cramplog)
    assert (told["helped"], told["not_helped"]) == (["stretch"], ["massage"])


@pytest.fixture(name="three")
def _three(cramplog: Program) -> Program:
    """Massage tried without a word, walking that never helped, stretching of all three kinds."""
    for day, words in (
        ("2026-11-18", "+massage +walk:no +stretch"),
        ("2026-11-19", "+massage +walk:no +stretch:no"),
        ("2026-11-20", "+massage +stretch:2m"),
    ):
        assert cramplog("log", day, "02:00", "calf", *words.split()).code == 0
    return cramplog


def test_a_report_never_says_that_what_is_unsaid_did_not_help(three: Program) -> None:
    text = " ".join(three("report", "week").stdout.split())
    full = " ".join(three("report", "week", "--format", "text").stdout.split())
    for said in (text, full):
        assert "massage: 3 times, not said whether it helped" in said
        assert "walking: 2 times, helped 0, did not help 2, not said 0" in said
        assert "stretching: 3 times, helped 1, did not help 1, not said 1" in said


def test_the_tables_of_a_report_have_three_columns(three: Program) -> None:
    rows = {
        cells[1]: cells[2:6]
        for line in three("report", "week", "--format", "md").stdout.splitlines()
        if len(cells := [cell.strip() for cell in line.split("|")]) == 8
    }
    assert rows["Remedy"] == ["Tried", "Helped", "Did not help", "Not said"]
    assert rows["massage"] == ["3", "-", "-", "3"]
    assert rows["walking"] == ["2", "0", "2", "0"]
    assert rows["stretching"] == ["3", "1", "1", "1"]
    page = three("report", "week", "--format", "html", "-o", "-").stdout
    assert re.findall(r"<th[^>]*>(Helped|Did not help|Not said)<", page)[:3] == [
        "Helped",
        "Did not help",
        "Not said",
    ]


def _found(value: Any, name: str) -> list[Any]:
    """Every value of a key, at any depth."""
    if isinstance(value, dict):
        here = [value[name]] if name in value else []
        return here + [each for inner in value.values() for each in _found(inner, name)]
    if isinstance(value, list):
        return [each for inner in value for each in _found(inner, name)]
    return []


def test_the_report_in_json_counts_each_and_knows_no_effect_of_what_is_unsaid(
    three: Program,
) -> None:
    told = three("report", "week", "--json").data
    counts = {
        one["id"]: (one["tried"], one["helped"], one["not_helped"], one["not_said"])
        for one in next(each for each in _found(told, "remedies") if each)
    }
    assert counts == {
        "massage": (3, None, None, 3),
        "stretch": (3, 1, 1, 1),
        "walk": (2, 0, 2, 0),
    }


def test_fhir_and_csv_keep_them_apart(three: Program) -> None:
    bundle = json.loads(three("export", "fhir", "-o", "-").stdout)
    codes = [code for code in _found(bundle, "code") if code in ("tried", "not_helped")]
    assert sorted(codes) == ["not_helped"] * 3 + ["tried"] * 4
    rows = list(csv.DictReader(io.StringIO(three("export", "csv", "-o", "-").stdout)))
    assert [row["not_helped"] for row in rows] == ["walk", "walk;stretch", ""]
    assert [row["helped"] for row in rows] == ["", "", "stretch:2m"]


def test_another_programs_column_can_say_what_did_not_help(cramplog: Program) -> None:
    text = 'Start,Where,Tried,In vain\n2026-11-20 02:00,calf,walk,"massage, heat"\n'
    (cramplog.folder / "other.csv").write_text(text)
    fields = ("Start=started_at", "Where=site", "Tried=tried", "In vain=not_helped")
    told = cramplog("import", "other.csv", *(word for each in fields for word in ("--map", each)))
    assert told.code == 0, told
    (found,) = episodes(cramplog)
    assert (found["tried"], found["not_helped"]) == (
        ["walk", "massage", "heat"],
        ["massage", "heat"],
    )


def test_a_diary_of_an_earlier_schema_and_a_new_one_merge_to_the_same(
    cramplog: Program, tmp_path: Path
) -> None:
    for name in ("old.db", "copy.db"):
        thawed("0002", tmp_path / name)
    old, copy = str(tmp_path / "old.db"), str(tmp_path / "copy.db")
    assert cramplog("--db", old, "edit", "5", "+walk:no").code == 0
    assert cramplog("--db", copy, "edit", "6", "pain=2").code == 0
    for into, of in ((old, copy), (copy, old)):
        assert cramplog("--db", into, "merge", of).code == 0
    shown = [
        {
            each["number"]: each
            for each in cramplog("--db", path, "list", "--json", "--since", "2026-11-01").data[
                "episodes"
            ]
        }
        for path in (old, copy)
    ]
    assert shown[0] == shown[1]
    assert shown[0][5]["not_helped"] == ["walk"]
    assert shown[0][5]["triggers"] == ["cold"]
    assert shown[0][6]["pain"] == 2
    left = cramplog("--db", old, "merge", "--json").data["differences"]
    assert [one for one in left if one["entity"] == "episode"] == []
