"""The tables of a diary, defined once for every engine.

The person's id leads every key and index, so that a server diary can be distributed by
person. Columns are integer, text and real only. Times are Unix seconds, nights and days are
ordinals (`date.toordinal`), yes/no is 1/0 and unknown is NULL.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _table(name: str, *parts: Column[int] | Column[str] | object, rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)  # type: ignore[arg-type]


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _name(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


WHOLE = BigInteger().with_variant(Integer(), "sqlite")  # 64 bits on every engine


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, WHOLE, nullable=null)


def _flag(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)", name=name), nullable=null)


def _one_of(name: str, values: tuple[str, ...], *, null: bool = True) -> Column[str]:
    listed = ", ".join(f"'{value}'" for value in values)
    return Column(name, Text, CheckConstraint(f"{name} IN ({listed})", name=name), nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _of_episode() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["person_id", "number"], ["episode.person_id", "episode.number"], ondelete="CASCADE"
    )


def _of_person() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["person_id"], ["person.id"])


SIDES = ("left", "right", "both")

setting = _table("setting", _name("key"), _text("value"), rowid=False)

person = _table(
    "person",
    Column("id", Integer, primary_key=True),
    _text("uid"),
    _text("name"),
    Column("next_number", Integer, nullable=False, server_default=text("1")),
    Column("next_act", Integer, nullable=False, server_default=text("1")),
    _number("undo_top", null=True),  # the act that `undo` would take back
    _number("redo_top", null=True),  # the undoing that `redo` would take back
    _number("recorded_at"),
    _number("removed_at", null=True),
    UniqueConstraint("uid"),
    UniqueConstraint("name"),
    CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
)

episode = _table(
    "episode",
    _key("person_id"),
    _key("number"),
    _text("uid"),
    _number("night"),
    _number("started_at"),
    _number("utc_offset"),
    _text("zone", null=True),
    _flag("time_is_approximate"),
    _flag("daytime"),
    Column(
        "duration_seconds",
        Integer,
        CheckConstraint("duration_seconds BETWEEN 1 AND 86400", name="duration_seconds"),
    ),
    _flag("duration_is_estimate"),
    _one_of("type", ("tonic", "clonic")),
    _one_of("spread", ("localized", "generalized")),
    Column("pain", Integer, CheckConstraint("pain BETWEEN 0 AND 10", name="pain")),
    *(_flag(feature, null=True) for feature in FEATURES),
    Column("note", Text, CheckConstraint("length(note) BETWEEN 1 AND 10000", name="note")),
    _number("recorded_at"),
    _number("recorded_offset"),
    _text("source"),
    _number("deleted_at", null=True),
    UniqueConstraint("person_id", "uid"),
    CheckConstraint("utc_offset BETWEEN -93600 AND 93600", name="utc_offset"),
    CheckConstraint("number > 0", name="number"),
    _of_person(),
)
Index(
    "ix_episode_night",
    episode.c.person_id,
    episode.c.night,
    episode.c.started_at,
    episode.c.number,
    episode.c.daytime,
    sqlite_where=episode.c.deleted_at.is_(None),
    postgresql_where=episode.c.deleted_at.is_(None),
)

site = _table(
    "site",
    _key("person_id"),
    _key("number"),
    _key("position"),
    _one_of("muscle", tuple(MUSCLES), null=False),
    _one_of("side", SIDES),
    _of_episode(),
    rowid=False,
)

episode_trigger = _table(
    "episode_trigger",
    _key("person_id"),
    _key("number"),
    _key("position"),
    _text("trigger_id"),
    _of_episode(),
    rowid=False,
)

episode_remedy = _table(
    "episode_remedy",
    _key("person_id"),
    _key("number"),
    _key("position"),
    _text("remedy_id"),
    _flag("helped"),
    _number("relief_seconds", null=True),
    _of_episode(),
    rowid=False,
)

timer = _table(
    "timer",
    _key("person_id"),
    _number("started_at"),
    _number("utc_offset"),
    _text("zone", null=True),
    _flag("time_is_approximate"),
    _text("words"),  # what `start` was told, in canonical words
    _text("note", null=True),
    _number("recorded_at"),
    _of_person(),
)

night = _table(
    "night",
    _key("person_id"),
    _key("night"),
    _flag("quiet"),
    _number("recorded_at"),
    _number("recorded_offset"),
    _of_person(),
    rowid=False,
)

night_factor = _table(
    "night_factor",
    _key("person_id"),
    _key("night"),
    _name("factor"),
    _text("value"),
    _number("recorded_at"),
    _of_person(),
    rowid=False,
)

profile = _table(
    "profile",
    _key("person_id"),
    _name("key"),
    _text("value"),
    _number("recorded_at"),
    _of_person(),
    rowid=False,
)

condition = _table(
    "condition",
    _key("person_id"),
    _name("uid"),
    _text("name"),
    _flag("known"),
    _flag("absent"),
    _text("since", null=True),
    _text("until", null=True),
    _number("recorded_at"),
    _of_person(),
)

symptom = _table(
    "symptom",
    _key("person_id"),
    _name("uid"),
    _text("name"),
    _one_of("side", SIDES),
    _number("day"),
    _one_of("status", ("present", "gone", "absent"), null=False),
    _number("recorded_at"),
    _of_person(),
)
Index("ix_symptom_day", symptom.c.person_id, symptom.c.day)

medicine = _table(
    "medicine",
    _key("person_id"),
    _name("uid"),
    _text("name"),
    _flag("known"),
    _text("started", null=True),
    _text("stopped", null=True),
    _number("recorded_at"),
    CheckConstraint("stopped >= substr(started, 1, length(stopped))", name="in_order"),
    _of_person(),
)

dose = _table(
    "dose",
    _key("person_id"),
    _name("uid"),
    _key("position"),
    _text("text"),
    _text("since", null=True),
    ForeignKeyConstraint(
        ["person_id", "uid"], ["medicine.person_id", "medicine.uid"], ondelete="CASCADE"
    ),
    rowid=False,
)

visit = _table(
    "visit",
    _key("person_id"),
    _name("uid"),
    _number("day"),
    _text("who", null=True),
    _flag("done"),
    _number("recorded_at"),
    _of_person(),
)

snooze = _table(
    "snooze",
    _key("person_id"),
    _name("rule_id"),
    _number("until_day"),  # the last day on which the flag stays quiet
    _text("urgency"),  # as it was then: a flag that has become more urgent is shown again
    _text("because"),
    _number("recorded_at"),
    _of_person(),
    rowid=False,
)

act = _table(
    "act",
    _key("person_id"),
    _key("id"),
    _text("uid"),
    _text("command"),
    _text("said"),  # one line for people: what was done
    _number("at"),
    _number("reverts", null=True),  # the act that this undo or redo took back
    _number("beneath", null=True),  # what stood on top of the stack it joined
    _of_person(),
)

change = _table(
    "change",
    _key("person_id"),
    _key("act_id"),
    _key("position"),
    _text("entity"),
    _text("key"),
    _text("before", null=True),  # JSON of the entity as it was; NULL: it was not there
    ForeignKeyConstraint(["person_id", "act_id"], ["act.person_id", "act.id"]),
    rowid=False,
)
