"""An episode in words, and as JSON."""

from __future__ import annotations

from cramplog.clock import came_twice
from cramplog.domain.draft import amended
from cramplog.domain.episode import FEATURES, Episode
from cramplog.domain.night import iso
from cramplog.domain.reading import readings
from cramplog.letters import tidy
from cramplog.render.text import (
    ago,
    clock,
    cut,
    day,
    day_of,
    flow,
    joined,
    length,
    offset,
    rfc3339,
    visible,
    year_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.clock import Moment
    from cramplog.domain.catalogue import Entry
    from cramplog.domain.draft import Draft
    from cramplog.domain.episode import Site, Tried


DEFAULT_PERSON = "me"  # not named, since the diary may have only one person
MAKES_NO_CRAMP_NIGHT = "in the daytime, so it makes no cramp night"
PLURALS = {"calf": "calves", "toes": "toes", "foot": "feet", "quadriceps": "quadriceps"}


def echo(
    verb: str,
    episode: Episode,
    now: Moment,
    how: str,
    undo: str,
    width: int,
    *,
    before: Episode | None = None,
) -> list[str]:
    """Return the one message of a write: everything understood, and how to undo it.

    `before` is the earlier episode: its values that are now unknown are named.
    """
    parts = [f"{verb} {when(episode, now, how)}", *details(episode, derived=False)]
    if episode.person != DEFAULT_PERSON:
        parts[0] = f"{verb} of {visible(episode.person)}: {when(episode, now, how)}"
    if episode.daytime:
        parts.append(MAKES_NO_CRAMP_NIGHT)
    if before is not None:
        gone = [name for name in known_of(before) if name not in known_of(episode)]
        parts += ["no note" if name == "note" else f"{name} unknown again" for name in gone]
    told = f"{', '.join(parts)}, episode {episode.number}."
    if len(told) + 1 + len(undo) <= width:
        return [f"{told} {undo}"]
    return [*flow(told, width, "  "), *flow(f"  {undo}", width, "  ")]


def missing(episode: Episode) -> str:
    """Return example words for the unknown values; empty if all are known."""
    first = {"place": "left calf", "duration": "5m", "pain": "7"}
    later = {"woke": "woke", "remedies": "+stretch", "triggers": "@stress"}
    unknown = unknown_of(episode)
    wanted = [words for name, words in first.items() if name in unknown]
    return " ".join(wanted or [words for name, words in later.items() if name in unknown][:1])


def known_of(episode: Episode) -> list[str]:
    """Return the names of an episode's known values."""
    return [name for name, value in _knowable(episode).items() if value not in (None, ())]


def unknown_of(episode: Episode) -> list[str]:
    """Return the names of an episode's unknown values, except a note."""
    values = _knowable(episode).items()
    return [name for name, value in values if value in (None, ()) and name != "note"]


def _knowable(episode: Episode) -> dict[str, object]:
    return {
        "place": episode.sites,
        "duration": episode.duration_seconds,
        "pain": episode.pain,
        **{feature: getattr(episode, feature) for feature in FEATURES},
        "triggers": episode.triggers,
        "remedies": episode.tried,
        "note": episode.note,
    }


def when(episode: Episode, now: Moment, how: str = "clock") -> str:
    """Return the resolved date and time, and how long ago it was."""
    started = episode.started_at
    today = day_of(now.instant, now.utc_offset)
    said = day_of(started, episode.utc_offset)
    year = how == "date" or year_of(said) != year_of(today)
    text = f"{day(said, year=year)} {'about ' * episode.time_is_approximate}"
    text += clock(started, episode.utc_offset)
    if episode.utc_offset != now.utc_offset or how == "fold" or twice(episode):
        text += f" UTC{offset(episode.utc_offset)}"
    since = ago(now.instant - started)
    last_night = how == "clock" and said == today - 1 and episode.night == said
    return f"{text} ({'last night, ' * last_night}{since})"


def twice(episode: Episode) -> bool:
    """Return whether the clock time of the start came twice, so that its offset is needed."""
    return came_twice(episode.started_at, episode.utc_offset, episode.zone)


def where(episode: Episode) -> str:
    """Return the sites, `left calf and both feet`; empty if none is known."""
    return joined(map(_place, episode.sites))


def _place(site: Site) -> str:
    muscle, side = site.muscle, site.side
    if muscle == "other":
        on = {"left": " on the left", "right": " on the right", "both": " on both sides"}
        return f"elsewhere{on.get(side or '', '')}"
    if side == "both":
        return f"both {PLURALS.get(muscle, f'{muscle}s')}"
    return f"{side} {muscle}" if side else muscle


def details(episode: Episode, *, derived: bool = True) -> list[str]:
    """Return a phrase for each value of an episode, except its time; derived ones are marked."""
    parts = [where(episode), lasted(episode), *types(episode, derived=derived)]
    if episode.pain is not None:
        parts.append(f"pain {episode.pain}/10")
    parts += features(episode)
    if episode.triggers:
        parts.append(f"suspected: {suspected(episode)}")
    if episode.tried:
        parts.append(f"tried: {remedies(episode)}")
    if episode.note is not None:
        parts.append(f'note "{shortened(episode.note)}"')
    return [part for part in parts if part]


def said(draft: Draft) -> list[str]:
    """Return a phrase for each value of a draft, except its time."""
    return details(drafted(draft), derived=False)


def drafted(draft: Draft) -> Episode:
    """Return the episode that a draft would make, its time excepted."""
    blank = Episode(id="", number=0, person="", started_at=0, utc_offset=0, night=0, recorded_at=0)
    return amended(blank, draft)


def lasted(episode: Episode) -> str:
    seconds = episode.duration_seconds
    if episode.still:
        return "not over yet"
    return "" if seconds is None else "about " * episode.duration_is_estimate + length(seconds)


def types(episode: Episode, *, derived: bool = True) -> list[str]:
    """Return `tonic`, `localized (derived)`."""
    kind, spread, read = readings(episode)
    found = [("type", kind), ("spread", spread)]
    return [
        f"{name} (derived)" if axis in read else name
        for axis, name in found
        if name is not None and (derived or axis not in read)
    ]


def features(episode: Episode) -> list[str]:
    """Return `woke`, `not sore`; unknown features are left out."""
    known = [(name, getattr(episode, name)) for name in FEATURES]
    return [name if present else f"not {name}" for name, present in known if present is not None]


def suspected(episode: Episode) -> str:
    """Return the suspected triggers by their labels."""
    from cramplog.domain.triggers import TRIGGERS  # loaded only if needed

    return joined(_label(TRIGGERS.get(name), name) for name in episode.triggers)


def remedies(episode: Episode) -> str:
    """Return the tried remedies by their labels, and their effects."""
    from cramplog.domain.remedies import REMEDIES

    return joined(
        _label(REMEDIES.get(tried.remedy), tried.remedy) + _effect(tried) for tried in episode.tried
    )


def _label(entry: Entry | None, name: str) -> str:
    return visible(name.replace("_", " ")) if entry is None else entry.label


def _effect(tried: Tried) -> str:
    after = tried.relief_seconds
    if not tried.helped:
        return "" if tried.helped is None else " (did not help)"
    return " (helped)" if after is None else f" (helped after {length(after)})"


def shortened(note: str, limit: int = 60) -> str:
    """Return a note on one line, cut short."""
    line = visible(tidy(note))
    return cut(line, limit)


def data(episode: Episode) -> dict[str, Any]:
    """Return the episode as JSON: the CSV's names, lists as arrays, unknown as null."""
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
        "duration_is_estimate": episode.duration_is_estimate and not episode.still,
        **({"still": True} if episode.still else {}),
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
        "not_helped": [tried.remedy for tried in episode.tried if tried.helped is False],
        "relief_seconds": {
            tried.remedy: tried.relief_seconds
            for tried in episode.tried
            if tried.relief_seconds is not None
        },
        "note": episode.note,
        "recorded_at": rfc3339(episode.recorded_at, episode.recorded_offset),
        "source": episode.source,
    }
