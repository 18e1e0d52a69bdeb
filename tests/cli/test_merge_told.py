"""`merge`: what is said, shown and refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inside import Inside
from running import Program, Result, assert_refused

LATER = "2026-11-23T04:00:00+00:00"


@pytest.fixture
def laptop(cramplog: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another diary of the same person, in which cramp 1 has another pain and one is new."""
    monkeypatch.chdir(home)
    assert cramplog("log", "left", "calf", "5m", "7").code == 0
    place = home / ".local/share/cramplog/diary.db"
    other = Path(shutil.copy(place, home / "laptop.db"))
    assert cramplog("edit", "1", "pain=3").code == 0
    monkeypatch.setenv("CRAMPLOG_NOW", LATER)
    elsewhere = cramplog.with_environment(CRAMPLOG_NOW=LATER, CRAMPLOG_DB="laptop.db")
    assert elsewhere("edit", "1", "pain=9").code == 0
    assert elsewhere("log", "toes", "1m").code == 0
    return other


def flat(told: Result) -> str:
    return " ".join(told.stdout.split())


def test_it_says_what_came_and_how_to_take_it_back(run: Inside, laptop: Path) -> None:
    told = run("merge", "laptop.db")
    assert told.code == 0
    assert flat(told) == (
        "Merged laptop.db: 1 episode new; 1 episode changed. Undo: cramplog undo "
        "1 difference is open; nothing was dropped. Look: cramplog merge"
    )
    assert "Nothing new in laptop.db." in run("merge", "laptop.db").stdout
    assert "merge of 1 new and 1 changed" in run("undo").stdout
    assert [e["pain"] for e in run("list", "--json").data["episodes"]] == [3]


def test_the_other_diary_is_left_as_it_is(run: Inside, laptop: Path, home: Path) -> None:
    before = laptop.read_bytes()
    around = sorted(home.iterdir())
    run("merge", "laptop.db")
    assert laptop.read_bytes() == before
    assert sorted(home.iterdir()) == around


def test_a_difference_is_seen_everywhere_until_it_is_settled(run: Inside, laptop: Path) -> None:
    run("merge", "laptop.db")
    said = "pain: 9/10 is shown; also said: 3/10 (Mon 23 Nov 2026 03:29)."
    assert said in flat(run("merge"))
    assert said in flat(run("show", "1"))
    assert "two diaries differ" in flat(run("list"))
    assert "cramplog merge" in flat(run())
    (told,) = run("show", "1", "--json").data["differences"]
    assert (told["field"], told["shown"], told["others"][0]["value"]) == ("pain", 9, 3)
    assert run("merge", "--json").data["differences"] == [told]
    assert "1 difference settled" in run("merge", "--settle").stdout
    assert "is open" in run("merge").stdout
    assert "differ" not in run("list").stdout
    assert run("show", "1", "--json").data["differences"] == []
    run("undo")
    assert said in flat(run("merge"))


def test_a_backup_is_made_before_it(run: Inside, laptop: Path, home: Path) -> None:
    run("merge", "laptop.db")
    assert list(home.rglob("diary.db-*-before-merge.db"))


def test_an_urgent_flag_that_comes_by_merge_is_told_at_once(run: Inside, laptop: Path) -> None:
    run("--db", "laptop.db", "log", "03:00 left calf still 9")
    assert "GL-DUR10" in run("merge", "laptop.db").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("merge nowhere.db", 2, "there is no diary nowhere.db"),
        ("merge .", 2, "there is no diary ."),
        ("merge .local/share/cramplog/diary.db", 3, "is the diary itself"),
        ("merge laptop.db --from bob", 4, 'nobody called "bob"'),
        ("merge laptop.db --from me --everyone", 2, "names one person"),
        ("merge laptop.db --settle", 2, "--settle takes no diary"),
        ("merge --everyone", 2, "which diary"),
        ("merge notes.txt", 5, "no cramplog diary"),
        ("merge one.db two.db", 2, "unexpected extra argument"),
    ],
)
def test_what_cannot_be_merged_is_refused(
    run: Inside, laptop: Path, home: Path, words: str, code: int, said: str
) -> None:
    (home / "notes.txt").write_text("no diary at all, but words enough to be a file")
    assert_refused(run(*words.split()), code, said)
    assert len(run("list", "--json").data["episodes"]) == 1


def test_a_damaged_diary_is_not_taken_in(run: Inside, laptop: Path) -> None:
    content = bytearray(laptop.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\x07" * 4096 * 9
    laptop.write_bytes(content)
    assert_refused(run("merge", "laptop.db"), 5, "laptop.db")


def test_everyone_comes_along(run: Inside, laptop: Path) -> None:
    run("--db", "laptop.db", "person", "add", "anna")
    run("--db", "laptop.db", "--person", "anna", "log", "foot 2m")
    told = run("merge", "laptop.db", "--everyone")
    assert "1 episode new for anna" in flat(told)
    assert len(run("--person", "anna", "list", "--json").data["episodes"]) == 1


@pytest.mark.parametrize("width", ["80", "40"])
def test_its_screens_fit(
    run: Inside, laptop: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for words in ("merge laptop.db", "merge", "show 1", "list", "merge --settle", "merge"):
        told = run(*words.split())
        assert told.code == 0
        assert max(map(len, told.stdout.splitlines())) <= int(width), told.stdout
