"""Wrapped keys (envelopes): beside an encrypted diary and each copy lies its key, wrapped by age.

Three lines and an armored age file, so that `age -d` and the recovery passphrase give the key
without cramplog: `sed -n '/BEGIN/,$p' diary.db.key | age -d`.
"""

from __future__ import annotations

import os

from cramplog import special_files
from cramplog.errors import BadPassphrase, DiaryError
from cramplog.files import driver
from cramplog.value import Value

MARK = "cramplog key 1"
BEGIN, END = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"
EXCESSIVE = "xcessive"
"""The part of age's message that says: this machine is too busy to try a passphrase."""
ASIDE = "-set-aside-"  # and a number: the suffix of a wrapped key that does not fit
TRIES = 20
LARGEST = 10_000  # bytes; a real one has about 500


class Envelope(Value):
    """A wrapped key, and what identifies it."""

    id: str  # identifies the key without revealing it
    rescue: str  # the age recipient of the rescue file's entries
    wrapped: str  # the key, as an armored age file

    def fits(self, key: str) -> bool:
        """Return whether a key is the wrapped one."""
        return identify(key) == self.id

    def text(self) -> str:
        """Return the content of the file."""
        return f"{MARK}\nid: {self.id}\nrescue: {self.rescue}\n{self.wrapped.strip()}\n"


def identify(key: str) -> str:
    """Return an identifier of a key that does not reveal the key."""
    from hashlib import sha256

    return sha256(b"cramplog diary key " + bytes.fromhex(key)).hexdigest()[:32]


def wrap(key: str, passphrase: str) -> Envelope:
    """Wrap a key by a passphrase; takes a second or two, which slows guessing."""
    import pyrage

    from cramplog.files import rescue_key

    closed = pyrage.passphrase.encrypt(f"{key}\n".encode(), passphrase, armored=True)
    return Envelope(id=identify(key), rescue=rescue_key.recipient(key), wrapped=closed.decode())


def unsealed(content: bytes, passphrase: str) -> bytes:
    """Decrypt an age file; raises pyrage.DecryptError.

    age refuses work that would take too long on a busy machine, so it is tried up to TRIES times.
    """
    import pyrage

    for _ in range(TRIES):
        try:
            return bytes(pyrage.passphrase.decrypt(content, passphrase))
        except pyrage.DecryptError as problem:
            if EXCESSIVE not in str(problem):
                raise
    raise DiaryError("this machine is too busy for the moment to try a passphrase.", "Try again.")


def unwrap(sealed: Envelope, passphrase: str) -> str:
    """Return the key; raises BadPassphrase, or DiaryError for another diary's key."""
    import pyrage

    try:
        opened = unsealed(sealed.wrapped.encode(), passphrase)
    except pyrage.DecryptError:
        raise BadPassphrase(
            "that is not the recovery passphrase.", "It was typed twice at `cramplog encrypt`."
        ) from None
    key = str(opened.decode("ascii", "replace")).strip()
    if not sealed.fits(key):
        raise DiaryError("the envelope holds a key that is not its diary's.", "Use another copy's.")
    return key


def read(path: str) -> Envelope:
    """Read the wrapped key of the diary at `path`; raises DiaryError, OSError."""
    file = driver.envelope(path)
    with open(special_files.opened(file), "rb") as opened:
        text = opened.read(LARGEST).decode("ascii", "replace")
    head, begin, rest = text.partition(BEGIN)
    lines = head.splitlines()
    told = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    if lines[:1] != [MARK] or END not in rest or not told.keys() >= {"id", "rescue"}:
        raise DiaryError(
            f"{file} is damaged, or no envelope of this cramplog's.",
            "Each backup has one like it beside it: copy that to this name.",
        )
    return Envelope(id=told["id"], rescue=told["rescue"], wrapped=begin + rest)


def write(sealed: Envelope, file: str) -> None:
    """Write or replace a wrapped key's file, atomically and synced; raises OSError."""
    part = f"{file}.{os.getpid()}.part"
    handle = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as made:
            made.write(sealed.text())
            made.flush()
            os.fsync(made.fileno())
        os.replace(part, file)
    except BaseException:
        os.unlink(part)
        raise


def beside(path: str) -> Envelope | None:
    """Return the wrapped key of a diary; None for a plain one. Raises DiaryError, OSError."""
    return read(path) if driver.is_encrypted(path) else None


def set_aside(path: str, *, notice: bool = True) -> None:
    """Rename a wrapped key that does not fit; no key is ever deleted. Raises OSError."""
    file, number = driver.envelope(path), 1
    while os.path.lexists(f"{file}{ASIDE}{number}"):
        number += 1
    os.rename(file, f"{file}{ASIDE}{number}")
    if not notice:
        return
    driver.notices.append(
        f"{path} is not encrypted: its envelope, {file}, was set aside as {file}{ASIDE}{number}."
    )


def set_aside_of(path: str) -> list[str]:
    """Return the paths of a diary's wrapped keys that were set aside, in order."""
    file, found = driver.envelope(path), 1
    while os.path.isfile(f"{file}{ASIDE}{found}"):
        found += 1
    return [f"{file}{ASIDE}{number}" for number in range(1, found)]


def put(sealed: Envelope | None, path: str) -> None:
    """Write a wrapped key, if there is one, beside the copy at `path`."""
    if sealed is not None:
        write(sealed, driver.envelope(path))
