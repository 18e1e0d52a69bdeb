"""`exercises`: the article's, what trials found, and one stretch drawn."""

from __future__ import annotations

from cramplog.guide import warnings
from cramplog.guide.content import Section, article, fact

_WALL = (
    "                    |",
    "            O       |",
    "           /========|",
    "          /         |",
    "         /          |",
    "        /\\          |",
    "       /  \\__       |",
    "      /      |      |",
    "     /       |      |",
    "    /__     _|__    |",
    " heel down   knee bent",
)
"""Hands on the wall, front knee bent, back leg straight with its heel down."""


def sections() -> tuple[Section, ...]:
    """Gently: no exercise here is to hurt."""
    return (
        Section(
            title="A stretch for the calf",
            picture=_WALL,
            items=(
                fact(
                    "Stand with one foot before the other, both heels on the floor and both hands "
                    "on a wall.",
                    "merck-stretch",
                ),
                fact(
                    "Bend the front knee gently until you feel the stretch in the back leg; hold "
                    "it while you count to 30.",
                    "merck-stretch",
                ),
                fact("Five times for each leg.", "merck-stretch"),
                fact("Stretch gently, and stop before it hurts.", "aaos"),
            ),
            steps=True,
        ),
        Section(title="What trials found", items=_TRIALS),
        Section(title="The article's exercises", items=_ARTICLE, steps=True),
        Section(title="Do not", items=(warnings.FORCE,)),
    )


_TRIALS = (
    fact(
        "80 adults over 55 stretched calf and hamstring every night for six weeks, or did not: "
        "those who did had 1.2 fewer cramps a night (0.6 to 1.8) and milder ones.",
        "hallegraeff-stretching",
    ),
    fact(
        "191 people who took quinine were told to stretch the calf, or were not: no difference in "
        "number or severity of cramps after twelve weeks.",
        "coppin",
    ),
    fact(
        "So the evidence is mixed, and a review of 2010 calls it insufficient; the risk of gentle "
        "stretching is low.",
        "aan",
        "hallegraeff-stretching",
    ),
)
_ARTICLE = (
    article(
        "Exercises help to get rid of cramps.",
        60,
        caution="The evidence is mixed.",
        sources=("hallegraeff-stretching", "coppin"),
    ),
    article(
        "Lie down and raise the legs up the wall, also during a night cramp.",
        62,
        caution="No trial of it was seen. During a cramp, stretch the muscle first.",
        sources=("nhs-england",),
    ),
    article(
        "Sit on a chair, raise the legs and circle the feet.",
        63,
        caution="Slowly; no trial of it was seen.",
    ),
    article(
        "Bend and stretch the toes sharply.",
        64,
        caution="Gently instead: sharp pulls can strain the calf.",
        sources=("hse",),
    ),
    article(
        "Exercise before bed, which clearly lowers the number of attacks.",
        65,
        caution="One trial of stretching before sleep agrees, another of stretching does not.",
        sources=("hallegraeff-stretching", "coppin"),
    ),
)
