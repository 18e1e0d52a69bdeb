"""`triggers`: every trigger of the catalogue, with the words to type for it."""

from __future__ import annotations

from cramplog.domain.triggers import NIGHT, PERSON, TRIGGERS
from cramplog.guide.content import Item, Section, article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cramplog.domain.triggers import Trigger

_CITED = {
    "AAFP 2012": "aafp",
    "Miller 2015": "miller",
    "fpnotebook": "fpnotebook",
    "Hawke 2013": "hawke",
    "NICE CKS 2012": "cks",
    "Leung 1999": "leung",
}
"""How the catalogue's notes on evidence name their sources."""


def sections(own: Mapping[str, str]) -> tuple[Section, ...]:
    """All triggers; `own` are the person's, label by name."""
    nightly = [entry for entry in TRIGGERS.values() if entry.nightly]
    personal = [e for e in TRIGGERS.values() if PERSON in e.kinds and NIGHT not in e.kinds]
    rest = [e for e in TRIGGERS.values() if not e.nightly and PERSON not in e.kinds]
    return (
        Section(
            title="What can differ from day to day",
            remark="To be listed is no proof: these are what the article names. Type the words "
            "with a cramp, @stress; several as @stress,cold.",
            items=_items(nightly),
        ),
        Section(title="What belongs to the person", items=_items(personal)),
        Section(title="What belongs to the surroundings", items=_items(rest)),
        Section(
            title="Your own",
            remark="" if own else "None yet: cramplog config add-trigger NAME",
            items=tuple(Item(label=label, text=f"@{name}") for name, label in own.items()),
        ),
        Section(title="How the article explains cramps", items=_MECHANISM),
    )


def item_of(trigger: Trigger, *, words: bool = True, within: Iterable[int] = ()) -> Item:
    """A trigger as a claim of the article, of its paragraphs `within` where they are given."""
    cited = tuple(key for name, key in _CITED.items() if name in trigger.evidence)
    paragraphs = tuple(n for n in trigger.paragraphs if n in within) or trigger.paragraphs
    label = trigger.label[0].upper() + trigger.label[1:]
    item = article(f"{label}.", *paragraphs, caution=trigger.evidence, sources=cited)
    if not words:
        return item
    typed = " ".join(f"@{name}" for name in (trigger.id, *trigger.aliases))
    return item.replace(label=label, text=typed)


def _items(triggers: Iterable[Trigger]) -> tuple[Item, ...]:
    return tuple(map(item_of, triggers))


_MECHANISM = (
    article(
        "Muscles run short of energy (adenosine triphosphate), lactic acid gathers in them, and "
        "they cannot relax.",
        4,
        5,
        6,
        caution="This is not the current view: tired muscles and over-excitable nerve endings are "
        "thought likelier than a lack of salts or a gathering of waste. The exact cause is not "
        "known.",
        sources=("aafp", "miller", "miller-2022"),
    ),
    article(
        "Nerves regulate the muscle badly, so that weak impulses are enough to make it contract.",
        7,
        caution="This is nearer to the current view.",
        sources=("aafp", "miller"),
    ),
    article(
        "Stress sets free hormones that lower potassium.",
        24,
        caution="The article's own claim; a lack of salts is probably not the cause of night "
        "cramps.",
        sources=("aafp",),
    ),
)
