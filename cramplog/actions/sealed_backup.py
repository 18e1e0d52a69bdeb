"""`backup --encrypt`, one age file with the diary in it, and opening such a file again."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.actions import files, seal, unlock
from cramplog.cli.session import Result
from cramplog.errors import BadOption
from cramplog.render.check import size
from cramplog.render.text import flow
from cramplog.services import safekeeping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session

ON_SERVER = "Its administrator backs it up; a record of your own: cramplog export json --encrypt"


def backup(session: Session, folder: str | None, recipients: tuple[str, ...]) -> Result:
    """Write the diary to an age file; nothing of it is in plain text on the way.

    Raises BadOption, BadFile, DiaryError.
    """
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    place = os.path.expanduser(folder) if folder is not None else None
    if place is not None and not os.path.isdir(place):
        raise BadOption(f"there is no folder {place}.", "Make it first: mkdir.")
    closing = seal.seal(session, encrypt=True, recipients=recipients)
    if closing is None:
        raise AssertionError  # it was asked for
    held = safekeeping.held(session.existing())
    target = safekeeping.target(path, place, seal.SUFFIX)
    with files.new(target) as file:
        closing.close([held.content], file)
    length = os.path.getsize(target)
    episodes = f"{held.episodes} episode{'s' * (held.episodes != 1)}"
    said = [
        f"Backed up {episodes} to {target} ({size(length)}). {closing.said}",
        f"Put it back: {safekeeping.way_back(path, target)}",
    ]
    return Result(
        done=True,
        text=lambda screen: [line for part in said for line in flow(part, screen.width, "  ")],
        data=lambda: {
            "file": target,
            "bytes": length,
            "episodes": held.episodes,
            "encrypted": True,
        },
    )


def content(session: Session, path: str, file: str, identity: str | None) -> bytes:
    """What is within a file to restore, where it is an age file; else nothing.

    Of an encrypted copy the key is found. Raises BadFile, BadOption, NoKey, BadPassphrase.
    """
    found = safekeeping.located(path, file)
    if found.endswith(seal.SUFFIX):
        return seal.opened(session, found, identity)
    unlock.named(session, found)
    return b""
