"""Nerves and muscles: weakness, numbness, twitching, cramps outside the legs."""

from __future__ import annotations

from cramplog.flags.article.frequency import REGULAR, regular_cramps
from cramplog.flags.guideline.common import GP, cramps, ours, sure, window
from cramplog.flags.known import condition, sign
from cramplog.flags.outcome import ROUTINE, SOON, URGENT, Finding, conclude, either, every
from cramplog.flags.rule import Note, rule
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
    statement="Cramps with weakness, or with muscles that get thinner, are a reason to see a "
    "doctor; sooner where the weakness grows from day to day.",
    condition="weakness of the leg or a muscle getting thinner, and a cramp, in the last "
    "{window} days; the same day where weakness gets worse from day to day",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-weak", 30, "days looked at"),),
    sources=("nhs-inform", "mayo", "nhs-choices"),
    path=GP,
)
def weak(record: Record, limits: Limits) -> Outcome:
    """Growing weakness is urgent by our reading; the sources want an appointment."""
    days = limits["window"]
    worse = sign(record, "worse_weakness", days)
    muscles = either(sign(record, "weakness", days), sign(record, "wasting", days), *sure(worse))
    more = worse.asks if worse.state is None else ()
    return conclude(every(cramps(record, days), muscles), URGENT if worse.state else SOON, more)


@rule(
    "GL-NUMB",
    title="Numbness or tingling of a leg",
    statement="Cramps with numb or swollen legs are a reason to see a GP.",
    condition="numbness or tingling of a leg, or a cramp with numbness, in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-numb", says="days looked at"),),
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
    statement="Muscles that twitch at rest, and cramps of other parts than the legs, more often "
    "have a cause in the nerves or muscles.",
    condition="cramps in the last {window} nights, and twitching at rest, or at least {episodes} "
    "cramps outside the legs, or cramps in at least {sites} places outside the legs",
    urgencies=(SOON,),
    thresholds=(
        ours("gl-neuro", "episodes", 2, "cramps outside the legs"),
        ours("gl-neuro", "sites", 3, "places outside the legs", 10),
        window("gl-neuro"),
    ),
    sources=("bmj-best-practice", "hawke"),
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
    return conclude(every(cramps(record, limits["window"]), either(outside, twitching)), SOON)


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
