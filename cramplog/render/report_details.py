"""What the cramps of a period were like, in lines; nothing where there were none."""

from __future__ import annotations

from collections.abc import Mapping

from cramplog.domain.remedies import REMEDIES
from cramplog.render.report_words import (
    counted,
    lasted,
    lines,
    listed,
    number,
    percent,
    remedy_label,
    site_label,
    trigger_label,
)
from cramplog.report.build import Report
from cramplog.report.summary import Answers, Part, ReadingCount, RemedyCount, Summary

FEATURE_LABELS = {
    "woke": "Woken",
    "sore": "Sore after",
    "numb": "Numb",
    "hard": "Hard muscle",
    "twitching": "Twitching",
}
ALWAYS = ("woke", "sore")


def details(report: Report, width: int) -> list[str]:
    """Lines on the cramps that make cramp nights, and one on those that began by day."""
    told = _of_night(report) if report.cramps.episodes else []
    if report.daytime.episodes:
        told.append(("By day", [daytime_told(report.daytime)]))
    if report.cramps.episodes:
        told.append(("Not recorded", missing_told(report.cramps)))
    return [line for label, texts in told for line in lines(label, texts, width) if texts]


def _of_night(report: Report) -> list[tuple[str, list[str]]]:
    cramps = report.cramps
    return [
        ("Duration", _duration(cramps)),
        ("Pain", _pain(cramps)),
        *(
            (FEATURE_LABELS[answers.name], [answers_told(answers)])
            for answers in cramps.features
            if answers.name in ALWAYS or answers.yes
        ),
        ("Where", _sites(cramps)),
        (
            "Article's type",
            [
                readings_told("time course", cramps.types, cramps.types_unknown),
                readings_told("spread", cramps.spreads, cramps.spreads_unknown),
            ],
        ),
        ("Suspected", _triggers(cramps, report.own_triggers)),
        ("Tried", _remedies(cramps)),
    ]


def _duration(cramps: Summary) -> list[str]:
    times = cramps.duration
    if times.median is None or times.longest is None:
        return ["not known"]
    pieces = [f"median {lasted(times.median)}"]
    if times.middle_half:
        low, high = times.middle_half
        pieces.append(f"middle half {lasted(low)} to {lasted(high)}")
    pieces.append(f"longest {lasted(times.longest)}")
    known = f"known for {times.known} of {times.of}"
    if times.estimated:
        known += f", {times.estimated} estimated"
    shares = (
        f"4 min or more: {part_told(times.four_minutes)}; "
        f"more than 10 min: {part_told(times.over_ten_minutes)}"
    )
    return [f"{listed(pieces)} ({known})", shares]


def part_told(part: Part) -> str:
    """`12 of 30 (40%)`."""
    share = "" if part.share is None else f" ({percent(part.share)})"
    return f"{part.count} of {part.of}{share}"


def _pain(cramps: Summary) -> list[str]:
    pain = cramps.pain
    if pain.median is None:
        return ["not known"]
    told = f"median {number(pain.median)}/10, highest {pain.highest}/10"
    return [f"{told} (known for {pain.known} of {pain.of})"]


def answers_told(answers: Answers) -> str:
    """How many were answered yes."""
    if not answers.answered:
        return "not known"
    told = f"{answers.yes} of {answers.answered} answered"
    return f"{told}; {answers.unknown} unknown" if answers.unknown else told


def _sites(cramps: Summary) -> list[str]:
    sites = (f"{site_label(site.muscle, site.side)} {site.episodes}" for site in cramps.sites)
    return [listed(sites) or "not known"]


def readings_told(axis: str, counts: tuple[ReadingCount, ...], unknown: int) -> str:
    """Episodes by time course or spread, said and derived."""
    pieces = [
        f"{count.id} {count.episodes}" + (f" ({count.derived} derived)" if count.derived else "")
        for count in counts
    ]
    return listed([*pieces, f"{axis} not known {unknown}"] if unknown else pieces)


def _triggers(cramps: Summary, own: Mapping[str, str]) -> list[str]:
    if not cramps.triggers:
        return ["no trigger named"]
    named = listed(f"{trigger_label(named.id, own)} {named.episodes}" for named in cramps.triggers)
    return [
        f"{named} (named for {cramps.with_triggers} of {cramps.episodes}; a suspicion, not a cause)"
    ]


def _remedies(cramps: Summary) -> list[str]:
    if not cramps.remedies:
        return ["no remedy recorded"]
    return [remedy_told(remedy) for remedy in cramps.remedies]


def remedy_told(count: RemedyCount) -> str:
    """A remedy: how often, what it did, and the caution that goes with it."""
    told = f"{remedy_label(count.id)}: {counted(count.tried, 'time')}, {_effect_told(count)}"
    if count.median_relief is not None:
        told += f", relief after {lasted(count.median_relief)} (median of {count.timed})"
    known = REMEDIES.get(count.id)
    if known is not None and known.caution:
        told += f". {known.caution} ({known.source})"
    return told


def _effect_told(count: RemedyCount) -> str:
    """Helped, did not help and not said, each with its number; of an effect unsaid no number."""
    if count.unsaid == count.tried:
        return "not said whether it helped"
    return f"helped {count.helped}, did not help {count.not_helped}, not said {count.unsaid}"


def daytime_told(daytime: Summary) -> str:
    """The cramps that began by day, apart from all others."""
    pieces = [counted(daytime.episodes, "cramp")]
    if daytime.duration.longest is not None:
        pieces.append(f"longest {lasted(daytime.duration.longest)}")
    if daytime.pain.highest is not None:
        pieces.append(f"highest pain {daytime.pain.highest}/10")
    pieces += [f"{site_label(site.muscle, site.side)} {site.episodes}" for site in daytime.sites]
    return f"{listed(pieces)}; in no other number here"


def missing_told(cramps: Summary) -> list[str]:
    """What was not said, and of how many cramps."""
    pieces = [f"{name} {count}" for name, count in cramps.missing]
    return [f"{listed(pieces)} (of {counted(cramps.episodes, 'cramp')})"] if pieces else []
