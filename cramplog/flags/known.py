"""Looking at the person's facts: conditions and signs, each as a finding.

What is not known comes back with the question, and the commands that would answer it.
"""

from __future__ import annotations

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.night import iso
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.flags import asks
from cramplog.flags.outcome import Finding, either
from cramplog.flags.words import date_text
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.facts import Condition, Symptom
    from cramplog.flags.record import Record


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

    A sign recorded without a side is on one leg until a later entry names the side.
    """
    found: dict[str, bool | None] = {"left": None, "right": None}
    unsaid, last = False, None
    said = [
        fact
        for fact in record.facts.symptoms
        if fact.name == name and record.day - days < fact.day <= record.day
    ]
    for fact in sorted(said, key=lambda fact: (fact.day, fact.recorded_at)):
        present = fact.status == "present"
        if present:
            last = fact
            unsaid = fact.side is None
        elif fact.side is None or fact.status == "gone":
            unsaid = False
        if fact.side is not None or not present:
            for side in (fact.side,) if fact.side in found else found:
                found[side] = present
    return Legs(left=found["left"], right=found["right"], unsaid=unsaid, last=last)


def sign(record: Record, name: str, days: int) -> Finding:
    """Whether a sign is there, on whichever leg."""
    label = SYMPTOMS[name].label
    there = legs(record, name, days)
    if there.state is None:
        return Finding(state=None, asks=(asks.about_sign(name),))
    if not there.state:
        return Finding(state=False, seen=(f"{label}: looked, and not there",))
    return Finding(state=True, seen=(f"{label} is recorded",), facts=(_when(there, label),))


def recent(record: Record, name: str, days: int) -> Finding:
    """Whether a sign was there on any of the last `days` days, even if it is gone since."""
    said = [
        fact
        for fact in record.facts.symptoms
        if fact.name == name and record.day - days < fact.day <= record.day
    ]
    there = [fact for fact in said if fact.status == "present"]
    if there:
        label = SYMPTOMS[name].label
        facts = (f"{label}, {date_text(max(fact.day for fact in there))}",)
        return Finding(state=True, seen=(f"{label} is recorded",), facts=facts)
    return sign(record, name, days)


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
            findings.append(Finding(state=None, asks=(asks.about_sign(name),)))
        else:
            label = SYMPTOMS[name].label
            seen = found.seen if there else (f"{label}: not on the {side} leg",)
            findings.append(found.replace(state=there, seen=seen))
    return either(*findings)
