"""`--plain` tells pictures and columns in words, a label before each line."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Program

SAID = {
    "list --nights 30": ["Night of Tue 17 Nov 2026", "Episode 1: ", ", pain "],
    "": ["Last seven nights: Mon ", "quiet"],
    "report week": ["Nights", "Mon cramp, Tue quiet"],
    "report month": ["Week of Mon 16 Nov: Mon ", "quiet"],
    "report year": ["Week of Mon 16 Nov: Mon ", "quiet"],
}
PICTURES = ("Mon C", "Mon  ", "C cramp", ". quiet", "Week of     Mon", "/10  ")


@pytest.mark.parametrize("columns", ["40", "80"])
@pytest.mark.parametrize("line", SAID)
def test_pictures_and_columns_are_told_in_words(
    cramplog: Program, week: Path, line: str, columns: str
) -> None:
    told = cramplog("--plain", *line.split(), COLUMNS=columns)
    assert told.code == 0
    assert [words for words in SAID[line] if words not in told.stdout] == [], told.stdout
    assert [words for words in PICTURES if words in told.stdout] == [], told.stdout
    assert max(map(len, told.stdout.splitlines())) <= int(columns)


def test_years_of_nights_are_told_by_months(cramplog: Program, week: Path) -> None:
    assert cramplog("log", "2023-02-03 02:00", "left", "calf").code == 0
    told = cramplog("--plain", "report", "--since", "2023-01-01", "--until", "2026-11-22")
    assert "Feb 2023: cramps 1, cramp nights 1 of 1" in told.stdout, told.stdout


@pytest.mark.parametrize("line", ["backup", "config path", "export csv", "check", "report -o made"])
def test_a_pipe_gets_paths_and_commands_whole(cramplog: Program, week: Path, line: str) -> None:
    deep = week / "/".join(["a long way to the diary".replace(" ", "-")] * 5)
    deep.mkdir(parents=True)
    where = cramplog.with_environment(CRAMPLOG_DB=str(deep / "diary.db"))
    assert where("log", "left", "calf").code == 0
    told = where(*line.split()).stdout
    assert "a-long-way-to-the-\n" not in told
    assert all(str(deep) in part for part in told.splitlines() if "/a-long-way" in part), told
    if line == "backup":
        assert any("cramplog restore diary.db-" in part for part in told.splitlines()), told
