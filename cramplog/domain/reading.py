"""Readings of an episode's type and spread, derived as the article has it.

The article's types have two axes: time course (tonic, clonic: ¶38-39) and spread (localized,
generalized: ¶40-41). Readings are derived anew each time, shown as derived, never stored.
"""

from __future__ import annotations

from cramplog.domain.muscles import MUSCLES, REGIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode, Site

TONIC_SECONDS = 240  # ¶38: "4 minutes or more"; exactly 4 minutes counts

TYPES = ("tonic", "clonic")
SPREADS = ("localized", "generalized")


def readings(episode: Episode) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return type and spread, typed or derived, and which of `type`, `spread` are derived.

    A short cramp is not called clonic: the article also asks for jerking of muscle groups, and has
    no word for a short cramp without it.
    """
    return read(episode.type, episode.spread, episode.duration_seconds, episode.sites)


def read(
    kind: str | None, spread: str | None, seconds: int | None, sites: tuple[Site, ...]
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return the `readings` of an episode's type, spread, duration and sites."""
    derived: list[str] = []
    if kind is None and (seconds or 0) >= TONIC_SECONDS:
        kind = "tonic"
        derived.append("type")
    if spread is None:
        spread = spread_of(sites)
        if spread is not None:
            derived.append("spread")
    return kind, spread, tuple(derived)


def spread_of(sites: tuple[Site, ...]) -> str | None:
    """Return the spread that sites alone show; None if they leave it open.

    One named muscle on one side is localized. Both whole legs, or all three regions of one
    limb (our reading of "the entire system of limb muscles"), are generalized.
    """
    places = {
        (site.muscle, side)
        for site in sites
        for side in (("left", "right") if site.side == "both" else (site.side,))
    }
    if {("leg", "left"), ("leg", "right")} <= places:
        return "generalized"
    for limb in ("left", "right"):
        regions = {MUSCLES[muscle].region for muscle, side in places if side == limb}
        if regions.issuperset(REGIONS):
            return "generalized"
    if len(places) == 1:
        ((muscle, side),) = places
        if side is not None and muscle not in ("leg", "other"):
            return "localized"
    return None


def contradiction(episode: Episode) -> str | None:
    """Return a sentence if the typed type does not fit the typed duration, else None."""
    if episode.type is None or episode.duration_seconds is None:
        return None
    long = episode.duration_seconds >= TONIC_SECONDS
    if episode.type == "tonic" and not long:
        return "Stored as tonic, but the article calls a cramp tonic only from 4 minutes on (¶38)."
    if episode.type == "clonic" and long:
        return "Stored as clonic, but from 4 minutes on the article calls a cramp tonic (¶38)."
    return None
