"""Compare two shares exactly, given the margins of their table."""

from __future__ import annotations

from math import exp, fsum, lgamma

FISHER = "Fisher's exact test, mid-P"
TIED = 1e-7


def fisher_mid_p(count: int, of: int, other: int, other_of: int) -> float:
    """Return the two-sided mid-P of two equal shares, `count` of `of` and `other` of `other_of`.

    Given the margins the first count is hypergeometric; p is the chance of all tables that are
    less likely than the one seen, and half of that of those as likely (Fisher 1935, Lancaster
    1961; two-sided by likelihood, as in R). 1 where a margin is empty: nothing can be told then.
    Raises ValueError where a count is not from 0 to its total.

    >>> round(fisher_mid_p(3, 4, 1, 4), 4)  # Fisher's cup of tea: 0.4857 less half of 0.4571
    0.2571
    """
    if not 0 <= count <= of or not 0 <= other <= other_of:
        raise ValueError(f"no table: {count} of {of}, {other} of {other_of}")
    total, cases = of + other_of, count + other
    ways = _ways(total, cases)

    def chance(k: int) -> float:
        return exp(_ways(of, k) + _ways(other_of, cases - k) - ways)

    chances = [chance(k) for k in range(max(0, cases - other_of), min(of, cases) + 1)]
    seen = chance(count)
    less = fsum(one for one in chances if one < seen * (1 - TIED))
    tied = fsum(one for one in chances if abs(one - seen) <= seen * TIED)
    return min(1.0, less + tied / 2) if len(chances) > 1 else 1.0


def _ways(of: int, count: int) -> float:
    """Return the logarithm of a binomial coefficient."""
    return lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
