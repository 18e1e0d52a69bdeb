"""Encryption of what is handed over, in the age format (age-encryption.org), as it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import IO

from cramplog import special_files
from cramplog.cli import passphrase
from cramplog.cli.declare import Option
from cramplog.cli.session import Session
from cramplog.errors import BadFile, BadOption, BadPassphrase
from cramplog.files import envelope
from cramplog.value import Value

SUFFIX = ".age"
FIRST_BYTES = b"age-encryption.org/"
HEAD, SCRYPT = 100, b"\n-> scrypt "  # of a file for a passphrase
RECIPIENT = "--recipient age1…, or "

ENCRYPT = Option(
    flags=("--encrypt",), help="By a passphrase, asked for or in the file CRAMPLOG_PASSPHRASE_FILE."
)
TO_RECIPIENT = Option(
    flags=("--recipient",),
    metavar="AGE1...",
    help="Encrypt to an age key; repeatable.",
    name="recipients",
    many=True,
)


class Encryption(Value):
    """For whom a file is encrypted: recipients (`age1…`), or else whoever has the passphrase."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""

    @property
    def description(self) -> str:
        """Say how the file is protected, and how it is opened."""
        if self.passphrase:
            return "It is encrypted with your passphrase; `age -d` opens it."
        to = "1 recipient" if len(self.recipients) == 1 else f"{len(self.recipients)} recipients"
        return f"It is encrypted to {to}; `age -d -i KEY` opens it."

    def write(self, parts: Iterable[bytes], into: IO[bytes]) -> None:
        """Write the parts encrypted."""
        import pyrage

        if self.passphrase:  # age's passphrase files can only be made in one piece
            into.write(pyrage.passphrase.encrypt(b"".join(parts), self.passphrase))
            return
        keys = [_recipient(text) for text in self.recipients]
        pyrage.encrypt_io(_Readable(parts), into, keys)


def encryption(session: Session, recipients: tuple[str, ...]) -> Encryption:
    """Return the encryption to recipients or, without one, by a new passphrase.

    Raises BadOption, BadFile.
    """
    for text in recipients:
        _recipient(text)
    if recipients:
        return Encryption(recipients=recipients)
    return Encryption(passphrase=passphrase.new(session, instead=RECIPIENT))


def _recipient(text: str) -> object:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise BadOption(
            "that is no age recipient.", "It looks like age1ql3z7hjy…; `age-keygen` makes one."
        ) from None


def decrypted_file(session: Session, file: str, identity: str | None) -> bytes:
    """Read and decrypt an age file; raises BadFile, and as `decrypted` does."""
    try:
        with open(file, "rb") as encrypted:
            content = encrypted.read()
    except OSError as problem:
        raise BadFile(f"{file} cannot be read ({problem.strerror}).") from None
    return decrypted(session, file, content, identity)


def decrypted(session: Session, file: str, content: bytes, identity: str | None) -> bytes:
    """Decrypt an age file's content, by a passphrase or by the key in the file `identity`.

    Raises BadFile, BadOption, BadPassphrase.
    """
    import pyrage

    try:
        if SCRYPT not in content[:HEAD]:
            return bytes(pyrage.decrypt(content, _identities(file, identity)))
        return envelope.unsealed(content, passphrase.of_file(session, file))
    except pyrage.DecryptError:
        raise BadPassphrase(
            f"{file} cannot be opened with that.",
            "Another passphrase or key, or the file is damaged.",
        ) from None


def _identities(file: str, identity: str | None) -> list[object]:
    import pyrage

    if identity is None:
        raise BadOption(
            f"{file} is encrypted to an age key.", "Name the file with the secret one: --identity"
        )
    try:
        with open(special_files.opened(os.path.expanduser(identity)), encoding="ascii") as lines:
            texts = [line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-")]
        keys: list[object] = [pyrage.x25519.Identity.from_str(text) for text in texts]
    except (OSError, ValueError, pyrage.IdentityError):
        keys = []
    if not keys:
        raise BadFile(f"{identity} holds no age key.", "`age-keygen` made it.")
    return keys


class _Readable:
    """Parts as a file to read."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts: Iterator[bytes] = iter(parts)
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._left) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._left += part
        size = len(self._left) if size < 0 else size
        taken, self._left = self._left[:size], self._left[size:]
        return taken
