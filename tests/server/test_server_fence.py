"""One person's login reads and writes no other person's rows, whatever SQL it sends."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from clusters import ADMIN, Cluster
from filled_diary import NOW, fill, log

from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.server import rights
from cramplog.server.__main__ import prepare
from cramplog.services import people, settings

Opened = Callable[..., Diary]


@pytest.fixture(scope="module")
def two(cluster: Cluster, _prepared: str) -> str:
    """A database in which anna's diary has something in every table, and bob's does, too."""
    database = cluster.database(_prepared)
    for login in ("anna", "bob"):
        diary = Diary(cluster.address(database, login))
        fill(diary)
        diary.close()
    return database


def owned(cluster: Cluster, database: str, table: str, login: str) -> int:
    """How many rows of a table are a login's, as the administrator counts them."""
    counted = f"SELECT count(*) FROM {table} WHERE owner = '{login}'"
    return int(cluster.sql(counted, database=database)[0][0])


@pytest.mark.parametrize("table", metadata.tables)
def test_a_login_reads_its_own_rows_alone(cluster: Cluster, two: str, table: str) -> None:
    assert owned(cluster, two, table, "anna") > 0
    for login in ("anna", "bob"):
        found = cluster.sql(f"SELECT count(*) FROM {table}", database=two, login=login)
        assert found == [(owned(cluster, two, table, login),)]


@pytest.mark.parametrize("table", metadata.tables)
def test_a_login_changes_and_deletes_nothing_of_anothers(
    cluster: Cluster, two: str, table: str
) -> None:
    theirs = "owner = 'anna'"
    look = f"SELECT xmin::text, * FROM {table} WHERE {theirs} ORDER BY ctid"
    before = cluster.sql(look, database=two)
    assert before
    column = "value" if table == "setting" else rights.columns(table, "INSERT")[-1]
    update = f"UPDATE {table} SET {column} = {column} WHERE {theirs}"
    try:
        cluster.sql(update, database=two, login="bob")
    except psycopg.errors.InsufficientPrivilege:
        assert table in rights.APPEND_ONLY
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        cluster.sql(f"DELETE FROM {table} WHERE {theirs}", database=two, login="bob")
    assert cluster.sql(look, database=two) == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO timer VALUES ({anna}, 1, 0, 'UTC', 0, '', NULL, 1, 'anna')",
        "INSERT INTO night VALUES ({anna}, 1, 1, 1, 0, 'anna')",
        "INSERT INTO person (uid, name, recorded_at, owner) VALUES ('x', 'x', 1, 'anna')",
        "INSERT INTO setting (key, value, owner) VALUES ('night.starts_at', '18:00', 'anna')",
        "UPDATE person SET owner = 'anna'",
        "UPDATE person SET id = 77",
        "INSERT INTO person (id, uid, name, recorded_at) VALUES (77, 'x', 'x', 1)",
        "UPDATE night SET owner = 'anna'",
        "UPDATE episode SET owner = 'anna', number = 77",
        "TRUNCATE site",
        "DELETE FROM change",
        "UPDATE act SET said = 'nothing'",
        "ALTER TABLE episode DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON episode",
        "CREATE POLICY mine ON episode USING (true)",
        "SET ROLE admin",
        "SET SESSION AUTHORIZATION anna",
        "GRANT anna TO bob",
        "UPDATE alembic_version SET version_num = '0'",
    ],
)
def test_a_login_can_neither_write_as_another_nor_move_the_fence(
    cluster: Cluster, two: str, statement: str
) -> None:
    (anna,), *_ = cluster.sql("SELECT id FROM person WHERE owner = 'anna'", database=two)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        cluster.sql(statement.format(anna=anna), database=two, login="bob")


def test_names_settings_and_numbers_are_each_logins_own(
    cluster: Cluster, database: str, address: str, opened: Opened
) -> None:
    anna, bob = opened(address), opened(cluster.address(database, "bob"))
    for diary in (anna, bob):
        people.add(diary, "carol", NOW)
        assert diary.people_names() == ["me", "carol"]
    log(anna, "left calf yesterday 13:00")
    assert log(bob, "foot yesterday 13:00").number == 1
    settings.put(anna, "night.starts_at", "18:00")
    people.use(bob, "carol")
    again = opened(address)
    assert (again.person, again.settings) == ("me", {"night.starts_at": "18:00"})
    assert opened(bob.path).settings == {"person": "carol"}
    nights = [next(iter(opened(one.path, "me").episodes())).night for one in (anna, bob)]
    assert nights[0] == nights[1] - 1, "a new boundary moved another login's nights"


def test_a_superuser_lays_its_powers_down(cluster: Cluster, two: str, opened: Opened) -> None:
    admin = opened(cluster.address(two, ADMIN))
    assert admin.people_names() == ["me"]
    assert list(admin.episodes()) == []
    assert log(admin, "left calf").number == 1
    assert cluster.sql("SELECT count(*) FROM person WHERE owner = 'admin'", database=two) == [(1,)]


def test_the_owner_of_the_tables_is_fenced_like_everybody(cluster: Cluster, opened: Opened) -> None:
    name = cluster.database()
    cluster.sql(f"ALTER DATABASE {name} OWNER TO bob")
    log(opened(cluster.address(name, "bob")), "calf")
    prepare(cluster.address(name, ADMIN), ["anna"])
    log(opened(cluster.address(name, "anna")), "foot")
    assert cluster.sql("SELECT count(*) FROM episode", database=name, login="bob") == [(1,)]
    assert cluster.sql("SELECT count(*) FROM episode", database=name) == [(2,)]


def test_a_login_that_was_not_prepared_is_told_who_can_help(
    cluster: Cluster, database: str, opened: Opened
) -> None:
    cluster.sql("DROP ROLE IF EXISTS eve")
    cluster.login("eve")
    with pytest.raises(Exception, match="does not let this login do that") as refused:
        opened(cluster.address(database, "eve"))
    assert "python -m cramplog.server" in str(refused.value)
