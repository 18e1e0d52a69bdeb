"""Compare cramp nights with a factor of the day before: counts, intervals, a verdict.

The unit is the night, and only nights count of which both are known. That they go together does
not show why.
"""

from __future__ import annotations

from datetime import date

from cramplog.statistics.discoveries import benjamini_hochberg
from cramplog.statistics.fisher import fisher_mid_p
from cramplog.statistics.power import nights_needed, power
from cramplog.statistics.proportions import newcombe
from cramplog.statistics.risk_ratio import risk_ratio
from cramplog.statistics.spells import within_month
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FALSE_SHARE = 0.05
"""The share of verdicts that may be false (q of Benjamini and Hochberg)."""

LOOKED_FOR = 3.0
"""The ratio of cramp nights that a diary is asked to have been able to show."""

ENOUGH = 0.8
"""From this chance on, a diary that shows nothing says something."""

MORE, FEWER, NOTHING, NOT_YET = "more", "fewer", "nothing_seen", "cannot_tell_yet"
ALWAYS, NEVER, UNKNOWN, ALL_CRAMPS, ALL_QUIET = (
    "always_there",
    "never_there",
    "not_noted",
    "all_cramps",
    "all_quiet",
)


class Estimate(Value):
    """A number and its 95 % interval; `widened` is the interval that allows for spells."""

    value: float | None
    low: float
    high: float
    widened: tuple[float, float]


class Association(Value):
    """Cramp nights with a factor and without it."""

    with_cramps: int
    with_nights: int
    without_cramps: int
    without_nights: int
    missing: str | None = None  # why nothing can be compared, and then nothing below is known
    difference: Estimate | None = None  # of the shares, with less without
    ratio: Estimate | None = None  # of the shares, with to without
    p_fisher: float = 1.0
    p_within_months: float = 1.0
    inflation: float = 1.0  # of the variance, by spells

    @property
    def p(self) -> float:
        """The larger of both tests' p."""
        return max(self.p_fisher, self.p_within_months)

    @property
    def nights(self) -> int:
        """All nights compared."""
        return self.with_nights + self.without_nights


class Verdict(Value):
    """The verdict on a watched factor."""

    says: str  # MORE, FEWER, NOTHING or NOT_YET
    adjusted_p: float


def count(cramps: Mapping[int, bool], exposed: Mapping[int, bool]) -> Association:
    """Count the nights of which both are known, by night: cramp or not, factor or not."""
    both = [(cramps[night], there) for night, there in exposed.items() if night in cramps]
    exposed_nights = sum(there for _, there in both)
    with_cramps = sum(cramp and there for cramp, there in both)
    found = Association(
        with_cramps=with_cramps,
        with_nights=exposed_nights,
        without_cramps=sum(cramp for cramp, _ in both) - with_cramps,
        without_nights=len(both) - exposed_nights,
    )
    return found.replace(missing=_missing(found))


def associate(cramps: Mapping[int, bool], exposed: Mapping[int, bool]) -> Association:
    """Compare the nights with a factor to those without, where there are both."""
    counted = count(cramps, exposed)
    if counted.missing:
        return counted
    a, n = counted.with_cramps, counted.with_nights
    b, m = counted.without_cramps, counted.without_nights
    nights = sorted(cramps.keys() & exposed.keys())
    cramp, there = [cramps[night] for night in nights], [exposed[night] for night in nights]
    months = {night: _month(night) for night in nights}
    tested = within_month(nights, cramp, there, months)
    spells = tested.inflation
    difference, ratio = newcombe(a, n, b, m), risk_ratio(a, n, b, m)
    return counted.replace(
        difference=Estimate(
            value=a / n - b / m,
            low=difference[0],
            high=difference[1],
            widened=newcombe(a, n, b, m, inflation=spells),
        ),
        ratio=Estimate(
            value=(a / n) / (b / m) if b else None,
            low=ratio[0],
            high=ratio[1],
            widened=risk_ratio(a, n, b, m, inflation=spells),
        ),
        p_fisher=fisher_mid_p(a, n, b, m),
        p_within_months=tested.p,
        inflation=spells,
    )


def verdicts(watched: Sequence[Association]) -> list[Verdict]:
    """Judge the watched factors together: of all verdicts a twentieth may be false."""
    adjusted = benjamini_hochberg([one.p for one in watched])
    return [_verdict(one, p, len(watched)) for one, p in zip(watched, adjusted, strict=True)]


def could_see(found: Association, tested: int) -> tuple[float, int | None]:
    """Return the chance that a threefold share would have been found among so many factors.

    The second value is how many more such nights would bring it to 80 %, as far as that can be
    told. The share of cramp nights over all is taken as it is.
    """
    base = (found.with_cramps + found.without_cramps) / found.nights
    part = found.with_nights / found.nights
    without = base / (1 + part * (LOOKED_FOR - 1))
    strict = FALSE_SHARE / tested
    spells = found.inflation
    chance = power(found.with_nights, found.without_nights, without, LOOKED_FOR, strict, spells)
    needed = nights_needed(part, without, LOOKED_FOR, strict, spells, ENOUGH)
    return chance, None if needed is None else max(0, needed - found.nights)


def _verdict(found: Association, adjusted: float, tested: int) -> Verdict:
    says = NOT_YET
    if found.difference is not None:
        if adjusted <= FALSE_SHARE:
            says = MORE if (found.difference.value or 0) > 0 else FEWER
        elif could_see(found, tested)[0] >= ENOUGH:
            says = NOTHING
    return Verdict(says=says, adjusted_p=adjusted)


def _missing(found: Association) -> str | None:
    if not found.nights:
        return UNKNOWN
    if not found.with_nights:
        return NEVER
    if not found.without_nights:
        return ALWAYS
    cramps = found.with_cramps + found.without_cramps
    return ALL_QUIET if not cramps else ALL_CRAMPS if cramps == found.nights else None


def _month(night: int) -> int:
    on = date.fromordinal(night)
    return on.year * 12 + on.month
