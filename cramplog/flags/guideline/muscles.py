"""Pain of muscles on a statin, and their breakdown."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.dates import span
from cramplog.flags.guideline.common import (
    NOW,
    SIGNS,
    cramps,
    ours,
    pressing,
    window,
)
from cramplog.flags.guideline.medicines import changes_of
from cramplog.flags.known import sign
from cramplog.flags.outcome import (
    EMERGENCY,
    ROUTINE,
    SOON,
    URGENT,
    Finding,
    conclude,
    either,
    every,
    within,
)
from cramplog.flags.person import courses, takes
from cramplog.flags.rule import Path, rule
from cramplog.flags.words import counted, date_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


@rule(
    "GL-STATIN",
    title="Cramps or muscle pain on a statin",
    statement="A muscle hurts, is sore or weak, or cramps, and you know of no cause. The NHS "
    "pages say: stop the statin and call 111 or a doctor at once. They also say that most people "
    "do well on statins.",
    condition="a statin taken in the last {window} days, and muscle pain or weakness between "
    "cramps in that time; or a statin taken now and a cramp: for a visit soon where the cramps "
    "began after the statin or a higher dose (our reading of unexplained), else for the next one",
    urgencies=(URGENT, SOON, ROUTINE),
    thresholds=(window("gl-statin", says="days looked at"), *SIGNS),
    sources=("nhs-statins", "mayo-rhabdo"),
    path=Path(
        specialists=("your GP, a pharmacist, or NHS 111 in the UK",),
        actions={
            URGENT: "The NHS page says: stop the statin and call 111 or your doctor.",
            SOON: "Ask your pharmacist or GP about it within about two weeks.",
            ROUTINE: "Mention it when your medicines are next reviewed.",
        },
    ),
)
def statin(record: Record, limits: Limits) -> Outcome:
    """Cramps that are older than the statin are not unexplained by it."""
    days = limits["window"]
    pain = either(sign(record, "muscle_pain", days), sign(record, "weakness", days))
    painful = every(takes(record, "statin", lately=days), pain)
    if painful.state:
        return pressing(record, painful, URGENT, at=pain.at)
    more = painful.asks if painful.state is None else ()
    felt = every(takes(record, "statin"), cramps(record, days))
    if not felt.state:
        return conclude(either(felt, painful), ROUTINE)
    began = _began_after(record)
    if began.state:
        return conclude(every(felt, began), SOON, more)
    return conclude(felt, ROUTINE, (*more, *(began.asks if began.state is None else ())))


def _began_after(record: Record) -> Finding:
    """Whether the first cramps ever came after a statin was begun, or its dose raised."""
    since = record.facts.profile.get("cramps_since", "")
    changes = [change for course in courses(record, "statin") for change in changes_of(course)]
    undated = [c for c in courses(record, "statin") if c.started is None]
    unknown = (
        *(() if since else (asks.ABOUT_START,)),
        *(asks.about_medicine_start(course.name) for course in undated),
    )
    if since:
        earliest, latest = span(since)
        after = [what for what, first, last in changes if last <= earliest]
        if after:
            return Finding(state=True, seen=(after[-1], f"cramps since {since}"))
        if not undated and all(latest < first for _, first, _ in changes):
            return Finding(state=False, seen=(f"cramps since {since}, before the statin",))
        if not undated:
            return Finding(state=None, asks=(asks.ABOUT_START,))
    return Finding(state=None, asks=unknown)


@rule(
    "GL-RHABDO",
    title="Dark urine with muscle pain or weakness",
    statement="Dark urine with bad muscle pain or weakness can mean that muscle breaks down. "
    "Statins or hard work can bring it on. Mayo says: stop the statin and get help at once.",
    condition="dark urine, and muscle pain or weakness, in the last {window} days, and a statin "
    "taken in that time, or hard physical work or sport in the last {days} days",
    urgencies=(EMERGENCY, SOON),
    thresholds=(
        ours("gl-rhabdo", "days", 7, "days since heavy exertion", 28),
        window("gl-rhabdo", says="days looked at"),
        *SIGNS,
    ),
    sources=("mayo-rhabdo",),
    path=NOW,
)
def breakdown(record: Record, limits: Limits) -> Outcome:
    """Exertion is the night log's, or a suspected trigger; a day that does not say is unknown."""
    days = limits["window"]
    pain = either(sign(record, "muscle_pain", days), sign(record, "weakness", days))
    signs = every(sign(record, "dark_urine", days), pain)
    cause = either(takes(record, "statin", lately=days), _exertion(record, limits["days"]))
    found = within(signs, cause)
    return pressing(record, found, EMERGENCY, at=signs.at)


def _exertion(record: Record, days: int) -> Finding:
    """Whether the last days had hard work; only a no for each of them is a no."""
    told = record.told("physical_overload")
    lately = range(record.today - days + 1, record.today + 1)
    hard = [night for night in lately if told.get(night)]
    if hard:
        return Finding(
            state=True,
            seen=(f"hard physical work or sport on {counted(len(hard), 'day')}",),
            facts=tuple(f"hard work or sport, {date_text(night)}" for night in hard),
        )
    unsaid = [night for night in reversed(lately) if night not in told]
    if unsaid:
        each = tuple(asks.about_day(night, ["physical_overload"]) for night in unsaid)
        return Finding(state=None, asks=each)
    return Finding(state=False, seen=(f"no hard physical work in the last {days} days",))
