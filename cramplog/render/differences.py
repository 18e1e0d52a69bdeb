"""Differences between two diaries, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cramplog.clock import came_twice
from cramplog.domain.episode import FEATURES, Episode, Site, Tried, effect
from cramplog.domain.night import iso
from cramplog.domain.versions import DELETED, FACTOR
from cramplog.render import episode as words
from cramplog.render.text import clock, day, day_of, flow, joined, rfc3339, visible
from cramplog.render.text import offset as utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.services.differences import Difference

NAMES = {"sites": "place", "tried": "remedies", "time": "start", "type": "time course"}
UNKNOWN = "unknown"
NONE_OPEN = "Nothing that two diaries said differently is open."
WAYS = (
    "Change it (cramplog edit, or the command that recorded it), or keep all as they are shown: "
    "cramplog merge --settle"
)


def text(found: Sequence[Difference], utc_offset: int, width: int) -> list[str]:
    """Return each difference on a line, and what to do about them."""
    if not found:
        return flow(NONE_OPEN, width, "  ")
    lines = [part for one in found for part in flow(line(one, utc_offset), width, "  ")]
    return [*lines, *flow(WAYS, width, "  ")]


def of_one(found: Sequence[Difference], utc_offset: int, width: int) -> list[str]:
    """Return the differences of an episode, for display below its values."""
    lines = [
        part
        for one in found
        for part in flow(f"Differs   {told(one, utc_offset)}", width, " " * 10)
    ]
    return [*lines, *flow(f"{'':<9} {WAYS}", width, " " * 10)]


def line(one: Difference, utc_offset: int) -> str:
    """Return a difference with its entity: `Episode 3 (…), pain: 9/10 is shown; also said: …`."""
    return f"{subject(one)}, {told(one, utc_offset)}"


def told(one: Difference, utc_offset: int) -> str:
    """Return a difference without its entity, with the dates of the other values."""
    dates = [
        f"{day(day_of(other.at, utc_offset), year=True)} {clock(other.at, utc_offset)}"
        for other in one.others
    ]
    if one.field == DELETED:
        agree = (
            f" To delete it here too: cramplog delete {one.key}" if one.entity == "episode" else ""
        )
        return f"deleted in one diary ({joined(dates)}), changed in another: kept.{agree}"
    others = joined(
        f"{_value(one, other.value)} ({date})"
        for other, date in zip(one.others, dates, strict=True)
    )
    name = NAMES.get(one.field, one.field.removeprefix(FACTOR).replace("_", " "))
    return f"{visible(name)}: {_value(one, one.shown)} is shown; also said: {others}."


def subject(one: Difference) -> str:
    """Return the name of a difference's entity."""
    if one.entity == "episode":
        return f"Episode {one.key} ({_start(one.said['time'])})"
    if one.entity == "night":
        return f"Night of {day(int(one.key), year=True)}"
    name = one.said.get("name") or (one.key if "uid" not in one.said else "")
    return visible(f"{one.entity.capitalize()} {name}".strip())


def data(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """Return the differences as JSON: values as the diary has them, unknown as null."""
    return [
        {
            "entity": one.entity,
            "key": iso(int(one.key)) if one.entity == "night" else one.key,
            "field": one.field,
            "shown": one.shown,
            "others": [
                {"value": other.value, "said_at": rfc3339(other.at, 0)} for other in one.others
            ],
        }
        for one in found
    ]


def _value(one: Difference, value: Any) -> str:
    if value is None:
        return UNKNOWN
    if one.entity == "episode":
        return _of_episode(one.field, value)
    if isinstance(value, dict):
        value = value.get("value", ", ".join(str(cell) for cell in value.values()))
    if isinstance(value, list):
        value = joined(" ".join(str(cell) for cell in each.values() if cell) for each in value)
    if one.field in ("quiet", "known", "absent", "done"):
        return "yes" if value else "no"
    return visible(str(value))


def _start(value: dict[str, Any], about: str = "") -> str:
    """Return when an episode began, with the offset if that clock time came twice."""
    at, offset = value["started_at"], value["utc_offset"]
    twice = f" UTC{utc(offset)}" if came_twice(at, offset, value.get("zone")) else ""
    return f"{day(day_of(at, offset), year=True)} {about}{clock(at, offset)}{twice}"


def _of_episode(field: str, value: Any) -> str:
    """Return a value of an episode in its screens' words."""
    if field == "time":
        return _start(value, about="about " * bool(value["time_is_approximate"]))
    if field in FEATURES:
        return "yes" if value else "no"
    if field == "sites":
        fields: dict[str, Any] = {"sites": tuple(Site(**each) for each in value)}
    elif field == "triggers":
        fields = {"triggers": tuple(each["trigger_id"] for each in value)}
    elif field == "tried":
        fields = {
            "tried": tuple(
                Tried(
                    remedy=each["remedy_id"],
                    helped=effect(helped=each["helped"], not_helped=each.get("not_helped")),
                    relief_seconds=each["relief_seconds"],
                )
                for each in value
            )
        }
    else:
        fields = value if isinstance(value, dict) else {field: value}
    blank = Episode(id="", number=0, person="", started_at=0, utc_offset=0, night=0, recorded_at=0)
    shown = words.details(blank.replace(**fields), derived=False)
    return shown[0].removeprefix("pain ").removeprefix("note ") if shown else visible(str(value))
