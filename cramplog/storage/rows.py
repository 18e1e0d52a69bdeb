"""Rows to domain values and back: the one place that knows how a value is stored."""

from __future__ import annotations

from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.storage import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COLUMNS = compiled.COLUMNS["episode"]
_SELECTED = [c for c in _COLUMNS if c not in {"person_id", "deleted_at"}]
_SAME = [c for c in _SELECTED if c not in {"uid", *FEATURES}]
_FLAGS = ("time_is_approximate", "daytime", "duration_is_estimate")


def episode_of(row: tuple[Any, ...]) -> Episode:
    """An episode from a row of the composed query (compiled.EPISODES)."""
    *plain, person, sites, triggers, remedies = row
    cells = dict(zip(_SELECTED, plain, strict=True))
    values = {name: cells[name] for name in _SAME}
    for name in _FLAGS:
        values[name] = bool(values[name])
    for feature in FEATURES:
        values[feature] = None if cells[feature] is None else bool(cells[feature])
    return Episode(
        id=cells["uid"],
        person=person,
        sites=tuple(Site(muscle=m, side=side or None) for side, m in _listed(sites)),
        triggers=tuple(trigger for (trigger,) in _listed(triggers)),
        tried=tuple(
            Tried(remedy=r, helped=helped == "1", relief_seconds=int(after) if after else None)
            for r, helped, after in _listed(remedies)
        ),
        **values,
    )


def _listed(cell: str | None) -> list[list[str]]:
    """The rows of a child table in one cell, `1,,foot;0,left,calf`, put in their order."""
    if not cell:
        return []
    if ";" not in cell:
        return [cell.split(",")[1:]]
    parts = [part.split(",") for part in cell.split(";")]
    parts.sort(key=lambda part: int(part[0]))
    return [part[1:] for part in parts]


def episode_row(episode: Episode, person_id: int) -> dict[str, Any]:
    """The columns of table `episode`; the driver stores True and False as 1 and 0."""
    row = {name: getattr(episode, name) for name in _SAME}
    row.update({feature: getattr(episode, feature) for feature in FEATURES})
    return {**row, "uid": episode.id, "person_id": person_id, "deleted_at": None}


def episode_children(episode: Episode, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables that belong to an episode, by table."""
    owner = {"person_id": person_id, "number": episode.number}
    return {
        "site": [
            {**owner, "position": i, "muscle": site.muscle, "side": site.side}
            for i, site in enumerate(episode.sites)
        ],
        "episode_trigger": [
            {**owner, "position": i, "trigger_id": trigger}
            for i, trigger in enumerate(episode.triggers)
        ],
        "episode_remedy": [
            {
                **owner,
                "position": i,
                "remedy_id": tried.remedy,
                "helped": tried.helped,
                "relief_seconds": tried.relief_seconds,
            }
            for i, tried in enumerate(episode.tried)
        ],
    }
