"""The message about words that were not understood and are kept in the note."""

from __future__ import annotations

from cramplog.domain.draft import Draft, spoken
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.spelling import quoted
from cramplog.render.episode import missing
from cramplog.render.text import flow, joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.domain.episode import Episode

MOST = 6
"""Words to name; the rest of a long sentence is counted."""


def lines(said: Draft, command: str, stored: Episode, width: int) -> list[str]:
    """Return which words were not understood, their likely meaning, and the command to add them."""
    words = [quoted(word) for word in said.not_understood]
    named = words[:MOST]
    if len(words) > MOST:
        named.append(f"{len(words) - MOST} more")
    text = f"Not understood, kept in the note: {joined(named)}."
    if said.meant:
        meant = joined(f'"{each}"' for each in said.meant)
        text += f" Did you mean {meant}? {command} {_added(said.meant, stored)}"
    else:
        marked = any(word.startswith("@") for word in said.not_understood)
        where = "guide triggers" if marked else "log --help"
        text += f" In other words: {command} {missing(stored) or 'sore'} (all: cramplog {where})"
    return flow(text, width, "  ")


def _added(meant: Sequence[str], stored: Episode) -> str:
    """Return the words of `edit` that add these; it replaces lists, so what stands there comes."""
    stand = [site.muscle for site in stored.sites]
    places = [each for each in meant if each.split()[-1] in MUSCLES]
    said = [each for each in meant if each not in places]
    places = [each for each in places if each.split()[-1] not in stand]
    kept = Draft(
        sites=stored.sites if places else None,
        triggers=stored.triggers if any(each[0] == "@" for each in said) else None,
        tried=stored.tried if any(each[0] == "+" for each in said) else None,
    )
    before = spoken(kept.replace(triggers=None, tried=None))
    lists = spoken(kept.replace(sites=None))
    return " ".join(filter(None, [" and ".join(filter(None, [before, *places])), lists, *said]))
