"""`muscles`: every site, and what the article says is behind a cramp there."""

from __future__ import annotations

from cramplog.domain.muscles import MUSCLES
from cramplog.domain.triggers import TRIGGERS
from cramplog.guide.content import Item, Section, article, fact
from cramplog.guide.triggers import item_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.muscles import Muscle

_PASSAGES = {"calf": (26, 33), "toes": (27, 28), "foot": (28,)}
"""Where the article names causes of cramps in one place."""


def sections() -> tuple[Section, ...]:
    """Sites with the words to type, then the article's causes by region."""
    return (
        Section(
            title="Where a cramp can be",
            remark="Words to type; left, right or both goes before them.",
            items=(*map(_site, MUSCLES.values()), *_USUAL),
        ),
        *(
            Section(title=f"The article on the {place}", items=_causes(place, passages))
            for place, passages in _PASSAGES.items()
        ),
        Section(
            title="The article on the leg",
            items=(
                article(
                    "Leg cramps are often a sign of a disease of the legs.",
                    25,
                    caution="Most night cramps have no cause that can be found.",
                    sources=("cks",),
                ),
                article(
                    "Varicose veins and thrombophlebitis can be behind them.",
                    16,
                    25,
                    caution="A doctor for veins need not be the first to see: start with your GP.",
                    sources=("aafp", "cks"),
                ),
            ),
        ),
    )


_USUAL = (
    fact(
        "A typical night cramp is in the calf or foot, seldom in thigh or hamstring.", "hallegraeff"
    ),
)


def _site(muscle: Muscle) -> Item:
    typed = ", ".join((muscle.id, *muscle.aliases))
    if muscle.paragraphs:
        return article(typed, *muscle.paragraphs).replace(label=muscle.label)
    return Item(label=muscle.label, text=f"{typed}; not named in the article")


def _causes(place: str, passages: tuple[int, ...]) -> tuple[Item, ...]:
    return tuple(
        item_of(trigger, words=False, within=passages)
        for trigger in TRIGGERS.values()
        if place in trigger.where
    )
