"""Factors of the day before a night: the article's nightly triggers, and measures.

A factor that was not noted is unknown, never no.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names
from cramplog.domain.factor_values import EXPECTS, KINDS, UNKNOWN, is_stored
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS
from cramplog.errors import BadFactor, BadNumber

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WATER_ML_PER_KG = 20.0  # ¶22; it states no period, we read it as a day
SWING_OVER = 10.0  # ¶23, strictly more; it states no scale, we read it as Celsius

# The article gives no number for these: our defaults for what counts as an exposure.
HARD_EXERCISE = "hard"
STRESS_FROM = 6
SITTING_HOURS_FROM = 8
STANDING_HOURS_FROM = 6
STEPS_FROM = 10_000
ANY = 1  # one drink, one cup


class Factor(Entry):
    """A factor that is noted night by night.

    `kind` is one of `factor_values.KINDS`; `unit` is the unit of the stored text, `most` the
    largest number accepted, `counts_from` the number from which it counts as an exposure (our
    default). `trigger` is the article's trigger that the factor is evidence for; `paragraphs` are
    the article's (empty: not in the article).
    """

    kind: str = "yesno"
    unit: str = ""
    most: float = 0
    counts_from: float = 0
    trigger: str | None = None
    paragraphs: tuple[int, ...] = ()


_MEASURED = (
    Factor(
        id="water",
        label="water and other drinks, in litres",
        aliases=("fluid", "fluids", "drank"),
        kind="volume",
        unit="l",
        most=20,
        trigger="dehydration",
        paragraphs=(22,),
    ),
    Factor(
        id="exercise",
        label="exercise: none, light, moderate, hard",
        aliases=("workout", "sport", "sports", "training"),
        kind="level",
        trigger="physical_overload",
        paragraphs=(21,),
    ),
    Factor(
        id="temp",
        label="coldest and warmest of the day, in °C",
        aliases=("temperature", "temperatures"),
        kind="range",
        unit="°C",
        most=60,
        trigger="temperature_swing",
        paragraphs=(23,),
    ),
    Factor(
        id="alcohol",
        label="alcoholic drinks",
        kind="count",
        unit="drinks",
        most=100,
        counts_from=ANY,
    ),
    Factor(
        id="caffeine",
        label="cups of coffee or tea",
        aliases=("coffee", "tea"),
        kind="count",
        unit="cups",
        most=100,
        counts_from=ANY,
    ),
    Factor(
        id="sitting",
        label="hours sitting",
        aliases=("sitting_hours",),
        kind="hours",
        unit="h",
        most=24,
        counts_from=SITTING_HOURS_FROM,
    ),
    Factor(
        id="standing",
        label="hours standing",
        aliases=("stood",),
        kind="hours",
        unit="h",
        most=24,
        counts_from=STANDING_HOURS_FROM,
    ),
    Factor(
        id="walked",
        label="steps walked",
        aliases=("steps", "walk", "walking"),
        kind="whole",
        unit="steps",
        most=200_000,
        counts_from=STEPS_FROM,
    ),
    Factor(
        id="stretched",
        label="stretched before bed",
        aliases=("stretch", "stretching"),
        paragraphs=(65,),
    ),
)


_STRESS = {"kind": "scale", "unit": "of 10", "most": 10, "counts_from": STRESS_FROM}


def _nightly() -> tuple[Factor, ...]:
    """Make a factor for each nightly trigger; a measure keeps the words that both share."""
    taken = names(_MEASURED)
    plain = (
        Factor(
            id=entry.id,
            label=entry.label,
            aliases=tuple(alias for alias in entry.aliases if key(alias) not in taken),
            trigger=entry.id,
            paragraphs=entry.paragraphs,
        )
        for entry in TRIGGERS.values()
        if entry.nightly
    )
    return tuple(entry.replace(**_STRESS) if entry.id == "stress" else entry for entry in plain)


FACTORS: dict[str, Factor] = {entry.id: entry for entry in (*_MEASURED, *_nightly())}
"""All factors by id, the measured ones first."""

_NAMES = names(FACTORS.values())


def factor(word: str) -> str | None:
    """Return the id of a factor named by its id or an alias, or None."""
    return _NAMES.get(key(word))


def parse_value(factor_id: str, text: str) -> str:
    """Parse a value to its stored text: `yes`, `no`, `6`, `1.2` (litres), `hard`, `4..19` (°C).

    An empty text or `unknown` gives an empty text: the factor is unknown again. Raises
    `BadFactor`, whose hint shows what to type.
    """
    entry = FACTORS.get(factor(factor_id) or "")
    if entry is None:
        raise BadFactor(
            f"{quoted(factor_id)} is not a factor I know.",
            did_you_mean(factor_id, _NAMES, "cramplog night --list shows them all."),
        )
    plain = " ".join(text.lower().split())
    if plain in UNKNOWN:
        return ""
    try:
        value = KINDS[entry.kind](plain, entry.most)
    except BadNumber as problem:
        raise BadFactor(f"{entry.id}: {problem.message}", problem.hint) from None
    if value is None:
        expected, example = EXPECTS[entry.kind]
        raise BadFactor(
            f"{entry.id} is {expected.format(most=f'{entry.most:g}')}; you typed {quoted(text)}.",
            f"Try {entry.id}={example}.",
        )
    return value


def parse_stored(factor_id: str, text: str) -> str:
    """Parse a value from a file of ours: the stored text (`1.125`), or else a typed one."""
    entry = FACTORS.get(factor_id)
    kept = entry is not None and is_stored(entry.kind, text, entry.most)
    return text if kept else parse_value(factor_id, text)


def exposed(factor_id: str, value: str, weight_kg: float | None = None) -> bool | None:
    """Return whether a stored value counts as an exposure; None if that cannot be known.

    Drinks count as too little below 20 ml for each kg of body weight (¶22), a day's
    temperatures as a swing above 10 °C (¶23); other limits are our defaults, named above.
    """
    if value in ("yes", "no"):
        return value == "yes"
    entry = FACTORS.get(factor_id)
    if entry is None or not value:
        return None
    if entry.kind == "level":
        return value == HARD_EXERCISE
    if entry.kind == "volume":
        return None if weight_kg is None else float(value) * 1000 < WATER_ML_PER_KG * weight_kg
    if entry.kind == "range":
        low, _, high = value.partition("..")
        return round(float(high) - float(low), 1) > SWING_OVER
    return float(value) >= entry.counts_from


def exposure(
    trigger_id: str, factors: Iterable[tuple[str, str]], weight_kg: float | None = None
) -> bool | None:
    """Return whether a night's factors show a trigger, or one merged with it; None if none does.

    One factor that shows the trigger outweighs others that do not.
    """
    wanted = _counted_as(trigger_id)
    told = [
        exposed(factor_id, value, weight_kg)
        for factor_id, value in factors
        if _counted_as(_shown_by(factor_id)) == wanted
    ]
    return True if True in told else False if False in told else None


def _shown_by(factor_id: str) -> str | None:
    """Return the trigger that a factor is evidence for; a user's own is evidence for itself."""
    return FACTORS[factor_id].trigger if factor_id in FACTORS else factor_id


def _counted_as(trigger_id: str | None) -> str | None:
    entry = TRIGGERS.get(trigger_id or "")
    return (entry.merges_with if entry else None) or trigger_id
