"""What two diaries said differently stays open when a copy is restored on a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filled_diary import NOW, SUNDAY, log
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.files import backup
from cramplog.files.restore import restore
from cramplog.services import differences, history, nights
from cramplog.services.merge import merge

LATER = NOW.replace(instant=NOW.instant + 3600)


def test_they_come_back_with_what_they_are_of(
    opened: Callable[..., Diary], address: str, tmp_path: Path
) -> None:
    here, other = opened(), Diary(str(tmp_path / "other.db"))
    log(here, "left calf 7")
    nights.record_night(here, SUNDAY - 3, NOW, quiet=True, factors={"stress": "1"})
    merge(other, here, NOW)
    history.edit(other, 1, said("pain=2", editing=True), NOW)
    nights.record_night(other, SUNDAY - 3, NOW, quiet=None, factors={"stress": "3"})
    history.edit(here, 1, said("pain=9", editing=True), LATER)
    nights.record_night(here, SUNDAY - 3, LATER, quiet=None, factors={"stress": "8"})
    merge(here, other, LATER)
    before = differences.differences(here)
    assert [one.field for one in before] == ["pain", "factor:stress"]
    copied = backup.by_hand(address)
    differences.settle(here, LATER)
    restore(address, copied)
    assert differences.differences(here) == before
    history.take_back(here, "undo", LATER)
    assert differences.differences(here) == []
    other.close()
