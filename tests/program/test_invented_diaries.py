"""The diaries that the benchmarks fill: by the program's own import, the same for the same seed."""

from __future__ import annotations

from pathlib import Path

from diaries import write_csv
from running import Program


def test_an_invented_diary_is_imported_whole(cramplog: Program, home: Path) -> None:
    write_csv(home / "invented.csv", 500)
    now = cramplog.with_environment(CRAMPLOG_NOW=None)
    assert now("import", "invented.csv").code == 0
    stored = now("list", "--nights", "200", "--json").data["episodes"]
    assert len(stored) == 500


def test_the_same_seed_invents_the_same_diary(home: Path) -> None:
    for name in ("one.csv", "two.csv"):
        write_csv(home / name, 50)
    assert (home / "one.csv").read_bytes() == (home / "two.csv").read_bytes()
