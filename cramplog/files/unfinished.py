"""Finishing what a killed `encrypt` or `decrypt` left half done between two renames.

The diary's file is put in its place first, and its envelope after it. So an encrypted diary whose
envelope still bears its passing name lacks one rename; a plain one that has an envelope was
decrypted, or somebody put it there: its envelope is set aside, and comes back when it is needed.
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
    """Whether a diary that this driver took for no database is worth another try.

    It was finished here, or another process has changed its state meanwhile. Nothing may have the
    diary open in this process.
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
        return driver.is_encrypted(place) or _brought_back(place)  # or another process was first
    backup.synced(os.path.dirname(place))
    return True


def _brought_back(place: str) -> bool:
    """Give what may be an encrypted diary the envelope back that was set aside last."""
    found = envelope.set_aside_of(place)
    if not found or os.path.getsize(place) % PAGE:
        return False
    os.rename(found[-1], driver.envelope(place))
    backup.synced(os.path.dirname(place))
    driver.notices.append(f"The envelope {found[-1]} was put back: {driver.envelope(place)}.")
    return True


def _set_envelope_aside(place: str) -> bool:
    """Set the envelope aside while the diary is locked: nobody can be encrypting it just then."""
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
