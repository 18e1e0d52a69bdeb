"""Medicines that can bring cramps on, and statins."""

from __future__ import annotations

from cramplog.domain.medicines import group_of, label
from cramplog.flags import asks
from cramplog.flags.dates import span
from cramplog.flags.guideline.common import NEVER_STOP, NOW, cramps, ours, sure, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, Finding, conclude, either, every
from cramplog.flags.person import course_text, courses, in_own_words, takes
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

REVIEW = Path(specialists=("whoever prescribed it, or a pharmacist: a review of the medicine",))
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
    "cramps after than before by an interval that leaves no doubt",
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
    statement="Muscle pain, tenderness or weakness on a statin is to be reported the same day; "
    "cramps alone are worth a review of the medicine.",
    condition="a statin is taken, and muscle pain or weakness between cramps in the last "
    "{window} days; or, for a visit soon, a cramp in that time",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-statin", says="days looked at"),),
    sources=("nhs-statins", "mayo-rhabdo"),
    path=Path(
        specialists=("your GP, a pharmacist or NHS 111: contact them today about it",),
        today="Ask your GP, a pharmacist or NHS 111, or the local out-of-hours service, today.",
    ),
    notes=(NEVER_STOP,),
)
def statin(record: Record, limits: Limits) -> Outcome:
    """Cramps alone are the milder half."""
    days = limits["window"]
    pain = either(sign(record, "muscle_pain", days), sign(record, "weakness", days))
    felt = either(pain, cramps(record, days))
    more = pain.asks if pain.state is None else ()
    found = every(takes(record, "statin"), felt)
    return conclude(found, URGENT if pain.state else SOON, more)


@rule(
    "GL-RHABDO",
    title="Dark urine with muscle pain or weakness",
    statement="Dark, cola-coloured urine with severe muscle pain or weakness, on a statin or "
    "after heavy exertion, can mean that muscle is breaking down; an ambulance is needed.",
    condition="dark urine, and muscle pain or weakness, in the last {window} days, and a statin "
    "or hard physical work or sport in the last {days} days",
    urgencies=(EMERGENCY,),
    thresholds=(
        ours("gl-rhabdo", "days", 7, "days since heavy exertion", 28),
        window("gl-rhabdo", says="days looked at"),
    ),
    sources=("mayo-rhabdo",),
    path=NOW,
    notes=(NEVER_STOP,),
)
def breakdown(record: Record, limits: Limits) -> Outcome:
    """Exertion is the night log's, or a suspected trigger."""
    days = limits["window"]
    hard = [
        night
        for night, was in record.told("physical_overload").items()
        if was and record.today - limits["days"] < night <= record.today
    ]
    exertion = Finding(
        state=True,
        seen=(f"hard physical work or sport on {counted(len(hard), 'day')}",),
        facts=tuple(f"hard work or sport, {date_text(night)}" for night in hard),
    )
    cause = either(takes(record, "statin"), *((exertion,) if hard else ()))
    pain = either(sign(record, "muscle_pain", days), sign(record, "weakness", days))
    return conclude(every(cause, sign(record, "dark_urine", days), pain), EMERGENCY)
