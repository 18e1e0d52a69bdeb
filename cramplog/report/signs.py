"""Which signs were looked for, and what the latest word on each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cramplog.domain.facts import Symptom
from cramplog.value import Value

PRESENT, GONE, ABSENT = "present", "gone", "absent"
SIDES = ("left", "right")


class Sign(Value):
    """The latest word on a sign, for one leg or for both; days are ordinals of dates.

    `since` is the first day of the unbroken run of entries that say the same, `day` the last.
    """

    name: str
    side: str | None
    status: str
    since: int
    day: int


def looked_for(symptoms: Iterable[Symptom], today: int) -> tuple[Sign, ...]:
    """Return every sign recorded up to today: first present ones, then gone, then absent.

    An entry without a side means both legs if the sign is gone or absent.
    """
    by_name: dict[str, dict[str | None, Sign]] = {}
    said = [symptom for symptom in symptoms if symptom.day <= today]
    for symptom in sorted(said, key=lambda each: (each.day, each.recorded_at)):
        known = by_name.setdefault(symptom.name, {})
        for side in _sides(symptom, known):
            known[side] = _after(known.get(side), symptom, side)
        if symptom.status == PRESENT and symptom.side is not None:
            known.pop(None, None)  # the side is known now
    found = [sign for known in by_name.values() for sign in _joined(known)]
    order = (PRESENT, GONE, ABSENT)
    return tuple(sorted(found, key=lambda sign: (order.index(sign.status), -sign.day)))


def _sides(symptom: Symptom, known: dict[str | None, Sign]) -> tuple[str | None, ...]:
    if symptom.side == "both":
        return SIDES
    if symptom.side is None and symptom.status != PRESENT:
        return tuple(known) or (None,)
    return (symptom.side,)


def _after(before: Sign | None, symptom: Symptom, side: str | None) -> Sign:
    goes_on = before is not None and before.status == symptom.status
    return Sign(
        name=symptom.name,
        side=side,
        status=symptom.status,
        since=before.since if before is not None and goes_on else symptom.day,
        day=symptom.day,
    )


def _joined(known: dict[str | None, Sign]) -> Iterator[Sign]:
    """Yield both legs as one sign if their records are equal."""
    left, right = (known.get(side) for side in SIDES)
    if left is not None and right is not None and left.replace(side="right") == right:
        yield left.replace(side="both")
        known = {side: sign for side, sign in known.items() if side not in SIDES}
    yield from known.values()
