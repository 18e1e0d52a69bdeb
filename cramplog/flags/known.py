"""Looking at the person's facts: conditions and signs, each as a finding.

What is not known comes back with the question, and the commands that would answer it.
"""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.moments import day_of
from cramplog.domain.night import DAY, EPOCH_ORDINAL, iso
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.flags import asks
from cramplog.flags.outcome import Finding, either
from cramplog.flags.rule import Threshold
from cramplog.flags.words import date_text
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.facts import Condition, Symptom
    from cramplog.flags.outcome import Ask
    from cramplog.flags.record import Record


PRESENT = Threshold(
    key="rule.signs.present",
    value=48,
    says="hours for which a sign that was said to be there, or to have gone, presses",
    lowest=24,
    highest=168,
)
DENIED = Threshold(
    key="rule.signs.denied",
    value=7,
    says="days that a no to a sign which may come suddenly answers for",
    highest=28,
)
"""Numbers of all rules that look at signs which may come suddenly."""


def condition(record: Record, *names: str) -> Finding:
    """Whether the person has one of these conditions now; yes, no, or never said."""
    return either(*(_condition(record, name) for name in names))


def group(name: str) -> tuple[str, ...]:
    """The conditions of a group of the catalogue: `endocrine`, `lumbar`, `joint`, `vein`."""
    return tuple(entry.id for entry in CONDITIONS.values() if name in entry.groups)


def _condition(record: Record, name: str) -> Finding:
    label = CONDITIONS[name].label
    said = [fact for fact in record.facts.conditions if fact.name == name]
    denied = max((fact.recorded_at for fact in said if fact.absent), default=None)
    present = [
        fact
        for fact in said
        if not fact.absent
        and not _over(fact, record.day)
        and (denied is None or fact.recorded_at > denied)
    ]
    if present:
        return Finding(
            state=True, seen=(f"{label} is recorded",), facts=(_dated(label, present[-1]),)
        )
    if said:
        why = "is recorded as over" if denied is None else "was said not to be there"
        return Finding(state=False, seen=(f"{label} {why}",))
    return Finding(state=None, asks=(asks.about_condition(name),))


def _over(fact: Condition, day: int) -> bool:
    """Whether it ended before the day; a bare year or month lasts to its end."""
    return fact.until is not None and fact.until < iso(day)[: len(fact.until)]


def _dated(label: str, fact: Condition) -> str:
    return f"{label}, since {fact.since}" if fact.since else f"{label}, since when not said"


class Legs(Value):
    """On which legs a sign is there; `unsaid`: on one leg, and nobody said which."""

    left: bool | None = None
    right: bool | None = None
    unsaid: bool = False
    last: Symptom | None = None  # the latest entry that said it was there
    ended: Symptom | None = None  # the first entry after it that said it was gone, or not there

    def on(self, side: str) -> bool | None:
        """Whether it is, or may well be, on this leg."""
        own = self.left if side == "left" else self.right
        return True if self.unsaid else own

    @property
    def one_only(self) -> bool | None:
        """Whether it is on one leg alone; one leg until the other is said to have it too."""
        if self.left and self.right:
            return False
        return self.state

    @property
    def state(self) -> bool | None:
        """Whether it is there at all; a side left open keeps "no" from being known."""
        if self.left or self.right or self.unsaid:
            return True
        return False if self.left is False and self.right is False else None


def legs(record: Record, name: str, days: int) -> Legs:
    """The latest word on a sign, for each leg, within the last `days` calendar days.

    A sign recorded without a side is on one leg until a later entry names the side. Of a sign
    that may come suddenly, a "no" is no answer after `DENIED` days.
    """
    found: dict[str, bool | None] = {"left": None, "right": None}
    unsaid, last, ended = False, None, None
    answers = record.day - record.chosen(DENIED) if SYMPTOMS[name].acute else 0
    said = [
        fact
        for fact in record.facts.symptoms
        if fact.name == name and record.day - days < fact.day <= record.day
    ]
    for fact in sorted(said, key=lambda fact: (fact.day, fact.recorded_at)):
        present = fact.status == "present"
        if present:
            ended = None
        elif fact.status == "gone" or (last and ended is None):
            ended = ended or fact
        if present:
            last = fact
            unsaid = fact.side is None
        elif fact.side is None or fact.status == "gone":
            unsaid = False
        if fact.side is not None or not present:
            for side in (fact.side,) if fact.side in found else found:
                found[side] = present or (False if fact.day > answers else None)
    return Legs(left=found["left"], right=found["right"], unsaid=unsaid, last=last, ended=ended)


def said_at(record: Record, fact: Symptom) -> int:
    """The instant that an entry speaks of: when it was made, or else the end of its day.

    A lasting sign that is dated back is there since that day, and was said to be when recorded.
    """
    if not SYMPTOMS[fact.name].acute or day_of(fact.recorded_at, record.utc_offset) == fact.day:
        return max(fact.recorded_at, (fact.day - EPOCH_ORDINAL) * DAY - record.utc_offset)
    return min((fact.day + 1 - EPOCH_ORDINAL) * DAY - record.utc_offset, record.now)


def sign(record: Record, name: str, days: int) -> Finding:
    """Whether a sign is there, on whichever leg."""
    label = SYMPTOMS[name].label
    there = legs(record, name, days)
    if there.state is None:
        return Finding(state=None, asks=(ask_sign(record, name),))
    if not there.state:
        return Finding(state=False, seen=(f"{label}: looked, and not there",))
    fact = _when(there, label)
    last = there.last
    return Finding(
        state=True,
        seen=(f"{label} is recorded",),
        facts=(fact,),
        asks=(asks.about_staying(name, fact),),
        at=said_at(record, last) if last else None,
    )


def spell(record: Record, name: str, days: int) -> tuple[int, int]:
    """First and last instant of the run of entries that say a sign is there; equal for none."""
    first = last = 0
    said = [
        fact
        for fact in record.facts.symptoms
        if fact.name == name and record.day - days < fact.day <= record.day
    ]
    for fact in sorted(said, key=lambda fact: (fact.day, fact.recorded_at)):
        if fact.status != "present":
            first = last = 0
        else:
            last = said_at(record, fact)
            first = first or (
                last
                if day_of(fact.recorded_at, record.utc_offset) == fact.day
                else (fact.day - EPOCH_ORDINAL) * DAY - record.utc_offset
            )
    return first, last


def ask_sign(record: Record, name: str) -> Ask:
    """The question whether a sign is there, with the day of the last answer."""
    days = [f.day for f in record.facts.symptoms if f.name == name and f.day <= record.day]
    return asks.about_sign(name, max(days, default=None))


def lately(record: Record, name: str, days: int, hours: int) -> Finding:
    """Whether a sign is there, or went away in the last `hours`, counted from its end."""
    found, ended = sign(record, name, days), legs(record, name, days).ended
    if found.state or ended is None or record.now - said_at(record, ended) > hours * 3600:
        return found
    fact = f"{SYMPTOMS[name].label}, gone on {date_text(ended.day)}"
    return Finding(state=True, seen=(fact,), facts=(fact,), at=said_at(record, ended))


def _when(there: Legs, label: str) -> str:
    sides = [side for side, has in (("left", there.left), ("right", there.right)) if has]
    where = f" ({' and '.join(sides)})" if sides else ""
    return f"{label}{where}, {date_text(there.last.day)}" if there.last else label + where


def on_leg(record: Record, side: str, days: int, *names: str) -> Finding:
    """Whether one of these signs is, or may well be, on this leg."""
    findings = []
    for name in names:
        found, there = sign(record, name, days), legs(record, name, days).on(side)
        if found.state is None or there is None:
            findings.append(Finding(state=None, asks=(ask_sign(record, name),)))
        else:
            label = SYMPTOMS[name].label
            seen = found.seen if there else (f"{label}: not on the {side} leg",)
            findings.append(found.replace(state=there, seen=seen))
    return either(*findings)
