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
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cramplog import clock, paths
from cramplog.actions import rescue_seal, shared_folder
from cramplog.dispatch import COMMANDS, first_word
from cramplog.errors import CramplogError, DiaryError
from cramplog.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "rescue.txt"


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
    """The rescue file in each of those places, there or not, and those under a spare name."""
    shared = folders()[-1]
    names = os.listdir(shared) if os.path.isdir(shared) else []
    spare = [name for name in names if name.startswith("cramplog-") and name.endswith(f"-{FILE}")]
    usual = [_path(folder, FILE) for folder in folders()]
    return list(dict.fromkeys((*usual, *(os.path.join(shared, name) for name in spare))))


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, name if folder == paths.data_folder() else f"cramplog-{name}")


def keep(arguments: list[str]) -> str:
    """Append the words with their time; returns a sentence for the user, empty for no words."""
    entry = COMMANDS.get(first_word(arguments) or "")
    if entry is None or not entry.writes:
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
        place = paths.diary_file(said)
        if place == paths.default_diary() and not os.path.isdir(os.path.expanduser("~")):
            return ""  # without a home nobody knows where the diary will be
        return paths.identity(place)
    except (CramplogError, OSError):
        return ""


def waiting() -> list[Rescued]:
    """All words that were kept, the oldest first; a line that cannot be read stays where it is."""
    found = []
    for path in files():
        with suppress(OSError), open(shared_folder.opened(path), "rb") as file:
            found += [one for line in file if (one := _read(path, line))]
    return sorted(found, key=lambda one: one.at)


def _read(path: str, content: bytes) -> Rescued | None:
    try:
        line = content.decode()
        record = json.loads(line)
        words = tuple(map(str, record.pop("words", ())))
        return Rescued(file=path, line=line, words=words, **record)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def forget(done: Rescued) -> None:
    """Take words that are stored now out of their file; an empty file goes. Raises DiaryError."""
    try:
        _forget(done)
    except OSError as problem:
        raise DiaryError(
            f"these words are stored now, but they cannot be taken out of {done.file} "
            f"({problem.strerror}).",
            "Take them out, or they are stored twice.",
        ) from problem


def _forget(done: Rescued) -> None:
    with _lines(done.file) as lines:
        if done.line in lines:
            lines.remove(done.line)


def change(old: Rescued, **record: object) -> None:
    """Keep words in another form; raises OSError."""
    kept = {"at": old.at, "zone": old.zone, "diary": old.diary, "person": old.person, **record}
    with _lines(old.file) as lines:
        lines[:] = [json.dumps(kept) + "\n" if line == old.line else line for line in lines]


@contextmanager
def _lines(file: str) -> Iterator[list[str]]:
    """The lines of a rescue file, to be changed; it is written anew, or goes where none is left."""
    with shared_folder.held(file) as handle:
        with open(handle, encoding="utf-8", errors="surrogateescape", closefd=False) as read:
            lines = read.readlines()
        yield lines
        if not lines:
            os.unlink(file)
            return
        number, new = tempfile.mkstemp(prefix=".cramplog-", dir=os.path.dirname(file))
        with open(number, "w", encoding="utf-8", errors="surrogateescape") as written:
            written.writelines(lines)
            written.flush()
            os.fsync(written.fileno())
        os.replace(new, file)


def save_report(text: str) -> str:
    """Save a crash report; returns its path, empty where nothing can be written."""
    stamp = time.strftime("%Y%m%dT%H%M%S")
    return _append(f"crash-{stamp}-{os.getpid()}.txt", text.encode("utf-8", "backslashreplace"))


def _append(name: str, content: bytes) -> str:
    spare = f"cramplog-{os.urandom(4).hex()}-{name}"  # another user may sit on the usual one
    usual = [_path(folder, name) for folder in folders()]
    for path in (*usual, os.path.join(folders()[-1], spare)):
        try:
            paths.make_folder(os.path.dirname(path))
            with shared_folder.held(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT) as handle:
                os.write(handle, content)
                os.fsync(handle)
        except OSError:
            continue
        return path
    return ""
