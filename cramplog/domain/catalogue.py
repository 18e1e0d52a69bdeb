"""What every catalogue shares: entries with an id, a label and other names."""

from __future__ import annotations

from cramplog.letters import alike
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Entry(Value):
    """One thing a user can name: by its `id`, or by one of its `aliases`."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


def key(words: str) -> str:
    """The form in which names are compared: case, spaces, hyphens and apostrophes set aside.

    >>> key("Parkinson's  disease") == key("parkinsons-disease")
    True
    """
    plain = alike(words).replace("'", "").replace("’", "")
    return "_".join(plain.replace("-", " ").replace("_", " ").split())


def names(entries: Iterable[Entry]) -> dict[str, str]:
    """Every name of the entries, ids and aliases alike, with the id that it means."""
    return {key(name): entry.id for entry in entries for name in (entry.id, *entry.aliases)}
