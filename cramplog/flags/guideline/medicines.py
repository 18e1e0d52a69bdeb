"""Medicines that can bring cramps on, and statins."""

from __future__ import annotations

from cramplog.domain.medicines import group_of, label, paused
from cramplog.flags import asks
from cramplog.flags.dates import span
from cramplog.flags.guideline.common import (
    NEVER_STOP,
    NOW,
    SIGNS,
    cramps,
    ours,
    pressing,
    sure,
    window,
)
from cramplog.flags.known import sign, spell
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
from cramplog.flags.person import course_text, courses, in_own_words, taken, takes
from cramplog.flags.record import LONGEST_WINDOW
from cramplog.flags.rule import SOURCE, Path, Threshold, rule
from cramplog.flags.words import counted, date_text
from cramplog.statistics.rate_ratio import rate_ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cramplog.domain.facts import Medicine
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

REVIEW = Path(
    specialists=("whoever prescribed it, or a pharmacist: a review of the medicine",),
    actions={SOON: "Ask for a review of the medicine. Do not stop it on your own."},
)
FIGURES = {
    "laba": "adjusted sequence ratio 2.42 (2.02 to 2.89)",
    "potassium_sparing_diuretic": "adjusted sequence ratio 2.12 (1.61 to 2.78)",
    "thiazide_diuretic": "adjusted sequence ratio 1.48 (1.29 to 1.68)",
    "loop_diuretic": "adjusted sequence ratio 1.20 (1.00 to 1.44), weak",
    "statin": "adjusted sequence ratio 1.16 (1.04 to 1.29), weak",
    "iron_infusion": "strongly associated, very rarely",
    "oestrogen": "conjugated oestrogens strongly associated, very rarely; the pill reported",
    "raloxifene": "strongly associated, very rarely",
    "naproxen": "strongly associated, very rarely",
    "teriparatide": "strongly associated, very rarely",
    "reported": "reported in single cases",
}
"""What the sources say of each group: the ratio compares starting treatment for cramps in the
year after the medicine with the year before (Garrison 2012); the rest is AAFP 2012 and Merck."""


@rule(
    "GL-NEWMED",
    title="Cramps after a new medicine or a higher dose",
    statement="Some medicines can bring cramps on in the months after they are begun; a review "
    "of the medicine can find out.",
    condition="a listed medicine begun, or its dose raised, in the last {year} days, a cramp in "
    "the last {window} nights, and the first cramps ever within {days} days after, or more "
    "nights with cramps after it than before, by so much that chance alone is unlikely",
    urgencies=(SOON,),
    thresholds=(
        Threshold(
            key="rule.gl-newmed.year",
            value=365,
            says="days that the study looked at",
            whose=SOURCE,
        ),
        ours("gl-newmed", "days", 90, "days from the change to the first cramps", 365),
        window("gl-newmed"),
    ),
    sources=("garrison", "aafp", "merck", "cks"),
    path=REVIEW,
    notes=(NEVER_STOP,),
)
def new_medicine(record: Record, limits: Limits) -> Outcome:
    """A new diary is not a new illness: when the cramps began must be known."""
    listed = courses(record, *FIGURES)
    found = [
        _brought_on(record, limits, course, change)
        for course in listed
        for change in _changes(course)
        if record.day - limits["year"] <= change[2] and change[1] <= record.day
    ]
    undated = tuple(
        asks.about_medicine_start(course.name) for course in listed if course.started is None
    )
    if undated:
        found.append(Finding(state=None, asks=undated))
    elif not listed and not record.facts.no_other_medicines:
        found.append(Finding(state=None, asks=(asks.ABOUT_MEDICINES,)))
    unclear = in_own_words(record)
    if unclear:
        found.append(Finding(state=None, asks=unclear))
    none = Finding(state=False, seen=("no listed medicine was begun or raised lately",))
    return conclude(every(cramps(record, limits["window"]), either(none, *found)), SOON)


def _changes(course: Medicine) -> Iterator[tuple[str, int, int]]:
    """When it was begun, and when its dose was raised: in words, first and last day it may be."""
    if course.started is not None:
        yield (f"{label(course.name)} begun {course.started}", *span(course.started))
    for before, after in zip(course.doses, course.doses[1:], strict=False):
        if after.since is not None and _raised(before.text, after.text):
            raised = f"{label(course.name)} raised to {after.text} {after.since}"
            yield (raised, *span(after.since))


def _raised(before: str, after: str) -> bool:
    """Whether the dose went up; where the texts cannot be compared, it may have."""
    one, other = before.split(), after.split()
    try:
        return float(other[0]) > float(one[0]) or one[1:] != other[1:]
    except (ValueError, IndexError):
        return before != after


def _brought_on(
    record: Record, limits: Limits, course: Medicine, change: tuple[str, int, int]
) -> Finding:
    """Whether the first cramps ever came soon after a change, or more cramps than before it."""
    what, first, last = change
    named = f"{course_text(course)}: {FIGURES[group_of(course) or '']}"
    since = record.facts.profile.get("cramps_since", "")
    state = None
    if since:
        earliest, latest = span(since)
        if last <= earliest and latest <= first + limits["days"]:
            state = True
        elif latest < first or earliest > last + limits["days"]:
            state = False
    began = Finding(
        state=state, seen=(what, f"cramps since {since}"), facts=(named,), asks=(asks.ABOUT_START,)
    )
    return either(began, *sure(_rise(record, change, named)))


def _rise(record: Record, change: tuple[str, int, int], named: str) -> Finding:
    """Whether recorded nights after a change had cramps more often than those before it."""
    what, first, last = change
    cramp = record.cramp_nights(LONGEST_WINDOW)
    recorded = record.quiet_nights(LONGEST_WINDOW) | set(cramp)
    after = [night for night in recorded if night >= last]
    before = [night for night in recorded if night < first]
    more, fewer = (sum(night in cramp for night in nights) for nights in (after, before))
    if not (after and before and more):
        return Finding(state=False)
    low, _ = rate_ratio(more, len(after), fewer, len(before))
    seen = f"cramp nights after: {more} of {len(after)} recorded, before: {fewer} of {len(before)}"
    return Finding(
        state=low > 1,
        seen=(what, seen),
        facts=(named,),
        episodes=tuple(e for night in after for e in cramp.get(night, ())),
    )


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
    changes = [change for course in courses(record, "statin") for change in _changes(course)]
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


@rule(
    "GL-FLUID",
    title="Loss of fluid with medicines that sick-day leaflets name",
    statement="You lose fluid when you vomit, have loose stools, or sweat with a fever. NHS "
    "leaflets name medicines to pause until you are well.",
    condition="a cramp in the last {window} nights; in the last {days} days vomiting or diarrhoea "
    "more than once, or a fever with sweats; and an ACE inhibitor, an ARB, a water tablet, an "
    "NSAID or metformin taken. The same day: vomiting or diarrhoea for "
    "more than {hours} hours, or passing much less urine",
    urgencies=(URGENT, SOON),
    thresholds=(
        Threshold(
            key="rule.gl-fluid.hours",
            value=48,
            says="hours of vomiting or diarrhoea, to be exceeded",
            whose=SOURCE,
        ),
        ours("gl-fluid", "days", 7, "days looked at for the illness", 28),
        window("gl-fluid"),
        *SIGNS,
    ),
    sources=("sick-day-glos", "sick-day-practices"),
    path=Path(
        specialists=("a pharmacist or GP",),
        actions={
            URGENT: "Ask a GP or 111 today about your pills and your kidneys.",
            SOON: "Ask a pharmacist or GP now whether to pause the medicine.",
        },
    ),
)
def fluid(record: Record, limits: Limits) -> Outcome:
    """The leaflets want the GP where it lasts or little urine is passed; the day is ours."""
    days = limits["days"]
    ill = either(*(sign(record, name, days) for name in ("vomiting", "diarrhoea", "fever_sweats")))
    urine = sign(record, "little_urine", days)
    found = within(
        every(cramps(record, limits["window"]), either(ill, *sure(urine))), _paused(record)
    )
    if not found.state:
        return conclude(found, SOON)
    hours = limits["hours"] * 3600
    lasts = any(
        last - first > hours
        for name in ("vomiting", "diarrhoea")
        for first, last in [spell(record, name, days)]
    )
    if lasts or urine.state:
        return pressing(record, every(found, *sure(urine)), URGENT)
    return conclude(found, SOON, urine.asks if urine.state is None else ())


def _paused(record: Record) -> Finding:
    """Whether a medicine that the leaflets name is taken."""
    now = taken(record)
    named = [course for course in now if paused(course)]
    if named:
        return Finding(
            state=True,
            seen=tuple(f"{label(course.name)} is taken" for course in named),
            facts=tuple(map(course_text, named)),
        )
    unclear = in_own_words(record)
    if record.facts.no_other_medicines and not unclear:
        return Finding(state=False, seen=("no such medicine is taken",))
    more = () if record.facts.no_other_medicines else (asks.ABOUT_MEDICINES,)
    return Finding(state=None, asks=(*unclear, *more))
