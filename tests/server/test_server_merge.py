"""A diary moves from a file to a server and back by merge, and two servers' diaries merge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clusters import Cluster
from contents import content
from filled_diary import NOW, fill, log
from inside import Inside
from running import Program
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryLocked
from cramplog.services import differences, history
from cramplog.services.merge import merge

Opened = Callable[..., Diary]
LATER = NOW.replace(instant=NOW.instant + 3600)


def test_a_diary_moves_to_a_server_and_back(opened: Opened, tmp_path: Path) -> None:
    on_file = Diary(str(tmp_path / "diary.db"))
    fill(on_file)
    on_server, back = opened(), Diary(str(tmp_path / "back.db"))
    merge(on_server, on_file, LATER)
    merge(back, on_server, LATER)
    assert content(on_server) == content(on_file) == content(back)
    assert merge(on_file, back, LATER).nothing
    assert merge(on_server, back, LATER).nothing
    on_file.close()
    back.close()


def test_changes_on_both_sides_come_to_the_same(opened: Opened, tmp_path: Path) -> None:
    on_file, on_server = Diary(str(tmp_path / "diary.db")), opened()
    log(on_file, "left calf 5m 7")
    log(on_file, "foot yesterday 02:00")
    merge(on_server, on_file, NOW)
    history.edit(on_file, 1, said("pain=3", editing=True), NOW)
    history.delete(on_file, [2], NOW)
    history.edit(on_server, 1, said("pain=9 woke", editing=True), LATER)
    log(on_server, "toes 1m", LATER)
    for into, of in ((on_server, on_file), (on_file, on_server), (on_server, on_file)):
        merge(into, of, LATER)
    assert content(on_file) == content(on_server)
    assert [one.field for one in differences.differences(on_server)] == ["pain"]
    history.take_back(on_server, "undo", LATER)
    assert [e.pain for e in on_server.episodes("number")] == [9, None, None]
    on_file.close()


def test_two_diaries_on_servers_merge(
    opened: Opened, cluster: Cluster, cluster_address: Callable[[], str]
) -> None:
    one, other = opened(), opened(cluster_address())
    log(one, "left calf")
    log(other, "foot 2m", LATER)
    merge(one, other, LATER)
    merge(other, one, LATER)
    assert content(one) == content(other)
    assert len(content(one)) == 2


def test_a_diary_that_is_changed_while_it_is_read_is_not_half_taken(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_file, on_server = Diary(str(tmp_path / "diary.db")), opened()
    log(on_server, "calf")
    taken = "cramplog.services.merge._Taking.run"
    monkeypatch.setattr(taken, lambda _: log(on_server, "foot", LATER))
    with pytest.raises(DiaryLocked, match="changed meanwhile"):
        merge(on_file, on_server, LATER)
    assert content(on_file) == {}
    on_file.close()


def test_the_program_moves_a_diary_to_a_server(
    cramplog: Program, run: Inside, week: Path, address: str
) -> None:
    place = str(week / ".local/share/cramplog/diary.db")
    told = run("--db", address, "merge", place)
    assert told.code == 0, told
    assert "5 episodes and 2 nights new" in told.stdout.replace("\n  ", " ")
    before = cramplog("export", "csv", "-o", "-").stdout
    assert run("--db", address, "export", "csv", "-o", "-").stdout == before
    back = cramplog("--db", "back.db", "merge", address)
    assert back.code == 0, back
    assert "s3cret" not in back.stdout + back.stderr
    assert cramplog("--db", "back.db", "export", "csv", "-o", "-").stdout == before
