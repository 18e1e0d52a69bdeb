"""The calendar picture of longer periods: one line a week, and counts by month beyond a year."""

from __future__ import annotations

from cramplog.domain.night import week_of
from cramplog.render.report_words import NARROW
from cramplog.render.strip import legend, said, sign
from cramplog.render.text import day, flow
from cramplog.report import days
from cramplog.report.build import Report
from cramplog.report.stretches import BY_MONTH, Stretch


def calendar(report: Report, width: int, *, labelled: bool = False) -> list[str]:
    """Lines of the picture with its legend, or of counts by month; none for a week.

    Where `labelled` the weeks and months are told in words.
    """
    if not report.stretches:
        return []
    if labelled:
        return [
            line for each in report.stretches for line in flow(_told(report, each), width, "  ")
        ]
    return _by_month(report, width) if report.stretch_unit == BY_MONTH else _by_week(report, width)


def _told(report: Report, stretch: Stretch) -> str:
    first, last = stretch.first_night, stretch.last_night
    if report.stretch_unit == BY_MONTH:
        cramps = f"{stretch.cramps if stretch.recorded else 'unknown'}"
        nights = f"{stretch.cramp_nights} of {stretch.recorded}" if stretch.recorded else "unknown"
        return f"{days.short_month(first)}: cramps {cramps}, cramp nights {nights}"
    return f"Week of {day(first)}: {said([n for n in report.nights if first <= n.night <= last])}"


def _by_week(report: Report, width: int) -> list[str]:
    wide = width >= NARROW
    signs = {night.night: sign(night) for night in report.nights}
    cell = max(5 if wide else 3, 1 + max(map(len, signs.values())))
    names = (days.WEEKDAYS[(report.first_weekday + place) % 7] for place in range(7))
    heads = "".join(name[: cell - 1].rjust(cell) for name in names)
    ends = report.stretches[0].first_night, report.stretches[-1].last_night
    named = [days.begun(*ends)(stretch.first_night) for stretch in report.stretches]
    first = max(9 if wide else 6, *(len(name) for name in named))
    lines = [f"{'Week of' if wide else '':<{first}}{heads}{_heading(width)}"]
    for name, stretch in zip(named, report.stretches, strict=True):
        begins = week_of(stretch.first_night, report.first_weekday)
        cells = "".join(
            (signs[night] if stretch.first_night <= night <= stretch.last_night else "").rjust(cell)
            for night in range(begins, begins + 7)
        )
        lines.append(f"{name:<{first}}{cells}{_counts(stretch, width)}")
    return [*lines, *legend(report.nights, width)]


def _by_month(report: Report, width: int) -> list[str]:
    rows = (
        f"{days.short_month(stretch.first_night):<9}{_counts(stretch, width)}"
        for stretch in report.stretches
    )
    return [f"{'Month':<9}{_heading(width)}", *rows]


def _heading(width: int) -> str:
    return f"{'cramps':>9}   cramp nights" if width >= NARROW else f"{'all':>5}"


def _counts(stretch: Stretch, width: int) -> str:
    """Unknown is not none: where no night is recorded, the number of cramps is unknown."""
    cramps = str(stretch.cramps) if stretch.recorded else "?"
    if width < NARROW:
        return f"{cramps:>5}"
    nights = f"{stretch.cramp_nights} of {stretch.recorded}" if stretch.recorded else "?"
    return f"{cramps:>9}   {nights}"
