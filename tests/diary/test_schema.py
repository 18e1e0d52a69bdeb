"""The compiled schema, the migrations and the tables say the same; bad rows are refused."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.files import migrate

Shape = dict[str, Any]


def shape(path: Path) -> Shape:
    """The structure of a database: everything but the order of constraints in its text."""
    database = sqlite3.connect(path)

    def rows(pragma: str) -> list[tuple[Any, ...]]:
        return sorted(database.execute(f"PRAGMA {pragma}").fetchall(), key=repr)

    listed = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    found: Shape = {}
    for name, sql in listed.fetchall():
        flat = " ".join(sql.split())
        kinds = "STRICT" in flat, "WITHOUT ROWID" in flat
        checks = re.findall(r"CONSTRAINT (\w+) CHECK \((.*?)\)(?=,| ?\))", flat)
        indexes = []
        for _, index, unique, origin, partial in rows(f"index_list({name})"):
            named = index if origin == "c" else ""
            indexes.append((named, unique, origin, partial, rows(f"index_xinfo({index})")))
        found[name] = (
            rows(f"table_xinfo({name})"),
            sorted(indexes, key=repr),
            [row[2:] for row in rows(f"foreign_key_list({name})")],
            sorted(checks),
            kinds,
        )
    where = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    found["partial indexes"] = sorted(
        (name, " ".join(sql.partition("WHERE")[2].split())) for name, sql in database.execute(where)
    )
    database.close()
    return found


def migrated(path: Path) -> Path:
    """A database made by the migrations alone."""
    path.touch()
    migrate.upgrade(str(path))
    return path


def test_the_compiled_schema_is_what_the_migrations_make(diary: Diary, tmp_path: Path) -> None:
    ours, theirs = shape(Path(diary.path)), shape(migrated(tmp_path / "migrated.db"))
    assert ours.keys() == theirs.keys()
    for table, structure in ours.items():
        assert structure == theirs[table], table


def test_the_shape_sees_what_it_is_to_compare(diary: Diary) -> None:
    columns, indexes, foreign, checks, (strict, _) = shape(Path(diary.path))["episode"]
    assert len(columns) == len(metadata.tables["episode"].columns)
    assert {name for name, *_ in indexes} >= {"ix_episode_night"}
    assert foreign
    assert {name for name, _ in checks} >= {"ck_episode_pain", "ck_episode_utc_offset"}
    assert strict


def test_nothing_is_left_for_alembic_to_generate(tmp_path: Path) -> None:
    path = migrated(tmp_path / "migrated.db")
    database = migrate.engine(str(path))
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.dispose()


def test_the_newest_revision_is_the_compiled_one() -> None:
    assert migrate.newest_revision() == compiled.REVISION
    assert migrate.knows(compiled.REVISION)
    assert not migrate.knows("ffff")


def test_every_table_is_strict_and_of_plain_types(diary: Diary) -> None:
    for name, structure in shape(Path(diary.path)).items():
        if name in metadata.tables:
            columns, *_, (strict, _) = structure
            assert strict, name
            assert {column[2] for column in columns} <= {"INTEGER", "TEXT", "REAL"}, name


EPISODE = {
    "person_id": 1,
    "number": 900,
    "uid": "'u'",
    "night": 739000,
    "started_at": 1700000000,
    "utc_offset": 0,
    "time_is_approximate": 0,
    "daytime": 0,
    "duration_is_estimate": 0,
    "recorded_at": 1700000000,
    "recorded_offset": 0,
    "source": "'log'",
}


def insert(file: Path, table: str, values: dict[str, object]) -> None:
    database = sqlite3.connect(file)
    database.execute("PRAGMA foreign_keys=ON")
    names, cells = ", ".join(values), ", ".join(map(str, values.values()))
    try:
        database.execute(f"INSERT INTO {table} ({names}) VALUES ({cells})")
    finally:
        database.close()


def test_a_good_row_is_taken(filled_file: Path) -> None:
    insert(filled_file, "episode", EPISODE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain": 11},
        {"pain": -1},
        {"pain": "'bad'"},
        {"duration_seconds": 0},
        {"duration_seconds": 86401},
        {"type": "'localized'"},
        {"spread": "'tonic'"},
        {"woke": 2},
        {"daytime": 2},
        {"daytime": "NULL"},
        {"number": 0},
        {"note": "''"},
        {"note": "printf('%.*c', 10001, 'x')"},
        {"utc_offset": 100_000},
        {"started_at": "NULL"},
        {"started_at": 1.5},
        {"started_at": "'now'"},
        {"source": "NULL"},
        {"person_id": 77},
        {"number": 1},
        {"uid": "(SELECT uid FROM episode LIMIT 1)"},
    ],
    ids=str,
)
def test_an_episode_that_cannot_be_is_refused_by_the_database(
    filled_file: Path, wrong: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(filled_file, "episode", {**EPISODE, **wrong})


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("site", {"person_id": 1, "number": 1, "position": 9, "muscle": "'neck'"}),
        ("site", {"person_id": 1, "number": 1, "position": 9, "muscle": "'leg'", "side": "'up'"}),
        ("site", {"person_id": 1, "number": 999, "position": 0, "muscle": "'calf'"}),
        (
            "episode_remedy",
            {"person_id": 1, "number": 1, "position": 9, "remedy_id": "'walk'", "helped": 2},
        ),
        ("person", {"uid": "'me2'", "name": "''", "recorded_at": 0}),
        ("person", {"uid": "'me2'", "name": "'me'", "recorded_at": 0}),
        (
            "symptom",
            {
                "person_id": 1,
                "uid": "'s'",
                "name": "'swelling'",
                "day": 1,
                "status": "'maybe'",
                "recorded_at": 0,
            },
        ),
        (
            "night",
            {"person_id": 1, "night": 1, "quiet": 2, "recorded_at": 0, "recorded_offset": 0},
        ),
        ("change", {"person_id": 1, "act_id": 999, "position": 0, "entity": "'x'", "key": "''"}),
    ],
)
def test_other_rows_that_cannot_be_are_refused_by_the_database(
    filled_file: Path, table: str, values: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(filled_file, table, values)
