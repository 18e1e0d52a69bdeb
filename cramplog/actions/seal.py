"""Encryption of what is handed over, in the age format (age-encryption.org), as it is written."""

from __future__ import annotations

import os
import shlex
import sys
from getpass import getpass
from typing import IO, TYPE_CHECKING

from cramplog import special_files
from cramplog.errors import BadFile, BadOption, BadPassphrase, NoKey, Stopped
from cramplog.files import envelope
from cramplog.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cramplog.cli.session import Session

PASSPHRASE_FILE = "CRAMPLOG_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
SHORTEST = 10  # characters of a passphrase: a file can be attacked at leisure
LONGEST = 100_000  # bytes of the file with a passphrase
SUFFIX = ".age"
HEAD, SCRYPT = 100, b"\n-> scrypt "  # of a file for a passphrase
RECIPIENT = "--recipient age1…, or "


class Seal(Value):
    """For whom a file is encrypted: recipients (`age1…`), or else whoever has the passphrase."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""

    @property
    def said(self) -> str:
        """How the file is protected, and how it is opened."""
        if self.passphrase:
            return "It is encrypted with your passphrase; `age -d` opens it."
        to = "1 recipient" if len(self.recipients) == 1 else f"{len(self.recipients)} recipients"
        return f"It is encrypted to {to}; `age -d -i KEY` opens it."

    def close(self, parts: Iterable[bytes], into: IO[bytes]) -> None:
        """Write the parts encrypted."""
        import pyrage

        if self.passphrase:  # age's passphrase files can only be made in one piece
            into.write(pyrage.passphrase.encrypt(b"".join(parts), self.passphrase))
            return
        keys = [_recipient(text) for text in self.recipients]
        pyrage.encrypt_io(_Readable(parts), into, keys)


def seal(
    session: Session, *, encrypt: bool = False, recipients: tuple[str, ...] = ()
) -> Seal | None:
    """What was asked for; None for no encryption. Raises BadOption, BadFile.

    The passphrase is the first line of the file that CRAMPLOG_PASSPHRASE_FILE names, or is asked
    for twice at a terminal; never an argument, which other users of the machine could read.
    """
    if recipients:
        for text in recipients:
            _recipient(text)
        return Seal(recipients=recipients)
    return Seal(passphrase=chosen(session)) if encrypt else None


def _recipient(text: str) -> object:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise BadOption(
            "that is no age recipient.", "It looks like age1ql3z7hjy…; `age-keygen` makes one."
        ) from None


def chosen(session: Session, called: str = "Passphrase", instead: str = RECIPIENT) -> str:
    """A new passphrase, of the file or asked for twice; `instead` says what else would do.

    Raises BadOption, BadFile.
    """
    if os.environ.get(PASSPHRASE_FILE):
        found = from_file()
    elif session.interactive():
        found = asked(f"{called}: ")
        if found != asked("The same again: "):
            raise BadOption("the two passphrases differ. Nothing was written.")
    else:
        raise BadOption(
            "a passphrase is asked for at a terminal only.",
            f"Use {instead}{PASSPHRASE_FILE}=FILE.",
        )
    if len(found) < SHORTEST:
        raise BadOption(f"a passphrase takes {SHORTEST} characters or more.", "Try a few words.")
    return found


def opened(session: Session, file: str, identity: str | None) -> bytes:
    """What an age file holds; raises BadFile, and as `unsealed` does."""
    try:
        with open(file, "rb") as sealed:
            content = sealed.read()
    except OSError as problem:
        raise BadFile(f"{file} cannot be read ({problem.strerror}).") from None
    return unsealed(session, file, content, identity)


def unsealed(session: Session, file: str, content: bytes, identity: str | None) -> bytes:
    """What is sealed in `content`, by a passphrase or by the key in the file `identity`.

    The passphrase comes from where `chosen` has it. Raises BadFile, BadOption, BadPassphrase.
    """
    import pyrage

    try:
        if SCRYPT not in content[:HEAD]:
            return bytes(pyrage.decrypt(content, _identities(file, identity)))
        return envelope.unsealed(content, _typed(session, file))
    except pyrage.DecryptError:
        raise BadPassphrase(
            f"{file} cannot be opened with that.",
            "Another passphrase or key, or the file is damaged.",
        ) from None


def asked(prompt: str) -> str:
    """A passphrase that is typed unseen; raises Stopped, so that words of an entry are kept."""
    try:
        return getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")
        raise Stopped("no passphrase was given.", "Nothing was changed.") from None


def _typed(session: Session, file: str) -> str:
    if os.environ.get(PASSPHRASE_FILE):
        return from_file()
    if not session.interactive():
        raise BadOption(
            f"{file} is encrypted, and its passphrase is asked for at a terminal only.",
            f"Use {PASSPHRASE_FILE}=FILE.",
        )
    return asked(f"Passphrase of {file}: ")


def _identities(file: str, identity: str | None) -> list[object]:
    import pyrage

    if identity is None:
        raise BadOption(
            f"{file} is encrypted to an age key.", "Name the file with the secret one: --identity"
        )
    try:
        with open(special_files.opened(os.path.expanduser(identity)), encoding="ascii") as lines:
            texts = [line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-")]
        found: list[object] = [pyrage.x25519.Identity.from_str(text) for text in texts]
    except (OSError, ValueError, pyrage.IdentityError):
        found = []
    if not found:
        raise BadFile(f"{identity} holds no age key.", "`age-keygen` made it.")
    return found


def from_file() -> str:
    """The passphrase in the file that CRAMPLOG_PASSPHRASE_FILE names; raises BadFile."""
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
    """The passphrase file that the environment names; empty for none."""
    return os.path.expanduser(os.environ.get(PASSPHRASE_FILE, ""))


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
        found, self._left = self._left[:size], self._left[size:]
        return found
