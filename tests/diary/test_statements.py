"""Every statement means the same to the standard driver and to SQLAlchemy."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, bindparam, create_engine, event, select
from sqlalchemy.engine import Connection as SqlAlchemyConnection
from statement_binds import BINDS, FILTERS, binds_of, names_of

from cramplog.diary import compiled, statements
from cramplog.diary.compile_sql import filters_of, render, sql_of
from cramplog.diary.tables import episode, metadata, person
from cramplog.files.opening import Connection


@pytest.fixture
def pair(filled_file: Path) -> Iterator[tuple[Connection, SqlAlchemyConnection]]:
    """The same diary twice, each open in one of the two drivers."""
    other = shutil.copy(filled_file, filled_file.with_name("other.db"))
    ours = Connection(str(filled_file))
    engine: Engine = create_engine(f"sqlite:///{other}")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys=ON"))
    with engine.connect() as theirs:
        yield ours, theirs
    engine.dispose()
    ours.close()


def contents(run: Any) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: sorted((tuple(row) for row in run(f"SELECT * FROM {table}")), key=repr)
        for table in metadata.tables
    }


@pytest.mark.parametrize("name", statements.STATEMENTS)
def test_both_drivers_agree_on_what_a_statement_does(
    name: str, pair: tuple[Connection, SqlAlchemyConnection]
) -> None:
    ours, theirs = pair
    binds = binds_of(name, ours)
    before = contents(lambda sql: ours.query(sql, {}))
    with ours:
        rows = ours.all(name, **binds)
    ran = theirs.execute(statements.STATEMENTS[name], binds)
    assert ([tuple(row) for row in ran] if ran.returns_rows else []) == rows
    after = contents(lambda sql: ours.query(sql, {}))
    assert after == contents(theirs.exec_driver_sql)
    reads = compiled.SQL[name].startswith("SELECT")
    assert (before == after) is reads, "a read changed the diary, or a write did not"


@pytest.mark.parametrize("order", statements.ORDERS)
@pytest.mark.parametrize("chosen", FILTERS, ids="+".join)
def test_both_drivers_agree_on_filtered_episodes(
    chosen: tuple[str, ...], order: str, pair: tuple[Connection, SqlAlchemyConnection]
) -> None:
    ours, theirs = pair
    sql = compiled.EPISODES + "".join(compiled.FILTERS[name] for name in chosen)
    binds = {name: BINDS[name] for name in set(names_of(sql))}
    rows = ours.query(sql + compiled.ORDERS[order], binds)
    query = statements.EPISODES.where(*(statements.FILTERS[name] for name in chosen))
    core = theirs.execute(query.order_by(*statements.ORDERS[order]), binds)
    assert [tuple(row) for row in core] == rows


def test_every_filter_leaves_something_in_and_something_out(filled_file: Path) -> None:
    ours = Connection(str(filled_file))
    every = len(ours.query(compiled.EPISODES, {"person_id": 1}))
    for name, added in compiled.FILTERS.items():
        found = ours.query(compiled.EPISODES + added, BINDS)
        assert 0 < len(found) < every, name
    ours.close()


PLANS = {
    "list": (compiled.EPISODES + compiled.FILTERS["since"] + compiled.ORDERS["newest"]),
    "report": compiled.EPISODES
    + compiled.FILTERS["since"]
    + compiled.FILTERS["until"]
    + compiled.ORDERS["oldest"],
    "filtered list": compiled.EPISODES
    + compiled.FILTERS["since"]
    + compiled.FILTERS["muscle"]
    + compiled.ORDERS["newest"],
    "near": compiled.SQL["near"],
    "nights": compiled.SQL["episode_nights"],
    "first night": compiled.SQL["first_episode_night"],
}


@pytest.mark.parametrize("name", PLANS)
def test_what_is_read_by_night_goes_by_the_index_of_nights(name: str, filled_file: Path) -> None:
    database = sqlite3.connect(filled_file)
    plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {PLANS[name]}", BINDS)]
    database.close()
    episodes = [step for step in plan if re.search(r"\b(SCAN|SEARCH) episode\b", step)]
    assert episodes
    assert all("ix_episode_night (person_id=?" in step for step in episodes), plan
    if name in {"list", "report", "filtered list"}:
        assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.parametrize("name", ["last_number", "recent_numbers"])
def test_the_last_numbers_are_found_without_reading_the_diary(name: str, filled_file: Path) -> None:
    database = sqlite3.connect(filled_file)
    plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {compiled.SQL[name]}", BINDS)]
    database.close()
    assert all("SEARCH episode" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_the_compiled_module_is_what_the_statements_compile_to() -> None:
    with open(compiled.__file__, encoding="utf-8") as file:
        assert file.read() == render(), "run python -m cramplog.diary.compile_sql"


def test_a_hidden_bind_is_refused_by_the_compiler() -> None:
    with pytest.raises(ValueError, match="constants must be literals"):
        sql_of(select(episode.c.number).where(episode.c.pain == 7))


def test_a_filter_is_compiled_inside_its_query() -> None:
    added = filters_of(statements.EPISODES)["muscle"]
    assert "FROM site WHERE site.person_id = episode.person_id" in added
    assert bindparam("muscle").key in names_of(added)
    assert f"FROM {person.name}" not in added
