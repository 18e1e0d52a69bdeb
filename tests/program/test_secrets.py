"""A password or passphrase stands nowhere but where the user put it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inside import Inside
from running import Program

from cramplog.services import record

SECRET = "hunter2-and-more"
ADDRESS = (
    f"postgresql+psycopg://anna:{SECRET}@127.0.0.1:1/diary"
    f"?password={SECRET}&sslpassword={SECRET}&connect_timeout=2"
)
LINES = (
    "log left calf 5m 7", "start calf", "list", "report week", "flags", "night quiet", "check",
    "backup", "restore x.db", "export csv -o -", "import x.csv", "person add anna", "config list",
    "undo", "nonsense", "log --frobnicate", "medicine start atorvastatin", "visit",
)  # fmt: skip


def holding(folder: Path, secret: str = SECRET) -> set[str]:
    """The files in a folder that hold a secret."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)) for path in files if secret.encode() in path.read_bytes()}


@pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("line", LINES)
def test_a_servers_password_is_in_no_answer_and_no_file(
    run: Inside, home: Path, line: str, more: tuple[str, ...]
) -> None:
    for words in (
        (*line.split(), "--db", ADDRESS, *more),
        (f"--db={ADDRESS}", *line.split(), *more),
    ):
        told = run(*words)
        assert told.code in {2, 3, 5}, told
        assert SECRET not in told.stdout + told.stderr
    assert holding(home) == set()


def test_a_crash_report_and_the_rescue_file_hold_no_password(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError(ADDRESS)

    monkeypatch.setattr(record, "log", breaks)
    monkeypatch.setattr("cramplog.cli.session.Session.diary", lambda _: None)
    monkeypatch.setattr("cramplog.cli.log.forgiving", lambda *_: None)
    told = run("log", "calf", "--db", ADDRESS)
    assert (told.code, SECRET in told.stderr) == (70, False), told
    assert len(list(home.rglob("crash-*"))) == 1
    assert json.loads(next(home.rglob("rescue.txt")).read_text())["words"][:2] == ["log", "calf"]
    assert holding(home) == set()


def test_a_password_in_the_settings_stays_in_that_file_alone(run: Inside, home: Path) -> None:
    told = run("config", "set", "db", ADDRESS)
    assert (told.code, SECRET in told.stdout) == (0, False)
    for line in ("config list", "config get db", "config list --json", "list", "config path"):
        answer = run(*line.split())
        assert SECRET not in answer.stdout + answer.stderr, line
    assert holding(home) == {".config/cramplog/config.toml"}
    assert (home / ".config/cramplog/config.toml").stat().st_mode & 0o777 == 0o600


def test_a_password_from_the_environment_is_in_no_answer(cramplog: Program, home: Path) -> None:
    told = cramplog("log", "calf", CRAMPLOG_DB=ADDRESS, PGPASSWORD=SECRET)
    assert told.code == 5, told
    assert SECRET not in told.stdout + told.stderr
    assert holding(home) == set()


def test_the_tab_key_offers_no_password(cramplog: Program, home: Path) -> None:
    told = cramplog(
        _CRAMPLOG_COMPLETE="complete_bash", COMP_WORDS=f"cramplog --db {ADDRESS} sh", COMP_CWORD="3"
    )
    assert told.stdout.split() == ["show"]
    told = cramplog(
        CRAMPLOG_DB=ADDRESS,
        _CRAMPLOG_COMPLETE="complete_bash",
        COMP_WORDS="cramplog show ",
        COMP_CWORD="2",
    )
    assert SECRET not in told.stdout + told.stderr
    assert holding(home) == set()


def test_a_passphrase_is_in_no_answer_and_no_other_file(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    (home / "phrase.txt").touch(mode=0o600)
    (home / "phrase.txt").write_text(f"{SECRET}\n")
    monkeypatch.setenv("CRAMPLOG_PASSPHRASE_FILE", str(home / "phrase.txt"))
    assert run("log", "calf", "--note", "a walk").code == 0
    for words in (
        ("export", "csv", "--encrypt", "-o", "one.age"),
        ("export", "json", "--encrypt", "-o", "two.age", "--json"),
        ("export", "csv", "--encrypt", "-o", "one.age"),
    ):
        told = run(*words)
        assert told.code in {0, 3}, told
        assert SECRET not in told.stdout + told.stderr
    assert holding(home) == {"phrase.txt"}
    assert "a walk" not in (home / "one.age").read_bytes().decode("latin-1")


ODD = (
    f"postgresql://anna@{SECRET}@127.0.0.1:1/diary", f"postgresql://anna:a@{SECRET}@127.0.0.1:1/d",
    f"postgresql:/anna:{SECRET}@127.0.0.1:1/diary", f"postgresql:anna:{SECRET}@127.0.0.1/diary",
    f"postgresql ://anna:{SECRET}@127.0.0.1:1/diary", f" postgresql://anna:{SECRET}@127.0.0.1:1/d",
    f"post gresql+psycopg://anna:{SECRET}@127.0.0.1:1/diary", f"my sql://anna:{SECRET}@h/diary",
    f"postgresql//anna:{SECRET}@127.0.0.1:1/diary", f"postgresql:///anna:{SECRET}@127.0.0.1/diary",
    f"//anna:{SECRET}@127.0.0.1:1/diary", f"anna:{SECRET}@127.0.0.1:1/diary",
    f"postgresql://anna:{SECRET}/diary", f"postgresql://anna {SECRET}@127.0.0.1:1/diary",
    f"postgresql://anna/{SECRET}@127.0.0.1:1/diary", f"mysql://anna@{SECRET}@127.0.0.1/diary",
    f"postgresql+psycopg://anna:x/{SECRET}?{SECRET}@127.0.0.1:1/diary",
    f"postgresql:://anna:{SECRET}@127.0.0.1:1/diary", f"host=h user=anna password={SECRET}",
)  # fmt: skip


@pytest.mark.parametrize("address", ODD)
def test_an_address_that_is_mistyped_keeps_its_password_too(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.chdir(home)
    lines = ("log calf", "list", "check", "backup", "restore x.db", "config path", "encrypt")
    for line in lines:
        for words in (
            (*line.split(), "--db", address),
            (f"--db={address}", *line.split(), "--json"),
        ):
            told = run(*words)
            assert told.code in ({0} if line == "config path" else {2, 3, 5}), told
            assert SECRET not in told.stdout + told.stderr, told
    for words in (("merge", address), ("restore", address), ("import", address)):
        told = run(*words)
        assert told.code in {2, 3, 5}, told
        assert SECRET not in told.stdout + told.stderr, told
    assert holding(home) == set()
    assert [path for path in home.rglob("*") if SECRET in str(path)] == []


def test_rescued_words_that_are_no_address_stay_whole(run: Inside, home: Path) -> None:
    note = "see https://forum.example/a?b and ask bob@example.org: he had it"
    assert run("log", "calf", "--note", note, "--db", ODD[0]).code == 5
    kept = json.loads(next(home.rglob("rescue.txt")).read_text())
    assert kept["words"][:4] == ["log", "calf", "--note", note]
