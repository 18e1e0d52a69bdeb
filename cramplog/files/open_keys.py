"""The key of an encrypted diary: 32 random bytes that SQLCipher takes as they are.

It comes from the key file that CRAMPLOG_KEY_FILE names, or else from the sources of the running
command (`further`): the system's keyring, or a person who knows the recovery passphrase.
"""

from __future__ import annotations

import os

from cramplog import special_files
from cramplog.errors import NoKey, WrongKey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.files.envelope import Envelope

KEY_FILE = "CRAMPLOG_KEY_FILE"
DIGITS = 64
HOW = (
    f"Name its key file with {KEY_FILE}, or type the command at a terminal and give the recovery "
    "passphrase."
)

further: Callable[[str, Envelope], str] | None = None
"""Finds the key of the diary at a path, or raises NoKey; TAB has none, so it never asks."""

_found: dict[str, str] = {}  # by the wrapped key's id: a diary and its copies need one question


def of(path: str, *, quick: bool = False) -> str:
    """Return the key of the encrypted diary, or copy, at `path`; raises NoKey, DiaryError.

    With `quick` the key of the named key file is not compared with the wrapped key.
    """
    file = named_file()
    if file and quick:
        return read(file)
    from cramplog.files import envelope

    sealed = envelope.read(path)
    if file and sealed.fits(read(file)):
        return read(file)
    if sealed.id not in _found:
        try:
            if further is None:
                raise NoKey(f"{path} is encrypted, and no key for it is at hand.", HOW)
            _found[sealed.id] = further(path, sealed)
        except NoKey:
            if not file:
                raise
            raise wrong(path) from None
    return _found[sealed.id]


def wrong(path: str) -> WrongKey:
    """Return the error for another diary's key."""
    file = named_file()
    return WrongKey(
        f"the key{f' in {file}' if file else ''} is not the one of {path}; it was left as it is.",
        f"Name the right file with {KEY_FILE}, or with none give the recovery passphrase.",
    )


def remember(sealed_id: str, key: str) -> None:
    """Keep a key for the rest of this run."""
    _found[sealed_id] = key


def named_file() -> str:
    """Return the key file that the environment names; empty for none."""
    return os.path.expanduser(os.environ.get(KEY_FILE, ""))


def read(file: str) -> str:
    """Read a key file of 64 hex digits; raises NoKey, also if others can read the file."""
    try:
        handle = special_files.opened(file, pipes=True)
        mode = os.fstat(handle).st_mode
        text = special_files.content(handle, 1000)
    except OSError as problem:
        raise NoKey(
            f"the key file {file} cannot be read ({problem.strerror}).",
            f"{KEY_FILE} names it; without it the recovery passphrase is asked for.",
        ) from None
    if mode & 0o077 and os.name != "nt":
        import shlex

        raise NoKey(f"the key file {file} can be read by others.", f"chmod 600 {shlex.quote(file)}")
    key = text.strip().decode("ascii", "replace").lower()
    if len(key) != DIGITS or key.strip("0123456789abcdef"):
        raise NoKey(
            f"{file} is no key file: it does not hold {DIGITS} hex digits.",
            f"Name another with {KEY_FILE}, or with none give the recovery passphrase.",
        )
    return key


def new() -> str:
    """Make a random key."""
    return os.urandom(DIGITS // 2).hex()


def make(file: str) -> str:
    """Make a key in a new file that only its owner can read; raises FileExistsError, OSError."""
    key = new()
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as made:
        made.write(f"{key}\n")
        made.flush()
        os.fsync(made.fileno())
    return key
