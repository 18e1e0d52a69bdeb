"""Words that could not be stored are kept in a file, so that the entry is not lost.

A line is a JSON object: `at`, when the words were typed; `zone`, where; `diary` and `person`, for
which record; `words`, or for an encrypted diary `sealed`. `check --replay` types them again as of
then.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cramplog import clock, paths
from cramplog.actions import rescue_seal
from cramplog.commands import first_word
from cramplog.errors import CramplogError, DiaryError
from cramplog.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "rescue.txt"
WRITES = (
    "log",
    "start",
    "stop",
    "edit",
    "night",
    "symptom",
    "condition",
    "medicine",
    "person",
    "visit",
)


class Rescued(Value):
    """Words that wait to be stored."""

    file: str
    line: str  # as it stands in the file
    at: str  # an ISO instant with its offset
    zone: str
    diary: str
    person: str  # as the environment named it, or nothing
    words: tuple[str, ...] = ()
    sealed: str = ""  # the words of an encrypted diary, which only its key opens


def folders() -> list[str]:
    """Where the rescue file may be, the best place first."""
    return [paths.data_folder(), os.path.expanduser("~"), tempfile.gettempdir()]


def files() -> list[str]:
    """The rescue file in each of those places, there or not."""
    return [_path(folder, FILE) for folder in folders()]


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, name if folder == paths.data_folder() else f"cramplog-{name}")


def keep(arguments: list[str]) -> str:
    """Append the words with their time; returns a sentence for the user, empty for no words."""
    if first_word(arguments) not in WRITES:
        return ""
    place = meant(arguments)
    record = {
        "at": os.environ.get("CRAMPLOG_NOW") or time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "zone": clock.zone_name() or "",
        "diary": place,
        "person": os.environ.get("CRAMPLOG_PERSON", ""),
        **rescue_seal.closed(place, paths.without_secrets(arguments)),
    }
    path = _append(FILE, (json.dumps(record) + "\n").encode())
    if not path:
        return " Your words could not be kept."
    return f" Your words are kept in {path}; `cramplog check --replay` stores them."


def meant(arguments: list[str]) -> str:
    """The diary that a command line is for, as an absolute path; nothing where that is unknown."""
    said = None
    for at, argument in enumerate(arguments):
        if argument == "--db":
            said = next(iter(arguments[at + 1 :]), None)
        elif argument.startswith("--db="):
            said = argument.removeprefix("--db=")
    try:
        return paths.identity(paths.diary_file(said))
    except (CramplogError, OSError):
        return ""


def waiting() -> list[Rescued]:
    """All words that were kept, the oldest first; a line that cannot be read stays where it is."""
    found = []
    for folder in folders():
        path = _path(folder, FILE)
        try:
            with open(os.open(path, os.O_RDONLY | NO_LINKS), encoding="utf-8") as file:
                if _is_ours(file.fileno()):
                    found += [one for line in file if (one := _read(path, line))]
        except (OSError, UnicodeDecodeError):
            continue
    return sorted(found, key=lambda one: one.at)


def _read(path: str, line: str) -> Rescued | None:
    try:
        record = json.loads(line)
        words = tuple(map(str, record.pop("words", ())))
        return Rescued(file=path, line=line, words=words, **record)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def forget(done: Rescued) -> None:
    """Take words that are stored now out of their file; an empty file goes. Raises DiaryError."""
    try:
        _forget(done, os.path.dirname(done.file))
    except OSError as problem:
        raise DiaryError(
            f"these words are stored now, but they cannot be taken out of {done.file} "
            f"({problem.strerror}).",
            "Take them out, or they are stored twice.",
        ) from problem


def _forget(done: Rescued, folder: str) -> None:
    with _alone(folder):
        with open(done.file, encoding="utf-8") as file:
            lines = file.readlines()
        if done.line in lines:
            lines.remove(done.line)
        _rewrite(done.file, folder, lines)


def change(old: Rescued, **record: object) -> None:
    """Keep words in another form; raises OSError."""
    kept = {"at": old.at, "zone": old.zone, "diary": old.diary, "person": old.person, **record}
    with _alone(os.path.dirname(old.file)):
        with open(old.file, encoding="utf-8") as file:
            lines = file.readlines()
        new = [json.dumps(kept) + "\n" if line == old.line else line for line in lines]
        _rewrite(old.file, os.path.dirname(old.file), new)


def _rewrite(target: str, folder: str, lines: list[str]) -> None:
    if not lines:
        os.unlink(target)
        return
    handle, new = tempfile.mkstemp(prefix=".cramplog-", dir=folder)
    with open(handle, "w", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, target)


def save_report(text: str) -> str:
    """Save a crash report; returns its path, empty where nothing can be written."""
    stamp = time.strftime("%Y%m%dT%H%M%S")
    return _append(f"crash-{stamp}-{os.getpid()}.txt", text.encode("utf-8", "backslashreplace"))


NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


def _append(name: str, content: bytes) -> str:
    for folder in folders():
        path = _path(folder, name)
        try:
            paths.make_folder(folder)
            with _alone(folder):
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | NO_LINKS
                with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
                    if not _is_ours(file.fileno()):  # somebody waits for words in a shared folder
                        continue
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
        except OSError:
            continue
        return path
    return ""


def _is_ours(handle: int) -> bool:
    found = os.fstat(handle)
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    """Keep other processes from the rescue file of a folder, where the system can."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
