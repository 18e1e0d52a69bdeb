"""Signs of too little blood in a leg."""

from __future__ import annotations

from cramplog.flags.guideline.common import (
    GP,
    NOW,
    SIGNS,
    TODAY,
    cramps,
    pressing,
    sure,
    window,
)
from cramplog.flags.known import DENIED, condition, on_leg, sign
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, Finding, conclude, either, every
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule
from cramplog.flags.words import date_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

SIDES = ("left", "right")
PAIN = ("persistent_pain", "rest_pain")
COLD = ("cold_pale", "colour_change", "black_toe")
NUMB = ("numbness", "weakness")


@rule(
    "GL-PVD",
    title="Signs of narrowed leg arteries",
    statement="Leg pain on walking that rest relieves, a pale or cold leg, or a wound of the foot "
    "that heals slowly can come from narrowed arteries.",
    condition="pain on walking that rest relieves, a cold or pale leg, or a wound that heals "
    "slowly, in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-pvd", says="days looked at"), DENIED),
    sources=("cks", "bmj-pad"),
    path=GP,
)
def narrowed(record: Record, limits: Limits) -> Outcome:
    """Missing pulses, which the sources name too, are for the clinician to feel."""
    names = ("walking_pain", "cold_pale", "wound")
    return conclude(either(*(sign(record, name, limits["window"]) for name in names)), SOON)


@rule(
    "GL-LIMB-ISCH",
    title="A painful leg that is cold, pale, numb or weak",
    statement="A painful leg that turns cold, pale, blue, numb or weak may lack blood. The BMJ "
    "says that one of these signs can be enough. NHS Highland says: all of them come only in the "
    "worst cases.",
    condition="on one leg, in the last {window} days: pain that stays, and cold, pale, blue or "
    "mottled skin, and numbness or weakness; with one of the two only, the same day",
    urgencies=(EMERGENCY, URGENT, SOON),
    thresholds=(window("gl-limb-isch", says="days looked at"), *SIGNS),
    sources=("bmj-pad", "nhs-highland"),
    path=Path(
        specialists=(*NOW.specialists, *TODAY.specialists),
        actions={URGENT: "Today: a GP, or 111 in the UK. Do not rub the leg."},
    ),
    notes=(
        Note(
            text="How many signs make it an emergency is our reading: the sources name the signs, "
            "and one says that pain of the calf without a sign in the foot is not typical.",
            sources=("bmj-pad", "nhs-highland", "devon-ali"),
        ),
    ),
)
def cut_off(record: Record, limits: Limits) -> Outcome:
    """All on the same leg; a sign without a side may be on either."""
    days = limits["window"]
    signs = [[on_leg(record, side, days, *names) for names in (PAIN, COLD, NUMB)] for side in SIDES]
    worst = either(*(every(pain, cold, numb) for pain, cold, numb in signs))
    if worst.state:
        return pressing(record, worst, EMERGENCY)
    milder = either(*(every(pain, either(cold, numb)) for pain, cold, numb in signs))
    more = worst.asks if milder.state and worst.state is None else ()
    return pressing(record, milder, URGENT, more=more)


@rule(
    "GL-RESTPAIN",
    title="Foot pain at rest, or a foot in danger",
    statement="Pain in the toes or forefoot at night can mean too little blood. So can a foot "
    "wound that does not heal. The NHS in Bristol (BNSSG) refers such feet urgently.",
    condition="in the last {window} days: a toe or foot that is black or blue, or a wound that "
    "spreads; foot pain at rest for {days} days or more; a wound that heals slowly with narrowed "
    "leg arteries on record. Foot pain at rest or such a wound alone: a visit soon",
    urgencies=(URGENT, SOON),
    thresholds=(
        Threshold(key="rule.gl-restpain.days", value=14, says="days of pain at rest", whose=SOURCE),
        window("gl-restpain", says="days looked at"),
        *SIGNS,
    ),
    sources=("bnssg-pad", "bmj-pad", "nhs-highland"),
    path=Path(specialists=(*TODAY.specialists, *GP.specialists)),
)
def at_rest(record: Record, limits: Limits) -> Outcome:
    """Beside GL-PVD, for what cannot wait."""
    days = limits["window"]
    rest, wound = sign(record, "rest_pain", days), sign(record, "wound", days)
    since = _since(record, "rest_pain") if rest.state else None
    long = Finding(
        state=since is not None and record.day - since >= limits["days"],
        seen=rest.seen,
        facts=() if since is None else (f"foot pain at rest since {date_text(since)}",),
        asks=rest.asks,
        at=rest.at,
    )
    narrow = condition(record, "pvd")
    worse = (*sure(sign(record, "black_toe", days)), long, every(wound, narrow))
    found = either(*worse)
    if found.state:
        return pressing(record, found, URGENT)
    more = sign(record, "black_toe", days)
    milder = either(rest, wound, *sure(more))
    open_ones = (*more.asks, *(narrow.asks if wound.state else ()))
    return conclude(milder, SOON, open_ones if milder.state else ())


def _since(record: Record, name: str) -> int | None:
    """The first day of the run of entries that say a sign is there, the latest run."""
    first = None
    said = [f for f in record.facts.symptoms if f.name == name and f.day <= record.day]
    for fact in sorted(said, key=lambda fact: (fact.day, fact.recorded_at)):
        if fact.status != "present":
            first = None
        elif first is None:
            first = fact.day
    return first


@rule(
    "GL-AWARE",
    title="Loss of awareness, or a bitten tongue",
    statement="This may not have been a cramp. It may have been a fit. The Epilepsy Society says: "
    "call an ambulance for a first fit.",
    condition="loss of awareness during a cramp, or a bitten tongue with a cramp, in the last "
    "{window} days",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-aware", 7, "days looked at"), *SIGNS),
    sources=("epilepsy-society",),
    path=Path(
        specialists=TODAY.specialists,
        remark="If it happens again, or one does not come round: the local emergency number.",
    ),
    notes=(
        Note(
            text="That it counts as urgent, and not as an emergency once it is over, is ours.",
            sources=("epilepsy-society",),
        ),
    ),
)
def aware(record: Record, limits: Limits) -> Outcome:
    """What happens during it, and is no cramp then."""
    days = limits["window"]
    tongue = every(cramps(record, days), sign(record, "bitten_tongue", days))
    return pressing(record, either(sign(record, "lost_awareness", days), tongue), URGENT)
