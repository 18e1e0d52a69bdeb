"""The factors of a diary beside its cramp nights: those watched with a verdict, others without."""

from __future__ import annotations

from cramplog.domain.night import iso
from cramplog.report.association import Association, Verdict, associate, could_see, count, verdicts
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Entries(Value):
    """The entries of one factor by night: whether it was there, and when that was entered."""

    factor: str
    there: Mapping[int, bool]
    entered: Mapping[int, int]


class Noted(Value):
    """A factor and the cramp nights."""

    factor: str
    since: str | None  # the day from which it is watched
    found: Association
    verdict: Verdict | None = None  # of a watched factor only
    power: float | None = None  # the chance that a threefold share would have been found
    more_nights: int | None = None
    before_watching: int = 0  # nights compared that are from before that day
    after_cramp: int = 0  # cramp nights of which it was entered after the cramp had begun
    after_night: int = 0  # quiet nights of which it was entered after the night
    beforehand: Association | None = None  # the same without those, where there are any


def all_noted(
    cramps: Mapping[int, bool],
    entries: Mapping[str, Entries],
    known_from: Mapping[int, int],
    watched: Mapping[str, str],
) -> list[Noted]:
    """Look at every factor, the watched ones first; `watched` gives the day since when.

    `known_from` gives by night the moment from which it was known how the night went.
    """
    nothing = Entries(factor="", there={}, entered={})
    found = {name: associate(cramps, entries.get(name, nothing).there) for name in watched}
    said = dict(zip(found, verdicts(list(found.values())), strict=True))
    told = [
        one(
            cramps,
            entries.get(name, nothing.replace(factor=name)),
            known_from,
            watched,
            found[name],
        ).replace(verdict=said[name])
        for name in watched
    ]
    others = [
        Noted(factor=name, since=None, found=count(cramps, of.there))
        for name, of in entries.items()
        if name not in watched
    ]
    return [*told, *sorted(others, key=lambda other: (-other.found.nights, other.factor))]


def one(
    cramps: Mapping[int, bool],
    entries: Entries,
    known_from: Mapping[int, int],
    watched: Mapping[str, str],
    found: Association | None = None,
) -> Noted:
    """Look at one factor, and set apart what was entered when it was known how the night went."""
    found = found or associate(cramps, entries.there)
    late = {
        night
        for night in entries.there.keys() & cramps.keys()
        if entries.entered[night] > known_from[night]
    }
    before = {night: there for night, there in entries.there.items() if night not in late}
    tested = len(watched) + (entries.factor not in watched)
    power, more = (None, None) if found.missing else could_see(found, tested)
    since = watched.get(entries.factor)
    return Noted(
        factor=entries.factor,
        since=since,
        found=found,
        before_watching=sum(
            since is not None and night in cramps and iso(night) < since for night in entries.there
        ),
        power=power,
        more_nights=more,
        after_cramp=sum(cramps[night] for night in late),
        after_night=sum(not cramps[night] for night in late),
        beforehand=associate(cramps, before) if late else None,
    )
