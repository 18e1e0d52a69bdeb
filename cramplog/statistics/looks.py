"""Evidence that may be looked at as often as one likes."""

from __future__ import annotations

from math import exp, inf, lgamma, log, log1p

E_VALUE = "e-value (beta-binomial mixture)"


def e_value(count: int, other: int, share: float = 0.5, prior: float = 1.0) -> float:
    """Return the e-value against equal rates in two arms, `count` events in one, `other` in one.

    `share` is the first arm's part of the time. Given the sum n the count k is binomial with that
    share s if nothing matters; against it stands a Beta(a, b) mixture of shares, a = 2 s c and
    b = 2 (1 - s) c with c = `prior`: E = B(a + k, b + n - k) / (B(a, b) s^k (1 - s)^(n - k)). By
    Ville's inequality E reaches 20 in at most 1 of 20 trials without an effect, whenever and
    however often it is looked at (Robbins 1970; Lindon and Malek 2022). Raises ValueError for a
    negative count, or a share or a prior out of range.

    >>> round(e_value(8, 0), 3), round(e_value(5, 5), 3)
    (28.444, 0.369)
    """
    if count < 0 or other < 0 or not 0 < share < 1 or prior <= 0:
        raise ValueError(f"no e-value: {count} and {other}, share {share}, prior {prior}")
    a, b = 2 * share * prior, 2 * (1 - share) * prior
    mixed = _log_beta(a + count, b + other) - _log_beta(a, b)
    plain = count * log(share) + other * log1p(-share)
    exponent = mixed - plain
    return exp(exponent) if exponent < 700 else inf


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
