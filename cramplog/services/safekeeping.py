"""Keeping a diary safe by hand: a copy where it is wanted, and putting a copy back."""

from __future__ import annotations

import os

from cramplog import clock
from cramplog.errors import BadOption
from cramplog.storage import backup, driver, rotation, verify
from cramplog.storage.repository import Diary
from cramplog.storage.restore import Restored, restore
from cramplog.storage.trouble import uncopied
from cramplog.value import Value

__all__ = ["Copied", "Restored", "back_up", "restore"]


class Copied(Value):
    """A copy that was made and looked at."""

    path: str
    bytes: int
    episodes: int  # of all people of the diary
    command: str  # that restores it


def back_up(diary: Diary, folder: str | None) -> Copied:
    """Copy the diary to a folder, or to the one of its automatic copies.

    Raises BadOption for a folder that is not there, DiaryError for a diary that is damaged or a
    disk that is full.
    """
    if folder is None:
        made = backup.by_hand(diary.path)
    else:
        place = os.path.expanduser(folder)
        if not os.path.isdir(place):
            raise BadOption(f"there is no folder {place}.", "Make it first: mkdir.")
        name = rotation.name(diary.path, clock.now().instant, rotation.BY_HAND)
        try:
            made = backup.copy(diary.path, backup.free(os.path.join(place, name)))
        except driver.failures() as problem:
            raise uncopied(problem, diary.path, place) from problem
    return Copied(
        path=made,
        bytes=os.path.getsize(made),
        episodes=verify.episodes(made),
        command=backup.command(diary.path, made),
    )
