"""Keep words that could not be stored in a file, so that the entry is not lost.

A line is a JSON object: `at`, when the words were typed; `zone`, where; `diary` and `person`, for
which record; `words`, or for an encrypted diary `sealed`. `check --replay` types them again as of
then.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from cramplog import clock, paths
from cramplog.cli import shared_folder
from cramplog.dispatch import COMMANDS, first_word
from cramplog.errors import CramplogError, DiaryError
from cramplog.files import driver, envelope, open_keys, rescue_key, rotation
from cramplog.value import Value

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
    """Return the folders where the rescue file may be, the best first."""
    return [paths.data_folder(), os.path.expanduser("~"), tempfile.gettempdir()]


def files() -> list[str]:
    """Return the rescue file of each folder, there or not, and those under a spare name."""
    shared = folders()[-1]
    names = os.listdir(shared) if os.path.isdir(shared) else []
    spare = [name for name in names if name.startswith("cramplog-") and name.endswith(f"-{FILE}")]
    usual = [_path(folder, FILE) for folder in folders()]
    return list(dict.fromkeys((*usual, *(os.path.join(shared, name) for name in spare))))


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, name if folder == paths.data_folder() else f"cramplog-{name}")


def keep(arguments: list[str]) -> str:
    """Append words with their time; return a sentence for the user, empty for no words."""
    entry = COMMANDS.get(first_word(arguments) or "")
    if entry is None or not entry.writes:
        return ""
    place = diary_of(arguments)
    record = {
        "at": os.environ.get("CRAMPLOG_NOW") or time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "zone": clock.zone_name() or "",
        "diary": place,
        "person": os.environ.get("CRAMPLOG_PERSON", ""),
        **_protected(place, paths.without_secrets(arguments)),
    }
    path = _append(FILE, (json.dumps(record) + "\n").encode())
    if not path:
        return " Your words could not be kept."
    return f" Your words are kept in {path}; `cramplog check --replay` stores them."


def diary_of(arguments: list[str]) -> str:
    """Return the diary that a command line is for, as an absolute path; empty if unknown."""
    typed = None
    for at, argument in enumerate(arguments):
        if argument == "--db":
            typed = next(iter(arguments[at + 1 :]), None)
        elif argument.startswith("--db="):
            typed = argument.removeprefix("--db=")
    try:
        place = paths.diary_file(typed)
        if place == paths.default_diary() and not os.path.isdir(os.path.expanduser("~")):
            return ""  # without a home nobody knows where the diary will be
        return paths.identity(place)
    except (CramplogError, OSError):
        return ""


def waiting() -> list[Rescued]:
    """Return all words that were kept, the oldest first; an unreadable line stays in its file."""
    kept = []
    for path in files():
        with suppress(OSError), open(shared_folder.opened(path), "rb") as file:
            kept += [one for line in file if (one := _read(path, line))]
    return sorted(kept, key=lambda one: one.at)


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


def _rewrite(old: Rescued, **record: object) -> None:
    """Keep words in another form; raises OSError."""
    kept = {"at": old.at, "zone": old.zone, "diary": old.diary, "person": old.person, **record}
    with _lines(old.file) as lines:
        lines[:] = [json.dumps(kept) + "\n" if line == old.line else line for line in lines]


@contextmanager
def _lines(file: str) -> Iterator[list[str]]:
    """Open a rescue file's lines to be changed; without a line it is deleted."""
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


def _protected(place: str, words: list[str]) -> dict[str, object]:
    """Return what a line of the file holds of the words: encrypted where their diary is.

    They stay readable where the diary is plain, or its key file is no more: better than lost.
    """
    try:
        wrapped = None if paths.is_server(place) or not place else envelope.beside(place)
    except (DiaryError, OSError):
        wrapped = None
    if wrapped is None:
        return {"words": words}
    return {"sealed": rescue_key.close(json.dumps(words).encode(), wrapped.rescue)}


def opened(rescued: Rescued) -> Rescued | None:
    """Return words decrypted; None for those that another key encrypted. Raises NoKey."""
    if not rescued.sealed:
        return rescued
    copies = [one.path for one in rotation.backups(rescued.diary)]
    for path in filter(driver.is_encrypted, (rescued.diary, *copies)):  # or it was decrypted
        try:
            words = json.loads(rescue_key.open_(rescued.sealed, open_keys.of(path)))
        except (ValueError, OSError):
            continue
        return rescued.replace(words=tuple(words), sealed="")
    return None


def encrypt_waiting(path: str) -> None:
    """Encrypt what waits for a diary that has just been encrypted."""
    for one in _waiting_for(path):
        if not one.sealed:
            _rewrite(one, **_protected(one.diary, list(one.words)))


def decrypt_waiting(path: str) -> None:
    """Decrypt the words that wait for a diary that has just been decrypted."""
    for one in _waiting_for(path):
        plain = opened(one) if one.sealed else None
        if plain is not None:
            _rewrite(one, words=list(plain.words))


def _waiting_for(path: str) -> Iterator[Rescued]:
    return (one for one in waiting() if one.diary == paths.identity(path))


def save_report(text: str) -> str:
    """Save a crash report; return its path, empty where nothing can be written."""
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
