"""Check that an encrypted diary has no plain files beside it."""

from __future__ import annotations

import os
import shlex

from cramplog.files import driver, plain_copies, rotation
from cramplog.services.checkup import OK, WARN, Finding


def finding(path: str) -> Finding:
    """Return the finding about encryption."""
    place = os.path.realpath(path)
    if not driver.is_encrypted(place):
        return _found(OK, "the diary is not encrypted.")
    bare = [
        one.path
        for one in rotation.backups(place)
        if not one.damaged and plain_copies.lacks_envelope(one.path)
    ]
    plain = [one for one in plain_copies.found(place) if one not in bare]
    if plain:
        more = f" and {len(plain) - 1} more" if plain[1:] else ""
        return _found(
            WARN,
            f"the diary is encrypted; in plain text is {plain[0]}{more}.",
            "cramplog encrypt encrypts what is whole; delete what is damaged.",
        )
    if bare:
        copied = shlex.join(("cp", driver.envelope(place), driver.envelope(bare[0])))
        return _found(WARN, f"a copy lacks its envelope: {bare[0]}.", f"Give it one: {copied}")
    return _found(OK, f"the diary is encrypted; its envelope is {driver.envelope(place)}.")


def _found(state: str, said: str, hint: str = "") -> Finding:
    return Finding(name="encryption", state=state, said=said, hint=hint)
