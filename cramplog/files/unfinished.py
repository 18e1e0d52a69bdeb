"""Finish an `encrypt` or `decrypt` that was killed between two renames.

The diary's file is renamed first, and its wrapped key after it. So an encrypted diary whose wrapped
key still has its temporary name lacks one rename. A plain diary with a wrapped key was decrypted,
or somebody put it there: its wrapped key is set aside, and comes back when it is needed.
"""

from __future__ import annotations

import os

from cramplog.files import backup, driver, envelope, verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.files.driver import Driver

PAGE = 4096  # bytes: an encrypted diary is a number of whole ones
PASSING = driver.SEAL + backup.PART


def settled(path: str, tried: Driver) -> bool:
    """Finish an interrupted encryption; returns whether opening should be tried again.

    It should if this finished it, or if another process did meanwhile. The diary must not be open
    in this process.
    """
    place = os.path.realpath(path)
    encrypted, plain = driver.is_encrypted(place), verify.is_plain(place)
    if bool(tried.key) != encrypted:
        return True
    if encrypted:
        return plain and _set_envelope_aside(place)
    return not plain and _name_envelope(place)


def _name_envelope(place: str) -> bool:
    try:
        os.rename(place + PASSING, driver.envelope(place))
    except FileNotFoundError:
        return driver.is_encrypted(place) or _brought_back(place)  # another process was first
    backup.synced(os.path.dirname(place))
    return True


def _brought_back(place: str) -> bool:
    """Bring back the wrapped key that was set aside last, if the diary may be encrypted."""
    found = envelope.set_aside_of(place)
    if not found or os.path.getsize(place) % PAGE:
        return False
    os.rename(found[-1], driver.envelope(place))
    backup.synced(os.path.dirname(place))
    driver.notices.append(f"The envelope {found[-1]} was put back: {driver.envelope(place)}.")
    return True


def _set_envelope_aside(place: str) -> bool:
    """Set the wrapped key aside under the diary's lock, so that no other process encrypts it."""
    file = driver.identity(place)
    connection = driver.Driver().connect(place, "mode=rw")
    try:
        connection.execute("BEGIN IMMEDIATE")
        if driver.identity(place) == file and verify.is_ours(connection):
            envelope.set_aside(place)
            backup.synced(os.path.dirname(place))
        connection.execute("ROLLBACK")
    finally:
        connection.close()
    return not driver.is_encrypted(place)
