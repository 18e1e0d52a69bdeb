"""Poison and tetanus."""

from __future__ import annotations

from cramplog.flags.dates import overlaps, span
from cramplog.flags.guideline.common import TODAY, ours, sure, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import EMERGENCY, URGENT, Finding, conclude, either, every
from cramplog.flags.person import RECALL, event_span, happened
from cramplog.flags.record import date_of
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule
from cramplog.flags.words import counted, date_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

TETANUS_SIGNS = ("jaw_stiffness", "swallowing", "breathless")


@rule(
    "GL-TOXIN",
    title="Cramps after contact with a poison",
    statement="Cramps after contact with lead, mercury or another poison need help at once.",
    condition="a cramp in the last {window} nights, and contact with a poison in the {days} days "
    "before it",
    urgencies=(URGENT,),
    thresholds=(
        ours("gl-toxin", "days", 90, "days from contact to cramp", 365),
        window("gl-toxin"),
        RECALL,
    ),
    sources=("nhs-inform", "nidirect", "nhs-choices", "mayo"),
    path=TODAY,
)
def poison(record: Record, limits: Limits) -> Outcome:
    """Contact is a night's `poison_contact`, a suspected trigger, or a fact with its date."""
    episodes = record.within(limits["window"])
    if not episodes:
        return conclude(_no_cramp(limits), URGENT)
    days = limits["days"]
    spans = [(night, night) for night, was in record.told("poison_contact").items() if was]
    reach = record.day - date_of(episodes[0]) + days + 1
    told = happened(record, "toxin_exposure", reach, lasting=True)
    spans += [
        event_span(fact, lasting=True, today=record.day)
        for fact in record.facts.conditions
        if fact.name == "toxin_exposure" and not fact.absent
    ]
    after = tuple(
        episode
        for episode in episodes
        if any(overlaps(one, (date_of(episode) - days, date_of(episode))) for one in spans)
    )
    seen = f"{counted(len(after), 'cramp')} within {days} days of contact with a poison"
    found = Finding(state=bool(after), seen=(seen,), episodes=after, facts=told.facts)
    return conclude(either(found, told) if told.state is None else found, URGENT)


@rule(
    "GL-TETANUS",
    title="Cramps after a dirty wound",
    statement="Cramps in the days after soil or dirt got into a wound can be the beginning of "
    "tetanus, unless the vaccination is up to date; a stiff jaw, or trouble swallowing or "
    "breathing, is an emergency.",
    condition="a cramp in the last {window} nights, a dirty wound in the {days} days before it, "
    "and no tetanus vaccination known from the last {years} years",
    urgencies=(EMERGENCY, URGENT),
    thresholds=(
        Threshold(
            key="rule.gl-tetanus.days", value=21, says="days from wound to cramp", whose=SOURCE
        ),
        ours("gl-tetanus", "years", 10, "years that a vaccination counts", 30),
        window("gl-tetanus"),
    ),
    sources=("nidirect", "nhs-choices", "nhs-tetanus"),
    path=Path(
        specialists=("a GP, NHS 111 or an emergency department, the same day",),
        today="See a GP, NHS 111 or an emergency department, or the local equivalent, today.",
        remark="With a stiff jaw, or trouble swallowing or breathing: the ambulance service.",
    ),
    notes=(Note(text="Never put a pin or needle into a cramped leg.", sources=("nhs-tetanus",)),),
)
def tetanus(record: Record, limits: Limits) -> Outcome:
    """An unknown vaccination counts as none, as the source has it."""
    episodes = record.within(limits["window"])
    if not episodes:
        return conclude(_no_cramp(limits), URGENT)
    wounds = [
        fact
        for fact in record.facts.symptoms
        if fact.name == "dirty_wound" and fact.status == "present" and fact.day <= record.day
    ]
    after = tuple(
        e
        for e in episodes
        if any(wound.day <= date_of(e) <= wound.day + limits["days"] for wound in wounds)
    )
    told = sign(record, "dirty_wound", limits["days"])
    facts = tuple(f"a dirty wound, {date_text(wound.day)}" for wound in wounds)
    wound = Finding(
        state=True if after else None if told.state is None else False,
        seen=(f"{counted(len(after), 'cramp')} within {limits['days']} days of a dirty wound",),
        episodes=after,
        facts=facts if after else (),
        asks=told.asks,
    )
    signs = [sign(record, name, limits["window"]) for name in TETANUS_SIGNS]
    grave = either(*signs)
    urgency = EMERGENCY if grave.state else URGENT
    more = grave.asks if grave.state is None else ()
    beside = sure(grave)
    found = every(wound, _not_vaccinated(record, limits["years"]), *beside)
    return conclude(found, urgency, more)


def _not_vaccinated(record: Record, years: int) -> Finding:
    said = record.facts.profile.get("tetanus", "")
    if not said:
        return Finding(state=True, seen=("no tetanus vaccination is recorded",))
    if said == "no":
        return Finding(state=True, seen=("no tetanus vaccination",))
    days = record.day - span(said)[1]
    return Finding(state=days > years * 365.25, seen=(f"tetanus vaccination in {said}",))


def _no_cramp(limits: Limits) -> Finding:
    return Finding(state=False, seen=(f"no cramp in the last {limits['window']} nights",))
