"""Opening a diary on a server: made once, upgraded in one transaction, refused in words."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from clusters import ADMIN, Cluster
from filled_diary import log

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.diary.tables import metadata
from cramplog.errors import DiaryError, DiaryNewer
from cramplog.files import migrate
from cramplog.server.__main__ import main, prepare
from cramplog.server.engine import engine_of

Opened = Callable[..., Diary]
MORE = """
import sqlalchemy as sa
from alembic import op

revision = "more"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table(
        "later",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
    )
    with op.batch_alter_table("episode") as batch:
        batch.add_column(sa.Column("mood", sa.Text()))
    {then}
"""


def a_later_version(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str = "pass") -> None:
    """As if this were the program that comes after the next migration."""
    shutil.copytree(migrate.folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = MORE.format(head=compiled.REVISION, then=then)
    (folder / "versions" / "9999_more.py").write_text(text)
    monkeypatch.setattr(migrate, "folder", lambda: str(folder))
    monkeypatch.setattr(compiled, "REVISION", "more")


def tables(cluster: Cluster, database: str) -> set[str]:
    found = cluster.sql(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=database
    )
    return {name for (name,) in found}


def test_an_empty_database_becomes_a_diary(
    cluster: Cluster, empty_database: str, opened: Opened
) -> None:
    diary = opened(cluster.address(empty_database, ADMIN))
    assert log(diary, "left calf").number == 1
    assert tables(cluster, empty_database) == {*metadata.tables, "alembic_version"}


def test_the_schema_is_what_the_tables_say_but_for_owners(
    cluster: Cluster, empty_database: str, opened: Opened
) -> None:
    address = cluster.address(empty_database, ADMIN)
    opened(address)
    with engine_of(address).connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    kinds = {(one[0], one[-1].name) for one in found}
    led = ("add_fk", "remove_fk", "add_constraint", "remove_constraint")
    assert {kind for kind, _ in kinds} <= {"remove_column", "add_index", "remove_index", *led}
    assert {name for kind, name in kinds if kind == "remove_column"} == {"owner"}


def test_every_key_and_index_is_led_by_the_owner(cluster: Cluster, database: str) -> None:
    found = cluster.sql(
        "SELECT indexrelid::regclass::text, attname FROM pg_index "
        "JOIN pg_class ON pg_class.oid = indrelid "
        "JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] "
        "WHERE relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'",
        database=database,
    )
    assert len(found) > len(metadata.tables)
    assert {column for _, column in found} == {"owner"}


def test_creators_at_once_make_one_diary(cluster: Cluster, empty_database: str) -> None:
    code = "import sys; from cramplog.diary.repository import Diary; Diary(sys.argv[1])"
    address = cluster.address(empty_database, ADMIN)
    makers = [
        subprocess.Popen([sys.executable, "-c", code, address], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    told = [maker.communicate()[1] for maker in makers]
    assert {maker.returncode for maker in makers} == {0}, told
    assert cluster.sql("SELECT name, owner FROM person", database=empty_database) == [("me", ADMIN)]


def test_a_diary_of_a_newer_version_is_refused(
    cluster: Cluster, database: str, address: str, opened: Opened
) -> None:
    cluster.sql("UPDATE alembic_version SET version_num = 'ffff'", database=database)
    with pytest.raises(DiaryNewer) as refused:
        opened(address)
    assert refused.value.exit_code == 5
    assert "schema ffff; this one knows" in refused.value.message
    assert "s3cret" not in str(refused.value)


def test_an_older_diary_is_upgraded_with_its_entries_and_its_fence(
    cluster: Cluster,
    empty_database: str,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = cluster.address(empty_database, ADMIN)
    log(opened(address), "left calf 5m")
    a_later_version(monkeypatch, tmp_path / "later")
    diary = opened(address)
    assert [one.number for one in diary.episodes()] == [1]
    assert "later" in tables(cluster, empty_database)
    forced = "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'episode'"
    assert cluster.sql(forced, database=empty_database) == [(True,)]


def test_a_migration_that_fails_leaves_nothing_of_itself(
    cluster: Cluster,
    empty_database: str,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = cluster.address(empty_database, ADMIN)
    log(opened(address), "left calf 5m")
    before = tables(cluster, empty_database)
    a_later_version(monkeypatch, tmp_path / "later", then='op.execute("SELECT 1 / 0")')
    with pytest.raises(DiaryError, match="SQLSTATE 22012"):
        opened(address)
    assert tables(cluster, empty_database) == before
    monkeypatch.undo()
    assert [one.number for one in opened(address).episodes()] == [1]


def test_a_persons_login_leaves_the_upgrade_to_the_administrator(
    cluster: Cluster,
    database: str,
    address: str,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log(opened(address), "left calf")
    before = compiled.REVISION
    a_later_version(monkeypatch, tmp_path / "later")
    with pytest.raises(DiaryError, match=f"has the older schema {before}, and this") as refused:
        opened(address)
    assert "python -m cramplog.server ADDRESS" in refused.value.hint
    prepare(cluster.address(database, ADMIN), ["anna"])
    assert [one.number for one in opened(address).episodes()] == [1]


def test_a_login_without_rights_makes_no_diary(
    cluster: Cluster, empty_database: str, opened: Opened
) -> None:
    with pytest.raises(DiaryError, match="holds no diary yet, and this login may not"):
        opened(cluster.address(empty_database, "bob"))
    assert tables(cluster, empty_database) == set()


def test_tables_of_another_program_are_left_as_they_are(
    cluster: Cluster, empty_database: str, opened: Opened
) -> None:
    cluster.sql("CREATE TABLE person (name text)", database=empty_database)
    with pytest.raises(DiaryError, match="tables of another program"):
        opened(cluster.address(empty_database, ADMIN))
    assert tables(cluster, empty_database) == {"person"}


def test_the_setup_makes_logins_and_may_be_run_again(
    cluster: Cluster, empty_database: str, opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    cluster.sql('DROP ROLE IF EXISTS "Dr. No"')
    address = cluster.address(empty_database, ADMIN)
    for expected in ("Dr. No has no password yet", ""):
        assert main([address, "anna", "Dr. No"]) == 0
        told = capsys.readouterr().out
        assert "is ready for anna, Dr. No." in told
        assert expected in told
        assert told.count("no password yet") == (1 if expected else 0)
        assert "s3cret" not in told
    assert log(opened(cluster.address(empty_database, "anna")), "calf").number == 1


@pytest.mark.parametrize("arguments", [[], ["diary.db"], ["--help"], ["anna"]])
def test_the_setup_tells_how_it_is_called(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: python -m cramplog.server postgresql")


def test_the_setup_by_a_login_that_may_not_says_so(
    cluster: Cluster, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([cluster.address(database, "bob"), "carol"]) == 5
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert told.count("\n") == 1
    assert "s3cret" not in told
