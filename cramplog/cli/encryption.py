"""`encrypt` and `decrypt`."""

from __future__ import annotations

import os
import shlex

from cramplog import paths
from cramplog.cli import passphrase, rescue
from cramplog.cli.declare import Option, command
from cramplog.cli.session import Result, Session, answer
from cramplog.errors import BadFile, NoKey
from cramplog.files import driver, envelope, open_keys, own_files
from cramplog.services import encryption, keychain
from cramplog.services.encryption import Encrypted

ON_SERVER = "Its administrator sees to it that its disks are encrypted."
KEYRING = "keyring"
IN_A_FILE = "Keep it in a file: cramplog encrypt --key-file FILE"


@command(
    "encrypt",
    Option(
        flags=("--key-file",),
        metavar="FILE",
        help="Keep the key in a file, made where it is not there, and not in the keyring.",
    ),
)
def encrypt(session: Session, key_file: str | None) -> Result:
    """Encrypt the diary and its copies.

    The key goes to the system's keyring, or to a file that CRAMPLOG_KEY_FILE names from then on. A
    recovery passphrase is asked for twice, or is the first line of the file that
    CRAMPLOG_PASSPHRASE_FILE names.

    Examples:
    cramplog encrypt
    cramplog encrypt --key-file /media/stick/cramplog.key
    """
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    encryption.prepare(path)
    if driver.is_encrypted(path):
        return _result(path, "", encryption.finish(path, open_keys.of(path)))
    file = os.path.expanduser(key_file) if key_file else open_keys.named_file()
    if not file and not keychain.is_usable():
        raise NoKey("this system has no keyring that could keep the key.", IN_A_FILE)
    recovery = passphrase.new(session, "Recovery passphrase")
    key = _in_file(file, path) if file else open_keys.new()
    wrapped = envelope.wrap(key, recovery)
    recovered = envelope.unwrap(wrapped, recovery)  # what is encrypted with it can be recovered
    if not file and not keychain.put(wrapped.id, recovered):
        raise NoKey("the system's keyring did not take the key; nothing was encrypted.", IN_A_FILE)
    done = encryption.encrypt(path, recovered, wrapped)
    rescue.encrypt_waiting(path)
    return _result(path, file, done)


def _in_file(file: str, path: str) -> str:
    try:
        if os.path.exists(file):
            return open_keys.read(file)
        own_files.refuse(file, [path])
        return open_keys.make(file)
    except OSError as problem:
        raise BadFile(f"the key file {file} cannot be made ({problem.strerror}).") from None


def _result(path: str, file: str, encrypted: Encrypted) -> Result:
    count = encrypted.copies
    copies = f"{count} {'copy' if count == 1 else 'copies'} of it"
    lines = [f"Encrypted {path} and {copies}.", *_way_back(path, file)]
    left = ", ".join(encrypted.left)
    return answer(
        lambda: {
            "diary": path,
            "encrypted": True,
            "key": file or KEYRING,
            "envelope": driver.envelope(path),
            "copies": count,
            "kept": encrypted.kept,
            "still_plain": list(encrypted.left),
        },
        *(lines if encrypted.diary else [f"Encrypted {copies}."]),
        done=True,
        warnings=(f"still in plain text, because damaged: {left}. Delete it if you can.",)
        if left
        else (),
    )


def _way_back(path: str, file: str) -> list[str]:
    """Say where the key is, and how the diary is opened with it or without."""
    key = "The key is in the system's keyring."
    if file:
        named = shlex.quote(os.path.abspath(file))
        key = f"The key is in {file}. Every command needs it: export {open_keys.KEY_FILE}={named}"
    beside = driver.envelope(path)
    recipe = f"sed -n '/BEGIN/,$p' {shlex.quote(beside)} >key.age; age -d key.age"
    passphrase_opens = (
        f"With the recovery passphrase and {beside}, which lies beside every copy, too, the diary "
        "opens on any machine. Without key and passphrase nobody can open it, nor can you."
    )
    return [
        key,
        passphrase_opens,
        f"Without cramplog the passphrase gets the key by {recipe}",
        "Exports, and copies that you made elsewhere, are as they were. Back: cramplog decrypt",
    ]


@command("decrypt")
def decrypt(session: Session) -> Result:
    """Make an encrypted diary plain again; its encrypted copies stay encrypted.

    Examples:
    cramplog decrypt
    cramplog decrypt --json
    """
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    done = encryption.decrypt(path)
    rescue.decrypt_waiting(path)
    return answer(
        lambda: {
            "diary": path,
            "encrypted": False,
            "kept": done.kept,
            "encrypted_copies": done.copies,
        },
        f"Decrypted {path}: whoever gets the file can read it now.",
        f"What it was is kept, encrypted: {done.kept}.",
        f"Its envelope is kept: {envelope.set_aside_of(path)[-1]}.",
        "Encrypted copies stay so, and open with the same key or passphrase.",
        done=True,
    )
