"""What lies in plain text beside an encrypted diary: older copies, and what killed runs left."""

from __future__ import annotations

import os

from cramplog.storage import backup, driver, envelope, rotation, transcribe, trouble, verify
from cramplog.storage.driver import Driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.storage.envelope import Envelope


def found(place: str) -> list[str]:
    """Copies of the diary at `place` that are not encrypted, and logs of such; the newest first."""
    copies = [one.path for one in rotation.backups(place)]
    plain = [one for one in copies if verify.is_plain(one) or not driver.is_encrypted(one)]
    files = [each for one in plain for each in (one, f"{one}-wal")]
    return [each for each in files if os.path.exists(each) and os.path.getsize(each)]


def encrypt(place: str, key: str, sealed: Envelope) -> int:
    """Encrypt them, each under its own name; returns how many were.

    What is damaged stays as it is: `found` tells. Raises DiaryError and `driver.failures()`.
    """
    done = 0
    for one in rotation.backups(place):
        if verify.is_plain(one.path):
            backup.remove(driver.envelope(one.path))  # a killed run's, which was put first
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
        for suffix in ("-wal", "-shm"):  # of one that was set aside; it is in the part by now
            backup.remove(copied + suffix)
        os.replace(part, copied)
        backup.synced(os.path.dirname(copied))
    finally:
        backup.remove(part)
    return True


def _is_whole(copied: str, part: str, way: Driver) -> bool:
    """Fill the part, where the copy can be read to its end."""
    try:
        broken = transcribe.transcribe(copied, part, way)
        connection = way.connect(part, "mode=rw")
        try:
            return not broken and not verify.faults(connection, deep=True)
        finally:
            connection.close()
    except driver.errors("DatabaseError") as problem:
        if trouble.is_of_the_machine(problem):
            raise
        return False


def lacks_envelope(copied: str) -> bool:
    """Whether a copy seems to be encrypted, and has no envelope."""
    return not verify.is_plain(copied) and not driver.is_encrypted(copied)


def encrypted(place: str) -> int:
    """How many copies of the diary are encrypted."""
    return sum(driver.is_encrypted(one.path) for one in rotation.backups(place))


def sweep(place: str) -> None:
    """Delete what killed runs left beside an encrypted diary and among its copies."""
    keep = os.path.basename(place) + driver.SEAL + backup.PART
    begins = f"{os.path.basename(place)}.", rotation.stem(place)
    for folder in (os.path.dirname(place), rotation.folder(place)):
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            file = os.path.join(folder, name)
            if not name.startswith(begins) or backup.PART not in name or name == keep:
                continue
            if verify.is_plain(file) or not name.endswith(backup.PART):  # and their journals
                backup.remove(file)
            else:
                backup.remove_forgotten(file)
