"""Fixtures of a diary on a server; loaded by `conftest.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from clusters import ADMIN, Cluster, programs

from cramplog.diary.repository import Diary
from cramplog.server.__main__ import prepare

LOGINS = ("anna", "bob")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of the session's own, with the logins anna and bob."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed; on Debian: apt install postgresql")
    made = Cluster(found)
    for login in LOGINS:
        made.login(login)
    yield made
    made.remove()


@pytest.fixture(scope="session")
def _prepared(cluster: Cluster) -> str:
    """A database with a diary that has no people yet."""
    name = cluster.database()
    prepare(cluster.address(name, ADMIN), list(LOGINS))
    return name


@pytest.fixture
def empty_database(cluster: Cluster) -> str:
    """The name of a new database with nothing in it."""
    return cluster.database()


@pytest.fixture
def database(cluster: Cluster, _prepared: str) -> str:
    """The name of a new database with a diary, prepared for anna and bob."""
    return cluster.database(_prepared)


@pytest.fixture
def address(cluster: Cluster, database: str) -> str:
    """The address of that diary for anna."""
    return cluster.address(database, "anna")


@pytest.fixture
def cluster_address(cluster: Cluster, _prepared: str) -> Callable[[], str]:
    """Makes one more such diary for anna and returns its address."""
    return lambda: cluster.address(cluster.database(_prepared), "anna")


@pytest.fixture
def opened(address: str) -> Iterator[Callable[..., Diary]]:
    """Opens anna's diary, or that of another address; closes what it opened."""
    diaries: list[Diary] = []

    def open_one(place: str = address, person: str | None = None) -> Diary:
        diaries.append(Diary(place, person))
        return diaries[-1]

    yield open_one
    for diary in diaries:
        diary.close()
