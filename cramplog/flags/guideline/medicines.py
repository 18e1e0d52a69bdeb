"""Medicines that can bring cramps on, and those to ask about when fluid is lost."""

from __future__ import annotations

from cramplog.domain.medicines import group_of, label, paused
from cramplog.flags import asks
from cramplog.flags.dates import span
from cramplog.flags.guideline.common import (
    NEVER_STOP,
    SIGNS,
    cramps,
    ours,
    pressing,
    sure,
    window,
)
from cramplog.flags.known import sign, spell
from cramplog.flags.outcome import (
    SOON,
    URGENT,
    Finding,
    conclude,
    either,
    every,
    within,
)
from cramplog.flags.person import course_text, courses, in_own_words, taken
from cramplog.flags.record import LONGEST_WINDOW
from cramplog.flags.rule import SOURCE, Path, Threshold, rule
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
        for change in changes_of(course)
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


def changes_of(course: Medicine) -> Iterator[tuple[str, int, int]]:
    """Yield when it was begun or its dose raised: in words, first and last day it may be."""
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
