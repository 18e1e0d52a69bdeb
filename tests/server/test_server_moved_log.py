"""A record that was moved to a server keeps its way back, whatever numbers people have there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from filled_diary import NOW, log
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.files.restore import restore
from cramplog.services import history, people

Opened = Callable[..., Diary]


@pytest.fixture
def moved(address: str, opened: Opened, tmp_path: Path) -> Callable[[str], Diary]:
    """Opens people of a file that was restored where somebody else is person 1."""
    gran = opened(address)
    gran.connection.all("rename_person", person_id=gran.person_id, name="gran")
    file = Diary(str(tmp_path / "file.db"))
    people.add(file, "kid", NOW)
    for name, place in (("me", "left calf 7"), ("kid", "right foot 9")):
        diary = Diary(file.path, name)
        log(diary, place)
        history.edit(diary, 1, said("pain=1", editing=True), NOW)
        diary.close()
    file.close()
    restore(address, str(tmp_path / "file.db"))
    return lambda name: opened(address, name)


def test_undo_there_takes_back_the_persons_own_change_alone(
    moved: Callable[[str], Diary],
) -> None:
    me, kid = moved("me"), moved("kid")
    assert me.person_id != 1
    history.take_back(kid, "undo", NOW)
    assert [(e.sites[0].muscle, e.pain) for e in kid.episodes()] == [("foot", 9)]
    assert [(e.sites[0].muscle, e.pain) for e in me.episodes()] == [("calf", 1)]
    history.take_back(me, "undo", NOW)
    assert [e.pain for e in me.episodes()] == [7]
    history.take_back(me, "redo", NOW)
    assert [e.pain for e in me.episodes()] == [1]
