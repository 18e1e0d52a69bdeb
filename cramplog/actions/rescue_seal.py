"""Words that wait for an encrypted diary, sealed for its key alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cramplog import paths
from cramplog.errors import DiaryError
from cramplog.files import driver, envelope, open_keys, rescue_key, rotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cramplog.actions.rescue import Rescued


def closed(place: str, words: list[str]) -> dict[str, object]:
    """What a line of the rescue file holds of the words.

    They stay readable where the diary is plain, or its envelope is no more: better than lost.
    """
    try:
        sealed = None if paths.is_server(place) or not place else envelope.beside(place)
    except (DiaryError, OSError):
        sealed = None
    if sealed is None:
        return {"words": words}
    return {"sealed": rescue_key.close(json.dumps(words).encode(), sealed.rescue)}


def opened(waiting: Rescued) -> Rescued | None:
    """With its words; None for what another key has sealed. Raises NoKey."""
    if not waiting.sealed:
        return waiting
    copies = [one.path for one in rotation.backups(waiting.diary)]
    for path in filter(driver.is_encrypted, (waiting.diary, *copies)):  # or it was decrypted
        try:
            words = json.loads(rescue_key.open_(waiting.sealed, open_keys.of(path)))
        except (ValueError, OSError):
            continue
        return waiting.replace(words=tuple(words), sealed="")
    return None


def close_waiting(path: str) -> None:
    """Seal what waits for a diary that has just been encrypted."""
    from cramplog.actions import rescue

    for one in _waiting(path):
        if not one.sealed:
            rescue.change(one, **closed(one.diary, list(one.words)))


def open_waiting(path: str) -> None:
    """Bring back the words that wait for a diary that has just been decrypted."""
    from cramplog.actions import rescue

    for one in _waiting(path):
        found = opened(one) if one.sealed else None
        if found is not None:
            rescue.change(one, words=list(found.words))


def _waiting(path: str) -> Iterator[Rescued]:
    from cramplog.actions import rescue

    return (one for one in rescue.waiting() if one.diary == paths.identity(path))
