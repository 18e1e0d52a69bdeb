"""Back up and restore a diary by hand."""

from __future__ import annotations

import os

from cramplog import clock, paths
from cramplog.diary.repository import Diary
from cramplog.errors import BadOption
from cramplog.files import backup, driver, in_memory, rotation, verify
from cramplog.files.opening import explained
from cramplog.files.problems import uncopied
from cramplog.files.restore import Restored, located, restore
from cramplog.value import Value

__all__ = ["Copied", "Restored", "back_up", "located", "restore"]


class Copied(Value):
    """A checked copy."""

    path: str
    bytes: int
    episodes: int  # of all people of the diary
    command: str  # the command that restores it
    encrypted: bool = False


def back_up(diary: Diary, folder: str | None) -> Copied:
    """Copy the diary to a folder, or to its folder of automatic copies.

    Raises BadOption for a missing folder, DiaryError for a damaged diary or a full disk.
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
        encrypted=driver.is_encrypted(made),
    )


class Held(Value):
    """The content of a diary, to be encrypted as one file."""

    content: bytes
    episodes: int  # of all people of the diary


def held(diary: Diary) -> Held:
    """Return the complete diary in memory; raises DiaryError for a damaged one."""
    try:
        content, episodes = in_memory.of(diary.path)
    except driver.failures() as problem:
        raise explained(problem, diary.path) from problem
    return Held(content=content, episodes=episodes)


def target(path: str, folder: str | None, suffix: str) -> str:
    """Return a free name for a copy, among the automatic ones or in a folder."""
    place = folder if folder is not None else rotation.folder(path)
    if folder is None:
        paths.make_folder(place)
    name = rotation.name(path, clock.now().instant, rotation.BY_HAND)
    return backup.free(os.path.join(place, name), suffix)


def way_back(path: str, file: str) -> str:
    """Return the command that restores a copy."""
    return backup.command(path, file)
