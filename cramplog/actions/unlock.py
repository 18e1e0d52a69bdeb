"""Finding the key of an encrypted diary: the system's keyring, or the recovery passphrase."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cramplog.actions import seal
from cramplog.errors import BadFile, BadPassphrase, NoKey
from cramplog.files import envelope, rotation
from cramplog.files import open_keys as keys
from cramplog.services import keychain

if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.files.envelope import Envelope

TRIES = 3
_asked: set[str] = set()  # ids of keys that were asked for in vain


def find(session: Session, path: str, sealed: Envelope, *, named: bool = False) -> str:
    """The key of an encrypted diary or copy; raises NoKey, BadPassphrase.

    For a copy that nobody `named` nothing is asked: there may be many.
    """
    held = keychain.get(sealed.id)
    if held is not None and sealed.fits(held):
        return held
    if os.environ.get(seal.PASSPHRASE_FILE):
        return envelope.unwrap(sealed, _from_file())
    passed_over = rotation.is_copy(path) and not named
    if passed_over or sealed.id in _asked or not session.interactive():
        raise NoKey(f"{path} is encrypted, and no key for it is at hand.", keys.HOW)
    _asked.add(sealed.id)
    key = _opened(path, sealed)
    _offer(sealed.id, key)
    return key


def _from_file() -> str:
    try:
        return seal.from_file()
    except BadFile as problem:  # the words of an entry are kept, as for every key not to be had
        raise NoKey(problem.message, problem.hint) from None


def named(session: Session, path: str) -> None:
    """Have the key of a copy at hand that somebody named; raises as `find` does."""
    sealed = envelope.beside(path)
    file = keys.named_file()
    if sealed is not None and not (file and sealed.fits(keys.read(file))):
        keys.remember(sealed.id, find(session, path, sealed, named=True))


def _opened(path: str, sealed: Envelope) -> str:
    """The key by the passphrase that is typed."""
    sys.stderr.write(f"{path} is encrypted.\n")
    for left in reversed(range(TRIES)):
        try:
            return envelope.unwrap(sealed, seal.asked("Recovery passphrase: "))
        except BadPassphrase as problem:
            if not left:
                raise
            sys.stderr.write(f"{problem.message.capitalize()} Try again.\n")
    raise AssertionError  # the last try has returned or raised


def _offer(key_id: str, key: str) -> None:
    """Ask whether the keyring shall keep the key, where there is a keyring."""
    if not keychain.is_usable():
        return
    sys.stderr.write("Keep the key in the system's keyring, and not ask again? y or n: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in ("y", "yes"):
        kept = keychain.put(key_id, key)
        sys.stderr.write("Kept.\n" if kept else "The keyring did not take it.\n")
