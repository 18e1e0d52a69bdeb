"""Signs of a clot in a vein, or in the lung."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.guideline.common import GP, NOW, TODAY, cramps, ours, sure, window
from cramplog.flags.known import condition, legs, recent, sign
from cramplog.flags.outcome import (
    EMERGENCY,
    SOON,
    URGENT,
    Clear,
    Finding,
    conclude,
    either,
    every,
    sentence,
)
from cramplog.flags.person import OVERDUE, RECALL, expecting, happened, takes
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

SWELLING = "swelling"
BESIDE_SWELLING = ("persistent_pain", "warmth", "redness", "hard_veins")
SIGNS = (SWELLING, *BESIDE_SWELLING)
LEG_PAIN = ("rest_pain", "walking_pain", "muscle_pain")
CHEST_SIGNS = ("breathless", "chest_pain", "cough_blood", "collapse")


def clot_signs(record: Record, days: int) -> Finding:
    """Whether there is one sign of a clot at least; swelling counts on one leg alone."""
    swelling = legs(record, SWELLING, days).one_only
    first = sign(record, SWELLING, days)
    if swelling is False and first.state:
        first = Finding(state=False, seen=("swelling of both legs",))
    return either(first, *(sign(record, name, days) for name in BESIDE_SWELLING))


def _strong(record: Record, days: int) -> bool:
    """Whether one leg is swollen, or two other signs are, or may be, on the same leg."""
    beside = [legs(record, name, days) for name in BESIDE_SWELLING]
    return bool(legs(record, SWELLING, days).one_only) or any(
        sum(found.on(side) is True for found in beside) >= 2 for side in ("left", "right")
    )


@rule(
    "GL-DVT",
    title="Signs that can mean a clot in a leg vein",
    statement="Swelling of one leg, throbbing pain of calf or thigh, warm skin, red or darkened "
    "skin, and hard or sore veins can be signs of a clot, to be looked at the same day.",
    condition="swelling of one leg, or two of these on the same leg: pain that stays for more "
    "than an hour after the cramp (our reading), warm skin, red or darkened skin, hard or sore "
    "veins; in the last {window} days. One of these alone: a visit soon",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-dvt", says="days looked at"),),
    sources=("nhs-dvt", "abuhb"),
    path=Path(specialists=("a GP or NHS 111: the same day where urgent, otherwise soon",)),
    notes=(
        Note(
            text="With one sign alone, look again tomorrow; if the leg swells, have it seen the "
            "same day. The signs are the source's, counting them is ours.",
            sources=("nhs-dvt",),
        ),
    ),
)
def clot(record: Record, limits: Limits) -> Outcome:
    """A sign without a side may be on the same leg as another, and counts as if it were."""
    days = limits["window"]
    found = clot_signs(record, days)
    more = tuple(asks.about_sign(n) for n in SIGNS if legs(record, n, days).state is None)
    if _strong(record, days):
        return conclude(found, URGENT)
    return conclude(found, SOON, more)


@rule(
    "GL-DVT-RISK",
    title="A sign of a clot, and a higher risk of one",
    statement="Clots are likelier in pregnancy and after birth, with cancer, after an operation "
    "or days in bed, after an earlier clot and with oestrogen; one sign is then enough.",
    condition="one sign of GL-DVT in the last {window} days, and one of: pregnant or up to "
    "{weeks} weeks after birth, cancer, more than 3 days in bed or in plaster, an operation in "
    "the last {operation} weeks, an earlier clot, oestrogen",
    urgencies=(URGENT,),
    thresholds=(
        Threshold(key="rule.gl-dvt-risk.weeks", value=6, says="weeks after birth", whose=SOURCE),
        Threshold(
            key="rule.gl-dvt-risk.operation",
            value=12,
            says="weeks after an operation",
            whose=SOURCE,
        ),
        window("gl-dvt-risk", says="days looked at"),
        OVERDUE,
        RECALL,
    ),
    sources=("nhs-dvt", "wells"),
    path=TODAY,
)
def clot_at_risk(record: Record, limits: Limits) -> Outcome:
    """The risks are the source's and the Wells score's."""
    risk = either(
        expecting(record, limits["weeks"]),
        condition(record, "cancer"),
        condition(record, "prior_vte"),
        happened(record, "immobility", limits["window"], lasting=True),
        happened(record, "surgery", limits["operation"] * 7),
        takes(record, "oestrogen"),
    )
    return conclude(every(clot_signs(record, limits["window"]), risk), URGENT)


@rule(
    "GL-PE",
    title="Trouble breathing or chest pain beside leg pain",
    statement="Sudden breathlessness, chest pain, coughing blood or collapse can come from a clot "
    "that has reached the lung; an ambulance is needed.",
    condition="breathlessness, chest pain, coughing blood or collapse, present in the last "
    "{window} days or gone for less than {gone} days, and a cramp, other leg pain or a sign of "
    "GL-DVT in that time",
    urgencies=(EMERGENCY,),
    thresholds=(
        ours("gl-pe", "gone", 7, "days that a sign which is gone still counts", 28),
        window("gl-pe", says="days looked at"),
    ),
    sources=("nhs-wales",),
    path=NOW,
)
def lung_clot(record: Record, limits: Limits) -> Outcome:
    """Any leg pain is enough beside such a sign; a cramp is one."""
    days = limits["window"]
    other = (sign(record, name, days) for name in LEG_PAIN)
    pain = either(cramps(record, days), clot_signs(record, days), *other)
    chest = [sign(record, name, days) for name in CHEST_SIGNS]
    lately = [recent(record, name, limits["gone"]) for name in CHEST_SIGNS]
    return conclude(
        every(pain, either(*chest, *(found for one in lately for found in sure(one)))), EMERGENCY
    )


@rule(
    "GL-SWELL",
    title="Swelling of both legs",
    statement="Cramps with swollen legs are a reason to see a GP.",
    condition="swelling of both legs in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-swell", says="days looked at"),),
    sources=("nhs-england", "nhs-inform"),
    path=GP,
)
def both_legs(record: Record, limits: Limits) -> Outcome:
    """Swelling that was seen on one leg is GL-DVT's."""
    swelling = legs(record, SWELLING, limits["window"])
    found = sign(record, SWELLING, limits["window"])
    if swelling.one_only:
        return Clear(why=sentence(("swelling of one leg",)))
    return conclude(found, SOON)
