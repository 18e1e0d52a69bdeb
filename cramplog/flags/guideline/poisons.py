"""Poison and tetanus."""

from __future__ import annotations

from cramplog.flags.dates import overlaps, span
from cramplog.flags.guideline.common import NOW, SIGNS, TODAY, cramps, ours, pressing, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import (
    EMERGENCY,
    SOON,
    URGENT,
    Finding,
    conclude,
    either,
    every,
    within,
)
from cramplog.flags.person import RECALL, event_span, happened
from cramplog.flags.record import date_of
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule
from cramplog.flags.words import counted, date_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

NOT_YET = "If no doctor has heard of it yet: call a GP or 111 today."
TETANUS_SIGNS = ("jaw_stiffness", "swallowing", "breathless")


@rule(
    "GL-TOXIN",
    title="Cramps after contact with a poison",
    statement="Lead, mercury or another poison can bring cramps. Get help at once, say NHS inform "
    "and nidirect.",
    condition="a cramp in the last {window} nights, and contact with a poison in the {days} days "
    "before it; urgent for {fresh} days after such a cramp",
    urgencies=(URGENT, SOON),
    thresholds=(
        ours("gl-toxin", "days", 90, "days from contact to cramp", 365),
        window("gl-toxin"),
        RECALL,
        ours("gl-toxin", "fresh", 7, "days for which such a cramp presses", 28),
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
    either_one = either(found, told) if told.state is None else found
    hours = limits["fresh"] * 24
    return pressing(record, either_one, URGENT, at=latest(after), later=NOT_YET, hours=hours)


@rule(
    "GL-TETANUS",
    title="Cramps after a dirty wound",
    statement="Soil or dirt in a wound can bring tetanus. Cramps come in the days after it. Jabs "
    "that are up to date guard against it. A stiff jaw or trouble to swallow is an emergency, "
    "says the NHS.",
    condition="a dirty wound in the last {days} days with a stiff jaw or trouble swallowing or "
    "breathing, whatever the vaccination; the same day, a cramp of the last {window} nights in "
    "the {days} days after a dirty wound, and no tetanus vaccination known from the last {years} "
    "years; urgent for {fresh} days after such a cramp",
    urgencies=(EMERGENCY, URGENT, SOON),
    thresholds=(
        Threshold(
            key="rule.gl-tetanus.days", value=21, says="days from wound to cramp", whose=SOURCE
        ),
        ours("gl-tetanus", "years", 10, "years that a vaccination counts", 30),
        window("gl-tetanus"),
        ours("gl-tetanus", "fresh", 7, "days for which such a cramp presses", 28),
        *SIGNS,
    ),
    sources=("nidirect", "nhs-choices", "nhs-tetanus"),
    path=Path(
        specialists=(*NOW.specialists, *TODAY.specialists),
        actions={URGENT: "Today: a GP, 111 or A&E. Say that the wound was dirty."},
    ),
    notes=(Note(text="Never put a pin or needle into a cramped leg.", sources=("nhs-tetanus",)),),
)
def tetanus(record: Record, limits: Limits) -> Outcome:
    """An unknown vaccination counts as none, as the source has it."""
    wounds = [
        fact
        for fact in record.facts.symptoms
        if fact.name == "dirty_wound" and fact.status == "present" and fact.day <= record.day
    ]
    facts = tuple(f"a dirty wound, {date_text(wound.day)}" for wound in wounds)
    after = tuple(
        e
        for e in record.within(limits["window"])
        if any(wound.day <= date_of(e) <= wound.day + limits["days"] for wound in wounds)
    )
    told = sign(record, "dirty_wound", limits["days"] + 1)
    fresh = [wound for wound in wounds if record.day - wound.day <= limits["days"]]
    wounded = Finding(
        state=True if fresh else told.state,
        seen=("a dirty wound",),
        episodes=after,
        facts=facts,
        asks=told.asks,
    )
    grave = either(*(sign(record, name, limits["days"]) for name in TETANUS_SIGNS))
    worst = within(wounded, grave)
    if worst.state:
        return pressing(record, worst, EMERGENCY, at=grave.at)
    wound = Finding(
        state=True if after else None if told.state is None else False,
        seen=(f"{counted(len(after), 'cramp')} within {limits['days']} days of a dirty wound",),
        episodes=after,
        facts=facts if after else (),
        asks=told.asks,
    )
    cramp = cramps(record, limits["window"])
    milder = every(cramp, wound, _not_vaccinated(record, limits["years"]))
    more = worst.asks if milder.state and worst.state is None else ()
    return pressing(
        record,
        milder,
        URGENT,
        at=latest(after),
        more=more,
        later=NOT_YET,
        hours=limits["fresh"] * 24,
    )


def latest(episodes: tuple[Episode, ...]) -> int | None:
    """When the latest of these cramps began."""
    return max((episode.started_at for episode in episodes), default=None)


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
