"""Medicines in words and JSON, with the cautions that go with some."""

from __future__ import annotations

from shlex import quote

from cramplog.domain.cautions import caution
from cramplog.domain.medicines import DIURETICS, MEDICINES, OESTROGEN, QUININE, STATIN, label, near
from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.domain.facts import Facts, Medicine

WITH_CRAMPS = {
    **dict.fromkeys(("laba", *DIURETICS, STATIN), "goes with cramps (Garrison 2012)"),
    **dict.fromkeys(
        ("iron_infusion", OESTROGEN, "raloxifene", "naproxen", "teriparatide"),
        "goes with cramps (AAFP 2012)",
    ),
    "reported": "single reports of cramps (AAFP 2012, Merck Manual)",
    QUININE: "against cramps; not for routine use (MHRA 2010)",
}
"""Why a physician is to look at a medicine of a group, with the source."""

NEVER_STOP = "Never stop a medicine because of what stands here; ask who prescribed it."


def medicine(course: Medicine) -> str:
    """Return `ramipril from 2026-05 (5 mg; 10 mg from 2026-08-01)`."""
    named = visible(label(course.name)) if course.known else f'"{visible(course.name)}"'
    since = f" from {course.started}" if course.started else ", start not said"
    until = f" to {course.stopped}" if course.stopped else ""
    doses = [
        visible(dose.text) + (f" from {dose.since}" if dose.since != course.started else "")
        for dose in course.doses
    ]
    taken = f" ({'; '.join(doses)})" if doses else ""
    return f"{named}{since}{until}{taken}"


def with_cramps(course: Medicine) -> str | None:
    """Return what is published of the medicine and cramps; None where rules know of nothing."""
    known = MEDICINES.get(course.name) if course.known else None
    return WITH_CRAMPS.get(known.group) if known else None


def cautions(course: Medicine) -> tuple[str, ...]:
    """Return the sentences to show when a medicine is recorded."""
    found = [] if course.known else [_unmatched(course.name)]
    said = caution(course.name)
    return (*found, said) if said else tuple(found)


def _unmatched(name: str) -> str:
    """Return the sentence on own words, which may keep rules from being checked."""
    meant = near(name)
    guess = f'Did you mean "{MEDICINES[meant].label}"? ' if meant else ""
    typed = meant.replace("_", "-") if meant else "NAME"
    return (
        f'"{visible(name)}" is kept in your words, and no rule knows what it is. {guess}Say so: '
        f"cramplog medicine name {quote(visible(name))} {typed} (or: other)."
    )


def medicines(facts: Facts, width: int) -> list[str]:
    """Return every course on a line, and whether the list is complete."""
    lines = [
        line
        for course in facts.medicines
        for line in flow(f"Medicine: {medicine(course)}", width, "  ")
    ]
    if facts.no_other_medicines:
        lines += flow("No others are taken." if lines else "No medicines are taken.", width)
    else:
        lines += flow(
            f"{'Whether there are others' if lines else 'Which medicines are taken'} is unknown: "
            "`cramplog medicine start NAME` or `cramplog medicine none`.",
            width,
            "  ",
        )
    return [*lines, *flow(NEVER_STOP, width, "  ")] if facts.medicines else lines


def data(course: Medicine) -> dict[str, Any]:
    """Return a course as JSON."""
    return {
        "name": course.name,
        "label": label(course.name),
        "known": course.known,
        "with_cramps": with_cramps(course),
        "started": course.started,
        "stopped": course.stopped,
        "doses": [{"text": dose.text, "since": dose.since} for dose in course.doses],
    }


def all_data(facts: Facts) -> dict[str, Any]:
    """Return every course as JSON, and whether the list is complete."""
    return {
        "medicines": [data(course) for course in facts.medicines],
        "no_other_medicines": facts.no_other_medicines,
    }
