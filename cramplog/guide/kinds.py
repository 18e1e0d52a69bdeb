"""`types`: the article's names for cramps, and what cramplog reads from an episode."""

from __future__ import annotations

from cramplog.domain.reading import TONIC_SECONDS
from cramplog.guide.content import Item, Section, article


def sections() -> tuple[Section, ...]:
    """Two axes: how long, and how far."""
    return (
        Section(
            title="By time",
            remark="Tonic and clonic are the article's terms. Today's medicine uses both words "
            "for something else: explain them when you speak to a doctor.",
            items=(
                _named(
                    "tonic",
                    f"lasts {TONIC_SECONDS // 60} minutes or more; the limb is out of control and "
                    "every movement hurts badly.",
                    38,
                ),
                _named("clonic", "short, with jerks of single groups of muscles.", 39),
            ),
        ),
        Section(
            title="By place",
            items=(
                _named("localized", "one muscle; the rest of the leg is free.", 40),
                _named("generalized", "all the muscles of a limb.", 41),
                article(
                    "A generalized cramp is mostly a sign of serious illness.",
                    41,
                    caution="Widespread cramps can have a cause worth finding; that it is mostly "
                    "serious is not shown.",
                    sources=("bmj-best-practice",),
                ),
            ),
        ),
        Section(
            title="Which one was it?",
            remark="What you do not say, cramplog derives where the article allows it, marked as "
            "derived and never stored as said: 4 minutes or more is tonic; one named muscle on "
            "one side is localized; both whole legs, or foot, lower leg and thigh of one leg "
            "together, are generalized. That last reading is ours. A short cramp is not called "
            "clonic unless you say so: the article asks for jerks as well.",
            items=(
                article("When cramps come again, find out which kind they are.", 36),
                Item(text="Type it with the rest: cramplog log left calf 5m tonic"),
            ),
        ),
    )


def _named(name: str, text: str, paragraph: int) -> Item:
    return article(text, paragraph).replace(label=name)
