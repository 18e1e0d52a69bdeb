"""The draft that the words of `log`, `start`, `stop` and `edit` make, before it gets a time."""

from __future__ import annotations

from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.errors import BadSide
from cramplog.value import Value

MAX_NOTE = 10_000
STILL = (0, True)
"""Stands for the duration of a cramp that has not ended; stored as an estimate without a length."""

CLEARABLE = {
    "pain": "pain",
    "note": "note",
    "duration": "duration_seconds",
    "type": "type",
    "spread": "spread",
    "trigger": "triggers",
    "triggers": "triggers",
    "tried": "tried",
    "remedy": "tried",
    "muscle": "sites",
    "site": "sites",
    "side": "side",
    **{feature: feature for feature in FEATURES},
}
"""The names that `edit N NAME=` can clear, and the episode's field that each clears."""


class Draft(Value):
    """Everything that was typed of an episode; None was not typed."""

    time: str | None = None  # the phrase, resolved later against the clock
    sites: tuple[Site, ...] | None = None
    side: str | None = None  # a side without a muscle: only `edit` can use it
    duration: tuple[int, bool] | None = None  # seconds, and whether an estimate; or `STILL`
    type: str | None = None
    spread: str | None = None
    pain: int | None = None
    triggers: tuple[str, ...] | None = None
    tried: tuple[Tried, ...] | None = None
    features: tuple[tuple[str, bool], ...] = ()
    note: str | None = None
    cleared: tuple[str, ...] = ()  # fields of the episode to set to unknown
    not_understood: tuple[str, ...] = ()  # words that are in the note alone
    meant: tuple[str, ...] = ()  # what some of those probably were

    def nothing_said(self) -> bool:
        return self == Draft()


def spoken(draft: Draft) -> str:
    """Return words that log reads as the draft again, without its time, duration and note."""
    sites = (
        f"{site.side} {site.muscle}" if site.side else site.muscle for site in draft.sites or ()
    )
    pain = None if draft.pain is None else f"{draft.pain}/10"
    parts = [" and ".join(sites), draft.type, draft.spread, pain]
    parts += [f"@{trigger}" for trigger in draft.triggers or ()]
    parts += [f"+{tried.remedy}{_helped(tried)}" for tried in draft.tried or ()]
    parts += [name if present else f"not-{name}" for name, present in draft.features]
    return " ".join(part for part in parts if part)


def _helped(tried: Tried) -> str:
    if not tried.helped:
        return "" if tried.helped is None else ":no"
    return ":yes" if tried.relief_seconds is None else f":{tried.relief_seconds}s"


def amended(episode: Episode, draft: Draft) -> Episode:
    """Return the episode with the draft's changes, except its time; lists replace lists."""
    changes: dict[str, object] = {name: _cleared(name) for name in draft.cleared if name != "side"}
    if "duration_seconds" in changes:
        changes["duration_is_estimate"] = False
    if draft.duration is not None:
        seconds, changes["duration_is_estimate"] = draft.duration
        changes["duration_seconds"] = seconds or None
    for name in ("type", "spread", "pain", "triggers", "note"):
        if getattr(draft, name) is not None:
            changes[name] = getattr(draft, name)
    changes.update(draft.features)
    if draft.tried is not None:
        changes["tried"] = draft.tried
    sites = _sites(episode, draft)
    if sites is not None:
        changes["sites"] = sites
    return episode.replace(**changes)


def _cleared(name: str) -> object:
    return () if name in {"sites", "triggers", "tried"} else None


def _sites(episode: Episode, draft: Draft) -> tuple[Site, ...] | None:
    """Return the new sites, or None for no change.

    A side alone keeps the muscles; muscles alone keep the side if there is only one.
    """
    if draft.sites is not None:
        sides = {site.side for site in episode.sites}
        if len(sides) == 1 and all(site.side is None for site in draft.sites):
            kept = None if "side" in draft.cleared else sides.pop()
            return tuple(site.replace(side=kept) for site in draft.sites)
        return draft.sites
    if draft.side is not None or "side" in draft.cleared:
        if not episode.sites:
            raise BadSide("a side needs a muscle.", f'Try "{draft.side or "left"} calf".')
        return tuple(site.replace(side=draft.side) for site in episode.sites)
    return None
