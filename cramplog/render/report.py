"""The report as text: labels, then values, in plain lines that fit the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from cramplog.domain.night import UNKNOWN, iso
from cramplog.flags.words import NO_ALL_CLEAR
from cramplog.render.facts import condition
from cramplog.render.medicine import medicine
from cramplog.render.report_calendar import calendar
from cramplog.render.report_data import data
from cramplog.render.report_details import details
from cramplog.render.report_words import (
    column,
    counted,
    lines,
    listed,
    number,
    percent,
    percents,
    room,
)
from cramplog.render.strip import legend, said, strip
from cramplog.render.text import columns, flow, visible
from cramplog.report import days
from cramplog.report.build import LOW_BELOW, NO_QUIET_NIGHT, NOTHING_RECORDED, Report
from cramplog.report.comparison import NO_EARLIER_RECORD, PER_WEEK
from cramplog.report.period import WEEK, YEAR

__all__ = ["cramp_nights_told", "cramps_told", "data", "recorded_told", "text"]

PRESSING = ("EMERGENCY", "URGENT")  # a report that has one opens with its flags
STATEMENT = "self-reported, not a diagnosis"


def text(report: Report, width: int, *, labelled: bool = False) -> str:
    """The report in lines of at most `width` characters (40 or more), without a final newline.

    Where `labelled` its pictures are told in words.
    """
    flags = _flags(report, width)
    pressing = any(flag["urgency"] in PRESSING for flag in report.flags or ())
    parts = [
        _heading(report, width),
        [*flags, ""] if pressing else [],
        _nights(report, width, labelled=labelled),
        lines("Recorded", recorded_told(report), width),
        lines("Cramp nights", cramp_nights_told(report), width),
        lines("Cramps", cramps_told(report), width),
        details(report, width),
        _facts(report, width),
        [] if pressing else flags,
        _hint(report, width),
    ]
    return "\n".join(line for part in parts for line in part)


def _heading(report: Report, width: int) -> list[str]:
    title = f"{report.period.label} (nights)"
    if report.period.kind in {WEEK, YEAR}:
        title = f"{report.period.kind.capitalize()} {title}"
    if report.person:
        title = f"{title} of {visible(report.person)}"
    if columns(title) + 2 + len(STATEMENT) <= width:
        return [title + STATEMENT.rjust(width - columns(title)), ""]
    return [*flow(title, width), STATEMENT, ""]


def _nights(report: Report, width: int, *, labelled: bool) -> list[str]:
    if report.stretch_unit:
        picture = calendar(report, width, labelled=labelled)
        return [*picture, ""] if picture else []
    if labelled:
        return lines("Nights", [said(report.nights)], width)
    space = room(width)
    return column("Nights", [*strip(report.nights, space), *legend(report.nights, space)], width)


def recorded_told(report: Report) -> list[str]:
    """How the nights of the period divide, in sentences."""
    nights = report.completeness
    told = f"{nights.recorded} of {counted(nights.calendar, 'night')}"
    if not nights.recorded and not report.daytime.episodes:
        told = f"nothing, {told}"
    if nights.recorded:
        told += f": {nights.cramp} with cramp, {nights.quiet} quiet"
    begun = "" if report.begins is None else f" (begun {days.full(report.begins)})"
    others = [
        (nights.unknown, "unknown"),
        (nights.before, f"before the diary{begun}"),
        (nights.not_over, "not over"),
    ]
    rest = listed(f"{count} {name}" for count, name in others if count)
    return [f"{told}; {rest}" if rest else told]


def cramp_nights_told(report: Report) -> list[str]:
    """Nights with a cramp of recorded nights, with the interval, or why there is no share."""
    nights, completeness = report.cramp_nights, report.completeness
    if nights.why_no_share == NOTHING_RECORDED:
        return ["not known: no night is recorded"]
    told = [f"{nights.count} of {counted(nights.of, 'recorded night')}"]
    if nights.share is not None and nights.interval is not None:
        told[0] += f", {percent(nights.share)} (95% CI {percents(*nights.interval)}, Wilson)"
    if nights.why_no_share == NO_QUIET_NIGHT:
        told.append("No percentage: no night is recorded as quiet, so it could only be 100%.")
    elif completeness.low:
        told.append(
            f"Fewer than {percent(LOW_BELOW)} of nights are recorded. Cramp-free nights are "
            "missed more often, so the true share may be lower."
        )
    return told


def cramps_told(report: Report) -> list[str]:
    """How many cramps, and how many before."""
    compared, count = report.comparison, report.cramps.episodes
    if not report.completeness.recorded:
        told = "none recorded, which is not the same as none"
    elif report.over:
        told = str(count)
    else:
        told = f"{count} so far"
    if compared.unit != PER_WEEK and compared.this is not None:
        told += f", or {number(compared.this)} per 7 recorded nights"
    texts = [told]
    if compared.usual is not None:
        texts.append(_usual(report))
    elif compared.why_not == NO_EARLIER_RECORD:
        texts.append("no earlier weeks in the diary to compare with")
    elif compared.this is not None:
        texts.append("not compared: no quiet night is recorded in the weeks before")
    return texts


def _usual(report: Report) -> str:
    compared = report.comparison
    weeks = f"the {counted(compared.weeks, 'week')} before that have a record"
    if not compared.weeks_left_out:
        weeks = f"the {counted(compared.weeks, 'week')} before"
    nights = f"{compared.recorded} of {compared.nights} nights recorded"
    if compared.unit != PER_WEEK:
        return f"before: {number(compared.usual or 0)} per 7 recorded nights in {weeks} ({nights})"
    told = f"usual for you: {number(compared.usual or 0)} a week, mean of {weeks} ({nights})"
    if compared.more_than:
        return f"{told}; more cramps than in {compared.more_than} of {compared.weeks}"
    if compared.fewer_than:
        return f"{told}; fewer cramps than in {compared.fewer_than} of {compared.weeks}"
    return told


def _facts(report: Report, width: int) -> list[str]:
    """Medicines and conditions with their dates, as far as any are on record."""
    facts = report.facts
    if facts is None:
        return []
    medicines = [medicine(course) for course in facts.medicines]
    conditions = [condition(fact) for fact in facts.conditions]
    told = lines("Medicines", medicines, width) if medicines else []
    return told + (lines("Conditions", conditions, width) if conditions else [])


def _flags(report: Report, width: int) -> list[str]:
    if report.flags is None:
        return []
    told = [visible(_flag(flag)) for flag in report.flags]
    waiting = report.not_evaluable
    unknown = f"{waiting} rules could not be checked; " if waiting else ""
    none = "" if told else f"none on. {NO_ALL_CLEAR} "
    told.append(f"{none}{unknown}`cramplog flags` tells more.")
    return lines("Flags today", [f"{days.full(report.made_on)}:", *told], width)


def _flag(flag: Mapping[str, object]) -> str:
    told = f"{flag['urgency']}: {flag['title']}."
    for part in ("do", "seen"):
        if flag.get(part):
            told += f" {flag[part]}"
    return f"{told} ({flag['id']}, {flag['origin']})"


def _hint(report: Report, width: int) -> list[str]:
    """What to type for the latest unknown night, or into an empty diary."""
    if report.begins is None:
        return [
            "",
            *flow("The diary is empty. Its first record could be one of these:", width),
            "  cramplog log 02:30 left calf 5m 7/10",
            "  cramplog night quiet",
        ]
    unknown = [night.night for night in report.nights if night.state == UNKNOWN]
    if not unknown:
        return []
    night = unknown[-1]
    told = f"The night of {days.full(night)} is unknown. Was it quiet, or was there a cramp?"
    return [
        "",
        *flow(told, width),
        f"  cramplog night {iso(night)} quiet",
        f"  cramplog log {iso(night + 1)} 02:30 calf",
    ]
