"""Looking at who the person is: pregnancy, age, medicines, events such as an operation."""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.medicines import group_of, label
from cramplog.domain.moments import day_of
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
FERTILE = (12, 55)  # years in which a "not pregnant" ages
PREGNANCY = 304  # days that a yes without a date holds: ten months
LONGEST_PREGNANCY = 44 * 7
NO_NEW_ONE = 6 * 7  # days after a birth in which a pregnancy is still the one before it
NOT_PREGNANT = Threshold(
    key="rule.pregnancy.not_pregnant",
    value=28,
    says="days that a no about pregnancy answers for, from 12 to 55 years",
    lowest=7,
    highest=90,
)
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


def ages(record: Record) -> tuple[int, int] | None:
    """The least and the most years that the person can have completed; None where unknown.

    A year of birth alone leaves it open by a year, a month of birth only within that month.
    """
    born = record.facts.profile.get("born")
    if not born:
        return None
    first, last = span(born)
    return _years(last, record.day), _years(first, record.day)


def _years(born: int, day: int) -> int:
    from datetime import date

    one, other = date.fromordinal(born), date.fromordinal(day)
    before_birthday = (other.month, other.day) < (one.month, one.day)
    return other.year - one.year - before_birthday


def pregnant(record: Record) -> Finding:
    """Whether the person is pregnant; a man or someone past childbearing is not asked.

    A yes without a date ends `PREGNANCY` days after it was said, and with a birth since; a no
    ages after `NOT_PREGNANT` days where the person can have become pregnant.
    """
    years = ages(record)
    if record.facts.profile.get("sex") == "m":
        return Finding(state=False, seen=("not pregnant",))
    if years is not None and not (years[1] > YOUNGEST_MOTHER and years[0] < OLDEST_MOTHER):
        return Finding(state=False, seen=(f"not pregnant at the age of {years[0]}",))
    told_on = _told_on(record, "pregnant")
    if record.facts.profile.get("pregnant") == "no":
        fertile = years is None or (years[1] >= FERTILE[0] and years[0] <= FERTILE[1])
        holds = told_on is None or record.day - told_on < record.chosen(NOT_PREGNANT)
        if holds or not fertile:
            return Finding(state=False, seen=("not pregnant",))
        return Finding(state=None, asks=(asks.ABOUT_PREGNANCY,))
    return _by_its_dates(record, told_on)


def _by_its_dates(record: Record, told_on: int | None) -> Finding:
    """What a yes, the weeks or a due date say of today."""
    profile = record.facts.profile
    said, due = profile.get("pregnant", ""), profile.get("due", "")
    ends = _pregnant_until(said, due, record.chosen(OVERDUE))
    if ends is None and said == "yes":
        ends = (record.day if told_on is None else told_on) + PREGNANCY
    if ends is not None and _born_since(record, ends, told_on):
        return Finding(state=False, seen=(f"gave birth on {profile['delivered']}",))
    if ends is not None and record.day <= ends:
        about = f"pregnant, due {due}" if due else "pregnant"
        return Finding(state=True, seen=("pregnant",), facts=(about,))
    return Finding(state=None, asks=(asks.ABOUT_PREGNANCY,))


def _told_on(record: Record, key: str) -> int | None:
    """The day on which a fact of the profile was said."""
    at = record.facts.profile_at.get(key)
    return None if at is None else day_of(at, record.utc_offset)


def _born_since(record: Record, ends: int, told_on: int | None) -> bool:
    """Whether a birth ended the pregnancy that may last until `ends`."""
    delivered = record.facts.profile.get("delivered", "")
    if not delivered:
        return False
    birth = span(delivered)[0]
    profile, at = record.facts.profile, record.facts.profile_at
    if profile.get("pregnant") != "yes" or profile.get("due"):
        return birth > ends - LONGEST_PREGNANCY
    said_later = at.get("delivered", 0) >= at.get("pregnant", 0)
    return birth >= (record.day if told_on is None else told_on) - NO_NEW_ONE * said_later


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
    answers = min(days, record.chosen(RECALL)) * 86400
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


def courses(record: Record, *groups: str, lately: int = 0) -> list[Medicine]:
    """Courses of medicines in these groups that are taken, or ended in the last days."""
    return [course for course in taken(record, lately) if group_of(course) in groups]


def in_own_words(record: Record, lately: int = 0) -> tuple[Ask, ...]:
    """What has to be said of medicines that may be of any group."""
    return tuple(
        asks.about_own_words(course.name)
        for course in taken(record, lately)
        if group_of(course) is None
    )


def taken(record: Record, lately: int = 0) -> list[Medicine]:
    """Courses that are taken now, or that ended in the last `lately` days."""
    return [
        course
        for course in record.facts.medicines
        if (course.started is None or span(course.started)[0] <= record.day)
        and (course.stopped is None or span(course.stopped)[1] > record.day - max(lately, 1))
    ]


def takes(record: Record, *groups: str, lately: int = 0) -> Finding:
    """Whether a medicine of one of these groups is taken, or was in the last `lately` days."""
    now = courses(record, *groups, lately=lately)
    if now:
        return Finding(
            state=True,
            seen=tuple(f"{label(course.name)} {_still(record, course)} taken" for course in now),
            facts=tuple(course_text(course) for course in now),
        )
    unclear = in_own_words(record, lately)
    if record.facts.no_other_medicines and not unclear:
        return Finding(state=False, seen=("no such medicine is taken",))
    listed = record.facts.no_other_medicines
    open_ones = () if listed else tuple(asks.about_medicine(group) for group in groups)
    return Finding(state=None, asks=(*unclear, *open_ones))


def _still(record: Record, course: Medicine) -> str:
    over = course.stopped is not None and span(course.stopped)[1] <= record.day
    return "was" if over else "is"


def course_text(course: Medicine) -> str:
    """A course with its dose and since when."""
    dose = f" {course.doses[-1].text}" if course.doses else ""
    since = f"since {course.started}" if course.started else "since when not said"
    until = f", stopped {course.stopped}" if course.stopped else ""
    return f"{label(course.name)}{dose}, {since}{until}"
