"""The tables of a diary, defined once for every engine.

The person's id leads every key and index; on a server the owner comes before it
(`server/keys`). Columns are integer, text and real only. Times are Unix seconds, nights and days
are ordinals (`date.toordinal`), yes/no is 1/0 and unknown is NULL.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from cramplog.diary.columns import (
    CHECK,
    flag,
    metadata,
    number,
    number_key,
    of_episode,
    of_person,
    one_of,
    table,
    text_key,
    words,
)
from cramplog.diary.merge_tables import difference, merged
from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES

__all__ = ["difference", "merged", "metadata"]

SIDES = ("left", "right", "both")

setting = table("setting", text_key("key"), words("value"), rowid=False)

person = table(
    "person",
    Column("id", Integer, primary_key=True),
    words("uid"),
    words("name"),
    Column("next_number", Integer, nullable=False, server_default=text("1")),
    Column("next_act", Integer, nullable=False, server_default=text("1")),
    number("undo_top", null=True),  # the change that `undo` would revert
    number("redo_top", null=True),  # the undo that `redo` would revert
    number("recorded_at"),
    number("removed_at", null=True),
    UniqueConstraint("uid"),
    UniqueConstraint("name"),
    CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
)

episode = table(
    "episode",
    number_key("person_id"),
    number_key("number"),
    words("uid"),
    number("night"),
    number("started_at"),
    number("utc_offset"),
    words("zone", null=True),
    flag("time_is_approximate"),
    flag("daytime"),
    Column(
        "duration_seconds",
        Integer,
        info={CHECK: "duration_seconds BETWEEN 1 AND 86400"},
    ),
    flag("duration_is_estimate"),
    one_of("type", ("tonic", "clonic")),
    one_of("spread", ("localized", "generalized")),
    Column("pain", Integer, info={CHECK: "pain BETWEEN 0 AND 10"}),
    *(flag(feature, null=True) for feature in FEATURES),
    Column("note", Text, info={CHECK: "length(note) BETWEEN 1 AND 10000"}),
    number("recorded_at"),
    number("recorded_offset"),
    words("source"),
    number("deleted_at", null=True),
    UniqueConstraint("person_id", "uid"),
    CheckConstraint("utc_offset BETWEEN -93600 AND 93600", name="utc_offset"),
    CheckConstraint("number > 0", name="number"),
    of_person(),
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

site = table(
    "site",
    number_key("person_id"),
    number_key("number"),
    number_key("position"),
    one_of("muscle", tuple(MUSCLES), null=False),
    one_of("side", SIDES),
    of_episode(),
    rowid=False,
)

episode_trigger = table(
    "episode_trigger",
    number_key("person_id"),
    number_key("number"),
    number_key("position"),
    words("trigger_id"),
    of_episode(),
    rowid=False,
)

episode_remedy = table(
    "episode_remedy",
    number_key("person_id"),
    number_key("number"),
    number_key("position"),
    words("remedy_id"),
    flag("helped"),
    number("relief_seconds", null=True),
    Column(  # neither of the two: unknown
        "not_helped",
        Integer,
        nullable=False,
        server_default=text("0"),
        info={CHECK: "not_helped IN (0, 1 - helped)"},
    ),
    of_episode(),
    rowid=False,
)

timer = table(
    "timer",
    number_key("person_id"),
    number("started_at"),
    number("utc_offset"),
    words("zone", null=True),
    flag("time_is_approximate"),
    words("words"),  # the words of `start`, in canonical form
    words("note", null=True),
    number("recorded_at"),
    of_person(),
)

night = table(
    "night",
    number_key("person_id"),
    number_key("night"),
    flag("quiet"),
    number("recorded_at"),
    number("recorded_offset"),
    of_person(),
    rowid=False,
)

night_factor = table(
    "night_factor",
    number_key("person_id"),
    number_key("night"),
    text_key("factor"),
    words("value"),
    number("recorded_at"),
    of_person(),
    rowid=False,
)

profile = table(
    "profile",
    number_key("person_id"),
    text_key("key"),
    words("value"),
    number("recorded_at"),
    of_person(),
    rowid=False,
)

condition = table(
    "condition",
    number_key("person_id"),
    text_key("uid"),
    words("name"),
    flag("known"),
    flag("absent"),
    words("since", null=True),
    words("until", null=True),
    number("recorded_at"),
    of_person(),
)

symptom = table(
    "symptom",
    number_key("person_id"),
    text_key("uid"),
    words("name"),
    one_of("side", SIDES),
    number("day"),
    one_of("status", ("present", "gone", "absent"), null=False),
    number("recorded_at"),
    of_person(),
)
Index("ix_symptom_day", symptom.c.person_id, symptom.c.day)

medicine = table(
    "medicine",
    number_key("person_id"),
    text_key("uid"),
    words("name"),
    flag("known"),
    words("started", null=True),
    words("stopped", null=True),
    number("recorded_at"),
    CheckConstraint("stopped >= substr(started, 1, length(stopped))", name="in_order"),
    of_person(),
)

dose = table(
    "dose",
    number_key("person_id"),
    text_key("uid"),
    number_key("position"),
    words("text"),
    words("since", null=True),
    ForeignKeyConstraint(
        ["person_id", "uid"], ["medicine.person_id", "medicine.uid"], ondelete="CASCADE"
    ),
    rowid=False,
)

visit = table(
    "visit",
    number_key("person_id"),
    text_key("uid"),
    number("day"),
    words("who", null=True),
    flag("done"),
    number("recorded_at"),
    of_person(),
)

snooze = table(
    "snooze",
    number_key("person_id"),
    text_key("rule_id"),
    number("until_day"),  # the last day on which the flag stays quiet
    words("urgency"),  # the urgency then: a flag that became more urgent is shown again
    words("because"),
    number("recorded_at"),
    of_person(),
    rowid=False,
)

act = table(
    "act",
    number_key("person_id"),
    number_key("id"),
    words("uid"),
    words("command"),
    words("said"),  # one line for people: what was done
    number("at"),
    number("reverts", null=True),  # the change that this undo or redo reverted
    number("beneath", null=True),  # the former top of the stack
    of_person(),
)

change = table(
    "change",
    number_key("person_id"),
    number_key("act_id"),
    number_key("position"),
    words("entity"),
    words("key"),
    words("before", null=True),  # JSON of the entity before; NULL: it did not exist
    ForeignKeyConstraint(["person_id", "act_id"], ["act.person_id", "act.id"]),
    rowid=False,
)
