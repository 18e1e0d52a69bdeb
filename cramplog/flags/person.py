"""Looking at who the person is: pregnancy, age, medicines, events such as an operation."""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.medicines import group_of, label
from cramplog.flags import asks
from cramplog.flags.dates import overlaps, span
from cramplog.flags.outcome import Finding
from cramplog.flags.rule import Threshold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.facts import Condition, Medicine
    from cramplog.flags.outcome import Ask
    from cramplog.flags.record import Record

OLDEST_MOTHER, YOUNGEST_MOTHER = 60, 9
OVERDUE = Threshold(
    key="rule.pregnancy.overdue",
    value=4,
    says="weeks after its due date that a pregnancy may go on",
    highest=6,
)
RECALL = Threshold(
    key="rule.events.recall",
    value=90,
    says="days that a no about an event answers for",
    lowest=7,
    highest=365,
)
"""Numbers of what several rules look at; a rule that does has them among its own."""


def age(record: Record) -> int | None:
    """Years reached this year; None where the year of birth is unknown."""
    born = record.facts.profile.get("born")
    if not born:
        return None
    from datetime import date

    return date.fromordinal(record.day).year - int(born)


def pregnant(record: Record) -> Finding:
    """Whether the person is pregnant; a man or someone past childbearing is not asked."""
    profile = record.facts.profile
    said, due = profile.get("pregnant", ""), profile.get("due", "")
    years = age(record)
    if profile.get("sex") == "m" or said == "no":
        return Finding(state=False, seen=("not pregnant",))
    if years is not None and not YOUNGEST_MOTHER < years < OLDEST_MOTHER:
        return Finding(state=False, seen=(f"not pregnant at the age of {years}",))
    ends = _pregnant_until(said, due, _chosen(record, OVERDUE))
    delivered = profile.get("delivered", "")
    if ends is not None:
        born_since = bool(delivered) and span(delivered)[0] > ends - 44 * 7
        if record.day <= ends and not born_since:
            about = f"pregnant, due {due}" if due else "pregnant"
            return Finding(state=True, seen=("pregnant",), facts=(about,))
        if born_since:
            return Finding(state=False, seen=(f"gave birth on {delivered}",))
    elif said == "yes":
        return Finding(state=True, seen=("pregnant",), facts=("pregnant",))
    return Finding(state=None, asks=(asks.ABOUT_PREGNANCY,))


def _chosen(record: Record, threshold: Threshold) -> int:
    return record.thresholds.get(threshold.key, threshold.value)


def _pregnant_until(said: str, due: str, overdue: int) -> int | None:
    """The last day that the weeks or the due date allow; None where neither was said."""
    weeks, stated, told_on = said.partition("w@")
    if stated:
        return span(told_on)[0] + (40 + overdue - int(weeks)) * 7
    return span(due)[0] + overdue * 7 if due else None


def expecting(record: Record, weeks_after: int) -> Finding:
    """Whether pregnant, or so many weeks after giving birth; one question answers both."""
    delivered = record.facts.profile.get("delivered", "")
    if delivered and record.day - span(delivered)[0] <= weeks_after * 7:
        seen = f"gave birth on {delivered}"
        return Finding(state=True, seen=(seen,), facts=(seen,))
    return pregnant(record)


def happened(record: Record, name: str, days: int, *, lasting: bool = False) -> Finding:
    """Whether an event, kept as a condition, fell into the last `days` days.

    A `lasting` one goes on until its end is said; any other is over on its day. A "no" holds
    for what lay before it, and only so long as the event could not have come since.
    """
    event = CONDITIONS[name].label
    window = (record.day - days + 1, record.day)
    denied = False
    answers = min(days, _chosen(record, RECALL)) * 86400
    for fact in record.facts.conditions:
        if fact.name != name:
            continue
        if fact.absent:
            denied = denied or record.now - fact.recorded_at <= answers
        elif overlaps(event_span(fact, lasting=lasting, today=record.day), window):
            dated = f"{event}, {fact.since}" if fact.since else event
            return Finding(state=True, seen=(f"{event} is recorded",), facts=(dated,))
    if denied or any(fact.name == name and not fact.absent for fact in record.facts.conditions):
        return Finding(state=False, seen=(f"{event}: not in the last {days} days",))
    return Finding(state=None, asks=(asks.about_event(name),))


def event_span(fact: Condition, *, lasting: bool, today: int) -> tuple[int, int]:
    """First and last day of an event; without a date, the day on which it was recorded."""
    recorded = fact.recorded_at // 86400 + 719163
    first, last = span(fact.since) if fact.since else (recorded, recorded)
    if fact.until:
        last = span(fact.until)[1]
    elif lasting:
        last = today
    return first, last


def courses(record: Record, *groups: str) -> list[Medicine]:
    """Courses now taken of medicines in these groups."""
    return [course for course in _taken(record) if group_of(course) in groups]


def in_own_words(record: Record) -> tuple[Ask, ...]:
    """What has to be said of medicines now taken that may be of any group."""
    return tuple(
        asks.about_own_words(course.name) for course in _taken(record) if group_of(course) is None
    )


def _taken(record: Record) -> list[Medicine]:
    return [
        course
        for course in record.facts.medicines
        if (course.started is None or span(course.started)[0] <= record.day)
        and (course.stopped is None or span(course.stopped)[1] >= record.day)
    ]


def takes(record: Record, group: str) -> Finding:
    """Whether the person takes a medicine of a group now."""
    now = courses(record, group)
    if now:
        return Finding(
            state=True,
            seen=tuple(f"{label(course.name)} is taken" for course in now),
            facts=tuple(course_text(course) for course in now),
        )
    unclear = in_own_words(record)
    if record.facts.no_other_medicines and not unclear:
        return Finding(state=False, seen=("no such medicine is taken",))
    listed = record.facts.no_other_medicines
    return Finding(state=None, asks=unclear if listed else (*unclear, asks.about_medicine(group)))


def course_text(course: Medicine) -> str:
    """A course with its dose and since when."""
    dose = f" {course.doses[-1].text}" if course.doses else ""
    since = f"since {course.started}" if course.started else "since when not said"
    return f"{label(course.name)}{dose}, {since}"
