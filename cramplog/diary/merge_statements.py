"""The statements of a merge, which `statements` includes."""

from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, literal_column, or_, select, text
from sqlalchemy.sql.dml import Delete
from sqlalchemy.sql.elements import TextClause

from cramplog.diary import tables as t

_of_person: Any = bindparam("person_id")


_differences = (
    t.difference.c.person_id == _of_person,
    t.difference.c.entity == bindparam("entity"),
    t.difference.c.key == bindparam("key"),
)

_in_force = (
    t.merged.c.person_id == _of_person,
    t.merged.c.since_act > literal_column("0"),
)

_number: Any = literal_column(
    "CASE WHEN change.entity = 'episode' THEN CAST(change.key AS INTEGER) END"
)

_columns = t.merged.columns.keys()

STATEMENTS: dict[str, Select[Any] | Delete | TextClause] = {
    # What an undone merge hid may come again.
    "insert_merged": text(
        f"INSERT INTO merged ({', '.join(_columns)}) "  # noqa: S608 - names of ours
        f"VALUES ({', '.join(f':{name}' for name in _columns)}) "
        "ON CONFLICT (person_id, entity, gid, uid) DO UPDATE SET since_act = excluded.since_act"
    ),
    "differences_of": select(t.difference).where(*_differences).order_by(t.difference.c.field),
    "clear_difference": delete(t.difference).where(*_differences),
    "differences": select(t.difference)
    .where(t.difference.c.person_id == _of_person)
    .order_by(*t.difference.primary_key),
    # The uids of all changes that the diary knows: its own, then those of merges.
    "own_acts": select(t.act.c.uid).where(t.act.c.person_id == _of_person),
    "merged_acts": select(t.merged.c.uid).where(*_in_force).distinct(),
    # An undone merge is hidden, and its redo brings it back.
    "move_merged": text(
        "UPDATE merged SET since_act = :since_act "
        "WHERE person_id = :person_id AND since_act = :act_id"
    ),
    # Merges, undos and redos: some of these revert merges.
    "merging_acts": select(t.act.c.id, t.act.c.command, t.act.c.reverts)
    .where(
        t.act.c.person_id == _of_person,
        or_(t.act.c.command == literal_column("'merge'"), t.act.c.reverts.is_not(None)),
    )
    .order_by(t.act.c.id),
    "merged_changes": select(t.merged)
    .where(*_in_force)
    .order_by(t.merged.c.entity, t.merged.c.gid, t.merged.c.since_act, t.merged.c.uid),
    "episode_uids": select(t.episode.c.uid, t.episode.c.number).where(
        t.episode.c.person_id == _of_person
    ),
    # The log by entity: the state before, the change, and an episode's uid.
    "log_by_entity": select(
        t.change.c.entity,
        t.change.c.key,
        t.episode.c.uid.label("gid"),
        t.change.c.before,
        t.act.c.id,
        t.act.c.uid,
        t.act.c.at,
        t.act.c.command,
    )
    .select_from(
        t.change.join(
            t.act, and_(t.act.c.person_id == t.change.c.person_id, t.act.c.id == t.change.c.act_id)
        ).outerjoin(
            t.episode,
            and_(t.episode.c.person_id == t.change.c.person_id, t.episode.c.number == _number),
        )
    )
    .where(t.change.c.person_id == _of_person, t.change.c.entity != literal_column("'timer'"))
    .order_by(t.change.c.entity, _number, t.change.c.key, t.change.c.act_id, t.change.c.position),
}
