"""`backup` and `restore`."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.cli import age, passphrase
from cramplog.cli.age import ENCRYPT, TO_RECIPIENT
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.output_file import new_file
from cramplog.cli.session import Result, Session, answer
from cramplog.errors import BadOption
from cramplog.render.check import size
from cramplog.render.text import visible
from cramplog.services import safekeeping

ENCRYPTED = "It is encrypted as the diary is, and has an envelope beside it."
ON_SERVER = "Its administrator backs it up; a record of your own: cramplog export json --encrypt"


@command(
    "backup",
    Option(flags=("--to",), metavar="DIR", help="A folder, on another disk if can be."),
    ENCRYPT,
    TO_RECIPIENT,
)
def backup(
    session: Session, to: str | None, *, encrypt: bool, recipients: tuple[str, ...]
) -> Result:
    """Copy the diary, beside its automatic copies or to a folder of yours.

    With --encrypt or --recipient it is one age file.

    Examples:
    cramplog backup
    cramplog backup --to .
    cramplog backup --to . --encrypt
    """
    if encrypt or recipients:
        return _age_file(session, to, recipients)
    copied = safekeeping.back_up(session.existing(), to)
    protection = ENCRYPTED if copied.encrypted else "It is not encrypted."
    return answer(
        lambda: {
            "file": copied.path,
            "bytes": copied.bytes,
            "episodes": copied.episodes,
            "encrypted": copied.encrypted,
        },
        f"Backed up {_episodes(copied.episodes)} to {copied.path} ({size(copied.bytes)}), "
        f"and read it back. {protection}",
        f"Put it back: {copied.command}",
        done=True,
    )


def _age_file(session: Session, folder: str | None, recipients: tuple[str, ...]) -> Result:
    """Write the diary to an age file; no part is in plain text on the way.

    Raises BadOption, BadFile, DiaryError.
    """
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    place = os.path.expanduser(folder) if folder is not None else None
    if place is not None and not os.path.isdir(place):
        raise BadOption(f"there is no folder {place}.", "Make it first: mkdir.")
    encryption = age.encryption(session, recipients)
    held = safekeeping.held(session.existing())
    target = safekeeping.target(path, place, age.SUFFIX)
    with new_file(target) as file:
        encryption.write([held.content], file)
    length = os.path.getsize(target)
    return answer(
        lambda: {"file": target, "bytes": length, "episodes": held.episodes, "encrypted": True},
        f"Backed up {_episodes(held.episodes)} to {target} ({size(length)}). "
        f"{encryption.description}",
        f"Put it back: {safekeeping.way_back(path, target)}",
        done=True,
    )


@command(
    "restore",
    Argument(name="file", metavar="FILE"),
    Option(flags=("--identity",), metavar="FILE", help="The age key that opens FILE."),
)
def restore(session: Session, file: str, identity: str | None) -> Result:
    """Put a backup in the diary's place. It is looked at first; what it replaces is kept.

    A file that `backup --encrypt` made asks for its passphrase.

    Examples:
    cramplog restore copy-of-diary.db
    cramplog restore diary.db-20261123T032900Z-by-hand.db
    cramplog restore ./diary.db-20261123T032900Z-by-hand.db
    """
    path, file = paths.diary_file(session.db), os.path.expanduser(file)
    restored = safekeeping.restore(path, file, _decrypted(session, path, file, identity))
    return answer(
        lambda: {
            "file": restored.file,
            "episodes": restored.episodes,
            "replaced": restored.replaced,
            "was_damaged": restored.was_damaged,
            "migrated_from": restored.migrated_from,
            "changed": list(restored.changed),
            "left": list(restored.left),
        },
        *map(visible, _described(restored)),
        done=True,
    )


def _decrypted(session: Session, path: str, file: str, identity: str | None) -> bytes:
    """Return what is within a file to restore, where it is an age file; else nothing.

    The key of an encrypted copy is found. Raises BadFile, BadOption, NoKey, BadPassphrase.
    """
    copy = safekeeping.located(path, file)
    if copy.endswith(age.SUFFIX):
        return age.decrypted_file(session, copy, identity)
    passphrase.have_key(session, copy)
    return b""


def _described(restored: safekeeping.Restored) -> list[str]:
    """Say what was restored, and what became of the diary that it replaced."""
    text = f"Restored {_episodes(restored.episodes)} from {restored.file}."
    if restored.migrated_from:
        text += " It was written by an older cramplog and brought up to date."
    if restored.changed:
        changed = ", ".join(restored.changed)
        text += f" One change each of {changed}, which `cramplog undo` takes back."
    if restored.left:
        text += f" Not in that file, and left as before: {', '.join(restored.left)}."
    if not restored.replaced:
        return [text]
    if restored.was_damaged:
        return [text, f"What was there was damaged; it is set aside: {restored.replaced}."]
    return [text, f"What was there is kept: {restored.replaced}. Put it back: {restored.command}"]


def _episodes(count: int) -> str:
    return f"{count} episode{'s' * (count != 1)}"
