"""Chances of a binomial count, and the exact interval of a share."""

from __future__ import annotations

from math import exp, fsum, lgamma, log, log1p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TAIL = 0.025
NEGLIGIBLE = 1e-18  # of the largest term


def chance(count: int, of: int, share: float) -> float:
    """Return the chance of exactly `count` of `of`, each with the chance `share`.

    C(of, count) share^count (1 - share)^(of - count), by logarithms of the gamma function: the
    coefficients themselves leave a float's range from about a thousand on.

    >>> round(chance(3, 10, 0.5), 7)
    0.1171875
    """
    if share in (0, 1):
        return float(count == of * share)
    ways = lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
    return exp(ways + count * log(share) + (of - count) * log1p(-share))


def at_least(count: int, of: int, share: float) -> float:
    """Return the chance of `count` or more of `of`, summed outward from the likeliest.

    >>> round(at_least(8, 10, 0.5), 7)
    0.0546875
    """
    likeliest = max(count, min(of, int(of * share)))
    upward = _terms(range(likeliest, of + 1), of, share)
    return fsum((*upward, *_terms(range(likeliest - 1, count - 1, -1), of, share)))


def clopper_pearson(count: int, of: int) -> tuple[float, float]:
    """Return the exact 95 % interval of `count` out of `of`, as shares from 0 to 1.

    The shares at which so many or more, and so few or fewer, have a chance of 2.5 % (Clopper and
    Pearson 1934). Raises ValueError where `of` is not positive or `count` not from 0 to `of`.

    >>> [round(bound, 4) for bound in clopper_pearson(4, 6)]
    [0.2228, 0.9567]
    """
    _refuse(count, of)
    low = _rising(lambda share: at_least(count, of, share)) if count else 0.0
    rest = _rising(lambda share: at_least(of - count, of, share)) if count < of else 0.0
    return low, 1 - rest


def shares_mid_p(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % mid-P limits of a share: the lower one, and one less the upper one.

    As Clopper and Pearson's, with half of the chance of `count` itself (Lancaster 1961).

    >>> [round(bound, 4) for bound in shares_mid_p(4, 6)]
    [0.2619, 0.0602]
    """
    _refuse(count, of)

    def limit(k: int) -> float:
        return _rising(lambda share: at_least(k, of, share) - chance(k, of, share) / 2)

    return (limit(count) if count else 0.0), (limit(of - count) if count < of else 0.0)


def _refuse(count: int, of: int) -> None:
    if of < 1 or not 0 <= count <= of:
        raise ValueError(f"no proportion: {count} of {of}")


def _rising(tail: Callable[[float], float]) -> float:
    """Find the share at which a tail's chance has risen to 2.5 %."""
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        if tail(middle) < TAIL:
            low = middle
        else:
            high = middle
    return low


def _terms(counts: Iterable[int], of: int, share: float) -> Iterator[float]:
    """Give the chances of falling counts, until one is too small to change a sum."""
    largest = 0.0
    for count in counts:
        term = chance(count, of, share)
        largest = max(largest, term)
        yield term
        if term <= largest * NEGLIGIBLE:
            return
