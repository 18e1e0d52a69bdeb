"""The causes of database and system errors, known by code and never by words.

The codes are SQLite's (https://sqlite.org/rescode.html); sqlite3 and sqlcipher3 share them.
"""

from __future__ import annotations

ERROR, BUSY, LOCKED, NO_MEMORY, READ_ONLY, INTERRUPTED = 1, 5, 6, 7, 8, 9
INPUT_OUTPUT, CORRUPT, FULL, CANNOT_OPEN, TOO_BIG, NOT_A_DATABASE = 10, 11, 13, 14, 18, 26
PERMISSION, AUTHORIZATION = 3, 23
SHORT_READ = INPUT_OUTPUT | 2 << 8
NO_ROOM = ("ENOSPC", "EDQUOT", "EFBIG", "EIO")
NO_RIGHT = ("EACCES", "EPERM", "EROFS")


def code(problem: BaseException) -> int:
    """Return SQLite's extended code of an error, SQLAlchemy's too; 0 if SQLite gave none."""
    return getattr(getattr(problem, "orig", problem), "sqlite_errorcode", None) or 0


def primary(problem: BaseException) -> int:
    """Return SQLite's primary code of an error; 0 if SQLite gave none."""
    return code(problem) & 0xFF


def is_locked(problem: BaseException) -> bool:
    """Return whether another connection holds the database; TimeoutError is our own patience."""
    return isinstance(problem, TimeoutError) or primary(problem) in (BUSY, LOCKED)


def is_not_a_database(problem: BaseException) -> bool:
    """Return whether a file lacks a database's header, as it does under a wrong key."""
    return primary(problem) == NOT_A_DATABASE


def is_undecodable(problem: BaseException) -> bool:
    """Return whether stored text is not UTF-8: the library raises this without a code."""
    if isinstance(problem, UnicodeDecodeError):
        return True
    return type(problem).__name__ == "OperationalError" and not code(problem)


def is_damage(problem: BaseException) -> bool:
    """Return whether pages, tables or stored text are broken; our own statements are tested.

    SQLCipher reports a page that it cannot decrypt as out of memory.
    """
    if isinstance(problem, MemoryError) or is_undecodable(problem) or code(problem) == SHORT_READ:
        return True
    return primary(problem) in (CORRUPT, ERROR)


def is_no_room(problem: BaseException) -> bool:
    """Return whether a disk is full or fails."""
    if isinstance(problem, OSError):
        return _name(problem) in NO_ROOM
    return primary(problem) in (FULL, TOO_BIG, INPUT_OUTPUT) and code(problem) != SHORT_READ


def is_no_right(problem: BaseException) -> bool:
    """Return whether a file cannot be opened or written."""
    if isinstance(problem, OSError):
        return _name(problem) in NO_RIGHT
    return primary(problem) in (READ_ONLY, CANNOT_OPEN, PERMISSION, AUTHORIZATION)


def no_room() -> OSError:
    """Make the error of a full disk, for a library that gave no code."""
    import errno
    import os

    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def is_interrupt(problem: BaseException) -> bool:
    """Return whether SQLite raised the error after Ctrl-C in a function that it called."""
    return primary(problem) == INTERRUPTED


def _name(problem: OSError) -> str:
    import errno  # the everyday path does without it

    return errno.errorcode.get(problem.errno or 0, "")
