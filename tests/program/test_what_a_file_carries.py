"""A diary whose schema or indexes are not cramplog's: named, never run, and nothing lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from running import Program

ENDLESS = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x FROM r"
CHECKLESS = (
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, "
    "'CHECK (pain BETWEEN 0 AND 10)', 'CHECK (1)') WHERE name = 'episode'"
)
SMUGGLED = {
    "trigger": (
        "CREATE TRIGGER evil AFTER INSERT ON episode BEGIN UPDATE episode SET pain = 0; END",
        'trigger "evil"',
    ),
    "view in a table's place": (
        f"ALTER TABLE episode RENAME TO e; CREATE VIEW episode AS {ENDLESS}",
        'view "episode"',
    ),
    "view of the revision": (
        f"DROP TABLE alembic_version; CREATE VIEW alembic_version(version_num) AS {ENDLESS}",
        'view "alembic_version"',
    ),
    "view beside": (f"CREATE VIEW more AS {ENDLESS}", 'view "more"'),
    "virtual table": ("CREATE VIRTUAL TABLE words USING fts5(word)", 'virtual table "words"'),
    "index": ("CREATE INDEX odd ON episode (person_id, length(note))", 'index "odd"'),
    "table": ('CREATE TABLE "odd table" (x)', 'table "odd table"'),
    "generated column": (
        "ALTER TABLE visit ADD COLUMN g INTEGER GENERATED ALWAYS AS (done) VIRTUAL",
        'table "visit"',
    ),
    "no conditions": (
        CHECKLESS,
        'table "episode"',
    ),
    "a name that steers terminals": (
        'CREATE TABLE "\x1b[2J" (x)',
        "table",
    ),
}
COMMANDS = ("list --db {0}", "log left calf --db {0}", "check --db {0}", "restore {0}", "merge {0}")


def changed(file: Path, sql: str) -> None:
    database = sqlite3.connect(file)
    database.executescript(sql)
    database.execute("PRAGMA journal_mode=DELETE")
    database.close()


@pytest.mark.parametrize("name", SMUGGLED)
def test_what_a_file_carries_is_named_and_never_run(
    cramplog: Program, home: Path, name: str
) -> None:
    sql, said = SMUGGLED[name]
    assert cramplog("log", "left", "calf", "7", "--db", "given.db").code == 0
    changed(home / "given.db", sql)
    before = (home / "given.db").read_bytes()
    assert cramplog("log", "right", "calf").code == 0
    for command in COMMANDS:
        told = cramplog(*command.format("given.db").split(), "--json")
        assert told.code == 5, told
        assert "\x1b" not in told.stdout
        assert said in told.stdout.replace('\\"', '"'), told.stdout
    assert (home / "given.db").read_bytes() == before
    assert len(cramplog("list", "--json").data["episodes"]) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_table_is_named(cramplog: Program, home: Path, command: str) -> None:
    assert cramplog("log", "left", "calf", "7", "--db", "given.db").code == 0
    changed(home / "given.db", "DROP TABLE dose")
    told = cramplog(*command.format("given.db").split(), "--json")
    assert told.code == 5
    assert "dose" in told.stdout


@pytest.fixture
def bent(cramplog: Program, home: Path) -> Path:
    """A diary of 400 cramps whose index of nights lacks rows that its table has."""
    rows = [f"2024-{m:02}-{d:02}T02:00:00+00:00,calf" for m in range(1, 13) for d in range(1, 29)]
    (home / "in.csv").write_text("\n".join(["started_at,muscles", *rows]))
    told = cramplog("import", "in.csv", "--map=started_at=started_at", "--map=muscles=muscles")
    assert told.code == 0, told
    diary = Path(cramplog("config", "path", "--json").data["diary"])
    changed(
        diary,
        "PRAGMA writable_schema=ON; CREATE TABLE kept AS SELECT sql FROM sqlite_master "
        "WHERE name = 'ix_episode_night'; UPDATE sqlite_master SET sql = "
        "replace(sql, 'deleted_at IS NULL', 'deleted_at IS NULL AND number > 100') "
        "WHERE name = 'ix_episode_night'",
    )
    changed(
        diary,
        "REINDEX; PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = "
        "(SELECT sql FROM kept) WHERE name = 'ix_episode_night'; DROP TABLE kept",
    )
    return diary


EXPORTS = (
    "csv -o out",
    "csv -o -",
    "json -o out",
    "fhir -o out",
    "fhir --document -o out",
    "csv --night-log -o out",
)


@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_counts_what_it_wrote_against_the_table(
    cramplog: Program, home: Path, bent: Path, export: str
) -> None:
    told = cramplog("export", *export.split())
    assert told.code == 5, told
    assert "damaged" in told.stderr
    assert "cramplog backup" in told.stderr
    assert not (home / "out").exists()


def test_a_copy_of_sound_tables_is_restored_with_new_indexes(
    cramplog: Program, home: Path, bent: Path
) -> None:
    assert cramplog("check").code == 5
    copied = cramplog("backup", "--json").data["file"]
    assert cramplog("restore", copied, "--json").data["episodes"] == 336
    assert cramplog("check").code == 0
    assert cramplog("export", "json", "-o", "out", "--json").data["episodes"] == 336


@pytest.mark.parametrize("line", ["list --nights 3", "list --muscle shin", "list --search olives"])
def test_a_list_that_finds_nothing_is_counted_against_the_table(
    cramplog: Program, bent: Path, line: str
) -> None:
    told = cramplog(*line.split())
    assert told.code == 5, told
    assert "damaged" in told.stderr
