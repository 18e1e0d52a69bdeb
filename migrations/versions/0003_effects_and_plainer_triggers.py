"""remedies that did not help; triggers whose names sounded like a diagnosis are renamed"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

RENAMED = {
    "hypothermia": "cold",
    "thermal_shock": "heat",
    "toxicosis": "pregnancy_sickness",
    "toxic_poisoning": "poison_contact",
    "lower_limb_pathology": "leg_disease",
    "cns_immaturity": "maturing_nerves",
}
FACTOR = "factor:"  # before a factor's name in the fields of table `difference`

EFFECT = (
    "ALTER TABLE episode_remedy ADD COLUMN not_helped INTEGER DEFAULT 0 NOT NULL "
    "CONSTRAINT ck_episode_remedy_not_helped CHECK (not_helped IN (0, 1 - helped))"
)
COLUMNS = {
    "episode_trigger": "UPDATE episode_trigger SET trigger_id = :new WHERE trigger_id = :old",
    "night_factor": (
        "UPDATE night_factor SET factor = :new WHERE factor = :old AND NOT EXISTS ("
        "SELECT 1 FROM night_factor AS named WHERE named.person_id = night_factor.person_id "
        "AND named.night = night_factor.night AND named.factor = :new)"
    ),
    "difference": (
        "UPDATE difference SET field = 'factor:' || :new WHERE field = 'factor:' || :old"
    ),
}
RECORDS = {
    "change": ("before", ("person_id", "act_id", "position")),
    "merged": ("state", ("person_id", "entity", "gid", "uid")),
    "difference": ("others", ("person_id", "entity", "key", "field")),
}
"""Tables that keep entities as JSON: the column, and the key of a row."""


def upgrade() -> None:
    op.execute(EFFECT)
    connection = op.get_bind()
    tables = sorted({*COLUMNS, *RECORDS})
    _fence(connection, "NO FORCE", tables)
    for statement in COLUMNS.values():
        connection.execute(
            sa.text(statement), [{"old": old, "new": new} for old, new in RENAMED.items()]
        )
    for table, (column, key) in RECORDS.items():
        _rename(connection, table, column, key)
    _fence(connection, "FORCE", tables)


def _fence(connection: sa.Connection, how: str, tables: list[str]) -> None:
    """Let the owner of a server's tables reach every login's rows, or no longer."""
    if connection.dialect.name == "postgresql":
        for table in tables:
            connection.execute(sa.text(f"ALTER TABLE {table} {how} ROW LEVEL SECURITY"))


def _rename(connection: sa.Connection, table: str, column: str, key: tuple[str, ...]) -> None:
    mentioned = " OR ".join(f"{column} LIKE '%{name}%'" for name in RENAMED)
    rows = connection.execute(
        sa.text(f"SELECT {column}, {', '.join(key)} FROM {table} WHERE {mentioned}")
    ).all()
    where = " AND ".join(f"{name} = :{name}" for name in key)
    for text, *owner in rows:
        record = json.loads(text)
        said = _renamed(record)
        if said != record:
            connection.execute(
                sa.text(f"UPDATE {table} SET {column} = :said WHERE {where}"),
                {
                    "said": json.dumps(said, ensure_ascii=False),
                    **dict(zip(key, owner, strict=True)),
                },
            )


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {_field(key): _cell(key, each) for key, each in value.items()}
    return list(map(_renamed, value)) if isinstance(value, list) else value


def _cell(key: str, value: Any) -> Any:
    if key in ("trigger_id", "factor"):
        return RENAMED.get(value, value)
    if key == "field":
        return _field(value)
    if key == "others" and isinstance(value, str):
        return json.dumps(_renamed(json.loads(value)))
    return _renamed(value)


def _field(name: str) -> str:
    plain = name.removeprefix(FACTOR)
    return name if plain == name else FACTOR + RENAMED.get(plain, plain)


def downgrade() -> None:
    op.drop_constraint("ck_episode_remedy_not_helped", "episode_remedy")
    op.drop_column("episode_remedy", "not_helped")
