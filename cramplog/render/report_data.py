"""The report as data for JSON: nights are ISO dates, durations seconds, unknown is None."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cramplog.domain.night import CRAMP, QUIET, iso
from cramplog.domain.remedies import REMEDIES
from cramplog.render import sheet_signs
from cramplog.render.facts import condition_data
from cramplog.render.medicine import data as medicine_data
from cramplog.render.questions_for_doctor import flag_ids, questions
from cramplog.render.report_words import muscle_label, remedy_label, trigger_label
from cramplog.render.text import rfc3339
from cramplog.report.build import LOW_BELOW, Report
from cramplog.report.nights import NightState
from cramplog.report.summary import BINS, Part, ReadingCount, Summary

Data = dict[str, Any]


def data(report: Report) -> Data:
    """The value of `report` in the JSON answer. Keys are fixed; new ones may be added."""
    summary = _summary(report.cramps, report.own_triggers)
    return {
        "statement": "self-reported, not a diagnosis",
        "person": report.person,
        "made_at": rfc3339(report.made_at.instant, report.made_at.utc_offset),
        "zone": report.made_at.zone,
        "period": {
            "kind": report.period.kind,
            "label": report.period.label,
            "first_night": iso(report.period.first_night),
            "last_night": iso(report.period.last_night),
            "over": report.over,
        },
        "diary_begins": None if report.begins is None else iso(report.begins),
        "completeness": _completeness(report),
        "cramp_nights": _cramp_nights(report),
        "episodes": {
            "count": summary.pop("count"),
            "per_7_recorded_nights": _rate(report),
            "comparison": _comparison(report),
        },
        **summary,
        "daytime": _summary(report.daytime, report.own_triggers),
        "nights": [_night(night) for night in report.nights],
        "stretches": [
            {
                "unit": report.stretch_unit,
                "first_night": iso(stretch.first_night),
                "last_night": iso(stretch.last_night),
                "episodes": stretch.cramps if stretch.recorded else None,
                "cramp_nights": stretch.cramp_nights if stretch.recorded else None,
                "recorded_nights": stretch.recorded,
            }
            for stretch in report.stretches
        ],
        "flags": None if report.flags is None else [dict(flag) for flag in report.flags],
        "flags_as_of": None if report.flags is None else iso(report.made_on),
        "rules_not_evaluable": report.not_evaluable,
        **_facts(report),
        "questions": list(questions(flag_ids(report.flags or ()), report.facts)),
    }


def _facts(report: Report) -> Data:
    """Medicines and conditions with their dates; null where the person was not looked at."""
    facts = report.facts
    return {
        "medicines": None if facts is None else [medicine_data(m) for m in facts.medicines],
        "no_other_medicines": None if facts is None else facts.no_other_medicines,
        "conditions": None if facts is None else [condition_data(c) for c in facts.conditions],
        "signs": None if facts is None else sheet_signs.data(report.signs),
    }


def _rate(report: Report) -> Data | None:
    rate = report.rate
    if rate is None:
        return None
    return {
        "value": rate.per_week,
        "interval": list(rate.interval),
        "level": 0.95,
        "method": rate.method,
    }


def _completeness(report: Report) -> Data:
    nights = report.completeness
    return {
        "calendar_nights": nights.calendar,
        "recorded": nights.recorded,
        "cramp": nights.cramp,
        "quiet": nights.quiet,
        "unknown": nights.unknown,
        "before_diary": nights.before,
        "not_over": nights.not_over,
        "due": nights.due,
        "share_of_due": nights.share,
        "low": nights.low,
        "low_below": LOW_BELOW,
    }


def _cramp_nights(report: Report) -> Data:
    nights = report.cramp_nights
    return {
        "count": nights.count,
        "of": nights.of,
        "share": nights.share,
        "interval": None if nights.interval is None else list(nights.interval),
        "level": 0.95,
        "method": nights.method,
        "why_no_share": nights.why_no_share,
    }


def _comparison(report: Report) -> Data:
    compared = report.comparison
    return {
        "unit": compared.unit,
        "this": compared.this,
        "usual": compared.usual,
        "weeks": compared.weeks,
        "weeks_without_record": compared.weeks_left_out,
        "recorded_nights": compared.recorded,
        "nights": compared.nights,
        "more_than": compared.more_than,
        "fewer_than": compared.fewer_than,
        "why_not": compared.why_not,
    }


def _summary(cramps: Summary, own: Mapping[str, str]) -> Data:
    lasted, pain = cramps.duration, cramps.pain
    return {
        "count": cramps.episodes,
        "duration": {
            "known": lasted.known,
            "of": lasted.of,
            "estimated": lasted.estimated,
            "median_seconds": lasted.median,
            "middle_half_seconds": None if lasted.middle_half is None else list(lasted.middle_half),
            "longest_seconds": lasted.longest,
            "at_least_4_min": _part(lasted.four_minutes),
            "over_10_min": _part(lasted.over_ten_minutes),
            "bins": dict(zip(BINS, lasted.bins, strict=True)),
        },
        "pain": {
            "known": pain.known,
            "of": pain.of,
            "median": pain.median,
            "highest": pain.highest,
            "counts": list(pain.counts),
        },
        "features": {
            answers.name: {"yes": answers.yes, "no": answers.no, "unknown": answers.unknown}
            for answers in cramps.features
        },
        "sites": [
            {
                "muscle": site.muscle,
                "side": site.side,
                "label": muscle_label(site.muscle),
                "episodes": site.episodes,
            }
            for site in cramps.sites
        ],
        "types": _readings(cramps.types),
        "types_unknown": cramps.types_unknown,
        "spreads": _readings(cramps.spreads),
        "spreads_unknown": cramps.spreads_unknown,
        "triggers": [
            {"id": named.id, "label": trigger_label(named.id, own), "episodes": named.episodes}
            for named in cramps.triggers
        ],
        "remedies": [
            {
                "id": remedy.id,
                "label": remedy_label(remedy.id),
                "tried": remedy.tried,
                "helped": remedy.helped if remedy.unsaid < remedy.tried else None,
                "not_helped": remedy.not_helped if remedy.unsaid < remedy.tried else None,
                "not_said": remedy.unsaid,
                "relief_known": remedy.timed,
                "median_relief_seconds": remedy.median_relief,
                "caution": REMEDIES[remedy.id].caution or None if remedy.id in REMEDIES else None,
            }
            for remedy in cramps.remedies
        ],
        "not_recorded": dict(cramps.missing),
    }


def _part(part: Part) -> Data:
    return {"count": part.count, "of": part.of, "share": part.share}


def _readings(counts: tuple[ReadingCount, ...]) -> list[Data]:
    return [
        {"id": c.id, "episodes": c.episodes, "said": c.said, "derived": c.derived} for c in counts
    ]


def _night(night: NightState) -> Data:
    known = night.state in {CRAMP, QUIET}
    return {
        "night": iso(night.night),
        "state": night.state,
        "episodes": night.cramps if known else None,
    }
