"""Every statement gives the rows on PostgreSQL that it gives on SQLite, and changes the same."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from clusters import Cluster
from filled_diary import filled
from statement_binds import BINDS, FILTERS, binds_of, names_of

from cramplog.diary import compiled, statements
from cramplog.diary.tables import metadata
from cramplog.files.opening import Connection
from cramplog.server.connection import Connection as ServerConnection

Both = tuple[Connection, ServerConnection]


class _TakeBackError(Exception):
    """Rolls a statement's changes back, so that all tests share the two diaries."""


def columns(table: str) -> str:
    return ", ".join(f'"{column.name}"' for column in metadata.tables[table].columns)


def contents(run: Connection | ServerConnection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for who owns it."""
    return {
        table: sorted(run.query(f"SELECT {columns(table)} FROM {table}", {}), key=repr)
        for table in metadata.tables
    }


def copied(file: Connection, cluster: Cluster, database: str) -> None:
    """Put a file's rows in a server's diary, as anna's."""
    for table in metadata.sorted_tables:
        for row in file.query(f"SELECT {columns(table.name)} FROM {table.name}", {}):
            marks = ", ".join(["%s"] * len(row))
            cluster.sql(
                f"INSERT INTO {table.name} ({columns(table.name)}, owner) VALUES ({marks}, 'anna')",
                database=database,
                binds=row,
            )


@pytest.fixture(scope="module")
def both(
    cluster: Cluster, _prepared: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    """The same diary in a file and on a server."""
    path = tmp_path_factory.mktemp("both") / "diary.db"
    filled(path).close()
    file = Connection(str(path))
    database = cluster.database(_prepared)
    copied(file, cluster, database)
    server = ServerConnection(cluster.address(database, "anna"))
    yield file, server
    server.close()
    file.close()


def outcome(
    run: Connection | ServerConnection, name: str, binds: dict[str, Any]
) -> tuple[list[tuple[Any, ...]], dict[str, list[tuple[Any, ...]]]]:
    """What a statement gives, and what the diary holds after it."""
    found: list[Any] = []
    try:
        with run:
            found += [run.all(name, **binds), contents(run)]
            raise _TakeBackError
    except _TakeBackError:
        return found[0], found[1]


@pytest.mark.parametrize("name", statements.STATEMENTS)
def test_a_statement_means_the_same_on_a_server(name: str, both: Both) -> None:
    file, server = both
    assert contents(file) == contents(server)
    binds = binds_of(name, file)
    rows, after = outcome(file, name, binds)
    assert outcome(server, name, binds) == (rows, after)
    if name.startswith("insert_"):
        assert after != contents(file)


@pytest.mark.parametrize("order", statements.ORDERS)
@pytest.mark.parametrize("chosen", FILTERS, ids="+".join)
def test_filtered_episodes_are_the_same_on_a_server(
    chosen: tuple[str, ...], order: str, both: Both
) -> None:
    wanted = names_of(compiled.EPISODES + "".join(compiled.FILTERS[name] for name in chosen))
    binds = {name: BINDS[name] for name in wanted}
    file, server = (list(run.episodes(chosen, order, binds)) for run in both)
    assert [episode(row) for row in server] == [episode(row) for row in file]


def episode(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row with the lists of its children in order, which the query leaves open."""
    *plain, sites, triggers, remedies = row
    return (*plain, *(sorted((cell or "").split(";")) for cell in (sites, triggers, remedies)))


def test_a_yes_is_a_number_on_a_server_too(both: Both) -> None:
    _, server = both
    for name in ("nights", "people"):
        for row in server.all(name, **{k: BINDS[k] for k in names_of(compiled.SQL[name])}):
            assert all(cell is None or type(cell) in (int, str) for cell in row)


def test_a_stream_reads_what_its_own_change_wrote_and_lets_others_run(both: Both) -> None:
    _, server = both
    with contextlib.suppress(_TakeBackError), server:
        server.all("bury_episode", deleted_at=5, person_id=1, number=1)
        numbers = []
        for row in server.episodes((), "oldest", {"person_id": 1}):
            numbers.append(row[0])
            assert server.one("deleted_at", person_id=1, number=row[0]) == (None,)
        assert 1 not in numbers
        raise _TakeBackError
    assert next(iter(server.episodes((), "oldest", {"person_id": 1})))[0] == 1


def test_nothing_waits_for_a_reader_who_stopped_half_way(both: Both) -> None:
    _, server = both
    for _ in range(30):  # three times the connections that there are
        rows = server.episodes((), "oldest", {"person_id": 1})
        next(rows)
        rows.close()  # type: ignore[attr-defined]
    assert server.all("settings")
