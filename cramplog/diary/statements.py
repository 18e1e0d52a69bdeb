"""Every statement that the program runs, written once in SQLAlchemy Core.

`compile_sql` compiles them to SQL texts ahead of time, so that no everyday command imports
SQLAlchemy. `episode_query` holds the one that is composed when it runs.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.sql.elements import TextClause

from cramplog.diary import merge_statements
from cramplog.diary import tables as t
from cramplog.diary.episode_query import EPISODES, FILTERS, ORDERS

__all__ = ["EPISODES", "FILTERS", "ORDERS"]

Statement = Select[Any] | Insert | Delete | TextClause

ENTITIES: dict[str, Table] = {
    table.name: table
    for table in (
        t.episode,
        t.timer,
        t.night,
        t.profile,
        t.condition,
        t.symptom,
        t.medicine,
        t.visit,
        t.snooze,
    )
}
"""Entities that the change log can restore; each key begins with the person's id."""

CHILDREN: dict[str, tuple[Table, ...]] = {
    "episode": (t.site, t.episode_trigger, t.episode_remedy),
    "night": (t.night_factor,),
    "medicine": (t.dose,),
}
"""Child rows of an entity, replaced together with it."""


def _by(*columns: ColumnElement[int] | ColumnElement[str]) -> ColumnElement[bool]:
    return and_(*(column == bindparam(column.key) for column in columns))


def _insert(table: Table) -> Insert:
    return insert(table).values({c.name: bindparam(c.name) for c in table.columns})


def _update(table: Table) -> TextClause:
    """Return UPDATE as text: Core would take a bind named like a column for a new value."""
    changed = ", ".join(f"{c.name} = :{c.name}" for c in table.columns if not c.primary_key)
    key = " AND ".join(f"{c.name} = :{c.name}" for c in table.primary_key)
    return text(f"UPDATE {table.name} SET {changed} WHERE {key}")  # noqa: S608 - names of ours


_live = and_(t.episode.c.person_id == bindparam("person_id"), t.episode.c.deleted_at.is_(None))
_within = and_(t.episode.c.night >= bindparam("since"), t.episode.c.night <= bindparam("until"))

STATEMENTS: dict[str, Statement] = {
    "settings": select(t.setting.c.key, t.setting.c.value),
    "set_setting": text(
        "INSERT INTO setting (key, value) VALUES (:key, :value) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    ),
    "drop_setting": delete(t.setting).where(t.setting.c.key == bindparam("key")),
    "people": select(t.person).where(t.person.c.removed_at.is_(None)).order_by(t.person.c.id),
    "person": select(
        t.person.c.id,
        t.person.c.next_number,
        t.person.c.next_act,
        t.person.c.undo_top,
        t.person.c.redo_top,
    ).where(t.person.c.name == bindparam("name"), t.person.c.removed_at.is_(None)),
    "add_person": text(
        "INSERT INTO person (uid, name, recorded_at) VALUES (:uid, :name, :recorded_at) "
        "ON CONFLICT (name) DO NOTHING"
    ),
    # Counters and the undo stack move together; both are read in the same transaction.
    "advance": text(
        "UPDATE person SET next_number = :next_number, next_act = :next_act, "
        "undo_top = :undo_top, redo_top = :redo_top WHERE id = :person_id"
    ),
    "last_number": select(func.max(t.episode.c.number)).where(_live),
    # Reads the table alone: arithmetic keeps SQLite from using an index.
    "tally": text(
        "SELECT count(*), coalesce(sum(number), 0) FROM episode WHERE person_id + 0 = :person_id "
        "AND coalesce(deleted_at, 0) = 0 AND night + 0 >= :since AND night + 0 <= :until"
    ),
    # Core would add a hidden OFFSET bind to a limit.
    "recent_numbers": text(
        "SELECT number FROM episode WHERE person_id = :person_id AND deleted_at IS NULL "
        "ORDER BY number DESC LIMIT 10"
    ),
    **{
        f"used_{used}": text(
            f"SELECT {column} FROM {table} WHERE person_id = :person_id "  # noqa: S608
            f"GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT 10"
        )
        for used, table, column in (
            ("triggers", "episode_trigger", "trigger_id"),
            ("remedies", "episode_remedy", "remedy_id"),
            ("factors", "night_factor", "factor"),
        )
    },
    "deleted_at": select(t.episode.c.deleted_at).where(
        t.episode.c.person_id == bindparam("person_id"),
        t.episode.c.number == bindparam("number"),
    ),
    "near": select(t.episode.c.number)
    .where(
        _live,
        t.episode.c.night >= bindparam("since"),
        t.episode.c.night <= bindparam("until"),
        t.episode.c.started_at >= bindparam("earliest"),
        t.episode.c.started_at <= bindparam("latest"),
    )
    .order_by(t.episode.c.number.desc()),
    "known_uid": select(t.episode.c.number, t.episode.c.deleted_at).where(
        t.episode.c.person_id == bindparam("person_id"), t.episode.c.uid == bindparam("uid")
    ),
    "bury_episode": text(
        "UPDATE episode SET deleted_at = :deleted_at "
        "WHERE person_id = :person_id AND number = :number"
    ),
    "first_episode_night": select(func.min(t.episode.c.night)).where(_live),
    "first_recorded_night": select(func.min(t.night.c.night)).where(
        t.night.c.person_id == bindparam("person_id")
    ),
    "episode_nights": select(
        t.episode.c.night,
        func.sum(literal_column("1") - t.episode.c.daytime).label("cramps"),
        func.sum(t.episode.c.daytime).label("daytime"),
    )
    .where(_live, _within)
    .group_by(t.episode.c.night)
    .order_by(t.episode.c.night),
    "nights": select(
        t.night.c.night, t.night.c.quiet, t.night.c.recorded_at, t.night.c.recorded_offset
    )
    .where(
        t.night.c.person_id == bindparam("person_id"),
        t.night.c.night >= bindparam("since"),
        t.night.c.night <= bindparam("until"),
    )
    .order_by(t.night.c.night),
    "factors": select(t.night_factor.c.night, t.night_factor.c.factor, t.night_factor.c.value)
    .where(
        t.night_factor.c.person_id == bindparam("person_id"),
        t.night_factor.c.night >= bindparam("since"),
        t.night_factor.c.night <= bindparam("until"),
    )
    .order_by(t.night_factor.c.night, t.night_factor.c.factor),
    "timer_of": select(t.timer).where(t.timer.c.person_id == bindparam("person_id")),
    "conditions_of": select(t.condition)
    .where(t.condition.c.person_id == bindparam("person_id"))
    .order_by(t.condition.c.name, t.condition.c.since.nulls_first(), t.condition.c.uid),
    "symptoms_of": select(t.symptom)
    .where(
        t.symptom.c.person_id == bindparam("person_id"),
        t.symptom.c.day >= bindparam("since"),
        t.symptom.c.day <= bindparam("until"),
    )
    .order_by(t.symptom.c.day, t.symptom.c.recorded_at, t.symptom.c.uid),
    "medicines_of": select(t.medicine)
    .where(t.medicine.c.person_id == bindparam("person_id"))
    .order_by(t.medicine.c.name, t.medicine.c.started.nulls_first(), t.medicine.c.uid),
    "visits_of": select(t.visit)
    .where(t.visit.c.person_id == bindparam("person_id"))
    .order_by(t.visit.c.day, t.visit.c.recorded_at, t.visit.c.uid),
    "has_facts": text(
        "SELECT CASE WHEN "
        "EXISTS (SELECT 1 FROM condition WHERE person_id = :person_id AND absent = 0) OR "
        "EXISTS (SELECT 1 FROM symptom WHERE person_id = :person_id AND status = 'present') OR "
        "EXISTS (SELECT 1 FROM medicine WHERE person_id = :person_id) OR "
        "EXISTS (SELECT 1 FROM night_factor WHERE person_id = :person_id "
        "AND factor = 'poison_contact' AND value = 'yes') THEN 1 ELSE 0 END"
    ),
    "rename_person": text(
        "UPDATE person SET name = :name WHERE id = :person_id "
        "AND NOT EXISTS (SELECT 1 FROM person AS other WHERE other.name = :name)"
    ),
    "identify_person": text(
        "UPDATE person SET uid = :uid WHERE id = :person_id "
        "AND NOT EXISTS (SELECT 1 FROM person AS other WHERE other.uid = :uid)"
    ),
    "remove_person": text("UPDATE person SET removed_at = :removed_at WHERE id = :person_id"),
    "restore_person": text("UPDATE person SET removed_at = NULL WHERE name = :name"),
    "act": select(t.act.c.command, t.act.c.said, t.act.c.reverts, t.act.c.beneath).where(
        t.act.c.person_id == bindparam("person_id"), t.act.c.id == bindparam("id")
    ),
    "known_act": select(literal_column("1")).where(t.act.c.uid == bindparam("uid")),
    "last_act_on": select(func.max(t.change.c.act_id)).where(
        t.change.c.person_id == bindparam("person_id"),
        t.change.c.entity == bindparam("entity"),
        t.change.c.key == bindparam("key"),
    ),
    "changes_of": select(t.change.c.entity, t.change.c.key, t.change.c.before)
    .where(t.change.c.person_id == bindparam("person_id"), t.change.c.act_id == bindparam("act_id"))
    .order_by(t.change.c.position.desc()),
    # After a new boundary, every night is derived from the wall clock again.
    "renight": text(
        "UPDATE episode SET "
        "night = (started_at + utc_offset - :starts_at - ((started_at + utc_offset - :starts_at)"
        " % 86400 + 86400) % 86400) / 86400 + 719163, "
        "daytime = CASE WHEN ((started_at + utc_offset) % 86400 + 86400) % 86400 >= :day_starts "
        "AND ((started_at + utc_offset) % 86400 + 86400) % 86400 < :day_ends THEN 1 ELSE 0 END"
    ),
    **{f"insert_{log.name}": _insert(log) for log in (t.act, t.change, t.merged, t.difference)},
    **merge_statements.STATEMENTS,
}

for _entity in ENTITIES.values():
    STATEMENTS[f"insert_{_entity.name}"] = _insert(_entity)
    STATEMENTS[f"fetch_{_entity.name}"] = select(_entity).where(_by(*_entity.primary_key))
    STATEMENTS[f"update_{_entity.name}"] = _update(_entity)
    STATEMENTS[f"delete_{_entity.name}"] = delete(_entity).where(_by(*_entity.primary_key))
    for _child in CHILDREN.get(_entity.name, ()):
        _owner = [_child.c[key.name] for key in _entity.primary_key]
        STATEMENTS[f"insert_{_child.name}"] = _insert(_child)
        STATEMENTS[f"fetch_{_child.name}"] = (
            select(_child).where(_by(*_owner)).order_by(*_child.primary_key)
        )
        STATEMENTS[f"clear_{_child.name}"] = delete(_child).where(_by(*_owner))

_FACTS = (t.profile, t.condition, t.symptom, t.medicine, t.dose, t.visit, t.snooze)
for _table in (t.night, t.night_factor, *_FACTS):
    STATEMENTS[f"all_{_table.name}"] = (
        select(_table)
        .where(_table.c.person_id == bindparam("person_id"))
        .order_by(*_table.primary_key)
    )

KEYS: dict[str, tuple[str, ...]] = {
    name: tuple(c.name for c in table.primary_key) for name, table in ENTITIES.items()
}
COLUMNS: dict[str, tuple[str, ...]] = {
    table.name: tuple(c.name for c in table.columns)
    for entity in ENTITIES.values()
    for table in (entity, *CHILDREN.get(entity.name, ()))
} | {table.name: tuple(table.columns.keys()) for table in (t.person, t.merged, t.difference)}
