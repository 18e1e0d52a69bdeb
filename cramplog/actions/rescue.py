"""Words that could not be stored are kept in a file, so that the entry is not lost."""

from __future__ import annotations

import os
import shlex
import tempfile
import time

from cramplog import paths
from cramplog.commands import first_word

FILE = "rescue.txt"
WRITES = ("log", "start", "stop", "edit", "night", "symptom", "condition", "person")


def folders() -> list[str]:
    """Where the rescue file may be, the best place first."""
    return [paths.data_folder(), os.path.expanduser("~"), tempfile.gettempdir()]


def keep(arguments: list[str]) -> str:
    """Append the words with their time; returns a sentence for the user, empty for no words."""
    if first_word(arguments) not in WRITES:
        return ""
    said = os.environ.get("CRAMPLOG_NOW") or time.strftime("%Y-%m-%dT%H:%M:%S%z")
    line = f"{said}\t{shlex.join(arguments)}\n"
    path = _append(FILE, line.encode("utf-8", "surrogateescape"))
    return f" Your words are kept in {path}." if path else " Your words could not be kept."


def save_report(text: str) -> str:
    """Save a crash report; returns its path, empty where nothing can be written."""
    stamp = time.strftime("%Y%m%dT%H%M%S")
    return _append(f"crash-{stamp}-{os.getpid()}.txt", text.encode("utf-8", "backslashreplace"))


def _append(name: str, content: bytes) -> str:
    for folder in folders():
        path = os.path.join(folder, name if folder == paths.data_folder() else f"cramplog-{name}")
        try:
            paths.make_folder(folder)
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except OSError:
            continue
        return path
    return ""
