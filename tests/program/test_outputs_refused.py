"""No output takes the place of a diary, of what belongs to one, or of the settings."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from encryption_fixtures import Secret
from inside import Inside
from running import Program, assert_refused

from cramplog.files import envelope

KEPT = Path(".local/share/cramplog")
DIARY = KEPT / "diary.db"
SETTINGS = Path(".config/cramplog/config.toml")
OUTPUTS = (
    "export csv", "export csv --night-log", "export json", "export fhir", "export fhir --document",
    "report --format pdf", "report --format html", "report --format md", "report --format text",
    "report --format json",
)  # fmt: skip


def contents(folder: Path) -> dict[str, bytes | str]:
    """What each file holds, and where each link leads."""
    return {
        str(path.relative_to(folder)): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


@pytest.fixture
def place(week: Path, secret: Secret, run: Inside, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a diary and a copy, a second diary, an encrypted one, a key file and links."""
    monkeypatch.chdir(week)
    monkeypatch.setenv("CRAMPLOG_KEY_FILE", str(week / "stick.key"))
    monkeypatch.setenv("CRAMPLOG_PASSPHRASE_FILE", str(week / "phrase"))
    assert run("backup").code == 0
    (week / "stick.key").write_text("damaged")
    (week / "phrase").touch(mode=0o600)
    (week / "phrase").write_text("correct horse battery\n")
    (week / "other.key").write_text(f"{secret.key}\n")
    assert run("--db", "anna.db", "log", "calf").code == 0
    (week / "sealed.db").write_bytes(b"no one can tell what this is")
    envelope.write(secret.sealed, str(week / "sealed.db.key"))
    copy = next((week / KEPT / "backups").glob("*by-hand.db"))
    shutil.copy(copy, week / copy.name)
    (week / "diary.db-20261123T032900Z-by-hand.db.age").write_text("age-encryption.org/v1\n")
    assert run("config", "set", "db", str(DIARY)).code == 0
    (week / "link").symlink_to(DIARY)
    (week / "link to link").symlink_to("link")
    (week / "circle").symlink_to("circle")
    (week / "log").symlink_to(f"{DIARY}-wal")
    os.link(week / DIARY, week / "hard link")
    os.link(copy, week / "hard link to a copy")
    os.link(week / "stick.key", week / "hard link to a key")
    (week / KEPT / "rescue.txt").write_text("{}\n")
    os.mkfifo(week / "pipe")
    return week


TARGETS = (
    DIARY, f"{DIARY}-wal", f"{DIARY}-shm", f"{DIARY}-journal", f"{DIARY}.key",
    KEPT / ".." / "cramplog" / "diary.db", "link", "link to link", "log", "hard link",
    KEPT / "backups" / "mine.csv", "hard link to a copy", "hard link to a key",
    "diary.db-20261123T032900Z-by-hand.db", "diary.db-20261123T032900Z-by-hand.db.age",
    "stick.key", "phrase", "other.key", SETTINGS, KEPT / "rescue.txt", "circle", "pipe",
    "/dev/null", "anna.db", "anna.db-wal", "anna.db.key", "sealed.db", "sealed.db.key",
    "sealed.db-shm",
)  # fmt: skip


@pytest.mark.parametrize("more", [(), ("--force",)], ids=["", "force"])
@pytest.mark.parametrize("target", TARGETS)
def test_an_export_replaces_nothing_of_cramplogs_own(
    run: Inside, place: Path, target: str, more: tuple[str, ...]
) -> None:
    before = contents(place)
    told = run("export", "json", "-o", str(target), *more)
    assert_refused(told, 3, str(target), "nothing was written")
    assert contents(place) == before


@pytest.mark.parametrize("line", OUTPUTS)
@pytest.mark.parametrize("target", [DIARY, "link", "anna.db", SETTINGS])
def test_no_kind_of_output_replaces_a_diary(
    run: Inside, place: Path, target: str, line: str
) -> None:
    before = contents(place)
    assert_refused(run(*line.split(), "-o", str(target), "--force"), 3, str(target))
    told = run(*line.split(), "-o", str(target), "--force", "--json")
    assert (told.code, told.error["code"]) == (3, "conflict")
    assert contents(place) == before


@pytest.mark.parametrize("said", ["option", "environment", "settings"])
@pytest.mark.parametrize("target", ["used.db", "used.db-wal", "backups/new.csv", str(DIARY)])
def test_every_way_to_name_a_diary_keeps_it(
    cramplog: Program, week: Path, said: str, target: str
) -> None:
    shutil.copy(week / DIARY, week / "used.db")
    words: tuple[str, ...] = ("export", "csv", "-o", target, "--force")
    if said == "option":
        words = ("--db", "used.db", *words)
    elif said == "environment":
        cramplog = cramplog.with_environment(CRAMPLOG_DB="used.db")
    else:
        assert cramplog("config", "set", "db", "used.db").code == 0
    assert_refused(cramplog(*words), 3, target)


@pytest.mark.parametrize("line", OUTPUTS)
def test_a_link_is_written_through(
    run: Inside, week: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(week)
    (week / "far").mkdir()
    (week / "far" / "target").write_text("old")
    (week / "link").symlink_to("far/target")
    assert_refused(run(*line.split(), "-o", "link"), 3, "link exists", "--force")
    assert (week / "far" / "target").read_text() == "old"
    assert run(*line.split(), "-o", "link", "--force").code == 0
    assert os.readlink(week / "link") == "far/target"
    assert (week / "far" / "target").read_text(errors="replace") != "old"
    assert [path.name for path in (week / "far").iterdir()] == ["target"]


def test_a_link_to_nothing_makes_what_it_names(
    run: Inside, week: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(week)
    (week / "link").symlink_to("new.csv")
    assert run("export", "csv", "-o", "link").code == 0
    assert (week / "link").is_symlink()
    assert (week / "new.csv").read_bytes().startswith(b"number,")


def test_an_existing_file_of_another_kind_is_replaced_if_asked(run: Inside, place: Path) -> None:
    (place / "sums.sqlite").write_bytes(b"SQLite format 3\0" + bytes(100))
    (place / "mine.csv").write_text("mine")
    for target in ("sums.sqlite", "mine.csv"):
        assert run("export", "csv", "-o", target, "--force").code == 0


def test_the_settings_file_stays_a_link(cramplog: Program, home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / SETTINGS).parent.mkdir(parents=True)
    (home / SETTINGS).symlink_to(home / "dotfiles" / "cramplog.toml")
    for line in ("config set db a.db", "config reset db", "config set db b.db"):
        assert cramplog(*line.split()).code == 0
        assert (home / SETTINGS).is_symlink()
    assert (home / "dotfiles" / "cramplog.toml").read_text() == f'db = "{home}/b.db"\n'
    assert [path.name for path in (home / "dotfiles").iterdir()] == ["cramplog.toml"]


@pytest.mark.parametrize("name", [f"{DIARY}-wal", f"{DIARY}.key", "/dev/null"])
def test_settings_are_not_written_over_a_diarys_parts(
    cramplog: Program, week: Path, name: str
) -> None:
    told = cramplog("config", "set", "db", "a.db", CRAMPLOG_CONFIG=name)
    assert_refused(told, 3, name)
    assert os.path.exists(name) is (name == "/dev/null")


def test_settings_that_cannot_be_written_are_told_in_one_line(
    cramplog: Program, home: Path
) -> None:
    (home / "in the way").write_text("")
    told = cramplog("config", "set", "db", "a.db", CRAMPLOG_CONFIG="in the way/config.toml")
    assert_refused(told, 2, "in the way/config.toml", "cannot be written")


def test_a_key_file_is_not_made_among_a_diarys_parts(cramplog: Program, week: Path) -> None:
    (week / "phrase").touch(mode=0o600)
    (week / "phrase").write_text("correct horse battery\n")
    where = cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(week / "phrase"))
    for name in (f"{DIARY}-wal", f"{DIARY}.key"):
        assert_refused(where("encrypt", "--key-file", name), 3, name)
        assert not (week / name).exists()


def test_a_copy_elsewhere_replaces_no_envelope_that_lies_there(
    cramplog: Program, week: Path
) -> None:
    (week / "stick").mkdir()
    left = week / "stick" / "diary.db-20261123T032900Z-by-hand.db.key"
    left.write_text("of a copy that is elsewhere")
    told = cramplog("backup", "--to", "stick", "--json").data
    assert told["file"].endswith("by-hand-2.db")
    assert left.read_text() == "of a copy that is elsewhere"
