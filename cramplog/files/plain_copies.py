"""Plain-text leftovers beside an encrypted diary: older copies, and files of killed runs."""

from __future__ import annotations

import os

from cramplog.files import backup, driver, envelope, problems, recrypt, rotation, verify
from cramplog.files.driver import Driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.files.envelope import Envelope


def found(place: str) -> list[str]:
    """Return the unencrypted files beside the diary at `place`: copies, their logs, leftovers."""
    copies = [one.path for one in rotation.backups(place)]
    plain = [one for one in copies if verify.is_plain(one) or not driver.is_encrypted(one)]
    files = [each for one in plain for each in (one, f"{one}-wal")]
    left = [one for one in _leftovers(place) if verify.is_plain(one)]
    return [one for one in (*files, *left) if os.path.exists(one) and os.path.getsize(one)]


def encrypt(place: str, key: str, sealed: Envelope) -> int:
    """Encrypt the plain copies under their names; returns how many were encrypted.

    Damaged copies stay, and `found` lists them. Raises DiaryError and `driver.failures()`.
    """
    done = 0
    for one in rotation.backups(place):
        if verify.is_plain(one.path):
            if driver.is_encrypted(one.path):  # a killed run wrote the wrapped key first
                envelope.set_aside(one.path)
            done += _encrypt(one.path, Driver(key), sealed)
    return done


def _encrypt(copied: str, way: Driver, sealed: Envelope) -> bool:
    part = copied + backup.PART
    backup.remove(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        if not _is_whole(copied, part, way):
            return False
        backup.synced(part)
        envelope.put(sealed, copied)
        for suffix in ("-wal", "-shm"):  # the logs of a diary that was set aside are in the part
            backup.remove(copied + suffix)
        os.replace(part, copied)
        backup.synced(os.path.dirname(copied))
    finally:
        backup.remove(part)
    return True


def _is_whole(copied: str, part: str, way: Driver) -> bool:
    """Fill the part; returns whether the copy could be read to its end."""
    try:
        broken = recrypt.transcribe(copied, part, way)
        connection = way.connect(part, "mode=rw")
        try:
            return not broken and not verify.faults(connection, deep=True)
        finally:
            connection.close()
    except driver.errors("DatabaseError") as problem:
        if problems.is_of_the_machine(problem):
            raise
        return False


def lacks_envelope(copied: str) -> bool:
    """Return whether a copy seems to be encrypted and has no wrapped key."""
    return not verify.is_plain(copied) and not driver.is_encrypted(copied)


def encrypted(place: str) -> int:
    """Count the encrypted copies of the diary."""
    return sum(driver.is_encrypted(one.path) for one in rotation.backups(place))


def sweep(place: str, *, at_once: bool) -> None:
    """Delete what killed runs left beside an encrypted diary and among its copies.

    With `at_once`, also delete recent plain leftovers; without it, spare them: another process may
    be writing them.
    """
    for file in _leftovers(place):
        if at_once and (verify.is_plain(file) or not file.endswith(backup.PART)):
            backup.remove(file)
        else:
            backup.remove_forgotten(file)


def _leftovers(place: str) -> list[str]:
    """Return temporary files with their journals and logs, but no wrapped key to be renamed."""
    keep = os.path.basename(place) + driver.SEAL + backup.PART
    begins = f"{os.path.basename(place)}.", rotation.stem(place)
    return [
        os.path.join(folder, name)
        for folder in (os.path.dirname(place), rotation.folder(place))
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.startswith(begins) and backup.PART in name and name != keep
    ]
