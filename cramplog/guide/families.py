"""`pregnancy` and `children`: the article's causes, and what is known today."""

from __future__ import annotations

from cramplog.domain.triggers import TRIGGERS
from cramplog.guide import warnings
from cramplog.guide.content import Item, Section, article, fact
from cramplog.guide.rules import item_of as rule
from cramplog.guide.triggers import item_of as trigger

_IN_PREGNANCY = (29, 30, 31, 32, 33)


def pregnancy() -> tuple[Section, ...]:
    """When to call, what is known, what the article lists."""
    return (
        Section(
            title="Call your maternity unit, midwife or GP today",
            items=tuple(
                rule(name, whole=True)
                for name in ("GL-PREG-DVT", "GL-PREG-SWELL", "GL-PREG-QUININE")
            ),
        ),
        Section(
            title="Call your local emergency number (112, 999, 911) now",
            items=(rule("GL-PE", whole=True),),
        ),
        Section(
            title="While a cramp lasts",
            items=(fact("Ease the toes gently up, knee straight, and rub the muscle.", "hse"),),
            steps=True,
        ),
        Section(
            title="What is known",
            items=(
                rule("GL-PREG-INFO", whole=True),
                fact(
                    "Whether magnesium, calcium or vitamins help is unclear: eight small studies, "
                    "576 women. Ask your midwife or doctor before any of them.",
                    "cochrane",
                ),
            ),
        ),
        Section(
            title="What the article lists",
            items=(
                article("Night cramps are frequent in pregnancy.", 29),
                article(
                    "They come as a rule in the second and third trimester, while the child "
                    "grows fast.",
                    33,
                ),
                *_named("pregnancy", _IN_PREGNANCY),
            ),
            remark="Never stop a prescribed water tablet on your own: ask the prescriber.",
        ),
        Section(title="Do not", items=(warnings.QUININE_IN_PREGNANCY, warnings.DRUGS)),
    )


def children() -> tuple[Section, ...]:
    """When to ask, what one study found, what the article says."""
    young = (
        "Of 2527 children none under eight had night leg cramps: in a younger child, ask a doctor."
    )
    return (
        Section(
            title="Ask a doctor",
            items=tuple(rule(name, whole=True) for name in ("GL-CHILD-RED", "GL-CHILD-YOUNG")),
        ),
        Section(
            title="What one study found",
            items=(
                fact(
                    "7.3 % of 2527 children had leg cramps at night, none of them under eight.",
                    "leung",
                ),
                fact(
                    "Theirs were short, 1.7 minutes on average, nearly always in one leg, and "
                    "in most came one to four times a year.",
                    "leung",
                ),
            ),
        ),
        Section(
            title="What the article says",
            items=(
                *(
                    item.replace(caution=item.caution or young, sources=("leung",))
                    for item in _named("children", (34, 35))
                ),
                article(
                    "Cramps may occur in entirely healthy children before the first birthday.",
                    35,
                    caution=young,
                    sources=("leung",),
                ),
            ),
        ),
    )


def _named(where: str, passages: tuple[int, ...]) -> tuple[Item, ...]:
    return tuple(
        trigger(entry, words=False, within=passages)
        for entry in TRIGGERS.values()
        if where in entry.where and entry.id != where
    )
