"""`encrypt` and `decrypt`."""

from __future__ import annotations

import os
import shlex

from cramplog import paths
from cramplog.actions import rescue_seal, seal
from cramplog.cli.session import Result
from cramplog.errors import BadFile, NoKey
from cramplog.files import driver, envelope, open_keys, own_files
from cramplog.render.text import flow
from cramplog.services import encryption, keychain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.services.encryption import Encrypted

ON_SERVER = "Its administrator sees to it that its disks are encrypted."
KEYRING = "keyring"


def encrypt(session: Session, key_file: str | None) -> Result:
    """Encrypt the diary and its copies; `key_file` is made where it is not there.

    Raises Conflict, NoKey, NoCipher, BadOption, BadFile, DiaryError.
    """
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    encryption.prepare(path)
    if driver.is_encrypted(path):
        return _told(path, "", encryption.finish(path, open_keys.of(path)))
    file = os.path.expanduser(key_file) if key_file else open_keys.named_file()
    if not file and not keychain.is_usable():
        raise NoKey(
            "this system has no keyring that could keep the key.",
            "Keep it in a file: cramplog encrypt --key-file FILE",
        )
    passphrase = seal.chosen(session, "Recovery passphrase", "")
    key = _in_file(file, path) if file else open_keys.new()
    sealed = envelope.wrap(key, passphrase)
    recovered = envelope.unwrap(sealed, passphrase)  # what is encrypted with it can be recovered
    if not file and not keychain.put(sealed.id, recovered):
        raise NoKey(
            "the system's keyring did not take the key; nothing was encrypted.",
            "Keep it in a file: cramplog encrypt --key-file FILE",
        )
    done = encryption.encrypt(path, recovered, sealed)
    rescue_seal.close_waiting(path)
    return _told(path, file, done)


def _in_file(file: str, path: str) -> str:
    try:
        if os.path.exists(file):
            return open_keys.read(file)
        own_files.refuse(file, [path])
        return open_keys.make(file)
    except OSError as problem:
        raise BadFile(f"the key file {file} cannot be made ({problem.strerror}).") from None


def _told(path: str, file: str, done: Encrypted) -> Result:
    copies = f"{done.copies} {'copy' if done.copies == 1 else 'copies'}"
    said = [f"Encrypted {path} and {copies} of it." if done.diary else f"Encrypted {copies} of it."]
    if done.diary and file:
        named = shlex.quote(os.path.abspath(file))
        said.append(
            f"The key is in {file}. Every command needs it: export {open_keys.KEY_FILE}={named}"
        )
    elif done.diary:
        said.append("The key is in the system's keyring.")
    if done.diary:
        said.append(
            f"With the recovery passphrase and {driver.envelope(path)}, which lies beside every "
            "copy, too, the diary opens on any machine. Without key and passphrase nobody can "
            "open it, nor can you."
        )
        recipe = (
            f"sed -n '/BEGIN/,$p' {shlex.quote(driver.envelope(path))} >key.age; age -d key.age"
        )
        said.append(f"Without cramplog the passphrase gets the key by {recipe}")
        said.append(
            "Exports, and copies that you made elsewhere, are as they were. Back: cramplog decrypt"
        )
    left = ", ".join(done.left)
    return Result(
        done=True,
        text=lambda screen: [line for part in said for line in flow(part, screen.width, "  ")],
        data=lambda: {
            "diary": path,
            "encrypted": True,
            "key": file or KEYRING,
            "envelope": driver.envelope(path),
            "copies": done.copies,
            "kept": done.kept,
            "still_plain": list(done.left),
        },
        warnings=(f"still in plain text, because damaged: {left}. Delete it if you can.",)
        if left
        else (),
    )


def decrypt(session: Session) -> Result:
    """Make the diary plain again; raises Conflict, NoKey, DiaryError."""
    path = paths.file_only(paths.diary_file(session.db), ON_SERVER)
    done = encryption.decrypt(path)
    rescue_seal.open_waiting(path)
    said = [
        f"Decrypted {path}: whoever gets the file can read it now.",
        f"What it was is kept, encrypted: {done.kept}.",
        f"Its envelope is kept: {envelope.set_aside_of(path)[-1]}.",
        "Encrypted copies stay so, and open with the same key or passphrase.",
    ]
    return Result(
        done=True,
        text=lambda screen: [line for part in said for line in flow(part, screen.width, "  ")],
        data=lambda: {
            "diary": path,
            "encrypted": False,
            "kept": done.kept,
            "encrypted_copies": done.copies,
        },
    )
