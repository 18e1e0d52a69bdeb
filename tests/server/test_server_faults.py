"""A server that is down, restarted, full of others, or not to be trusted; passwords stay secret."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from clusters import ADMIN, SECRET, Cluster
from filled_diary import log
from running import Program, Result, assert_refused

from cramplog import paths
from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError, DiaryLocked
from cramplog.server import engine
from cramplog.server.engine import url_of

Opened = Callable[..., Diary]


@pytest.fixture
def stopped(cluster: Cluster, address: str) -> Iterator[Cluster]:
    """The server, not running; it runs again after the test."""
    cluster.stop()
    yield cluster
    cluster.start()


def secrets_in(told: Result, home: Path) -> list[str]:
    """Where a password stands that should not: in an answer, or in a file of the home."""
    texts = {"stdout": told.stdout, "stderr": told.stderr}
    files = [path for path in home.rglob("*") if path.is_file()]
    texts |= {str(path): path.read_text(errors="replace") for path in files}
    return [where for where, text in texts.items() if "s3cret" in text or quote(SECRET) in text]


def test_a_server_that_is_down_is_told_in_one_line_and_the_words_are_kept(
    cramp: Program, stopped: Cluster, address: str, home: Path
) -> None:
    told = cramp("left", "calf", "5m", "--db", address)
    place = f"postgresql+psycopg://anna@127.0.0.1:{stopped.port}/diary_"
    assert_refused(told, 5, place, "does not answer", "Is the server running")
    assert "left" in (home / ".local/share/cramplog/rescue.txt").read_text()
    assert secrets_in(told, home) == []


def test_a_wrong_password_is_told_without_it(cramplog: Program, address: str, home: Path) -> None:
    wrong = address.replace("s3cret", "s3cretly-wrong")
    told = cramplog("log", "calf", "--db", wrong)
    assert_refused(told, 5, "refused the login: wrong password", "~/.pgpass")
    assert secrets_in(told, home) == []
    told = cramplog("log", "calf", "--json", f"--db={wrong}")
    assert (told.code, told.error["code"]) == (5, "diary_unusable")
    assert secrets_in(told, home) == []


def test_a_password_may_stand_in_its_file(
    cramplog: Program, cluster: Cluster, database: str, home: Path
) -> None:
    bare = cluster.address(database, "anna", secret=False)
    assert_refused(cramplog("list", "--db", bare), 5, "wrong password", ".pgpass")
    escaped = SECRET.replace("\\", "\\\\").replace(":", "\\:")
    (home / ".pgpass").write_text(f"*:*:*:anna:{escaped}\n")
    (home / ".pgpass").chmod(0o600)
    told = cramplog("log", "calf", "--db", bare, PGPASSFILE=str(home / ".pgpass"))
    assert told.code == 0, told


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("postgresql://anna:s3cret@127.0.0.1:notaport/x", "is not the address of a diary"),
        ("postgresql://anna:s3cret@[::1/x", "is not the address of a diary"),
        ("mysql://anna:s3cret@127.0.0.1/x", "mysql is neither"),
        ("https://anna:s3cret@example.org/x", "https is neither"),
        ("postgresql+psycopg://anna:s3cret@127.0.0.1:1/x?connect_timeout=2", "does not answer"),
        ("postgresql+psycopg://anna:s3cret@nowhere.invalid/x", "does not answer"),
        ("postgresql+psycopg://anna:s3cret@127.0.0.1:1/x?sslmode=sometimes", "safely"),
        (
            "postgresql+psycopg://anna:s3cret@127.0.0.1:1/x?sslpassword=s3cret&nonsense=1",
            "nonsense",
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(
    cramplog: Program, home: Path, typed: str, said: str
) -> None:
    told = cramplog("log", "calf", "--db", typed)
    assert_refused(told, 5, said)
    assert secrets_in(told, home) == []


def test_a_database_that_is_not_there_is_told(cluster: Cluster, opened: Opened) -> None:
    with pytest.raises(DiaryError, match="has no such database"):
        opened(cluster.address("nothing", "anna"))


def test_no_password_is_in_the_change_log_or_the_servers_own(
    cluster: Cluster, database: str, cramplog: Program, address: str
) -> None:
    assert cramplog("log", "calf", "--db", address).code == 0
    rows = cluster.sql("SELECT act::text FROM act", database=database)
    assert rows
    assert "s3cret" not in str(rows)
    assert "s3cret" not in cluster.log()


def test_a_crash_report_tells_no_password(
    cramplog: Program, home: Path, address: str, tmp_path: Path
) -> None:
    broken = "import cramplog.diary.repository as r; r.Diary.__init__ = lambda *_: 1 / 0\n"
    code = f"{broken}from cramplog.__main__ import main; main()"
    python = Program([sys.executable, "-c", code], cramplog.environment, home)
    told = python(f"--db={address}", "log", "calf")
    assert told.code == 70, told
    assert list(home.rglob("crash-*.txt"))
    assert secrets_in(told, home) == []


def test_without_the_extra_the_program_says_what_to_install(
    cramplog: Program, home: Path, address: str
) -> None:
    (home / "psycopg.py").write_text("raise ModuleNotFoundError('psycopg')\n")
    told = cramplog("log", "calf", "--db", address, PYTHONPATH=str(home))
    assert_refused(told, 5, "needs psycopg", "pip install 'cramplog[server]'")


def test_the_wheel_does_not_need_psycopg() -> None:
    with open(Path(__file__).parents[2] / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    assert not [line for line in project["dependencies"] if "psycopg" in line]
    assert [line.partition("[")[0] for line in project["optional-dependencies"]["server"]] == [
        "psycopg"
    ]


def test_a_diary_in_a_file_loads_nothing_of_the_servers(cramplog: Program) -> None:
    code = (
        "import sys; from cramplog.__main__ import run; run(['log', 'calf']); "
        "sys.exit(any(m.startswith(('psycopg', 'cramplog.server')) for m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=cramplog.environment, check=False, capture_output=True
    )
    assert done.returncode == 0, done


def test_tls_settings_are_passed_through(
    cluster: Cluster, database: str, opened: Opened, tmp_path: Path
) -> None:
    strict = "?sslmode=verify-full&sslrootcert="
    with pytest.raises(DiaryError, match=r"cannot be reached safely: .*SSL"):
        opened(cluster.address(database, "anna", "?sslmode=require"))
    certificate = cluster.certified()
    try:
        diary = opened(cluster.address(database, "anna", f"{strict}{certificate}"))
        using = "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert diary.connection.query(using, {}) == [("true",)]
        log(diary, "calf")
        other = tmp_path / "other.crt"
        make = "openssl req -new -x509 -days 2 -nodes -newkey rsa:2048 -subj /CN=other"
        subprocess.run(
            [*make.split(), "-keyout", os.devnull, "-out", str(other)],
            check=True,
            capture_output=True,
        )
        with pytest.raises(DiaryError, match=r"cannot be reached safely: .*certificate"):
            opened(cluster.address(database, "anna", f"{strict}{other}"))
        named = f"postgresql://anna:{quote(SECRET, safe='')}@localhost:{cluster.port}/{database}"
        with pytest.raises(DiaryError, match="cannot be reached safely"):
            opened(f"{named}{strict}{certificate}")
    finally:
        cluster.sql("ALTER SYSTEM RESET ssl", "SELECT pg_reload_conf()")


@pytest.mark.parametrize(
    ("host", "mode"),
    [
        ("127.0.0.1", "prefer"),
        ("localhost", "prefer"),
        ("", "prefer"),
        ("db.example.org", "require"),
        ("10.0.0.7", "require"),
    ],
)
def test_nothing_goes_over_a_network_in_plain_text(host: str, mode: str) -> None:
    url = url_of(f"postgresql://anna@{host}/x")
    assert engine._defaults(url, "")["sslmode"] == mode
    assert "sslmode" not in engine._defaults(url_of(f"{url}?sslmode=verify-full"), "")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("postgresql+psycopg://anna:pw@h:5/db", "postgresql+psycopg://anna@h:5/db"),
        ("--db=postgres://anna:p@w:/@h/db?sslpassword=pw", "--db=postgres://anna@h/db"),
        ("postgresql://h/db", "postgresql://h/db"),
        ("postgresql:///db?host=/tmp&password=pw", "postgresql:///db"),
        ("mysql://anna:pw@h/db", "mysql://anna@h/db"),
        ("see https://example.org/a?b=c", "see https://example.org/a?b=c"),
        ("/home/anna/diary.db", "/home/anna/diary.db"),
    ],
)
def test_what_is_shown_of_an_address_is_no_secret(typed: str, shown: str) -> None:
    assert paths.without_secrets([typed]) == [shown]


def test_too_many_connections_are_told(cluster: Cluster, database: str, opened: Opened) -> None:
    cluster.sql("DROP ROLE IF EXISTS dave", "CREATE ROLE dave LOGIN CONNECTION LIMIT 0")
    cluster.sql(f"ALTER ROLE dave PASSWORD '{SECRET}'", "GRANT cramplog_diary TO dave")
    with pytest.raises(DiaryLocked, match="has no connection left"):
        opened(cluster.address(database, "dave"))
    assert opened(cluster.address(database, ADMIN))
