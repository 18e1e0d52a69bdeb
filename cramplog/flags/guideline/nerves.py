"""Nerves and muscles: weakness, numbness, twitching, cramps outside the legs."""

from __future__ import annotations

from cramplog.flags.article.frequency import REGULAR, regular_cramps
from cramplog.flags.guideline.common import (
    GP,
    SIGNS,
    TODAY,
    cramps,
    ours,
    pressing,
    sure,
    window,
)
from cramplog.flags.known import DENIED, condition, legs, sign
from cramplog.flags.outcome import (
    EMERGENCY,
    ROUTINE,
    SOON,
    URGENT,
    Finding,
    conclude,
    either,
    every,
)
from cramplog.flags.rule import Note, Path, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

OUTSIDE_LEGS = ("hand", "other")


@rule(
    "GL-WEAK",
    title="Weak or wasting muscles",
    statement="See a doctor if cramps come with weak or thin muscles, says NHS inform.",
    condition="weakness of the leg or a muscle getting thinner, and a cramp, in the last "
    "{window} days; the same day (our reading) where weakness gets worse from day to day",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-weak", 30, "days looked at"), *SIGNS),
    sources=("nhs-inform", "mayo", "nhs-choices"),
    path=GP,
    notes=(
        Note(
            text="That weakness which grows from day to day is seen sooner is ours: the sources "
            "want an appointment.",
            sources=("nhs-inform", "mayo"),
        ),
    ),
)
def weak(record: Record, limits: Limits) -> Outcome:
    """The sources want an appointment; that growing weakness goes sooner is ours."""
    days = limits["window"]
    worse = sign(record, "worse_weakness", days)
    muscles = either(sign(record, "weakness", days), sign(record, "wasting", days), *sure(worse))
    found = every(cramps(record, days), muscles)
    if worse.state:
        return pressing(record, found, URGENT, at=worse.at)
    return conclude(found, SOON, worse.asks if worse.state is None else ())


@rule(
    "GL-CAUDA",
    title="Numb seat, or trouble with bladder or bowel",
    statement="New numbness of the seat or between the thighs is a warning. So is new trouble to "
    "pass or hold urine or stool. Nerves of the spine may be pressed. The NHS card says: go to "
    "A&E at once.",
    condition="in the last {window} days: new numbness between the thighs or around the seat, or "
    "new trouble passing or holding urine or stool; the same day (our reading), numbness or "
    "weakness of both legs with back pain",
    urgencies=(EMERGENCY, URGENT, SOON),
    thresholds=(window("gl-cauda", says="days looked at"), *SIGNS),
    sources=("cauda-equina",),
    path=Path(
        specialists=("an emergency department (A&E)", *TODAY.specialists),
        actions={EMERGENCY: "Go to A&E now, or call your local emergency number (112, 999, 911)."},
    ),
)
def cauda(record: Record, limits: Limits) -> Outcome:
    """With back pain or without, with cramps or without."""
    days = limits["window"]
    worst = either(sign(record, "saddle_numbness", days), sign(record, "bladder_bowel", days))
    if worst.state:
        return pressing(record, worst, EMERGENCY)
    both = either(_on_both(record, "numbness", days), _on_both(record, "weakness", days))
    back = every(both, sign(record, "back_pain", days))
    if back.state:
        return pressing(record, back, URGENT, at=both.at, more=worst.asks)
    return conclude(either(worst, back), URGENT)


def _on_both(record: Record, name: str, days: int) -> Finding:
    """Whether a sign is on both legs; a side that nobody named leaves it open."""
    found, there = sign(record, name, days), legs(record, name, days)
    if found.state and there.one_only:
        return Finding(state=False, seen=(f"{name} of one leg",))
    return found


@rule(
    "GL-NUMB",
    title="Numbness or tingling of a leg",
    statement="Cramps with numb or swollen legs are a reason to see a GP.",
    condition="numbness or tingling of a leg, or a cramp with numbness, in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-numb", says="days looked at"), DENIED),
    sources=("nhs-england", "nhs-inform", "cks"),
    path=GP,
)
def numb(record: Record, limits: Limits) -> Outcome:
    """A numb cramp counts; a cramp that does not say asks nothing more than the signs do."""
    found = tuple(e for e in record.legs(limits["window"]) if e.numb)
    seen = f"{counted(len(found), 'cramp')} with numbness"
    felt = Finding(state=bool(found), seen=(seen,), episodes=found)
    signs = [sign(record, name, limits["window"]) for name in ("numbness", "tingling")]
    return conclude(either(felt, *signs), SOON)


@rule(
    "GL-NEURO",
    title="Twitching at rest, or cramps outside the legs",
    statement="Muscles that twitch at rest (fasciculation), and cramps of other parts than the "
    "legs, more often have a cause in the nerves or muscles.",
    condition="cramps in the last {window} nights, and twitching at rest; for the next visit, at "
    "least {episodes} cramps outside the legs, or cramps in at least {sites} places there",
    urgencies=(SOON, ROUTINE),
    thresholds=(
        ours("gl-neuro", "episodes", 2, "cramps outside the legs"),
        ours("gl-neuro", "sites", 3, "places outside the legs", 10),
        window("gl-neuro"),
    ),
    sources=("bmj-best-practice", "cks"),
    path=GP,
)
def elsewhere(record: Record, limits: Limits) -> Outcome:
    """The episode's own `twitching` is jerking during it, and is not meant here."""
    found = tuple(
        episode
        for episode in record.within(limits["window"])
        if any(site.muscle in OUTSIDE_LEGS for site in episode.sites)
    )
    places = {
        (site.muscle, side)
        for episode in found
        for site in episode.sites
        if site.muscle in OUTSIDE_LEGS
        for side in (("left", "right") if site.side == "both" else (site.side,))
    }
    where = f"{counted(len(found), 'cramp')} in {counted(len(places), 'place')} outside the legs"
    outside = Finding(
        state=len(found) >= limits["episodes"] or len(places) >= limits["sites"],
        seen=(f"{where} in the last {limits['window']} nights",),
        episodes=found,
    )
    twitching = sign(record, "twitching", limits["window"])
    both = every(cramps(record, limits["window"]), either(outside, twitching))
    more = twitching.asks if twitching.state is None else ()
    return conclude(both, SOON if twitching.state else ROUTINE, more)


@rule(
    "GL-LUMBAR",
    title="Regular cramps with a narrowed lumbar spine",
    statement="Night cramps are commoner in people with a narrowed canal of the lumbar spine; it "
    "is an association, no more.",
    condition="a narrowed lumbar spine, and cramps on at least {nights} nights of the last "
    "{window}, in at least {weeks} calendar weeks",
    urgencies=(ROUTINE,),
    thresholds=REGULAR,
    sources=("aafp",),
    path=GP,
    notes=(
        Note(
            text="What counts as regular is this program's default, shared with ART-REGULAR.",
            sources=("aafp",),
        ),
    ),
)
def lumbar(record: Record, limits: Limits) -> Outcome:
    """An association only."""
    narrowed = condition(record, "lumbar_stenosis")
    return conclude(every(regular_cramps(record, limits), narrowed), ROUTINE)
