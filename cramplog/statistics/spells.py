"""Test whether two series of nights go together, if both come in spells."""

from __future__ import annotations

from math import erfc, fsum, sqrt
from operator import mul

from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_LAG = 28  # nights
WITHIN_MONTH = "within months, allowing for spells up to 28 nights"


class WithinMonth(Value):
    """The result of `within_month`."""

    z: float  # the covariance in its standard errors
    p: float  # two-sided
    inflation: float  # of the variance, by spells; at least 1


def within_month(
    nights: Sequence[int],
    cramp: Sequence[bool],
    exposed: Sequence[bool],
    month: Mapping[int, int] | None = None,
) -> WithinMonth:
    """Test whether cramp nights and exposed nights go together within months.

    `nights` are day numbers in rising order, the nights of which both are known; `month` gives
    the stratum of each (unsaid: 30 nights). Within each month both series lose their mean: what
    changes slowly, as a season does, drops out. S is the sum of their products, and its variance
    V = Σ Sxx Syy / (n - 1) over the months, as for tables whose margins are given (Mantel and
    Haenszel 1959). `inflation` raises it for spells; z = S/√(V inflation), and p is that of the
    normal distribution. p is 1 where one of them never changes within a month.

    >>> found = within_month(range(8), [1, 1, 0, 0] * 2, [1, 0, 0, 0] * 2)
    >>> round(found.z, 4), round(found.p, 4), round(found.inflation, 4)
    (1.0916, 0.275, 1.9583)
    """
    strata: dict[int, list[int]] = {}
    for at, night in enumerate(nights):
        strata.setdefault(month[night] if month else night // 30, []).append(at)
    covariance = variance = 0.0
    for places in strata.values():
        x, y = ([one[at] for at in places] for one in (cramp, exposed))
        one, other = _deviations(x), _deviations(y)
        covariance += sum(map(mul, one, other))
        if len(places) > 1:
            variance += _squares(one) * _squares(other) / (len(places) - 1)
    if variance <= 0:
        return WithinMonth(z=0.0, p=1.0, inflation=1.0)
    raised = inflation(nights, cramp, exposed)
    z = covariance / sqrt(variance * raised)
    return WithinMonth(z=z, p=erfc(abs(z) / sqrt(2)), inflation=raised)


def inflation(nights: Sequence[int], one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return the factor by which spells of two series raise the variance of their covariance.

    1 + 2 Σ r(k) s(k), k from 1 to 28 nights, r and s the autocorrelations of the series about
    their means (Bartlett 1935; Pyper and Peterman 1998); what is below 1 counts as 1. An unknown
    night adds nothing to any sum. The means are those of all nights: means of single months would
    hide a spell as long as they are.

    >>> inflation(range(8), [1, 1, 0, 0] * 2, [1, 1, 0, 0] * 2)
    2.875
    """
    x, y = (_by_night(nights, _deviations(series)) for series in (one, other))
    squares = _squares(x) * _squares(y)
    if not squares:
        return 1.0
    lags = range(1, min(LONGEST_LAG, len(x) - 1) + 1)
    common: float = sum(sum(map(mul, x, x[lag:])) * sum(map(mul, y, y[lag:])) for lag in lags)
    return max(1.0, 1 + 2 * common / squares)


def _deviations(series: Sequence[bool]) -> list[float]:
    """Take the mean off a series."""
    mean = sum(series) / len(series)
    return [one - mean for one in series]


def _squares(values: Sequence[float]) -> float:
    return fsum(map(mul, values, values))


def _by_night(nights: Sequence[int], values: Sequence[float]) -> list[float]:
    """Lay values out night by night; an unknown night has none, and adds nothing to a sum."""
    laid = [0.0] * (nights[-1] - nights[0] + 1)
    for night, value in zip(nights, values, strict=True):
        laid[night - nights[0]] = value
    return laid
