"""Looking and changing: list and its filters, edit, delete, undo, redo (section 4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Program, assert_refused, episodes

NEWEST_NIGHT_FIRST = {
    "list": [5, 4, 3, 2, 1],
    "list --nights 3": [5, 4, 3],
    "list --nights 1": [5],
    "list --since 2026-11-20 --until 2026-11-21": [4, 3],
    "list --until 2026-11-18": [2, 1],
    "list --muscle calf": [5, 3, 1],
    "list --muscle calf --side left": [3, 1],
    "list --type clonic": [4],
    "list --trigger cold": [3],
    "list --min-pain 7": [3, 1],
    "list --search WALK": [5],
}


@pytest.mark.parametrize(("line", "numbers"), NEWEST_NIGHT_FIRST.items(), ids=str)
def test_list_shows_what_its_filters_leave(
    week: Path, cramplog: Program, line: str, numbers: list[int]
) -> None:
    found = cramplog(*line.split(), "--json").data["episodes"]
    assert sorted(each["number"] for each in found) == sorted(numbers)
    nights = [each["night"] for each in found]
    assert nights == sorted(nights, reverse=True)
    assert cramplog(*line.split()).code == 0


def test_list_shows_fourteen_nights_unless_said(cramplog: Program) -> None:
    for day in ("2026-11-08", "2026-11-09", "2026-11-10"):
        assert cramplog("log", day, "23:00", "calf").code == 0
    assert [each["night"] for each in episodes(cramplog)] == ["2026-11-10", "2026-11-09"]
    assert len(episodes(cramplog, "--nights", "20")) == 3


EDITED = {
    "pain=": {"pain": None},
    "pain=4": {"pain": 4},
    "4": {"pain": 4},
    "right": {"sites": [{"muscle": "calf", "side": "right"}]},
    "right foot": {"sites": [{"muscle": "foot", "side": "right"}]},
    "02:45": {"started_at": "2026-11-23T02:45:00+00:00"},
    "6m": {"duration_seconds": 360},
    "duration=": {"duration_seconds": None},
    "@dehydration": {"triggers": ["dehydration"]},
    "triggers=": {"triggers": []},
    "note=": {"note": None},
    "--note other": {"note": "other"},
    "woke=": {"woke": None},
    "--not-woke": {"woke": False},
    "tonic": {"type": "tonic"},
}


@pytest.mark.parametrize(("line", "changed"), EDITED.items(), ids=EDITED.keys())
def test_edit_changes_what_it_names_and_nothing_else(
    cramplog: Program, line: str, changed: dict[str, object]
) -> None:
    words = ["02:30", "left", "calf", "3m", "7", "woke", "@stress", "--note", "mine"]
    before = cramplog("log", *words, "--json").data["episode"]
    assert cramplog("edit", "last", *line.split()).code == 0
    (after,) = episodes(cramplog)
    assert {name: after[name] for name in changed} == changed
    readings = {"derived", "type", "spread", "muscles", "sides"}
    same = set(before) - set(changed) - readings
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_every_change_can_be_undone_and_redone(week: Path, cramplog: Program) -> None:
    changes = ["edit 5 pain=1", "delete 1 2", "log left foot", "edit 3 pain=", "delete last"]
    states = [episodes(cramplog)]
    for line in changes:
        assert cramplog(*line.split()).code == 0
        states.append(episodes(cramplog))
    for state in reversed(states[:-1]):
        assert cramplog("undo").code == 0
        assert episodes(cramplog) == state
    for state in states[1:]:
        assert cramplog("redo").code == 0
        assert episodes(cramplog) == state


def test_undo_goes_back_to_the_empty_diary_and_no_further(week: Path, cramplog: Program) -> None:
    for _ in range(7):
        assert cramplog("undo").code == 0
    assert episodes(cramplog, "--nights", "99") == []
    assert_refused(cramplog("undo"), 3)
    for _ in range(7):
        assert cramplog("redo").code == 0
    assert len(episodes(cramplog)) == 5
    assert_refused(cramplog("redo"), 3)


def test_a_new_change_ends_what_could_be_redone(cramplog: Program) -> None:
    for line in ("log calf", "undo", "log foot"):
        assert cramplog(*line.split()).code == 0
    assert_refused(cramplog("redo"), 3)


def test_undo_says_what_it_undid(cramplog: Program) -> None:
    assert cramplog("log", "left", "calf").code == 0
    told = cramplog("undo")
    assert "episode 1" in told.stdout
    assert "cramplog redo" in told.stdout


def test_a_number_is_never_used_again(cramplog: Program) -> None:
    assert cramplog("log", "calf").code == 0
    assert cramplog("delete", "1").code == 0
    assert cramplog("log", "foot").code == 0
    assert [each["number"] for each in episodes(cramplog)] == [2]
    assert_refused(cramplog("show", "1"), 4)


def test_deleting_several_is_all_or_nothing(week: Path, cramplog: Program) -> None:
    assert_refused(cramplog("delete", "1", "99"), 4, "99")
    assert len(episodes(cramplog)) == 5


@pytest.mark.parametrize("line", ["show 0", "show -1", "show one", "show 1x", "edit", "delete one"])
def test_what_is_no_number_is_refused(week: Path, cramplog: Program, line: str) -> None:
    told = cramplog(*line.split())
    assert (told.code, told.stdout) in ((2, ""), (4, "")), told
    assert told.stderr.count("\n") == 1, told
