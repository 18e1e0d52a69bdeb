"""The library and the key that open a diary; only this module opens files of a diary.

A diary is encrypted if and only if its wrapped key lies beside it. Only that file's name decides,
never the diary's content: a process that opens and closes a diary's file itself loses the locks
that SQLite holds on it. For the same reason no process opens one file by both libraries.
"""

from __future__ import annotations

import os
import sys

from cramplog import special_files
from cramplog.errors import DiaryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from types import ModuleType
    from typing import Any

    Identity = tuple[int, int]

SEAL = ".key"
"""The suffix of a wrapped key's file name."""
BUSY_SECONDS = 20
patience = BUSY_SECONDS
"""Seconds to wait for a lock; the TAB key waits for none."""
OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
LOGS = ("-wal", "-shm", "-journal")
LIBRARIES = ("sqlite3", "sqlcipher3.dbapi2")


notices: list[str] = []
"""Sentences about changes beside a diary that its owner must know, shown with the answer."""


class Driver:
    """A library, and SQLCipher's key: 64 hex digits, empty for a plain diary."""

    def __init__(self, key: str = "", *, cipher: bool = False) -> None:
        """Choose the library; `cipher` means SQLCipher, even if plain. Raises DiaryError."""
        self.key = key
        self.library = _sqlcipher() if key or cipher else _sqlite()

    def connect(
        self, path: str, options: str = "", seconds: float | None = None
    ) -> sqlite3.Connection:
        """Open a file in autocommit; `options` are those of `address`.

        Nothing is read yet: a wrong key shows at the first read. Raises the library's errors.
        """
        refuse_special(path)
        place = address(path, options) if options else os.path.abspath(path)
        connection: sqlite3.Connection = self.library.connect(
            place,
            timeout=patience if seconds is None else seconds,
            isolation_level=None,
            uri=bool(options),
        )
        if self.key:
            connection.execute("PRAGMA cipher_log_level=NONE")  # the log would go to the terminal
            connection.execute(f"PRAGMA key=\"x'{self.key}'\"")
        connection.execute(
            "PRAGMA trusted_schema=OFF"
        )  # a file's own triggers and views get no trust
        return connection

    @property
    def secret(self) -> str:
        """The key in the form that ATTACH takes."""
        return f"x'{self.key}'" if self.key else ""


def _sqlite() -> ModuleType:
    import sqlite3

    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DiaryError(
            f"this Python has SQLite {sqlite3.sqlite_version}; cramplog needs 3.37 or newer.",
            "Use a newer Python.",
        )
    return sqlite3


def _sqlcipher() -> ModuleType:
    try:
        import sqlcipher3.dbapi2
    except ImportError:
        from cramplog.errors import NoCipher

        raise NoCipher(
            "this installation of cramplog cannot read or make encrypted diaries.",
            "Install what it needs: pip install 'cramplog[encrypted]'",
        ) from None
    found: ModuleType = sqlcipher3.dbapi2
    return found


def envelope(path: str) -> str:
    """Return the path of a diary's wrapped key, which may not exist."""
    return os.path.realpath(path) + SEAL


def is_encrypted(path: str) -> bool:
    """Return whether the diary or copy at `path` is encrypted."""
    return os.path.exists(envelope(path))


def of(path: str, *, quick: bool = False) -> Driver:
    """Return the driver that opens the diary at `path`; raises DiaryError if its key is missing.

    With `quick` the key may be another diary's: see `open_keys.of`.
    """
    if not is_encrypted(path):
        return Driver()
    from cramplog.files import open_keys

    return Driver(open_keys.of(path, quick=quick))


def is_nothing(path: str) -> bool:
    """Return whether there is no diary at a path: no file, or an empty one without a log."""
    try:
        return not os.path.getsize(path) and not special_files.kind(path) and not _has_log(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _has_log(path: str) -> bool:
    log = f"{path}-wal"
    return os.path.exists(log) and os.path.getsize(log) > 0


def identity(path: str) -> Identity:
    """Return the device and inode of a file, which differ if another file takes its name."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def memory() -> sqlite3.Connection:
    """Open an empty plain database in memory."""
    made: sqlite3.Connection = Driver().library.connect(":memory:", isolation_level=None)
    return made


def address(path: str, options: str) -> str:
    """Return a file's URI for SQLite; `mode=rw` never creates a missing file."""
    plain = os.path.abspath(path)
    for sign in "%?#":
        plain = plain.replace(sign, f"%{ord(sign):02x}")
    return f"file:{'' if plain.startswith('/') else '/'}{plain}?{options}"


def refuse_special(path: str) -> None:
    """Refuse a diary, or its log, that is a pipe, a device or a folder: reading may hang."""
    for suffix in ("", *LOGS):
        kind = special_files.kind(path + suffix)
        if kind:
            raise DiaryError(
                f"{path + suffix} is {kind}, and no diary; it was left as it is.",
                "Name another with --db FILE or CRAMPLOG_DB.",
            )


def errors(name: str = "Error", *more: type[Exception]) -> tuple[type[Exception], ...]:
    """Return the exception classes called `name` of each loaded SQLite library, and `more`.

    The libraries share no base class. An `except` evaluates this only after an error was raised.
    SQLCipher reports a damaged page as MemoryError.
    """
    modules = [sys.modules[each] for each in LIBRARIES if each in sys.modules]
    found: list[Any] = [getattr(module, name) for module in modules]
    found += [MemoryError] * (LIBRARIES[1] in sys.modules and name in ("Error", "DatabaseError"))
    return (*found, *more)


def failures(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """Return the exceptions of opening, reading and writing a diary, and `more`.

    UnicodeDecodeError is included: a library raises it for a damaged name.
    """
    return errors("Error", OSError, UnicodeDecodeError, *more)
