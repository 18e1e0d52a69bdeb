"""The headline figures: each with its interval and what it is a figure of."""

from __future__ import annotations

from cramplog.render.report_words import lasted, number, percent, percents
from cramplog.report.build import Report
from cramplog.value import Value

FEWEST_FOR_AN_INTERVAL = 5
"""From fewer, an interval says nothing that the count does not say better."""


class Tile(Value):
    """A figure large enough to be read across a desk, with its small print."""

    label: str
    value: str
    under: tuple[str, ...]


def tiles(report: Report) -> tuple[Tile, ...]:
    """Cramp nights, cramps, duration, pain, woken."""
    return (_nights(report), _cramps(report), _duration(report), _pain(report), _woken(report))


def _nights(report: Report) -> Tile:
    nights = report.cramp_nights
    if not nights.of:
        return Tile(label="Nights with cramp", value="unknown", under=("no night is recorded",))
    of = f"{nights.count} of {nights.of} recorded"
    if nights.share is None or nights.interval is None:
        under = (of, "no share: no quiet night is recorded")
        return Tile(label="Nights with cramp", value=str(nights.count), under=under)
    return Tile(
        label="Nights with cramp",
        value=percent(nights.share),
        under=(of, *within(nights.interval, nights.of)),
    )


def _cramps(report: Report) -> Tile:
    rate, count = report.rate, str(report.cramps.episodes)
    if not report.completeness.recorded:
        under: tuple[str, ...] = ("no night is recorded",)
        return Tile(label="Cramps", value="unknown", under=under)
    if rate is None:
        under = ("no rate: no quiet night is recorded",)
    else:
        under = (f"{number(rate.per_week)} per 7 recorded nights",)
        if report.completeness.recorded >= FEWEST_FOR_AN_INTERVAL:
            low, high = rate.interval
            under += (f"95% CI {number(low)} to {number(high)}",)
    return Tile(label="Cramps", value=count, under=under)


def _duration(report: Report) -> Tile:
    times = report.cramps.duration
    if times.median is None or times.longest is None:
        return Tile(label="Median length", value="unknown", under=())
    under = [f"longest {lasted(times.longest)}", f"known for {times.known} of {times.of}"]
    if times.middle_half and times.known >= FEWEST_FOR_AN_INTERVAL:
        low, high = map(lasted, times.middle_half)
        under.insert(0, f"middle half {low} to {high}")
    long = times.over_ten_minutes
    if long.interval:
        interval = "".join(f" ({each})" for each in within(long.interval, long.of))
        under.append(f"over 10 min: {long.count} of {long.of}{interval}")
    return Tile(label="Median length", value=lasted(times.median), under=tuple(under))


def _pain(report: Report) -> Tile:
    pain = report.cramps.pain
    if pain.median is None:
        return Tile(label="Median pain", value="unknown", under=())
    under = (f"highest {pain.highest}/10", f"known for {pain.known} of {pain.of}")
    return Tile(label="Median pain", value=f"{number(pain.median)}/10", under=under)


def _woken(report: Report) -> Tile:
    answers = next(answers for answers in report.cramps.features if answers.name == "woke")
    woke = answers.part
    if woke.share is None or woke.interval is None:
        return Tile(label="Woken by it", value="unknown", under=())
    if answers.unknown:  # who was not woken says it less often: no share of the answers alone
        under: tuple[str, ...] = (f"{answers.no} not woken", f"{answers.unknown} not answered")
        return Tile(
            label="Woken by it", value=f"{woke.count} of {report.cramps.episodes}", under=under
        )
    under = (f"{woke.count} of {woke.of}", *within(woke.interval, woke.of))
    return Tile(label="Woken by it", value=percent(woke.share), under=under)


def within(interval: tuple[float, float], of: int) -> tuple[str, ...]:
    """Return the interval of a share in words, where it is one of enough."""
    return (f"95% CI {percents(*interval)}",) if of >= FEWEST_FOR_AN_INTERVAL else ()
