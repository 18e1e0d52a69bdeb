"""`backup` and `restore`."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.actions import sealed_backup
from cramplog.cli.session import Result
from cramplog.render.check import size
from cramplog.render.text import flow, visible
from cramplog.services import safekeeping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session


ENCRYPTED = "It is encrypted as the diary is, and has an envelope beside it."


def backup(session: Session, folder: str | None) -> Result:
    """Copy the diary; raises BadOption, Conflict, DiaryError."""
    copied = safekeeping.back_up(session.existing(), folder)
    return Result(
        done=True,
        text=lambda screen: [
            *flow(
                f"Backed up {_episodes(copied.episodes)} to {copied.path} ({size(copied.bytes)}), "
                f"and read it back. {ENCRYPTED if copied.encrypted else 'It is not encrypted.'}",
                screen.width,
                "  ",
            ),
            *flow(f"Put it back: {copied.command}", screen.width, "  "),
        ],
        data=lambda: {
            "file": copied.path,
            "bytes": copied.bytes,
            "episodes": copied.episodes,
            "encrypted": copied.encrypted,
        },
    )


def restore(session: Session, file: str, identity: str | None = None) -> Result:
    """Put a backup in the diary's place; `identity` names a file with an age key.

    Raises BadFile, BadOption, Conflict, DiaryError.
    """
    path, file = paths.diary_file(session.db), os.path.expanduser(file)
    done = safekeeping.restore(path, file, sealed_backup.content(session, path, file, identity))
    said = f"Restored {_episodes(done.episodes)} from {done.file}."
    if done.migrated_from:
        said += " It was written by an older cramplog and brought up to date."
    if done.changed:
        said += f" One change each of {', '.join(done.changed)}, which `cramplog undo` takes back."
    if done.left:
        said += f" Not in that file, and left as before: {', '.join(done.left)}."
    back = ""
    if done.replaced and done.was_damaged:
        back = f"What was there was damaged; it is set aside: {done.replaced}."
    elif done.replaced:
        back = f"What was there is kept: {done.replaced}. Put it back: {done.command}"
    return Result(
        done=True,
        text=lambda screen: [
            line
            for part in (said, back)
            if part
            for line in flow(visible(part), screen.width, "  ")
        ],
        data=lambda: {
            "file": done.file,
            "episodes": done.episodes,
            "replaced": done.replaced,
            "was_damaged": done.was_damaged,
            "migrated_from": done.migrated_from,
            "changed": list(done.changed),
            "left": list(done.left),
        },
    )


def _episodes(count: int) -> str:
    return f"{count} episode{'s' * (count != 1)}"
