"""Charts of nights: the calendar, and below it the cramps of each week or month."""

from __future__ import annotations

from cramplog.domain.night import CRAMP, QUIET, UNKNOWN, week_of
from cramplog.render.charts import INK, MIDDLE, PALE, PAPER, Bar, Chart, bars, box, words
from cramplog.report import days
from cramplog.report.build import Report
from cramplog.report.nights import NightState
from cramplog.report.stretches import BY_MONTH, LONGEST_BY_WEEK

SHORT = 8
"""Weeks; so few are drawn below each other, as on a wall calendar, more side by side."""

GUTTER = 30.0
LEGEND_WIDTH = 400.0
GAP = 1.0
"""The gap around each cell, so that cramp nights do not run together."""
LEGEND = (
    (CRAMP, "cramp (number: how many)"),
    (QUIET, "quiet, recorded as cramp-free"),
    (UNKNOWN, "unknown"),
)


def calendar(report: Report) -> Chart | None:
    """Draw a cell for each night; None for a long period, or one before the diary."""
    if report.period.nights > LONGEST_BY_WEEK or not report.completeness.due:
        return None
    first, weeks = _span(report)
    across = weeks > SHORT
    wide, high = (12.0, 12.0) if across else (30.0, 17.0)
    marks = _weeks(report, first, weeks, (wide, high), across=across)
    for night in report.nights:
        week, day = divmod(night.night - first, 7)
        if not 0 <= week < weeks:
            continue
        column, row = (week, day) if across else (day, week)
        marks.append(_cell(night, GUTTER + column * wide, 12 + row * high, wide, high))
    columns, rows = (weeks, 7) if across else (7, weeks)
    foot = 12 + rows * high
    width = max(GUTTER + columns * wide + 4, 250)
    flat = width > LEGEND_WIDTH
    marks += _legend(foot + 5, flat=flat)
    return Chart(
        title="Night calendar",
        alt=_alt(report),
        width=width,
        height=foot + (18 if flat else 46),
        body="".join(marks),
    )


def _span(report: Report) -> tuple[int, int]:
    """Return the first night of the first week to draw, and the number of weeks."""
    if report.stretches:
        ends = report.stretches[0].first_night, report.stretches[-1].last_night
    else:
        ends = report.period.first_night, report.period.last_night
    first = week_of(ends[0], report.first_weekday)
    return first, (ends[1] - first) // 7 + 1


def _weeks(
    report: Report, first: int, weeks: int, cell: tuple[float, float], *, across: bool
) -> list[str]:
    """Draw the names of days and weeks; weeks side by side are named by month."""
    wide, high = cell
    names = [days.WEEKDAYS[(report.first_weekday + place) % 7] for place in range(7)]
    if across:
        marks = [
            words(GUTTER - 4, 12 + row * high + 9, name, 8, at="end")
            for row, name in enumerate(names)
        ]
    else:
        marks = [
            words(GUTTER + (column + 0.5) * wide, 9, name, 8) for column, name in enumerate(names)
        ]
    years = [days.date_of(first + 7 * week).year for week in range(weeks)]
    for week, year in enumerate(years):
        begins = first + 7 * week
        named = years[0] != years[-1] and year not in years[:week]  # where another year begins
        if not across:
            line = 12 + week * high + (9 if named else 12)
            marks.append(words(GUTTER - 4, line, days.short(begins), 7.5, at="end"))
            marks += [words(GUTTER - 4, line + 7, str(year), 6, at="end")] if named else []
        elif days.date_of(begins).day <= 7:
            month = days.short_month(begins)[: 8 if named else 3]
            marks.append(words(GUTTER + week * wide, 9, month, 8, at="start"))
    return marks


def _cell(night: NightState, x: float, y: float, wide: float, high: float) -> str:
    inside = (x + GAP, y + GAP, wide - 2 * GAP, high - 2 * GAP)
    middle, line = x + wide / 2, y + high / 2 + 3
    if night.state == CRAMP:
        count = str(night.cramps)
        return box(*inside, INK) + words(middle, line, count, 8 if len(count) < 2 else 6.5, PAPER)
    if night.state == QUIET:
        return box(*inside, PAPER, PALE) + box(middle - 1, y + high / 2 - 1, 2, 2, MIDDLE)
    if night.state == UNKNOWN:
        return words(middle, line, "?", 8)
    return ""


def _legend(y: float, *, flat: bool) -> list[str]:
    marks, x = [], GUTTER
    for state, said in LEGEND:
        night = NightState(night=1, state=state, cramps=int(state == CRAMP))
        marks += [_cell(night, x, y, 11, 11), words(x + 14, y + 9, said, 8, at="start")]
        if flat:
            x += 30 + 4.3 * len(said)
        else:
            y += 13
    return marks


def _alt(report: Report) -> str:
    nights = report.completeness
    told = f"{nights.cramp} nights with cramp, {nights.quiet} quiet, {nights.unknown} unknown"
    name = days.begun(report.period.first_night, report.period.last_night)
    listed = ", ".join(
        name(night.night) + (f" ({night.cramps})" if night.cramps > 1 else "")
        for night in report.nights
        if night.state == CRAMP
    )
    cramps = f" Nights with cramp: {listed}." if listed else ""
    return f"Night calendar, {report.period.label}: {told}.{cramps}"


def stretches(report: Report) -> Chart | None:
    """Draw cramps by week or month in the calendar's columns; None for a week or less."""
    if not report.stretches:
        return None
    monthly = report.stretch_unit == BY_MONTH
    ends = report.stretches[0].first_night, report.stretches[-1].last_night
    name = days.short_month if monthly else days.short
    full = days.short_month if monthly else days.begun(*ends)
    values = [
        Bar(
            label=name(each.first_night),
            full=full(each.first_night),
            value=each.cramps if each.recorded else None,
            pale=each.recorded < each.last_night - each.first_night + 1,
        )
        for each in report.stretches
    ]
    title = f"Cramps by {'month' if monthly else 'week'} (pale: nights missing)"
    if not monthly and len(values) <= SHORT:
        return bars(title, values, pitch=34, left=GUTTER)
    pitch = 12.0 if not monthly else max(4.0, min(34.0, 640 / len(values)))
    return bars(title, values, pitch=pitch, left=GUTTER, every=max(1, round(44 / pitch)))
