"""Episodes and nights as JSON records and back; derived values are left out."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cramplog.domain.episode import FEATURES, Episode, Site, Tried, effect
from cramplog.domain.factors import FACTORS, factor, parse_stored
from cramplog.domain.moments import rfc3339
from cramplog.domain.muscles import MUSCLES, SIDES
from cramplog.domain.night import NightRecord, iso
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS
from cramplog.errors import BadFactor, BadMuscle, BadRemedy, BadTrigger, BadWord
from cramplog.interchange import csv_cells, texts
from cramplog.interchange.csv_episodes import HIGHEST_NUMBER, LONGEST_DURATION
from cramplog.interchange.json_values import Record

_LONGEST_LIST = 100

_iso = lru_cache(maxsize=64)(iso)


def episode_record(episode: Episode, *, notes: bool = True) -> dict[str, Any]:
    """Return the episode as an object; without `notes` its note is null."""
    return {
        "number": episode.number,
        "id": episode.id,
        "night": _iso(episode.night),
        "started_at": rfc3339(episode.started_at, episode.utc_offset),
        "zone": episode.zone,
        "time_is_approximate": episode.time_is_approximate,
        "duration_seconds": episode.duration_seconds,
        "duration_is_estimate": episode.duration_is_estimate and not episode.still,
        **({"still": True} if episode.still else {}),
        "sites": [{"muscle": site.muscle, "side": site.side} for site in episode.sites],
        "type": episode.type,
        "spread": episode.spread,
        "pain": episode.pain,
        **{name: getattr(episode, name) for name in FEATURES},
        "triggers": list(episode.triggers),
        "tried": [
            {
                "remedy": t.remedy,
                "helped": t.helped is True,
                "relief_seconds": t.relief_seconds,
                "not_helped": t.helped is False,
            }
            for t in episode.tried
        ],
        "note": episode.note if notes else None,
        "recorded_at": rfc3339(episode.recorded_at, episode.recorded_offset),
        "source": episode.source,
    }


def night_record(night: NightRecord) -> dict[str, Any]:
    """Return the record of a night as an object; a missing factor is unknown."""
    return {
        "night": iso(night.night),
        "quiet": night.quiet,
        "factors": dict(night.factors),
        "recorded_at": rfc3339(night.recorded_at, night.recorded_offset),
    }


def read_episode(value: Any, person: str) -> Episode:
    """Parse an episode from an object, without its night; raises InputError."""
    told = Record(value)
    told.day("night")
    started_at, utc_offset = told.moment("started_at")
    recorded_at, recorded_offset = told.moment("recorded_at")
    zone = told.maybe_text("zone")
    seconds = told.whole("duration_seconds", 1, LONGEST_DURATION)
    estimate = bool(told.yes_no("duration_is_estimate"))
    if estimate and seconds is None:
        raise BadWord("duration_is_estimate is true, but there is no duration_seconds.")
    still = told.yes_no("still") is True and seconds is None
    episode = Episode(
        id=told.uuid("id"),
        number=told.whole("number", 1, HIGHEST_NUMBER) or 0,
        person=person,
        started_at=started_at,
        utc_offset=utc_offset,
        zone=texts.zone(zone) if zone else None,
        time_is_approximate=bool(told.yes_no("time_is_approximate")),
        night=0,
        duration_seconds=seconds,
        duration_is_estimate=estimate or still,
        sites=tuple(_site(each) for each in _short(told, "sites")),
        type=told.one_of("type", TYPES),
        spread=told.one_of("spread", SPREADS),
        pain=told.whole("pain", 0, 10),
        woke=told.yes_no("woke"),
        sore=told.yes_no("sore"),
        numb=told.yes_no("numb"),
        hard=told.yes_no("hard"),
        twitching=told.yes_no("twitching"),
        triggers=tuple(dict.fromkeys(_trigger(each) for each in _short(told, "triggers"))),
        tried=_once(tuple(_tried(each) for each in _short(told, "tried"))),
        note=told.note("note"),
        recorded_at=recorded_at,
        recorded_offset=recorded_offset,
        source=texts.source(told.text("source")),
    )
    told.ended()
    return episode


def _short(told: Record, key: str) -> list[Any]:
    found = told.listed(key)
    if len(found) > _LONGEST_LIST:
        raise BadWord(f"{key} has {len(found)} entries; up to {_LONGEST_LIST} can be kept.")
    return found


def _site(value: Any) -> Site:
    told = Record(value)
    muscle, side = told.text("muscle"), told.one_of("side", SIDES)
    if muscle not in MUSCLES:
        raise BadMuscle(f"{quoted(muscle)} is not a muscle I know.", did_you_mean(muscle, MUSCLES))
    told.ended()
    return Site(muscle=muscle, side=side)


def _trigger(value: Any) -> str:
    if not isinstance(value, str):
        raise BadTrigger(f"a trigger is text; not {quoted(str(value))}.")
    return value if value in TRIGGERS else csv_cells.own_or_known(value)


def _tried(value: Any) -> Tried:
    told = Record(value)
    remedy = told.text("remedy")
    helped, not_helped = told.yes_no("helped"), told.yes_no("not_helped")
    if helped and not_helped:
        raise BadRemedy(f"{quoted(remedy)} both helped and did not help.", "Say one of them.")
    if remedy not in REMEDIES:
        raise BadRemedy(f"{quoted(remedy)} is not a remedy I know.", did_you_mean(remedy, REMEDIES))
    after = told.whole("relief_seconds", 1, LONGEST_DURATION)
    told.ended()
    said = effect(helped=helped, not_helped=not_helped)
    return Tried(remedy=remedy, helped=said, relief_seconds=after)


def _once(tried: tuple[Tried, ...]) -> tuple[Tried, ...]:
    if len({each.remedy for each in tried}) < len(tried):
        raise BadRemedy("a remedy is there twice.", "Say once whether it helped.")
    return tried


def read_night(value: Any, person: str) -> NightRecord:
    """Parse the record of a night from an object; raises InputError."""
    told = Record(value)
    recorded_at, recorded_offset = told.moment("recorded_at")
    factors = dict(_factor(name, text) for name, text in told.mapped("factors").items())
    night = NightRecord(
        person=person,
        night=told.day("night"),
        quiet=bool(told.yes_no("quiet")),
        factors=tuple(sorted(factors.items())),
        recorded_at=recorded_at,
        recorded_offset=recorded_offset,
    )
    told.ended()
    return night


def _factor(name: str, text: str) -> tuple[str, str]:
    """Return a factor and its canonical value; an unknown factor's is yes or no."""
    known = factor(name)
    if known:
        found = parse_stored(known, text)
        if not found:
            raise BadFactor(f"{quoted(name)} has no value.")
        return known, found
    if csv_cells.own_or_known(name) != name or text not in ("yes", "no"):
        raise BadFactor(f"{quoted(name)} is not a factor I know.", did_you_mean(name, FACTORS))
    return name, text
