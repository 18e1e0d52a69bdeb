"""The questions whose answers make a rule evaluable, each with the commands to type."""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.night import iso
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.domain.triggers import TRIGGERS
from cramplog.flags.outcome import Ask
from cramplog.flags.words import date_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.domain.episode import Episode


def about_condition(name: str) -> Ask:
    """Whether a condition is there."""
    word = name.replace("_", "-")
    return Ask(
        question=f"Do you have {CONDITIONS[name].label}?",
        answers=(
            ("yes", f"cramplog condition add {word}"),
            ("no", f"cramplog condition deny {word}"),
        ),
    )


def about_sign(name: str) -> Ask:
    """Whether a sign is there now, and on which leg."""
    entry = SYMPTOMS[name]
    command = f"cramplog symptom {name.replace('_', '-')}"
    sides = ("left", "right", "both")
    there = tuple((side, f"{command} {side}") for side in sides)
    return Ask(
        question=f"Lately: {entry.label}?",
        answers=(
            *(there if entry.sided else (("yes", command),)),
            ("no", f"{command} --absent"),
        ),
    )


def about_day(night: int, factors: Sequence[str]) -> Ask:
    """Which of these factors there were on the day before a night."""
    command = f"cramplog night {iso(night)}"
    labels = [TRIGGERS[factor].label for factor in factors]
    chosen = tuple(
        (label, f"{command} {factor}=yes") for label, factor in zip(labels, factors, strict=True)
    )
    return Ask(
        question=f"On the day before the night of {date_text(night)}: {', '.join(labels)}?",
        answers=(*chosen, ("no", " ".join((command, *(f"{factor}=no" for factor in factors))))),
    )


def about_duration(episode: Episode) -> Ask:
    """How long an episode lasted."""
    return _of(episode, "How long did {} last?", ("for example 5 minutes", "5m"))


def about_spread(episode: Episode) -> Ask:
    """Whether an episode took the whole limb."""
    return _of(
        episode,
        "Did {} take the whole limb?",
        ("the whole limb", "generalized"),
        ("one muscle", "localized"),
    )


def about_site(episode: Episode) -> Ask:
    """In which muscle an episode was."""
    return _of(episode, "Where was {}?", ("for example the calf", "calf"), ("the toes", "toes"))


def about_numbness(episode: Episode) -> Ask:
    """Whether an episode came with numbness."""
    return _of(episode, "Was the place numb in {}?", ("yes", "numb"), ("no", "--not-numb"))


def _of(episode: Episode, question: str, *answers: tuple[str, str]) -> Ask:
    which = f"episode {episode.number} (night of {date_text(episode.night)})"
    return Ask(
        question=question.format(which),
        answers=tuple((says, f"cramplog edit {episode.number} {words}") for says, words in answers),
    )
