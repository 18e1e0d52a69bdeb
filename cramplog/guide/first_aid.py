"""`now` and `self-help`: what to do while a cramp lasts, and what not to do."""

from __future__ import annotations

from cramplog.domain.firstaid import ARTICLE_STEPS, STEPS
from cramplog.guide import warnings
from cramplog.guide.content import Item, Section, article, fact
from cramplog.guide.rules import item_of
from cramplog.guide.sources import of_steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.firstaid import ArticleStep, Step

AMBULANCE = ("GL-PE", "GL-LIMB-ISCH")


def now() -> tuple[Section, ...]:
    """The safe steps in the order of time; short enough for a small screen at 3 a.m."""
    return (
        Section(title="", items=tuple(map(_step, STEPS)), steps=True),
        Section(title="Do not", items=(warnings.FORCE, warnings.PIN)),
        Section(
            title="Call your local emergency number (112, 999, 911) now",
            items=tuple(item_of(rule_id) for rule_id in AMBULANCE),
        ),
    )


def self_help() -> tuple[Section, ...]:
    """The article's first aid and self-help, each with today's caution."""
    first_aid = [step for step in ARTICLE_STEPS if step.id.startswith("fa")]
    alone = [step for step in ARTICLE_STEPS if step.id.startswith("sh") and not step.blocked]
    return (
        Section(
            title="Alone with a cramp",
            items=tuple(map(_article_step, alone)),
            remark="Stretching, standing and walking come first: cramplog guide now.",
            steps=True,
        ),
        Section(title="First aid", items=tuple(map(_article_step, first_aid)), steps=True),
        Section(title="What is taken against cramps", items=TAKEN),
        Section(title="Do not", items=warnings.ALL),
    )


TAKEN = (
    article(
        "Where potassium and magnesium are lacking, a course of vitamins and minerals.",
        59,
        caution="Magnesium made no useful difference in older adults (11 trials, 735 people); in "
        "pregnancy it is unclear. A lack of salts is probably not the cause. Ask before taking "
        "potassium.",
        sources=("cochrane-magnesium", "cochrane", "aafp"),
    ),
    article(
        "A body needs 20 ml of fluid for each kilogram of weight.",
        22,
        caution="For most people that is less than the usual advice: all drinks together about "
        "1.6 litres a day for women and 2 for men. With heart, kidney or liver disease, your "
        "doctor's limit counts and no figure here.",
        sources=("efsa",),
    ),
    article(
        "Too little drinking, or fluid lost and not replaced, brings cramps on.",
        22,
        caution="It is probably not what causes night cramps.",
        sources=("aafp", "fpnotebook"),
    ),
    fact(
        "Gentle stretches before bed: the trials disagree. See cramplog guide exercises.",
        "hallegraeff-stretching",
        "coppin",
    ),
)


def _step(step: Step) -> Item:
    seconds = step.at_seconds
    after = f"After {seconds // 60} min" if seconds >= 60 else f"After {seconds} s"
    return fact(step.text, *of_steps(step.sources), paragraphs=step.paragraphs).replace(
        label=after if seconds else "At once"
    )


def _article_step(step: ArticleStep) -> Item:
    return article(step.text, step.paragraph, caution=step.caution, sources=of_steps(step.source))
