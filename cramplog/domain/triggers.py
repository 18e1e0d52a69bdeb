"""The article's triggers, with their passages and notes on today's evidence.

Being listed is no claim that a trigger causes cramps: `evidence` says where that is weak.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names
from cramplog.domain.trigger_table import EVIDENCE, MERGES, ROWS

NIGHT = "night"  # can be noted for the day before each night
PERSON = "person"  # a fact about the person, which does not change from night to night
ENVIRONMENT = "environment"
_KINDS = {"N": NIGHT, "P": PERSON, "E": ENVIRONMENT}


class Trigger(Entry):
    """A trigger that can be suspected of a cramp.

    `paragraphs` are the article's, `where` is what it applies to (`general`, a muscle,
    `pregnancy`, `children`, `athletes`, `sedentary`), `evidence` a note on weak evidence,
    `merges_with` the trigger that statistics count it together with.
    """

    kinds: tuple[str, ...]
    paragraphs: tuple[int, ...]
    where: tuple[str, ...]
    evidence: str = ""
    merges_with: str | None = None

    @property
    def nightly(self) -> bool:
        """True if the trigger can be present on one night and absent on the next."""
        return NIGHT in self.kinds


TRIGGERS: dict[str, Trigger] = {
    id_: Trigger(
        id=id_,
        label=label,
        aliases=tuple(aliases.split()),
        kinds=tuple(_KINDS[letter] for letter in kinds),
        paragraphs=paragraphs,
        where=tuple(where.split()),
        evidence=EVIDENCE.get(id_, ""),
        merges_with=MERGES.get(id_),
    )
    for id_, label, kinds, paragraphs, where, aliases in ROWS
}
"""All triggers by id, those that differ from day to day first."""

_NAMES = names(TRIGGERS.values())


def trigger(word: str) -> str | None:
    """Return the id of a trigger named by its id or an alias, or None."""
    return _NAMES.get(key(word))
