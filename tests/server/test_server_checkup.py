"""What `check` says of a diary on a server when something there is not as it should be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clusters import ADMIN, Cluster
from filled_diary import NOW, log

from cramplog.diary.repository import Diary
from cramplog.files import backup
from cramplog.services import checkup
from cramplog.services.checkup import ERROR, OK, WARN

Opened = Callable[..., Diary]
BY_DESIGN = {"durability": WARN}
"""The tests' server does not wait for its disk."""


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def states(address: str) -> dict[str, str]:
    """The state of what is not in order, by name."""
    found = checkup.examine(address, NOW.instant)
    assert all(one.hint for one in found if one.state != OK)
    assert "s3cret" not in repr(found)
    return {one.name: one.state for one in found if one.state != OK}


def test_a_diary_in_order(address: str, opened: Opened) -> None:
    opened(address)
    assert states(address) == BY_DESIGN


@pytest.mark.parametrize(
    ("damage", "wrong"),
    [
        ("ALTER TABLE episode DISABLE ROW LEVEL SECURITY", {"rows": ERROR}),
        ("ALTER TABLE site NO FORCE ROW LEVEL SECURITY", {"rows": ERROR}),
        ("DROP POLICY own_rows ON night", {"rows": ERROR}),
        ("DROP POLICY own_rows_first ON night", {"rows": ERROR}),
        ("CREATE POLICY open ON change FOR SELECT USING (true)", {"rows": ERROR}),
        ("ALTER POLICY own_rows ON person USING (true)", {"rows": ERROR}),
        ("ALTER POLICY own_rows ON person WITH CHECK (true)", {"rows": ERROR}),
        ("ALTER TABLE episode DROP COLUMN note", {"schema": ERROR, "statements": ERROR}),
        ("ALTER TABLE visit ALTER COLUMN who SET NOT NULL", {"schema": ERROR}),
        ("ALTER TABLE visit ALTER COLUMN day TYPE integer", {"schema": ERROR}),
        ('ALTER TABLE visit ALTER COLUMN who TYPE text COLLATE "C.utf8"', {"schema": ERROR}),
        ("DROP INDEX ix_episode_night", {"schema": ERROR}),
        ("ALTER TABLE episode ALTER note SET STATISTICS 100", {"schema": ERROR}),
        ("CREATE INDEX other ON episode (note)", {"schema": ERROR}),
        ("DROP FUNCTION cramplog_clear_site", {"statements": ERROR}),
        ("ALTER TABLE episode DROP CONSTRAINT ck_episode_pain", {"schema": ERROR}),
        ("ALTER TABLE setting DROP CONSTRAINT uq_setting_owner_key", None),
        ("DROP TABLE dose", None),
        ("REVOKE SELECT ON dose FROM cramplog_diary", {"statements": ERROR}),
        ("GRANT DELETE ON change TO cramplog_diary", {"login": WARN}),
        ("GRANT TRUNCATE ON episode TO anna", {"login": WARN}),
        ("GRANT UPDATE ON episode TO anna", {"login": WARN}),
        ("GRANT UPDATE (owner) ON episode TO anna", {"login": WARN}),
        ("GRANT REFERENCES (uid) ON episode TO anna", {"login": WARN}),
        ("UPDATE alembic_version SET version_num = 'ffff'", {"schema": ERROR}),
        ("UPDATE alembic_version SET version_num = '0001'", {"schema": WARN}),
    ],
)
def test_what_differs_from_a_diary_as_it_is_made_is_told(
    damage: str, wrong: dict[str, str] | None, cluster: Cluster, database: str, address: str
) -> None:
    cluster.sql(damage, database=database)
    if wrong is None:
        assert {ERROR} <= set(states(address).values())
    else:
        assert states(address) == BY_DESIGN | wrong


def test_a_login_with_powers_is_warned_of(cluster: Cluster, database: str) -> None:
    cluster.sql("DROP ROLE IF EXISTS fay")
    cluster.login("fay", "BYPASSRLS")
    cluster.sql("GRANT cramplog_diary TO fay")
    for login in (ADMIN, "fay"):
        assert states(cluster.address(database, login)) == BY_DESIGN | {"login": WARN}
    owned = cluster.database()
    cluster.sql(f"ALTER DATABASE {owned} OWNER TO bob")
    bob = cluster.address(owned, "bob")
    Diary(bob).close()
    assert states(bob) == BY_DESIGN | {"login": WARN}


def test_looking_makes_nothing(cluster: Cluster, empty_database: str, tmp_path: Path) -> None:
    assert states(cluster.address(empty_database, ADMIN)) == {}
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert cluster.sql(tables, database=empty_database) == [(0,)]
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_cannot_be_asked_is_an_error(cluster: Cluster) -> None:
    for address in (cluster.address("nothing", "anna"), "mysql://anna:s3cret@db/x"):
        assert states(address) == {"diary": ERROR}


def test_copies_that_stopped_or_are_open_to_others_are_warned_of(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = opened(address)
    monkeypatch.setenv("CRAMPLOG_NOW", "2026-11-01T03:29:00+00:00")
    made = Path(backup.by_hand(address))
    assert states(address) == BY_DESIGN
    log(diary, "calf")
    assert states(address) == BY_DESIGN | {"backups": WARN}
    made.chmod(0o644)
    assert states(address) == BY_DESIGN | {"backups": WARN, "permissions": WARN}
    made.write_bytes(b"")
    made.chmod(0o600)
    assert states(address) == BY_DESIGN | {"backups": WARN}


def test_what_protects_the_connection_is_told(
    cluster: Cluster, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connection(options: str) -> tuple[str, str]:
        found = checkup.examine(cluster.address(database, "anna", options), NOW.instant)
        return next((one.state, one.said) for one in found if one.name == "connection")

    assert connection("")[0] == OK
    monkeypatch.setattr("cramplog.server.engine.is_near", lambda _: False)
    certificate = cluster.certified()
    try:
        assert connection("?sslmode=disable") == (
            WARN,
            "in plain text: others on the network can read it.",
        )
        state, said = connection("?sslmode=require")
        assert (state, said[:4]) == (WARN, "TLSv")
        assert "who answers is not checked" in said
        assert connection(f"?sslmode=verify-full&sslrootcert={certificate}")[0] == OK
    finally:
        cluster.sql("ALTER SYSTEM RESET ssl", "SELECT pg_reload_conf()")


def test_a_login_that_was_not_prepared_is_an_error(cluster: Cluster, database: str) -> None:
    cluster.sql("DROP ROLE IF EXISTS gus")
    cluster.login("gus")
    assert states(cluster.address(database, "gus")) == {"diary": ERROR}
