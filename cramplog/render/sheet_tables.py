"""The tables of the physician's page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from cramplog.domain.episode import Episode
from cramplog.domain.remedies import REMEDIES
from cramplog.render.episode import features as features_of
from cramplog.render.episode import lasted as lasted_of
from cramplog.render.episode import twice, types, where
from cramplog.render.report_details import FEATURE_LABELS
from cramplog.render.report_words import (
    lasted,
    muscle_label,
    percents,
    remedy_label,
    trigger_label,
)
from cramplog.render.sheet_tiles import FEWEST_FOR_AN_INTERVAL
from cramplog.render.text import clock, day, joined, offset, visible
from cramplog.report.build import Report
from cramplog.report.summary import Part, Summary
from cramplog.value import Value

SIDES = ("left", "right", "both", None)


class Table(Value):
    """Rows of plain texts; `remarks` stand below it. `nothing` is said where there is no row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str
    remarks: tuple[str, ...] = ()


def sites(cramps: Summary) -> Table:
    """Episodes by muscle and side."""
    by_muscle = {
        muscle: {site.side: site.episodes for site in found}
        for muscle, found in groupby(
            sorted(cramps.sites, key=lambda site: site.muscle), key=lambda site: site.muscle
        )
    }
    ranked = sorted(by_muscle.items(), key=lambda item: -sum(item[1].values()))
    return Table(
        caption="Where",
        head=("Site", "Left", "Right", "Both", "Unsaid"),
        rows=tuple(
            (muscle_label(muscle), *(str(counts.get(side, 0) or "-") for side in SIDES))
            for muscle, counts in ranked
        ),
        nothing="No site recorded.",
    )


def features(cramps: Summary) -> Table:
    """How the yes-or-no questions were answered."""
    return Table(
        caption="Answers",
        head=("", "Yes", "Of answered", "95% CI", "Unknown"),
        rows=tuple(
            (
                FEATURE_LABELS[answers.name],
                str(answers.yes),
                str(answers.answered),
                _interval(answers.part),
                str(answers.unknown),
            )
            for answers in cramps.features
            if answers.answered
        ),
        nothing="No question answered.",
    )


def _interval(part: Part) -> str:
    if part.interval is None or part.of < FEWEST_FOR_AN_INTERVAL:
        return "-"
    return percents(*part.interval)


def triggers(cramps: Summary, own: Mapping[str, str]) -> Table:
    """Suspected triggers with how often they were named."""
    named = f"Named for {cramps.with_triggers} of {cramps.episodes} cramps; a suspicion, no cause."
    return Table(
        caption="Suspected triggers",
        head=("Trigger", "Cramps"),
        rows=tuple((trigger_label(each.id, own), str(each.episodes)) for each in cramps.triggers),
        nothing="No trigger named.",
        remarks=(named,) if cramps.triggers else (),
    )


def remedies(cramps: Summary) -> Table:
    """What was tried and what helped, as the person says, with its cautions."""
    known = [REMEDIES[each.id] for each in cramps.remedies if each.id in REMEDIES]
    return Table(
        caption="Tried, and what helped",
        head=("Remedy", "Tried", "Helped", "Did not help", "Not said", "Median relief"),
        rows=tuple(
            (
                remedy_label(each.id),
                str(each.tried),
                *(
                    (str(each.helped), str(each.not_helped))
                    if each.unsaid < each.tried
                    else ("-", "-")
                ),
                str(each.unsaid),
                "-" if each.median_relief is None else lasted(each.median_relief),
            )
            for each in cramps.remedies
        ),
        nothing="No remedy recorded.",
        remarks=tuple(f"{r.label}: {r.caution} ({r.source})" for r in known if r.caution),
    )


def episodes(report: Report) -> Table:
    """Every episode of the period, oldest first; notes whole, their line ends kept."""
    return Table(
        caption="All episodes",
        head=("No.", "Night of", "Began", "Where", "Lasted", "Pain", "Particulars", "Note"),
        rows=tuple(_episode(episode, report.own_triggers) for episode in report.episodes),
        nothing="No episode is recorded in this period.",
    )


def evidence(report: Report) -> Table:
    """Episodes of other nights on which flags rest, so that each number can be looked up."""
    return episodes(report.replace(episodes=report.evidence)).replace(
        caption="Other episodes that flags rest on"
    )


def _episode(episode: Episode, own: Mapping[str, str]) -> tuple[str, ...]:
    began = "about " * episode.time_is_approximate + clock(episode.started_at, episode.utc_offset)
    began += f" UTC{offset(episode.utc_offset)}" * twice(episode)
    parts = ["daytime"] if episode.daytime else []
    parts += [*features_of(episode), *types(episode, derived=False)]
    if episode.triggers:
        named = joined(trigger_label(name, own) for name in episode.triggers)
        parts.append(f"suspected: {named}")
    if episode.tried:
        parts.append(f"tried: {joined(_tried(episode))}")
    return (
        str(episode.number),
        day(episode.night, year=True),
        began,
        where(episode) or "?",
        lasted_of(episode) or "?",
        "?" if episode.pain is None else f"{episode.pain}/10",
        ", ".join(parts),
        visible(episode.note or "", lines=True),
    )


def _tried(episode: Episode) -> list[str]:
    return [
        remedy_label(each.remedy)
        + {True: " (helped)", False: " (did not help)", None: ""}[each.helped]
        + (f" after {lasted(each.relief_seconds)}" if each.relief_seconds is not None else "")
        for each in episode.tried
    ]
