"""Encrypting a diary with all its copies, and making it plain again."""

from __future__ import annotations

import os

from cramplog.errors import Conflict, NoDiary
from cramplog.files import backup, creation, driver, envelope, plain_copies, replace_file
from cramplog.files.driver import Driver
from cramplog.files.envelope import Envelope
from cramplog.files.opening import NEVER, Connection, explained
from cramplog.value import Value


class Encrypted(Value):
    """What was encrypted, and what was not."""

    diary: bool  # False where only copies were left to do
    copies: int
    left: tuple[str, ...]  # copies that are damaged, and so still plain
    kept: str | None  # the copy of what the diary was


class Decrypted(Value):
    """What was made plain."""

    kept: str  # the encrypted copy of what the diary was
    copies: int  # that stay encrypted


def prepare(path: str) -> None:
    """Open the diary once: it is brought up to date or finished; raises DiaryError."""
    Driver("", cipher=True)  # that it can be encrypted is known before anything is asked
    Connection(path, NEVER).close()


def encrypt(path: str, key: str, sealed: Envelope) -> Encrypted:
    """Encrypt the plain diary at `path` and every copy among its automatic ones.

    Raises DiaryError: then the diary is as it was, and each copy is whole.
    """
    if creation.is_absent(path):  # a diary may be encrypted before anything stands in it
        Connection(path).close()
    place = os.path.realpath(path)
    try:
        copies = plain_copies.encrypt(place, key, sealed)
        kept = replace_file.encrypt(place, key, sealed)
        return _finished(place, key, sealed, copies, kept)
    except driver.failures() as problem:
        raise explained(problem, path) from problem


def finish(path: str, key: str) -> Encrypted:
    """Encrypt or delete what is plain beside an encrypted diary; raises Conflict for nothing."""
    place = os.path.realpath(path)
    if not plain_copies.found(place):
        raise Conflict(f"{path} is encrypted already.", "`cramplog check` looks at it.")
    try:
        return _finished(place, key, envelope.read(place), 0, None)
    except driver.failures() as problem:
        raise explained(problem, path) from problem


def _finished(place: str, key: str, sealed: Envelope, copies: int, kept: str | None) -> Encrypted:
    copies += plain_copies.encrypt(place, key, sealed)  # those that others made meanwhile
    plain_copies.sweep(place, at_once=True)
    left = tuple(plain_copies.found(place))
    return Encrypted(diary=kept is not None, copies=copies, left=left, kept=kept)


def decrypt(path: str) -> Decrypted:
    """Make the encrypted diary at `path` plain; its copies stay as they are.

    Raises Conflict where it is plain, DiaryError: then it is as it was.
    """
    if driver.is_nothing(path) and not driver.is_encrypted(path):
        raise NoDiary(path)
    if not driver.is_encrypted(path):
        raise Conflict(f"{path} is not encrypted.", "`cramplog check` looks at it.")
    Connection(path).close()
    kept = backup.before(path, "decrypt")
    place = os.path.realpath(path)
    try:
        replace_file.decrypt(place)
    except driver.failures() as problem:
        raise explained(problem, path) from problem
    return Decrypted(kept=kept, copies=plain_copies.encrypted(place))
