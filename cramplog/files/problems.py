"""Explain errors of the driver or the system to the user; loaded only after an error."""

from __future__ import annotations

import os
from collections.abc import Callable

from cramplog import paths
from cramplog.diary import compiled
from cramplog.errors import DiaryError, DiaryForeign, DiaryLocked, DiaryNewer, Stopped
from cramplog.files import backup, causes, driver, envelope, open_keys, rotation, verify
from cramplog.files.verify import OTHER_FILE, broken, head_wrong, like_a_database

PAGE = 4096  # bytes: an encrypted diary is a number of whole ones
FEW = 5
OTHERS: tuple[tuple[Callable[[BaseException], bool], type[DiaryError], str, str, str], ...] = (
    (
        causes.is_locked,
        DiaryLocked,
        "is held by another program.",
        "Try again in a moment.",
        "another program holds it",
    ),
    (
        causes.is_no_room,
        DiaryError,
        "stands on a full disk, or on one that fails; nothing was stored.",
        "Make room, then try again.",
        "the disk is full, or fails",
    ),
    (
        causes.is_no_right,
        DiaryError,
        "cannot be written; nothing was stored.",
        "Check who owns it and its folder.",
        "it may not be written",
    ),
)


def explained(problem: Exception, path: str) -> DiaryError:
    """Return the error in one line that says what to do; damage names the newest good copy."""
    if os.path.isdir(path):
        return DiaryError(f"{path} is a folder, not a diary.", OTHER_FILE)
    if causes.is_damage(problem) or head_wrong(path):
        return backup.damaged(path)
    if causes.is_not_a_database(problem):
        return other_file(path)
    unread = _unread(path)
    if unread:
        return DiaryError(unread, "Check who owns it and its folder, and their permissions.")
    for is_cause, error, said, hint, _ in OTHERS:
        if is_cause(problem):
            return error(f"{path} {said}", hint)
    way = backup.way_back(path) if backup.exist(path) else OTHER_FILE
    return DiaryError(f"{path} cannot be used as a diary.", way)


def _unread(path: str) -> str:
    """Return the reason why this user cannot read a file; empty for none."""
    closed = closed_folder(path)
    if closed:
        return f"{path} cannot be reached: you may not enter the folder {closed}."
    hidden = os.path.exists(path) and not os.access(path, os.R_OK)
    return f"{path} cannot be read." if hidden else ""


def closed_folder(path: str) -> str:
    """Return the folder above a path that this user may not enter; empty for none."""
    closed, folder = "", os.path.dirname(os.path.abspath(path))
    while folder != os.path.dirname(folder):
        if os.path.isdir(folder) and not os.access(folder, os.X_OK):
            closed = folder
        folder = os.path.dirname(folder)
    return closed


def is_of_the_machine(problem: Exception) -> bool:
    """Return whether a lock or the disk is the cause, and not the file's content."""
    return any(is_cause(problem) for is_cause, *_ in OTHERS)


def uncopied(problem: Exception, path: str, place: str) -> DiaryError:
    """Return the error for a copy of the diary that could not be made in a folder."""
    damage = causes.is_damage(problem) or causes.is_not_a_database(problem)
    if not paths.is_server(path) and (damage or head_wrong(path)):
        return explained(problem, path)
    return DiaryError(f"no copy of the diary can be made in {place}: {why(problem)}.")


def why(problem: Exception) -> str:
    """Return in a few words why a file could not be written or read."""
    of_system = getattr(problem, "strerror", None)
    found = (why for is_cause, *_, why in OTHERS if is_cause(problem))
    return of_system or next(found, "what is in it cannot be read")


def other_file(path: str) -> DiaryError:
    """Return the error for a file that is no diary, or that is so damaged that it looks so."""
    if driver.is_encrypted(path):
        return _not_opened(path)
    lost = _lost_envelope(path)
    if lost:
        return DiaryError(
            f"{path} is damaged, or it is encrypted and its envelope {driver.envelope(path)} is "
            "gone; it was left as it is.",
            f"Each backup of an encrypted diary has its envelope: {lost}",
        )
    if backup.exist(path):
        return backup.damaged(path)
    if os.path.getsize(path) and like_a_database(path):
        return backup.damaged(path)
    return DiaryError(f"{path} is no cramplog diary; it was left as it is.", OTHER_FILE)


def _not_opened(path: str) -> DiaryError:
    """Return the error for an encrypted diary that its key does not open."""
    if not envelope.read(path).fits(driver.of(path, quick=True).key):
        return open_keys.wrong(path)
    return replaced(path) if verify.sound(path) else backup.damaged(path)


def _lost_envelope(path: str) -> str:
    """Return the command that restores a wrapped key to what may be an encrypted diary."""
    import shlex

    if verify.is_plain(path) or not os.path.exists(path) or os.path.getsize(path) % PAGE:
        return ""
    for one in rotation.backups(path):
        if driver.is_encrypted(one.path):
            return shlex.join(("cp", driver.envelope(one.path), driver.envelope(path)))
    return ""


def gone(path: str) -> DiaryError:
    """Return the error for a diary that has disappeared or lost its content."""
    what = "has lost all that was in it" if os.path.exists(path) else "is gone"
    return DiaryError(
        f"{path} {what}, but it was a diary once; nothing was written.",
        f"{backup.way_back(path)}. A new diary: --db with another name."
        if backup.newest_good(path)
        else "Look for it elsewhere, or name a new diary with --db.",
    )


def not_ours(path: str) -> DiaryError:
    """Return the error for another program's database."""
    if backup.exist(path):
        return DiaryError(
            f"{path} is a SQLite file, but not a cramplog diary any more; it was left as it is.",
            backup.way_back(path),
        )
    return DiaryError(f"{path} is a SQLite file, but not a cramplog diary.", OTHER_FILE)


def foreign(path: str, odd: list[str]) -> DiaryError:
    """Return the error for a diary with a trigger, view, table or index that is not cramplog's."""
    way = backup.way_back(path) if backup.exist(path) else OTHER_FILE
    return DiaryForeign(
        f"{path} holds what cramplog did not make, or made otherwise: {', '.join(odd[:FEW])}. "
        "Nothing of it was run, and the file was left as it is.",
        way,
    )


def lacking(path: str, tables: list[str]) -> DiaryError:
    """Return the error for a diary with missing tables."""
    way = backup.way_back(path) if backup.exist(path) else OTHER_FILE
    return DiaryForeign(
        f"{path} is damaged: it lacks the table {', '.join(tables[:FEW])}; it was left as it is.",
        way,
    )


def newer(path: str, revision: str) -> DiaryError:
    """Return the error for an unknown schema, or for damage if broken pages named the schema."""
    if broken(path):
        return backup.damaged(path)
    return DiaryNewer(
        f"{path} was written by a newer cramplog (schema {revision}; this one knows "
        f"{compiled.REVISION}).",
        "Update cramplog, or name another diary with --db.",
    )


def stopped(path: str) -> Stopped:
    """Return the error for Ctrl-C during a migration."""
    return Stopped(
        f"stopped while {path} was brought up to date; it is whole, as it was.",
        "The next command begins that again.",
    )


def replaced(path: str) -> DiaryError:
    """Return the error for a diary whose file was replaced while it was open."""
    return DiaryError(
        f"{path} was moved or replaced while it was open; nothing was stored.", "Try again."
    )
