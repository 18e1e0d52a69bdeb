"""What a login asks of PostgreSQL tells it nothing of another's rows, and stops nobody.

Anna has something in every table, bob has rights and nothing. He guesses what she wrote, by every
operator that PostgreSQL runs before it hides rows, and looks at plans, costs, counts and pages.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from clusters import ADMIN, Cluster
from filled_diary import fill, log

from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.server import limits
from cramplog.server.__main__ import prepare

Session = psycopg.Connection[tuple[Any, ...]]
LONG = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=9000))
"""A note that PostgreSQL keeps in other pages than the rest of its row."""

SCANS = {
    "as planned": (),
    "all rows": ("indexscan", "indexonlyscan", "bitmapscan"),
    "index": ("seqscan", "bitmapscan"),
    "bitmap": ("seqscan", "indexscan", "indexonlyscan"),
}
OPERATORS = (
    "{column} = {guess}",
    "{column} >= {guess}",
    "{column} < {guess}",
    "{column} <> {guess}",
    "{column} = ANY (ARRAY[{guess}])",
    "{column} >= ANY (ARRAY[{guess}])",
    "NOT {column} = ANY (ARRAY[{guess}])",
    "{column}::text LIKE {guess}::text",
    "ctid >= '(0,0)' AND {column} <= {guess}",
)
TOLD = (
    "Node Type",
    "Startup Cost",
    "Total Cost",
    "Plan Rows",
    "Actual Rows",
    "Actual Loops",
    "Rows Removed by Filter",
    "Rows Removed by Index Recheck",
    "Exact Heap Blocks",
    "Shared Hit Blocks",
    "Shared Read Blocks",
)


@pytest.fixture(scope="module")
def attacked(cluster: Cluster, _prepared: str) -> str:
    """A database in which anna has all there can be, and PostgreSQL has looked at it."""
    database = cluster.database(_prepared)
    prepare(cluster.address(database, ADMIN), ["anna", "bob"])
    diary = Diary(cluster.address(database, "anna"))
    fill(diary)
    log(diary, "2026-11-18 01:00 left calf", note=LONG)
    diary.close()
    cluster.sql("VACUUM ANALYZE", database=database)
    return database


@pytest.fixture
def bob(cluster: Cluster, attacked: str) -> Iterator[Session]:
    with session(cluster, attacked, "bob") as one:
        yield one


def session(cluster: Cluster, database: str, login: str) -> Session:
    address = cluster.address(database, login).replace("+psycopg", "")
    return psycopg.connect(address, autocommit=True)


def told(bob: Session, query: str) -> list[tuple[object, ...]]:
    """All that PostgreSQL says of running a query, but for the guess in it, and for time."""
    asked = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, FORMAT JSON) {query}"
    bob.execute(asked.encode())  # what is read for the first time is kept from then on
    row = bob.execute(asked.encode()).fetchone()
    assert row is not None
    return list(_nodes(row[0][0]["Plan"]))


def _nodes(plan: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    yield tuple(plan.get(name) for name in TOLD)
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def guesses(cluster: Cluster, database: str, table: str) -> Iterator[tuple[str, str, str]]:
    """For each column one of anna's values, and one that nobody has, as SQL writes them."""
    for column in metadata.tables[table].columns:
        asked = f'SELECT quote_literal(max("{column.name}")) FROM {table} WHERE owner = %s'
        ((right,),) = cluster.sql(asked, database=database, binds=["anna"])
        if right is None or LONG in right:
            continue
        if column.type.python_type is int:
            yield f'"{column.name}"', right[1:-1], str(int(right[1:-1]) + 1)
        else:
            yield f'"{column.name}"', right, f"{right[:-1]}zzz'"


@pytest.mark.parametrize("scan", SCANS)
@pytest.mark.parametrize("table", metadata.tables)
def test_a_right_guess_looks_as_a_wrong_one_does(
    cluster: Cluster, attacked: str, bob: Session, table: str, scan: str
) -> None:
    for kind in SCANS[scan]:
        bob.execute(f"SET enable_{kind} = off".encode())
    tried = list(guesses(cluster, attacked, table))
    assert tried
    for column, *pair in tried:
        for operator in OPERATORS:
            right, wrong = (
                f"SELECT * FROM {table} WHERE {operator.format(column=column, guess=guess)}"
                for guess in pair
            )
            assert told(bob, right) == told(bob, wrong), right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("zone >= 'Z'", "zone >= 'A'"),
        ("uid >= ANY ('{zzz}')", "uid >= ANY ('{0}')"),
        ("number = 0", "number >= 1"),
        ("uid = ANY ('{zzz}') AND zone IS NOT NULL", "uid >= ANY ('{0}') AND zone IS NOT NULL"),
    ],
)
@pytest.mark.parametrize("note", ["note >= 'a'", "note >= ANY ('{a}')", "length(note) > 1"])
def test_no_query_reads_on_in_a_row_that_is_anothers(
    bob: Session, wrong: str, right: str, note: str
) -> None:
    """Whoever reads a long note takes more pages, which EXPLAIN counts."""
    for kind in SCANS["all rows"]:
        bob.execute(f"SET enable_{kind} = off".encode())
    pages = [
        [node[-2:] for node in told(bob, f"SELECT FROM episode WHERE {guess} AND {note}")]
        for guess in (wrong, right)
    ]
    assert pages[0] == pages[1]


def test_another_persons_letters_do_not_come_by_a_join(bob: Session) -> None:
    """A table of guesses beside the other's, by each way of joining."""
    for off in ("", "hashjoin", "mergejoin", "nestloop"):
        if off:
            bob.execute(f"SET enable_{off} = off".encode())
        seen = {
            str(
                told(
                    bob, f"SELECT FROM (VALUES ('{a}'), ('{b}')) AS g (x) JOIN medicine ON name = x"
                )
            )
            for a, b in (("simvastatin", "quinine"), ("nothing", "nobody"))
        }
        assert len(seen) == 1


def test_postgresql_keeps_no_values_for_its_planner(cluster: Cluster, attacked: str) -> None:
    kept = cluster.sql(
        "SELECT DISTINCT relname::text FROM pg_statistic JOIN pg_class ON pg_class.oid = starelid "
        "WHERE relnamespace = 'public'::regnamespace",
        database=attacked,
    )
    assert kept in ([], [("alembic_version",)])


def test_a_key_that_another_has_is_free(cluster: Cluster, attacked: str) -> None:
    """A refusal for the sake of another's row would tell that there is one."""
    database = cluster.database(attacked)
    uid, name = "SELECT uid FROM person WHERE owner = 'anna' ORDER BY id", "me"
    ((theirs,), *_) = cluster.sql(uid, database=database)
    with session(cluster, database, "bob") as bob:
        bob.execute(
            "INSERT INTO person (uid, name, recorded_at) VALUES (%s, %s, 1)", [theirs, name]
        )
        assert bob.execute("SELECT id FROM person").fetchall() == [(1,)]
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            bob.execute(
                "INSERT INTO visit (person_id, uid, day, done, recorded_at) "
                "VALUES (2, 'x', 1, 0, 1)"
            )


@pytest.mark.parametrize("mode", ["ROW SHARE", "SHARE", "EXCLUSIVE", "ACCESS EXCLUSIVE"])
def test_no_login_locks_a_table(bob: Session, mode: str) -> None:
    for table in (*metadata.tables, "alembic_version"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege), bob.transaction():
            bob.execute(f"LOCK TABLE {table} IN {mode} MODE".encode())


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT pg_advisory_lock(1668440429)",
        "SELECT count(pg_try_advisory_xact_lock(n)) FROM generate_series(1, 9) AS n",
        "SELECT lo_create(0)",
        "CREATE TEMPORARY TABLE mine (x text)",
        "CREATE TABLE mine (x text)",
        "CREATE SCHEMA mine",
        "SET temp_file_limit = -1",
        "ALTER ROLE bob CONNECTION LIMIT 1000",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'admin'",
    ],
)
def test_no_login_takes_what_all_need(cluster: Cluster, attacked: str, statement: str) -> None:
    with (
        session(cluster, attacked, ADMIN),
        session(cluster, attacked, "bob") as bob,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        bob.execute(statement.encode())


def test_no_numbers_are_given_to_all_from_one_counter(cluster: Cluster, attacked: str) -> None:
    assert cluster.sql("SELECT * FROM pg_sequences", database=attacked) == []


def test_one_login_cannot_take_every_connection(cluster: Cluster, attacked: str) -> None:
    held = [session(cluster, attacked, "bob") for _ in range(limits.CONNECTIONS)]
    try:
        with pytest.raises(psycopg.OperationalError, match="too many connections for role"):
            session(cluster, attacked, "bob")
        session(cluster, attacked, "anna").close()
    finally:
        for one in held:
            one.close()


def test_a_login_begins_with_limits_of_time(bob: Session) -> None:
    for name, value in limits.SETTINGS.items():
        assert bob.execute(f"SHOW {name}".encode()).fetchone() == (value,)


def test_what_an_administrator_has_set_stays(cluster: Cluster, attacked: str) -> None:
    cluster.sql("DROP ROLE IF EXISTS hal")
    cluster.login("hal", "CONNECTION LIMIT 3")
    cluster.sql(f"ALTER ROLE hal IN DATABASE {attacked} SET statement_timeout = '1h'")
    prepare(cluster.address(attacked, ADMIN), ["hal"])
    with session(cluster, attacked, "hal") as hal:
        assert hal.execute("SHOW statement_timeout").fetchone() == ("1h",)
        assert hal.execute("SHOW lock_timeout").fetchone() == ("20s",)
    assert cluster.sql("SELECT rolconnlimit FROM pg_roles WHERE rolname = 'hal'") == [(3,)]


def test_the_functions_that_take_rows_away_take_the_logins_own(
    cluster: Cluster, attacked: str
) -> None:
    count = "SELECT count(*) FROM setting"
    database = cluster.database(attacked)
    before = cluster.sql(count, database=database)
    with session(cluster, database, "bob") as bob:
        bob.execute(
            "SELECT cramplog_drop_setting(key) FROM (VALUES ('trigger.moonlight')) AS k (key)"
        )
        bob.execute("SET search_path = pg_catalog")
        bob.execute("SELECT public.cramplog_drop_setting('trigger.moonlight')")
    assert cluster.sql(count, database=database) == before


def test_a_setup_by_no_superuser_limits_what_it_may(cluster: Cluster) -> None:
    cluster.sql("DROP ROLE IF EXISTS ida", "DROP ROLE IF EXISTS jo")
    cluster.login("ida", "CREATEROLE")
    database = cluster.database()
    cluster.sql(
        f"ALTER DATABASE {database} OWNER TO ida", "GRANT cramplog_diary TO ida WITH ADMIN OPTION"
    )
    assert prepare(cluster.address(database, "ida"), ["jo"]) == (["jo"], [])
    assert cluster.sql("SELECT rolconnlimit FROM pg_roles WHERE rolname = 'jo'") == [(20,)]
    with session(cluster, database, ADMIN) as admin:
        admin.execute("SET SESSION AUTHORIZATION jo")
        with pytest.raises(psycopg.errors.InsufficientPrivilege), admin.transaction():
            admin.execute("LOCK TABLE episode")
