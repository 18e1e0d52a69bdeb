"""What the words of `log`, `start`, `stop` and `edit` said, before a clock gives it a time."""

from __future__ import annotations

from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.errors import BadSide
from cramplog.value import Value

MAX_NOTE = 10_000
STILL = (0, True)
"""In place of a duration: the cramp has not ended. It is stored as an estimate of no length."""

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
"""What `edit N NAME=` can clear, and the field of the episode that it clears."""


class Draft(Value):
    """Everything said, and nothing else: what is None was not said."""

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

    def nothing_said(self) -> bool:
        return self == Draft()


def spoken(draft: Draft) -> str:
    """Words that say the draft again, but for its time, its duration and its note."""
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
    """The episode with what the draft says, its time excepted; lists replace lists."""
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
    """A side alone keeps the muscles; muscles alone keep the side where there is only one."""
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
