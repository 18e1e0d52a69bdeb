"""A factor beside the cramp nights, in full. Never a cause."""

from __future__ import annotations

from cramplog.domain.factors import FACTORS, STRESS_FROM
from cramplog.render.report_words import counted, lines, number, percent
from cramplog.render.text import flow, visible
from cramplog.report import association as found_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cramplog.report.association import Association, Estimate
    from cramplog.report.noted import Noted

SURE = 0.99
NOT_WHY = "That two things go together does not show why."
VERDICTS = {
    found_.MORE: "more often with it",
    found_.FEWER: "less often with it",
    found_.NOTHING: "no threefold difference",
    found_.NOT_YET: "cannot tell yet",
}
MISSING = {
    found_.UNKNOWN: "it was noted on no recorded night",
    found_.ALWAYS: "nights without it are missing: it was always there",
    found_.NEVER: "nights with it are missing: it was never there",
    found_.ALL_CRAMPS: "quiet nights are missing: every night had a cramp",
    found_.ALL_QUIET: "cramp nights are missing: every night was quiet",
}


def said(one: Noted) -> str:
    """Return a watched factor in one sentence: counts and verdict."""
    if one.found.missing:
        return f"cannot tell yet; {MISSING[one.found.missing]}"
    verdict = VERDICTS[one.verdict.says] if one.verdict else "not watched, so no verdict"
    if one.verdict and one.verdict.says == found_.NOT_YET:
        verdict += f": {_needed(one.more_nights)}"
    return f"{counts(one.found)}; {verdict}"


def _needed(more: int | None) -> str:
    return f"about {more} more nights" if more else "needs more nights with and without it"


def counts(found: Association) -> str:
    """Return `9 of 15 with, 8 of 29 without`: cramp nights of nights."""
    return (
        f"{found.with_cramps} of {found.with_nights} with, "
        f"{found.without_cramps} of {found.without_nights} without"
    )


def factor_text(one: Noted, own: Mapping[str, str], width: int) -> list[str]:
    """Return one factor in full: counts, difference, ratio, what was entered afterwards."""
    name = _name(one.factor, own)
    found = one.found
    if found.missing:
        return flow(
            f"Cannot tell yet of {one.factor}: {MISSING[found.missing]}. {_how(one)}", width
        )
    parts = [
        flow(f"{name}{counts_as(one.factor)}", width),
        lines("With it", [f"cramps on {_part(found.with_cramps, found.with_nights)}"], width),
        lines(
            "Without it", [f"cramps on {_part(found.without_cramps, found.without_nights)}"], width
        ),
        lines("Difference", _estimate(found.difference, _points), width),
        lines("Ratio", _estimate(found.ratio, _ratio), width),
        lines("Verdict", [_verdict(one)], width),
        lines("Could show", [_power(one)], width),
        lines("Afterwards", _afterwards(one), width),
        flow(NOT_WHY, width),
    ]
    return [line for part in parts for line in part]


def _name(factor: str, own: Mapping[str, str]) -> str:
    """Return `cold: getting chilled`, or the id alone where the label says no more."""
    label = own.get(factor) or (FACTORS[factor].label if factor in FACTORS else factor)
    return visible(factor if label == factor else f"{factor}: {label}")


def _how(one: Noted) -> str:
    if one.found.missing in (found_.ALL_QUIET, found_.ALL_CRAMPS):
        return ""
    if one.factor == "water" and one.found.missing == found_.UNKNOWN:
        return "Note it, and your weight: `cramplog person set weight=70kg`."
    return (
        f"Note it night by night: `cramplog night {one.factor}=yes`, or `=no`."
        if (one.factor not in FACTORS or FACTORS[one.factor].kind == "yesno")
        else "Note it night by night: `cramplog night --list` shows how."
    )


def counts_as(factor: str) -> str:
    """Return what counts as having been there, where that is a measure."""
    entry = FACTORS.get(factor)
    if entry is None or entry.kind == "yesno":
        return ""
    special = {
        "level": "hard counts as with it",
        "volume": "less than 20 ml for each kg of weight counts as with it",
        "range": "a swing of more than 10 °C counts as with it",
    }
    limit = f"{entry.counts_from:g} {entry.unit} or more counts as with it"
    if entry.kind == "scale":
        limit = f"{STRESS_FROM} of 10 or more counts as with it"
    return f" ({special.get(entry.kind, limit)})"


def _part(count: int, of: int) -> str:
    return f"{count} of {counted(of, 'night')}, {percent(count / of)}"


def _estimate(
    estimate: Estimate | None, shown: Callable[[float | None, float, float], str]
) -> list[str]:
    assert estimate is not None
    told = [shown(estimate.value, estimate.low, estimate.high)]
    low, high = estimate.widened
    wide = shown(None, low, high)
    if wide != shown(None, estimate.low, estimate.high):
        told.append(f"allowing for spells: {wide}")
    return told


def _points(value: float | None, low: float, high: float) -> str:
    interval = f"95% CI {_signed(low)} to {_signed(high)}"
    return interval if value is None else f"{_signed(value)} points ({interval})"


def _signed(share: float) -> str:
    return f"{round(100 * share):+d}"


def _ratio(value: float | None, low: float, high: float) -> str:
    top = "no upper end" if high == float("inf") else number(high)
    interval = f"95% CI {number(low)} to {top}"
    return interval if value is None else f"{number(value)} times as often ({interval})"


def _verdict(one: Noted) -> str:
    if one.verdict is None:
        return f"none: not watched. Choose it beforehand: `cramplog trends --watch {one.factor}`."
    told = VERDICTS[one.verdict.says]
    if one.verdict.says == found_.NOT_YET:
        told += f": {_needed(one.more_nights)}"
    told += f". Watched since {one.since}"
    if one.before_watching:
        told += f", after {one.before_watching} of these {counted(one.found.nights, 'night')}"
    return f"{told}."


def _power(one: Noted) -> str:
    chance = one.power or 0
    told = "of more than 99%" if chance > SURE else f"of {percent(chance)}"
    return f"a threefold share would be found with a chance {told}."


def _afterwards(one: Noted) -> list[str]:
    if one.beforehand is None:
        return ["every entry was made before it was known how the night went."]
    told = (
        f"entered after the cramp on {counted(one.after_cramp, 'night')}, after a quiet night on "
        f"{one.after_night}."
    )
    rest = one.beforehand
    if rest.missing or rest.difference is None:
        return [told, "Without those there is too little to compare."]
    apart = rest.difference
    points = _points(apart.value, apart.low, apart.high)
    return [told, f"Without those: {counts(rest)}; {points}."]
