"""The questions whose answers make a rule evaluable, each with the commands to type."""

from __future__ import annotations

from shlex import quote

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.medicines import GROUPS, MEDICINES, label, medicine
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
        question=f"Does this apply to you: {CONDITIONS[name].label}?",
        answers=(
            ("yes", f"cramplog condition add {word}"),
            ("no", f"cramplog condition deny {word}"),
        ),
    )


def about_event(name: str) -> Ask:
    """Whether something happened, and when."""
    word = name.replace("_", "-")
    return Ask(
        question=f"Does this apply to you: {CONDITIONS[name].label}?",
        answers=(
            ("yes, on a day", f"cramplog condition add {word} --since DATE"),
            ("no", f"cramplog condition deny {word}"),
        ),
    )


ABOUT_PREGNANCY = Ask(
    question="Are you pregnant, or did you give birth in the last weeks?",
    answers=(
        ("pregnant", "cramplog person set pregnant=yes"),
        ("gave birth", "cramplog person set delivered=DATE"),
        ("neither", "cramplog person set pregnant=no"),
    ),
)
ABOUT_AGE = Ask(
    question="In which year were you born?", answers=(("year", "cramplog person set born=YEAR"),)
)
ABOUT_MONTH = Ask(
    question="In which year and month were you born?",
    answers=(("for example 2018-04", "cramplog person set born=YEAR-MONTH"),),
)
ABOUT_START = Ask(
    question="Since when have you had cramps?",
    answers=(("month or date", "cramplog person set cramps_since=DATE"),),
)
NO_OTHER_MEDICINE = ("none but those listed", "cramplog medicine none")


KINDS = (
    "statins, water tablets, oestrogen, quinine, inhalers that work for long, naproxen, "
    "raloxifene, teriparatide, iron into a vein, and some others by name"
)
ABOUT_MEDICINES = Ask(
    question="Which medicines do you take?",
    answers=(
        ("each of them", "cramplog medicine start NAME --on DATE"),
        ("none, or no other", "cramplog medicine none"),
    ),
)


def about_medicine_start(name: str) -> Ask:
    """Since when a medicine is taken."""
    return Ask(
        question=f"Since when have you taken {label(name)}?",
        answers=(("date", f"cramplog medicine start {_typed(name)} --on DATE"),),
    )


def _typed(name: str) -> str:
    known = medicine(name)
    return known.replace("_", "-") if known else quote(name)


def about_own_words(name: str) -> Ask:
    """What a medicine is that is kept in the user's own words."""
    return Ask(
        question=f'What is "{name}"? Rules ask about {KINDS}.',
        answers=(
            (
                "one of these, or the name on the package",
                f"cramplog medicine name {quote(name)} NAME",
            ),
            ("none of these", f"cramplog medicine name {quote(name)} other"),
        ),
    )


def about_medicine(group: str) -> Ask:
    """Whether a medicine of a group is taken."""
    example = next(entry.id for entry in MEDICINES.values() if entry.group == group)
    return Ask(
        question=f"Do you take {GROUPS[group]}?",
        answers=(
            ("yes", f"cramplog medicine start {example.replace('_', '-')} --on DATE"),
            NO_OTHER_MEDICINE,
        ),
    )


def about_sign(name: str, looked: int | None = None) -> Ask:
    """Whether a sign is there now, and on which leg; `looked` is the day of the last answer."""
    command = f"cramplog symptom {name.replace('_', '-')}"
    sides = ("left", "right", "both")
    there = tuple((side, f"{command} {side}") for side in sides)
    when = "Sudden or new" if SYMPTOMS[name].acute else "Lately"
    before = f" (last looked at: {date_text(looked)})" if looked else ""
    return Ask(
        question=f"{when}: {SYMPTOMS[name].label}?{before}",
        answers=(
            *(there if SYMPTOMS[name].sided else (("yes", command),)),
            ("no", f"{command} --absent"),
        ),
    )


def about_staying(name: str, fact: str) -> Ask:
    """Whether a sign that was noted is still there; `fact` names it with its date."""
    command = f"cramplog symptom {name.replace('_', '-')}"
    return Ask(
        question=f"You noted: {fact}. Is it still there?",
        answers=(("yes", command), ("no", f"{command} --gone")),
    )


TYPED = {
    "fluid_loss_not_replaced": "fluid-loss",
    "poor_nutrition": "poor-diet",
    "excessive_dieting": "dieting",
    "protein_diet": "high-protein",
    "diuretic_use": "water-pill",
}
"""What to type for factors whose ids are no words of everyday; all are aliases of theirs."""


def about_day(night: int, factors: Sequence[str]) -> Ask:
    """Which of these factors there were on the day before a night."""
    command = f"cramplog night {iso(night)}"
    labels = [TRIGGERS[factor].label for factor in factors]
    typed = [TYPED.get(factor, factor) for factor in factors]
    chosen = tuple(
        (label, f"{command} {word}=yes") for label, word in zip(labels, typed, strict=True)
    )
    return Ask(
        question=f"On the day before the night of {date_text(night)}: {', '.join(labels)}?",
        answers=(*chosen, ("no", " ".join((command, *(f"{word}=no" for word in typed))))),
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


def about_waking(episode: Episode) -> Ask:
    """Whether an episode woke the person."""
    return _of(episode, "Did {} wake you?", ("yes", "woke"), ("no", "--not-woke"))


def about_pain(episode: Episode) -> Ask:
    """How painful an episode was."""
    return _of(episode, "How painful was {}, 0 to 10?", ("for example 7", "7/10"))


def about_hardness(episode: Episode) -> Ask:
    """Whether the muscle was hard in an episode."""
    return _of(episode, "Was the muscle hard in {}?", ("yes", "hard"), ("no", "--not-hard"))


def about_jerking(episode: Episode) -> Ask:
    """Whether an episode was one of jerking."""
    return _of(episode, "Did the leg jerk in {}?", ("yes", "twitching"), ("no", "--not-twitching"))


def _of(episode: Episode, question: str, *answers: tuple[str, str]) -> Ask:
    which = f"episode {episode.number} (night of {date_text(episode.night)})"
    return Ask(
        question=question.format(which),
        answers=tuple((says, f"cramplog edit {episode.number} {words}") for says, words in answers),
    )
