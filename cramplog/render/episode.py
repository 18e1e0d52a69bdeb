"""An episode in words, and as JSON."""

from __future__ import annotations

from cramplog.domain.episode import FEATURES
from cramplog.domain.night import iso
from cramplog.domain.reading import readings
from cramplog.render.text import (
    ago,
    clock,
    day,
    day_of,
    flow,
    joined,
    length,
    offset,
    rfc3339,
    visible,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.clock import Moment
    from cramplog.domain.episode import Episode, Tried


def echo(verb: str, episode: Episode, now: Moment, how: str, undo: str, width: int) -> list[str]:
    """The one message of a write: all that was understood, and how to take it back."""
    parts = [f"{verb} {when(episode, now, how)}", *details(episode)]
    return flow(f"{', '.join(parts)}, episode {episode.number}. {undo}", width, "  ")


def when(episode: Episode, now: Moment, how: str = "clock") -> str:
    """The resolved date and time, and how long ago it was."""
    started = episode.started_at
    today = day_of(now.instant, now.utc_offset)
    said = day_of(started, episode.utc_offset)
    text = f"{day(said, year=how == 'date')} {'about ' * episode.time_is_approximate}"
    text += clock(started, episode.utc_offset)
    if episode.utc_offset != now.utc_offset or how == "fold":
        text += f" UTC{offset(episode.utc_offset)}"
    since = ago(now.instant - started)
    last_night = how == "clock" and said == today - 1 and episode.night == said
    return f"{text} ({'last night, ' * last_night}{since})"


def where(episode: Episode) -> str:
    """The sites, `left calf and right foot`; empty where none was said."""
    return joined(
        f"{site.side} {site.muscle}" if site.side else site.muscle for site in episode.sites
    )


def details(episode: Episode) -> list[str]:
    """Everything said of an episode but its time, a phrase for each; derived readings say so."""
    kind, spread, derived = readings(episode)
    parts = [where(episode)]
    if episode.duration_seconds is not None:
        parts.append("about " * episode.duration_is_estimate + length(episode.duration_seconds))
    parts.append(_type(kind, derived=kind is not None and "type" in derived))
    parts.append(_type(spread, derived=spread is not None and "spread" in derived))
    if episode.pain is not None:
        parts.append(f"pain {episode.pain}/10")
    for feature in FEATURES:
        said = getattr(episode, feature)
        if said is not None:
            parts.append(feature if said else f"not {feature}")
    if episode.triggers:
        parts.append(f"suspected: {joined(map(_named, episode.triggers))}")
    if episode.tried:
        parts.append(f"tried: {joined(map(_tried, episode.tried))}")
    if episode.note is not None:
        parts.append(f'note "{shortened(episode.note)}"')
    if episode.daytime:
        parts.append("in the daytime, so it makes no cramp night")
    return [part for part in parts if part]


def _type(name: str | None, *, derived: bool) -> str:
    return "" if name is None else f"{name} (derived)" if derived else name


def _named(trigger: str) -> str:
    return visible(trigger.replace("_", " "))


def _tried(tried: Tried) -> str:
    name = _named(tried.remedy)
    if not tried.helped:
        return name
    return f"{name} (helped{after(tried.relief_seconds)})"


def after(seconds: int | None) -> str:
    return "" if seconds is None else f" after {length(seconds)}"


def shortened(note: str, limit: int = 60) -> str:
    """A note on one line, cut short."""
    line = visible(" ".join(note.split()))
    return line if len(line) <= limit else f"{line[: limit - 3]}..."


def data(episode: Episode) -> dict[str, Any]:
    """The episode as JSON: the CSV's names, lists as arrays, unknown as null."""
    kind, spread, derived = readings(episode)
    return {
        "number": episode.number,
        "id": episode.id,
        "person": episode.person,
        "night": iso(episode.night),
        "started_at": rfc3339(episode.started_at, episode.utc_offset),
        "zone": episode.zone,
        "time_is_approximate": episode.time_is_approximate,
        "daytime": episode.daytime,
        "duration_seconds": episode.duration_seconds,
        "duration_is_estimate": episode.duration_is_estimate,
        "sites": [{"muscle": site.muscle, "side": site.side} for site in episode.sites],
        "muscles": [site.muscle for site in episode.sites],
        "sides": [site.side for site in episode.sites],
        "type": kind,
        "spread": spread,
        "derived": list(derived),
        "pain": episode.pain,
        **{feature: getattr(episode, feature) for feature in FEATURES},
        "triggers": list(episode.triggers),
        "tried": [tried.remedy for tried in episode.tried],
        "helped": [tried.remedy for tried in episode.tried if tried.helped],
        "relief_seconds": {
            tried.remedy: tried.relief_seconds
            for tried in episode.tried
            if tried.relief_seconds is not None
        },
        "note": episode.note,
        "recorded_at": rfc3339(episode.recorded_at, episode.recorded_offset),
        "source": episode.source,
    }
