"""Trends on one screen: shares of nights over time, and the factors beside them. Never a cause."""

from __future__ import annotations

from cramplog.render.report_words import (
    column,
    counted,
    lasted,
    lines,
    percent,
    percents,
    remedy_label,
    room,
)
from cramplog.render.text import flow, visible
from cramplog.render.trends_factor import NOT_WHY, counts, said
from cramplog.report import days
from cramplog.report import trends as report
from cramplog.report.stretches import BY_WEEK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.report.noted import Noted
    from cramplog.report.relief import Relief
    from cramplog.report.trends import Change, Share, Trends

STATEMENT = "self-reported, not a diagnosis"
LINES = 22  # of one screen
MOST_SHOWN, FEWEST_SHOWN = 8, 2  # weeks or months on it
BAR = 20  # characters of a whole bar
MIDDLE_HALF = 0.5  # of the cramps: the shortest stretch of hours that holds so many
NO_NIGHT = "Nothing is recorded yet. Begin with `cramplog log` or `cramplog night quiet`."
ONE_LOOK = "no verdict."
CONFOUNDED = (
    "Remedies are chosen by how bad a cramp is, and cramps ease by themselves: no comparison."
)
CHOOSE = "nothing yet; five factors at most: `cramplog trends --watch stress,cold`."


def text(
    trends: Trends, noted: Sequence[Noted], width: int, *, full: bool, words: bool
) -> list[str]:
    """Return the screen; with `full` all weeks and factors, with `words` sentences for bars."""
    whole = trends.cramp_nights
    if whole is None:
        return flow(NO_NIGHT, width)
    if trends.missing and trends.missing != report.NO_CRAMP:
        return flow(_missing(trends), width)
    title = f"Trends, {days.span(whole.first_night, whole.last_night)}"
    gap = width - len(title) - len(STATEMENT)
    head = [title + " " * gap + STATEMENT] if gap > 1 else [*flow(title, width), STATEMENT]
    below = [
        *(lines("Last 28 nights", [_last(trends)], width) if trends.before else []),
        *(lines("Hours", [_hours(trends)], width) if sum(trends.hours) else []),
        *(lines("Season", [_seasons(trends)], width) if trends.seasons else []),
        *_watched(noted, width),
        *_others(noted, width, full=full),
        *(_remedies(trends, width) if full else []),
        *lines("Entered late", [_late(trends)], width),
    ]
    above = [*head, *lines("Cramp nights", _whole(trends), width)]
    if trends.missing:
        return [*above, *below]
    left = max(FEWEST_SHOWN, min(MOST_SHOWN, LINES - len(above) - len(below)))
    shown = trends.stretches if full else trends.stretches[-left:]
    changes = trends.medicines if full else ()
    return [*above, *_over_time(shown, trends.unit, changes, width, words=words), *below]


def _missing(trends: Trends) -> str:
    whole = trends.cramp_nights
    assert whole is not None
    if trends.missing == report.FEW_NIGHTS:
        more = report.FEWEST - whole.of
        return (
            f"Cannot tell yet: {counted(whole.of, 'night')} recorded, {more} more needed before a "
            "trend is shown. Quiet nights count: `cramplog night quiet`."
        )
    return (
        f"Cannot tell: all {whole.of} recorded nights had a cramp, and quiet ones are missing. "
        "Record them: `cramplog night quiet`."
    )


def _whole(trends: Trends) -> list[str]:
    told = [_share(trends.cramp_nights)]
    if trends.unknown and trends.extremes:
        low, high = trends.extremes
        told.append(
            f"{trends.unknown} unknown: {percent(low)} if all were quiet, {percent(high)} if all "
            "had a cramp."
        )
    if trends.missing == report.NO_CRAMP:
        told.append("Cramp nights are missing: there is nothing to compare.")
    return told


def _share(share: Share | None) -> str:
    """Return `8 of 26 nights, 31% (16 to 50%)`."""
    if share is None or share.interval is None or share.value is None:
        return "no night recorded"
    low, high = share.interval
    nights = counted(share.of, "night")
    return f"{share.count} of {nights}, {percent(share.value)} ({percents(low, high)})"


def _over_time(
    shown: Sequence[Share], unit: str, changes: Sequence[Change], width: int, *, words: bool
) -> list[str]:
    name = "Weeks from" if unit == BY_WEEK else "Months"
    begun = days.begun(shown[0].first_night, shown[-1].first_night)
    label = begun if unit == BY_WEEK else days.short_month
    names = [label(one.first_night) for one in shown]
    wide = max(map(len, names))
    pieces: list[str] = []
    beside: list[tuple[int, str]] = []
    for name_, one in zip(names, shown, strict=True):
        interval = f" ({percents(*one.interval)})" if one.interval else ""
        piece = f"{name_.rjust(wide)}  {_part(one)}{interval}"
        bar = "" if words else "#" * round(BAR * (one.value or 0))
        pieces.append(piece.ljust(wide + 30) + bar if bar else piece)
        told = (c for c in changes if one.first_night <= c.day <= one.last_night)
        beside += [(len(pieces), f"{change.on} {visible(change.what)}") for change in told]
    fits = all(len(piece) <= room(width) for piece in pieces)
    pieces = pieces if fits else [piece.rstrip("# ") for piece in pieces]
    for after, what in reversed(beside):
        pieces[after:after] = flow(f"{' ' * wide}  {what}", room(width), " " * (wide + 2))
    return column(name, pieces, width)


def _last(trends: Trends) -> str:
    return f"{_part(trends.last)}; before {_part(trends.before)}; {ONE_LOOK}"


def _part(share: Share | None) -> str:
    """Return `8 of 26, 31%`."""
    if share is None or share.value is None:
        return "none recorded"
    return f"{share.count} of {share.of}, {percent(share.value)}"


def _hours(trends: Trends) -> str:
    begin, end, count = _densest(trends.hours)
    told = f"{count} of {counted(sum(trends.hours), 'cramp')} from {begin:02}:00 to {end:02}:00"
    return f"{told}; time in bed is not known."


def _densest(hours: Sequence[int]) -> tuple[int, int, int]:
    """Return the shortest run of hours, past midnight too, that holds half of the cramps."""
    for length in range(1, 25):
        sums = [(sum(hours[(at + k) % 24] for k in range(length)), -at) for at in range(24)]
        most, at = max(sums)
        if most >= MIDDLE_HALF * sum(hours):
            return -at, (length - at) % 24, most
    return 0, 24, sum(hours)


def _seasons(trends: Trends) -> str:
    return "; ".join(f"{name} {_part(share)}" for name, share in trends.seasons) + "."


def _watched(noted: Sequence[Noted], width: int) -> list[str]:
    told = [f"{visible(one.factor)}: {said(one)}." for one in noted if one.verdict]
    if told:
        return lines("Watched", [*told, NOT_WHY], width)
    return lines("Watched", [CHOOSE], width) if noted else []


def _others(noted: Sequence[Noted], width: int, *, full: bool) -> list[str]:
    others = [one for one in noted if not one.verdict]
    if not others:
        return []
    if full:
        return lines(
            "Not watched", [f"{visible(o.factor)}: {counts(o.found)}." for o in others], width
        )
    told = f"{counted(len(others), 'factor')}, without a verdict: `cramplog trends --full`."
    return lines("Not watched", [told], width)


def _remedies(trends: Trends, width: int) -> list[str]:
    """Return how soon cramps eased, by remedy."""
    told = [_eased(one) for one in trends.remedies]
    return lines("Remedies", [*told, CONFOUNDED], width) if told else []


def _eased(one: Relief) -> str:
    told = (
        f"{remedy_label(one.remedy)}: tried {one.tried}, helped {one.helped}, did not "
        f"{one.not_helped}, not said {one.unsaid}"
    )
    times = ["later" if time is None else lasted(time) for time in one.eased]
    if one.steps:
        told += (
            f"; half had eased after {times[1]} (a quarter {times[0]}, three quarters {times[2]})"
        )
    return f"{told}."


def _late(trends: Trends) -> str:
    total = trends.cramp_nights.of if trends.cramp_nights else 0
    return f"{trends.late} of {counted(total, 'night')}, more than a day after."
