"""What a driver's or the system's error means for a user, and what to do; loaded only then."""

from __future__ import annotations

import os

from cramplog.errors import DiaryError, DiaryLocked, DiaryNewer
from cramplog.storage import backup, compiled
from cramplog.storage.verify import OTHER_FILE, broken, head_wrong, like_a_database

NO_DIARY = ("not a database",)
DAMAGED = ("malformed", "decode", "disk I/O error: short read", "no such table")
OTHERS: tuple[tuple[tuple[str, ...], type[DiaryError], str, str], ...] = (
    (("locked", "busy"), DiaryLocked, "is held by another program.", "Try again in a moment."),
    (
        ("full", "No space", "too large", "disk I/O error"),
        DiaryError,
        "stands on a full disk, or on one that fails; nothing was stored.",
        "Make room, then try again.",
    ),
    (
        ("readonly", "read-only", "ermission", "unable to open"),
        DiaryError,
        "cannot be written; nothing was stored.",
        "Check who owns it and its folder.",
    ),
)


def explained(problem: Exception, path: str) -> DiaryError:
    """The error in one line that says what to do; a damaged diary's names its newest good copy."""
    if os.path.isdir(path):
        return DiaryError(f"{path} is a folder, not a diary.", OTHER_FILE)
    text = str(problem).replace(path, "")
    if any(sign in text for sign in DAMAGED) or head_wrong(path):
        return backup.damaged(path)
    if any(sign in text for sign in NO_DIARY):
        return other_file(path)
    for signs, error, said, hint in OTHERS:
        if any(sign in text for sign in signs):
            return error(f"{path} {said}", hint)
    way = backup.way_back(path) if backup.exist(path) else OTHER_FILE
    return DiaryError(f"{path} cannot be used: {text}.", way)


def uncopied(problem: Exception, path: str, place: str) -> DiaryError:
    """The error for a copy of the diary that could not be made in a folder."""
    text = str(problem)
    if any(sign in text for sign in (*DAMAGED, *NO_DIARY)) or head_wrong(path):
        return explained(problem, path)
    reason = getattr(problem, "strerror", None) or text
    return DiaryError(f"no copy of the diary can be made in {place}: {reason}.")


def other_file(path: str) -> DiaryError:
    """The error for a file that is none of ours, or that is so damaged that it looks like that."""
    if backup.exist(path):
        return backup.damaged(path)
    if os.path.getsize(path) and like_a_database(path):
        return backup.damaged(path)
    return DiaryError(f"{path} is no cramplog diary; it was left as it is.", OTHER_FILE)


def gone(path: str) -> DiaryError:
    """The error for a diary that was there and is not any more, or has nothing in it any more."""
    what = "has lost all that was in it" if os.path.exists(path) else "is gone"
    return DiaryError(
        f"{path} {what}, but it was a diary once; nothing was written.",
        f"{backup.way_back(path)}. A new diary: --db with another name."
        if backup.newest_good(path)
        else "Look for it elsewhere, or name a new diary with --db.",
    )


def not_ours(path: str) -> DiaryError:
    """The error for another program's database."""
    if backup.exist(path):
        return DiaryError(
            f"{path} is a SQLite file, but not a cramplog diary any more; it was left as it is.",
            backup.way_back(path),
        )
    return DiaryError(f"{path} is a SQLite file, but not a cramplog diary.", OTHER_FILE)


def newer(path: str, revision: str) -> DiaryError:
    """The error for a schema that this program does not know, unless broken pages named it."""
    if broken(path):
        return backup.damaged(path)
    return DiaryNewer(
        f"{path} was written by a newer cramplog (schema {revision}; this one knows "
        f"{compiled.REVISION}).",
        "Update cramplog, or name another diary with --db.",
    )


def replaced(path: str) -> DiaryError:
    """The error for a diary whose file went away while it was open."""
    return DiaryError(
        f"{path} was moved or replaced while it was open; nothing was stored.", "Try again."
    )
