"""What the TAB key offers, by bash's protocol."""

from __future__ import annotations

from pathlib import Path

import pytest
from frozen_diaries import REVISIONS, thawed
from inside import Inside


@pytest.fixture(name="offered")
def _offered(run: Inside, monkeypatch: pytest.MonkeyPatch) -> object:
    def offered(line: str) -> list[str]:
        short = line.split(maxsplit=1)[0] == "cramp"
        name = "_CRAMP_COMPLETE" if short else "_CRAMPLOG_COMPLETE"
        monkeypatch.setenv(name, "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        told = run(short=short)
        monkeypatch.delenv(name)
        assert (told.code, told.stderr) == (0, ""), told
        return told.stdout.split()

    return offered


ANYWHERE = {
    "cramplog re": {"report", "redo"},
    "cramplog log ca": {"calf"},
    "cramplog log left ca": {"calf"},
    "cramplog log le": {"left", "leg"},
    "cramplog log 5m to": {"toes", "tonic"},
    "cramplog log @str": {"@stress"},
    "cramplog log @stress,co": {"@stress,cold"},
    "cramplog log +str": {"+stretch"},
    "cramplog start wo": {"woke"},
    "cramplog log --mu": {"--muscle"},
    "cramplog log --muscle ham": {"hamstring"},
    "cramplog log --side l": {"left"},
    "cramplog log --type ton": {"tonic"},
    "cramplog log --trigger de": {"dehydration"},
    "cramplog log --tried st": {"stretch", "stand"},
    "cramplog log --helped st": {"stretch"},
    "cramplog list --muscle to": {"toes"},
    "cramplog --db x.db log ca": {"calf"},
    "cramplog condition add va": {"varicose_veins"},
    "cramplog symptom sw": {"swelling"},
    "cramplog night st": {"stress="},
    "cramplog night q": {"quiet"},
    "cramplog person set bo": {"born="},
    "cramplog flags --show ART-R": {"ART-REGULAR"},
    "cramplog config get ni": {"night.starts_at"},
    "cramplog --pl": {"--plain"},
    "cramp l": {"log", "list", "left", "leg", "localized"},
    "cramp left ca": {"calf"},
    "cramp rep": {"report"},
}


@pytest.mark.parametrize(("line", "expected"), ANYWHERE.items(), ids=ANYWHERE.keys())
def test_what_can_be_typed_is_offered(line: str, expected: set[str], offered: object) -> None:
    assert callable(offered)
    assert expected <= set(offered(line))


def test_nothing_is_made_where_there_is_no_diary(offered: object, home: Path) -> None:
    assert callable(offered)
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog --person m") == []
    assert list(home.rglob("*")) == []


def test_recent_episodes_and_people_are_offered(offered: object, run: Inside) -> None:
    assert callable(offered)
    for words in ("calf", "foot", "toes"):
        assert run("log", words).code == 0
    run("delete", "2")
    assert offered("cramplog show ") == ["3", "1", "last"]
    assert offered("cramplog --person m") == ["me"]
    run("config", "add-trigger", "moonlight")
    assert offered("cramplog log @moo") == ["@moonlight"]


def test_a_diary_that_cannot_be_read_offers_what_needs_none(
    offered: object, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(offered)
    (home / "broken.db").write_text("Dear diary")
    monkeypatch.setenv("CRAMPLOG_DB", str(home / "broken.db"))
    assert offered("cramplog log ca") == ["calf"]
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog log @str") != []


def test_tab_does_not_bring_an_older_diary_up_to_date(
    offered: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(offered)
    old = thawed(REVISIONS[0], tmp_path / "old.db")
    before = old.read_bytes()
    monkeypatch.setenv("CRAMPLOG_DB", str(old))
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog --person a") == []
    assert old.read_bytes() == before
    assert not (tmp_path / "backups").exists()
