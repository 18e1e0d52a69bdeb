"""Encrypt a diary with all its copies, and decrypt it again."""

from __future__ import annotations

import os

from cramplog.errors import Conflict, NoDiary
from cramplog.files import backup, creation, driver, envelope, plain_copies, replace_file
from cramplog.files.driver import Driver
from cramplog.files.envelope import Envelope
from cramplog.files.opening import NEVER, Connection, explained
from cramplog.value import Value


class Encrypted(Value):
    """The result of an encryption."""

    diary: bool  # False if only copies were encrypted
    copies: int
    left: tuple[str, ...]  # damaged copies, which stay plain
    kept: str | None  # the copy of the diary before


class Decrypted(Value):
    """The result of a decryption."""

    kept: str  # the encrypted copy of the diary before
    copies: int  # copies that stay encrypted


def prepare(path: str) -> None:
    """Open the diary once, so that it is migrated or finished; raises DiaryError."""
    Driver("", cipher=True)  # fail early, before any question, if SQLCipher is missing
    Connection(path, NEVER).close()


def encrypt(path: str, key: str, sealed: Envelope) -> Encrypted:
    """Encrypt the plain diary at `path` and all its automatic copies.

    Raises DiaryError: then the diary is unchanged, and each copy is undamaged.
    """
    if creation.is_absent(path):  # an empty diary may be encrypted
        Connection(path).close()
    place = os.path.realpath(path)
    try:
        copies = plain_copies.encrypt(place, key, sealed)
        kept = replace_file.encrypt(place, key, sealed)
        return _finished(place, key, sealed, copies, kept)
    except driver.failures() as problem:
        raise explained(problem, path) from problem


def finish(path: str, key: str) -> Encrypted:
    """Encrypt or delete plain files beside an encrypted diary; raises Conflict if none exist."""
    place = os.path.realpath(path)
    if not plain_copies.found(place):
        raise Conflict(f"{path} is encrypted already.", "`cramplog check` looks at it.")
    try:
        return _finished(place, key, envelope.read(place), 0, None)
    except driver.failures() as problem:
        raise explained(problem, path) from problem


def _finished(place: str, key: str, sealed: Envelope, copies: int, kept: str | None) -> Encrypted:
    copies += plain_copies.encrypt(place, key, sealed)  # copies that other processes made meanwhile
    plain_copies.sweep(place, at_once=True)
    left = tuple(plain_copies.found(place))
    return Encrypted(diary=kept is not None, copies=copies, left=left, kept=kept)


def decrypt(path: str) -> Decrypted:
    """Decrypt the diary at `path`; its copies stay encrypted.

    Raises Conflict for a plain diary, DiaryError: then it is unchanged.
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
