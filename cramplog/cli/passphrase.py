"""Passphrases: typed unseen at a terminal, or the first line of a file; and the keys they open.

A passphrase is never an argument, which other users of the machine could read.
"""

from __future__ import annotations

import os
import shlex
import sys
from getpass import getpass

from cramplog import special_files
from cramplog.errors import BadFile, BadOption, BadPassphrase, NoKey, Stopped
from cramplog.files import envelope, rotation
from cramplog.files import open_keys as keys
from cramplog.services import keychain

TYPE_CHECKING = False
if TYPE_CHECKING:  # the session asks this module for keys
    from cramplog.cli.session import Session
    from cramplog.files.envelope import Envelope

PASSPHRASE_FILE = "CRAMPLOG_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
SHORTEST = 10  # characters of a passphrase: a file can be attacked at leisure
LONGEST = 100_000  # bytes of the file with a passphrase
TRIES = 3
YES = ("y", "yes")


def new(session: Session, called: str = "Passphrase", instead: str = "") -> str:
    """Take a new passphrase from the file, or ask for it twice; `instead` names another way.

    Raises BadOption, BadFile.
    """
    if os.environ.get(PASSPHRASE_FILE):
        passphrase = from_file()
    elif session.interactive():
        passphrase = asked(f"{called}: ")
        if passphrase != asked("The same again: "):
            raise BadOption("the two passphrases differ. Nothing was written.")
    else:
        raise BadOption(
            "a passphrase is asked for at a terminal only.",
            f"Use {instead}{PASSPHRASE_FILE}=FILE.",
        )
    if len(passphrase) < SHORTEST:
        raise BadOption(f"a passphrase takes {SHORTEST} characters or more.", "Try a few words.")
    return passphrase


def of_file(session: Session, file: str) -> str:
    """Return the passphrase of an encrypted file, from where `new` has it; raises as it does."""
    if os.environ.get(PASSPHRASE_FILE):
        return from_file()
    if not session.interactive():
        raise BadOption(
            f"{file} is encrypted, and its passphrase is asked for at a terminal only.",
            f"Use {PASSPHRASE_FILE}=FILE.",
        )
    return asked(f"Passphrase of {file}: ")


def asked(prompt: str) -> str:
    """Ask for a passphrase, typed unseen; raises Stopped, so that words of an entry are kept."""
    try:
        return getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")
        raise Stopped("no passphrase was given.", "Nothing was changed.") from None


def from_file() -> str:
    """Read the passphrase file that the environment names; raises BadFile, NoKey."""
    path = named_file()
    try:
        handle = special_files.opened(path, pipes=True)
        mode = os.fstat(handle).st_mode
        text = special_files.content(handle, LONGEST).decode()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it is no text"
        raise BadFile(f"{PASSPHRASE_FILE} names {path}, which cannot be read: {reason}.") from None
    if mode & 0o077 and os.name != "nt":
        raise NoKey(
            f"the passphrase file {path} can be read by others.", f"chmod 600 {shlex.quote(path)}"
        )
    return text.partition("\n")[0].rstrip("\r")


def named_file() -> str:
    """Return the passphrase file that the environment names; empty for none."""
    return os.path.expanduser(os.environ.get(PASSPHRASE_FILE, ""))


def key_of(session: Session, path: str, wrapped: Envelope, *, named: bool = False) -> str:
    """Return the key of an encrypted diary or copy: from the keyring, or by its passphrase.

    For a copy that nobody `named` nothing is asked: there may be many. Raises NoKey,
    BadPassphrase.
    """
    key = keychain.get(wrapped.id)
    if key is not None and wrapped.fits(key):
        return key
    if os.environ.get(PASSPHRASE_FILE):
        return envelope.unwrap(wrapped, _from_file_or_no_key())
    passed_over = rotation.is_copy(path) and not named
    if passed_over or wrapped.id in session.asked_keys or not session.interactive():
        raise NoKey(f"{path} is encrypted, and no key for it is at hand.", keys.HOW)
    session.asked_keys.add(wrapped.id)
    key = _unwrapped(path, wrapped)
    _offer_keyring(wrapped.id, key)
    return key


def _from_file_or_no_key() -> str:
    try:
        return from_file()
    except BadFile as problem:  # the words of an entry are kept, as for every key not to be had
        raise NoKey(problem.message, problem.hint) from None


def have_key(session: Session, path: str) -> None:
    """Have the key of a copy at hand that somebody named; raises as `key_of` does."""
    wrapped = envelope.beside(path)
    file = keys.named_file()
    if wrapped is not None and not (file and wrapped.fits(keys.read(file))):
        keys.remember(wrapped.id, key_of(session, path, wrapped, named=True))


def _unwrapped(path: str, wrapped: Envelope) -> str:
    """Ask for the recovery passphrase until it opens the key."""
    sys.stderr.write(f"{path} is encrypted.\n")
    for left in reversed(range(TRIES)):
        try:
            return envelope.unwrap(wrapped, asked("Recovery passphrase: "))
        except BadPassphrase as problem:
            if not left:
                raise
            sys.stderr.write(f"{problem.message.capitalize()} Try again.\n")
    raise AssertionError  # the last try has returned or raised


def _offer_keyring(key_id: str, key: str) -> None:
    """Ask whether the keyring shall keep the key, where there is a keyring."""
    if not keychain.is_usable():
        return
    sys.stderr.write("Keep the key in the system's keyring, and not ask again? y or n: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in YES:
        kept = keychain.put(key_id, key)
        sys.stderr.write("Kept.\n" if kept else "The keyring did not take it.\n")
