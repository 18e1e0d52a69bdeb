"""A server's diary of every schema there was is brought up to date with its rows and its fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from clusters import ADMIN, Cluster
from filled_diary import NOW, log
from frozen_diaries import LOGINS, REVISIONS, frozen_records, holds, record, thawed_on_server

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.errors import DiaryError
from cramplog.server.__main__ import prepare
from cramplog.services import history

Opened = Callable[..., Diary]
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=REVISIONS)
def old(request: pytest.FixtureRequest, cluster: Cluster, _prepared: str) -> tuple[str, str]:
    """Each schema in turn, with the name of a database that holds a diary of it.

    The role of all logins is there: it belongs to the cluster.
    """
    name = cluster.database()
    thawed_on_server(str(request.param), cluster, name)
    return str(request.param), name


def rows(cluster: Cluster, database: str) -> Rows:
    """What stands in each table, its owner included."""
    listed = cluster.sql(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=database
    )
    return {
        table: sorted(cluster.sql(f"SELECT * FROM {table}", database=database), key=repr)
        for (table,) in listed
        if table != "alembic_version"
    }


CHANGED = {"episode_remedy", "episode_trigger"}
"""Tables that a later schema gave a column or other names."""


def test_its_rows_and_their_owners_stay(cluster: Cluster, old: tuple[str, str]) -> None:
    revision, database = old
    before = rows(cluster, database)
    owners = dict(cluster.sql("SELECT id, owner FROM person", database=database))
    assert set(owners.values()) == set(LOGINS)
    prepare(cluster.address(database, ADMIN), list(LOGINS))
    after = rows(cluster, database)
    assert after.keys() == metadata.tables.keys()
    for table, held in before.items():
        assert held, table
        without = revision < "0004" and "person_id" in metadata.tables[table].c
        expected = [(*row, owners[row[0]]) if without else row for row in held]
        if table in CHANGED:
            assert [row[-1] for row in expected] == [row[-1] for row in after[table]], table
        else:
            assert after[table] == sorted(expected, key=repr), table
    said = cluster.sql("SELECT version_num FROM alembic_version", database=database)
    assert said == [(compiled.REVISION,)]


def test_each_login_has_its_own_record_alone(
    cluster: Cluster, old: tuple[str, str], opened: Opened
) -> None:
    revision, database = old
    prepare(cluster.address(database, ADMIN), list(LOGINS))
    address = cluster.address(database, "anna")
    for name, then in frozen_records(revision, "server").items():
        assert then["episodes"]
        assert holds(record(opened(address, name)), then)
    bob = opened(cluster.address(database, "bob"))
    assert [one.sites[0].muscle for one in bob.episodes()] == ["foot"]
    assert bob.people_names() == ["me"]


def test_every_table_is_fenced(cluster: Cluster, old: tuple[str, str]) -> None:
    _, database = old
    prepare(cluster.address(database, ADMIN), list(LOGINS))
    open_tables = cluster.sql(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND NOT (relrowsecurity AND relforcerowsecurity)",
        database=database,
    )
    assert open_tables == [("alembic_version",)]


def test_undo_redo_and_log_go_on(cluster: Cluster, old: tuple[str, str], opened: Opened) -> None:
    _, database = old
    prepare(cluster.address(database, ADMIN), list(LOGINS))
    diary = opened(cluster.address(database, "anna"))
    before = record(diary)
    history.take_back(diary, "redo", NOW)
    assert diary.episode(9).sites[0].muscle == "hand"
    history.take_back(diary, "undo", NOW)
    history.take_back(diary, "undo", NOW)
    history.take_back(diary, "redo", NOW)
    assert record(diary) == before
    assert log(diary, "left calf").number == 10


def test_the_administrators_own_command_brings_it_up_to_date_too(
    cluster: Cluster, old: tuple[str, str], opened: Opened
) -> None:
    revision, database = old
    if revision != compiled.REVISION:
        with pytest.raises(DiaryError, match=f"older schema {revision}, and this login"):
            opened(cluster.address(database, "anna"))
    opened(cluster.address(database, ADMIN))
    assert opened(cluster.address(database, "anna")).last_number() == 8
