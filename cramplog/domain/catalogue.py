"""Shared parts of the catalogues: entries with an id, a label and other names."""

from __future__ import annotations

from cramplog.letters import alike
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Entry(Value):
    """A thing that a user can name, by its `id` or by one of its `aliases`."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


def key(words: str) -> str:
    """Return the form in which names are compared, without case, hyphens or apostrophes.

    >>> key("Parkinson's  disease") == key("parkinsons-disease")
    True
    """
    plain = alike(words).replace("'", "").replace("’", "")
    return "_".join(plain.replace("-", " ").replace("_", " ").split())


def names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return every name of the entries, ids and aliases alike, with the id that it means."""
    return {key(name): entry.id for entry in entries for name in (entry.id, *entry.aliases)}
