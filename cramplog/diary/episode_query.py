"""The query for episodes: each row is an episode with its sites, triggers and remedies.

A query with optional filters is a base, its filters and an order: filters are added only when
given, because `:x IS NULL OR …` would defeat the index.
"""

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from cramplog.diary import tables as t


def _listed(table: Table, *parts: ColumnElement[str]) -> ColumnElement[str]:
    """Join the rows of a child table to one text cell: `0,left,calf;1,,foot`, in no order."""
    cell: ColumnElement[str] = cast(table.c.position, String)
    for part in parts:
        cell = cell + literal_column("','") + func.coalesce(part, literal_column("''"))
    return (
        select(func.aggregate_strings(cell, literal_column("';'")))  # type: ignore[arg-type]
        .where(table.c.person_id == t.episode.c.person_id, table.c.number == t.episode.c.number)
        .correlate(t.episode)
        .scalar_subquery()
        .label(table.name)
    )


EPISODE_COLUMNS = (
    *(c for c in t.episode.c if c.name not in {"person_id", "deleted_at"}),
    t.person.c.name.label("person"),
    _listed(t.site, t.site.c.side, t.site.c.muscle),
    _listed(t.episode_trigger, t.episode_trigger.c.trigger_id),
    _listed(
        t.episode_remedy,
        t.episode_remedy.c.remedy_id,
        cast(t.episode_remedy.c.helped, String),
        cast(t.episode_remedy.c.relief_seconds, String),
        cast(t.episode_remedy.c.not_helped, String),
    ),
)

EPISODES = (
    select(*EPISODE_COLUMNS)
    .select_from(t.episode.join(t.person, t.person.c.id == t.episode.c.person_id))
    .where(t.episode.c.person_id == bindparam("person_id"), t.episode.c.deleted_at.is_(None))
)


def _has(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal_column("1"))
        .where(
            table.c.person_id == t.episode.c.person_id,
            table.c.number == t.episode.c.number,
            *conditions,
        )
        .correlate(t.episode)
    )


_on_side = or_(t.site.c.side == bindparam("side"), t.site.c.side == literal_column("'both'"))

FILTERS: dict[str, ColumnElement[bool]] = {
    "number": t.episode.c.number == bindparam("number"),
    "since": t.episode.c.night >= bindparam("since"),
    "until": t.episode.c.night <= bindparam("until"),
    "muscle": _has(t.site, t.site.c.muscle == bindparam("muscle")),
    "side": _has(t.site, _on_side),
    "site": _has(t.site, t.site.c.muscle == bindparam("muscle"), _on_side),
    "trigger": _has(t.episode_trigger, t.episode_trigger.c.trigger_id == bindparam("trigger")),
    "min_pain": t.episode.c.pain >= bindparam("min_pain"),
}

ORDERS = {
    "oldest": (t.episode.c.night, t.episode.c.started_at, t.episode.c.number),
    "newest": (
        t.episode.c.night.desc(),
        t.episode.c.started_at.desc(),
        t.episode.c.number.desc(),
    ),
    "number": (t.episode.c.number,),
}
