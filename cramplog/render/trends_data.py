"""Trends as JSON: every figure with its interval, its counts and the method."""

from __future__ import annotations

from cramplog.domain.night import iso
from cramplog.report.association import FALSE_SHARE, LOOKED_FOR
from cramplog.statistics.discoveries import BENJAMINI_HOCHBERG
from cramplog.statistics.fisher import FISHER
from cramplog.statistics.proportions import NEWCOMBE, WILSON
from cramplog.statistics.relief import KAPLAN_MEIER
from cramplog.statistics.risk_ratio import KOOPMAN
from cramplog.statistics.spells import WITHIN_MONTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from cramplog.report.association import Association, Estimate
    from cramplog.report.noted import Noted
    from cramplog.report.relief import Relief
    from cramplog.report.trends import Share, Trends

Data = dict[str, "Any"]


def data(trends: Trends, noted: Sequence[Noted]) -> Data:
    """Return the whole diary's trends."""
    return {
        "missing": trends.missing,
        "cramp_nights": _share(trends.cramp_nights),
        "unknown_nights": trends.unknown,
        "if_unknown": _bounds(trends.extremes, ("all_quiet", "all_cramp")),
        "unit": trends.unit,
        "over_time": [_share(one) for one in trends.stretches],
        "last_28_nights": _share(trends.last),
        "before": _share(trends.before),
        "hours": list(trends.hours),
        "time_in_bed": None,
        "seasons": [{"season": name, **(_share(one) or {})} for name, one in trends.seasons],
        "entered_late": trends.late,
        "watched": watched({one.factor: one.since or "" for one in noted if one.since}),
        "factors": [factor(one) for one in noted],
        "remedies": [_relief(one) for one in trends.remedies],
        "medicines": [change.fields() for change in trends.medicines],
        "methods": {"share": WILSON, "relief": KAPLAN_MEIER, **METHODS},
    }


METHODS = {
    "difference": NEWCOMBE,
    "ratio": KOOPMAN,
    "p": f"the larger of {FISHER} and a test {WITHIN_MONTH}",
    "adjusted_p": f"{BENJAMINI_HOCHBERG} over the watched factors, q {FALSE_SHARE:g}",
    "power": f"for a ratio of {LOOKED_FOR:g}",
}


def watched(since: Mapping[str, str]) -> list[Data]:
    """Return the watched factors, each with its day."""
    return [{"factor": name, "since": day} for name, day in since.items()]


def factor(one: Noted) -> Data:
    """Return one factor and the cramp nights."""
    return {
        "factor": one.factor,
        "watched_since": one.since,
        "nights_before_watching": one.before_watching,
        "all_entries": _association(one.found),
        "verdict": one.verdict.says if one.verdict else None,
        "adjusted_p": one.verdict.adjusted_p if one.verdict else None,
        "power": one.power,
        "more_nights": one.more_nights,
        "entered_after_cramp": one.after_cramp,
        "entered_after_quiet_night": one.after_night,
        "beforehand": None if one.beforehand is None else _association(one.beforehand),
    }


def _relief(one: Relief) -> Data:
    return {
        "remedy": one.remedy,
        "tried": one.tried,
        "helped": one.helped,
        "not_helped": one.not_helped,
        "not_said": one.unsaid,
        "timed": one.timed,
        "seconds_to_relief": dict(
            zip(("quarter", "half", "three_quarters"), one.eased, strict=True)
        ),
        "waiting": [step.fields() for step in one.steps],
    }


def _association(found: Association) -> Data:
    tested = found.difference is not None
    return {
        "missing": found.missing,
        "with": {"cramp_nights": found.with_cramps, "nights": found.with_nights},
        "without": {"cramp_nights": found.without_cramps, "nights": found.without_nights},
        "difference": _estimate(found.difference),
        "ratio": _estimate(found.ratio),
        "p": found.p if tested else None,
        "p_fisher": found.p_fisher if tested else None,
        "p_within_months": found.p_within_months if tested else None,
        "inflation": found.inflation if tested else None,
    }


def _estimate(estimate: Estimate | None) -> Data | None:
    if estimate is None:
        return None
    low, high = estimate.widened
    return {
        "value": estimate.value,
        "low": estimate.low,
        "high": _finite(estimate.high),
        "allowing_for_spells": {"low": low, "high": _finite(high)},
    }


def _finite(value: float) -> float | None:
    return None if value == float("inf") else value


def _share(share: Share | None) -> Data | None:
    if share is None:
        return None
    return {
        "first_night": iso(share.first_night),
        "last_night": iso(share.last_night),
        "count": share.count,
        "of": share.of,
        "share": share.value,
        "interval": _bounds(share.interval, ("low", "high")),
    }


def _bounds(bounds: tuple[float, float] | None, names: tuple[str, str]) -> Data | None:
    return None if bounds is None else dict(zip(names, bounds, strict=True))
