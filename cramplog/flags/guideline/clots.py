"""Signs of a clot in a vein, or in the lung."""

from __future__ import annotations

from cramplog.flags.guideline.common import (
    GP,
    IF_BACK,
    NOW,
    SIGNS,
    TODAY,
    cramps,
    ours,
    pressing,
    sure,
    window,
)
from cramplog.flags.known import DENIED, PRESENT, ask_sign, condition, lately, legs, sign
from cramplog.flags.outcome import (
    EMERGENCY,
    SOON,
    URGENT,
    Clear,
    Finding,
    Fired,
    conclude,
    either,
    every,
    sentence,
)
from cramplog.flags.person import NOT_PREGNANT, OVERDUE, RECALL, expecting, happened, takes
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

SWELLING = "swelling"
BESIDE_SWELLING = ("persistent_pain", "warmth", "redness", "hard_veins")
SIGNS_OF_CLOT = (SWELLING, *BESIDE_SWELLING)
LEG_PAIN = ("rest_pain", "walking_pain", "muscle_pain")
CHEST_SIGNS = ("breathless", "chest_pain", "cough_blood", "severe_breathless", "collapse")


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
    statement="NHS 111 Wales names the signs of a clot in a leg vein. One leg swells, throbs or "
    "feels warm. The skin turns red or dark. A vein is hard or sore. Have it looked at the same "
    "day.",
    condition="swelling of one leg, or two of these on the same leg: pain that stays for more "
    "than an hour after the cramp (our reading), warm skin, red or darkened skin, hard or sore "
    "veins; in the last {window} days. One of these alone, or one that went in the last two days: "
    "a visit soon",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-dvt", says="days looked at"), *SIGNS),
    sources=("nhs-wales-dvt", "abuhb"),
    path=Path(
        specialists=TODAY.specialists,
        actions={
            URGENT: "Today: a GP, or 111 in the UK. Do not rub the leg.",
            SOON: "Look again tomorrow. If the leg swells, have it seen that day.",
        },
    ),
    notes=(
        Note(
            text="The signs and the urgency are the source's; counting the signs is ours.",
            sources=("nhs-wales-dvt",),
        ),
    ),
)
def clot(record: Record, limits: Limits) -> Outcome:
    """A sign without a side may be on the same leg as another, and counts as if it were."""
    days = limits["window"]
    found = clot_signs(record, days)
    more = tuple(ask_sign(record, n) for n in SIGNS_OF_CLOT if legs(record, n, days).state is None)
    if _strong(record, days):
        return pressing(record, found, URGENT, more=more)
    lasted = [name for name in SIGNS_OF_CLOT if _lasted(record, name, days)]
    gone = [lately(record, name, days, record.chosen(PRESENT)) for name in lasted]
    gone = [one for one in gone if one.state and not one.asks]
    if gone and not found.state:
        return Fired(urgency=SOON, seen=sentence(gone[0].seen), facts=gone[0].facts, action=IF_BACK)
    return conclude(found, SOON, more)


def _lasted(record: Record, name: str, days: int) -> bool:
    """Whether a sign that has gone was seen on an earlier day than that on which it went."""
    there = legs(record, name, days)
    return bool(there.ended and there.last and there.last.day < there.ended.day)


@rule(
    "GL-DVT-RISK",
    title="A sign of a clot, and a higher risk of one",
    statement="Some things make a clot more likely, say NHS 111 Wales and the Wells score. They "
    "are a baby on the way or just born, cancer, or an earlier clot. So are an operation, days in "
    "bed, a long trip, and oestrogen.",
    condition="one sign of GL-DVT in the last {window} days (that one is then enough is our "
    "reading), and one of: pregnant or up to {weeks} weeks after birth, cancer, 3 days or more in "
    "bed or in plaster, an operation in the last {operation} weeks, a journey of more than 3 "
    "hours in the last {window} days, an earlier clot, oestrogen",
    urgencies=(URGENT, SOON),
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
        NOT_PREGNANT,
        RECALL,
        *SIGNS,
    ),
    sources=("nhs-wales-dvt", "wells"),
    path=Path(
        specialists=TODAY.specialists,
        actions={URGENT: "Today: a GP, or 111 in the UK. Do not rub the leg."},
    ),
)
def clot_at_risk(record: Record, limits: Limits) -> Outcome:
    """The risks are the source's and the Wells score's."""
    risk = either(
        expecting(record, limits["weeks"]),
        condition(record, "cancer"),
        condition(record, "prior_vte"),
        happened(record, "immobility", limits["window"], lasting=True),
        happened(record, "surgery", limits["operation"] * 7),
        happened(record, "long_journey", limits["window"]),
        takes(record, "oestrogen"),
    )
    return pressing(record, every(clot_signs(record, limits["window"]), risk), URGENT)


@rule(
    "GL-PE",
    title="Breathless, or chest pain, beside leg pain",
    statement="A clot in the leg can move to the lung. Then it is hard to breathe, or the chest "
    "hurts. You may faint or cough blood. NHS 111 Wales says: call an ambulance.",
    condition="an emergency: a sign of GL-DVT with breathlessness or chest pain; severe trouble "
    "breathing or collapse beside any leg pain, cramps too; coughing blood beside leg pain that "
    "is no cramp. The same day: chest pain, breathlessness or coughing blood with cramps alone. "
    "In the last {window} days; a sign that has gone counts for {gone} days from its end",
    urgencies=(EMERGENCY, URGENT, SOON),
    thresholds=(
        ours("gl-pe", "gone", 7, "days that a sign which is gone still counts", 28),
        window("gl-pe", says="days looked at"),
        *SIGNS,
    ),
    sources=("nhs-wales-dvt", "nhs-wales"),
    path=Path(specialists=(*NOW.specialists, *TODAY.specialists)),
)
def lung_clot(record: Record, limits: Limits) -> Outcome:
    """The worse half is looked at first; the milder one stands while its answers are open."""
    days = limits["window"]
    chest = {name: lately(record, name, days, limits["gone"] * 24) for name in CHEST_SIGNS}
    grave = either(chest["collapse"], *sure(chest["severe_breathless"]))
    blood = chest["cough_blood"]
    air = either(chest["breathless"], chest["chest_pain"])
    vein = clot_signs(record, days)
    other = either(*(sign(record, name, days) for name in LEG_PAIN))
    pain = either(cramps(record, days), vein, other)
    worst = either(
        every(vein, either(air, grave, blood)),
        every(pain, grave),
        every(either(vein, other), blood),
    )
    if worst.state:
        signs = [one.at for one in chest.values() if one.state and one.at is not None]
        return pressing(record, worst, EMERGENCY, at=max(signs))
    milder = every(pain, either(air, blood, grave))
    more = worst.asks if milder.state and worst.state is None else ()
    return pressing(record, milder, URGENT, at=either(air, blood).at, more=more)


@rule(
    "GL-SWELL",
    title="Swelling of both legs",
    statement="Cramps with swollen legs are a reason to see a GP.",
    condition="swelling of both legs in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-swell", says="days looked at"), DENIED),
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
