"""No file of an encrypted diary holds what was written in it, at rest or while it is used."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from encryption_fixtures import DIARY, PLANTED, plain_text_in
from later_version import with_a_migration
from running import PATIENCE, Program, episodes

WRITER = """
import sys
from cramplog.clock import Moment
from cramplog.domain.words import Words
from cramplog.services import record
from cramplog.diary.repository import Diary
diary = Diary(sys.argv[1])
draft = Words().read(["left", "calf"]).draft().replace(note=sys.argv[2])
for entry in range(40):
    now = Moment(instant=1795000000 + 3600 * entry, utc_offset=0, zone="UTC")
    record.log(diary, draft, now)
print("written", flush=True)
sys.stdin.readline()
"""


def test_at_rest_and_after_what_makes_files(encrypted: Program, home: Path) -> None:
    assert PLANTED in {each["note"] for each in episodes(encrypted, "--nights", "99")}
    assert plain_text_in(home) == []
    rows = f"started_at,muscles,sides,note\n2026-11-01T02:00:00+00:00,calf,left,{PLANTED}\n"
    (home / "rows.csv").write_text(rows)
    assert encrypted("import", "rows.csv").code == 0
    (home / "rows.csv").unlink()
    assert encrypted("backup").code == 0
    assert encrypted("log", "calf", CRAMPLOG_NOW="2026-11-24T03:00:00+00:00").code == 0
    assert encrypted("config", "set", "night.starts_at", "13:00").code == 0
    made = sorted((home / DIARY).parent.glob("backups/*.db"))
    assert len(made) > 6
    assert encrypted("restore", str(made[0])).code == 0
    told = encrypted("check", "--strict", CRAMPLOG_NOW="2026-11-24T03:00:00+00:00")
    assert told.code == 0, told.stdout
    assert plain_text_in(home) == []


def test_while_a_writer_has_it_open_and_a_timer_runs(encrypted: Program, home: Path) -> None:
    assert encrypted("start", "left", "calf", "--note", PLANTED).code == 0
    command = [sys.executable, "-c", WRITER, str(home / DIARY), PLANTED]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=encrypted.environment
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"written\n"
        assert Path(f"{home / DIARY}-wal").stat().st_size > 100_000
        assert plain_text_in(home) == []
        assert encrypted("status").code == 0
        writer.communicate(b"\n")
    assert encrypted("stop").code == 0
    assert len(episodes(encrypted, "--nights", "999")) == 47
    assert plain_text_in(home) == []


def test_a_migration_leaves_none_either(encrypted: Program, home: Path) -> None:
    script = with_a_migration(home)
    later = Program([sys.executable, str(script)], encrypted.environment, home)
    assert len(episodes(later, "--nights", "99")) == 6
    assert list((home / DIARY).parent.glob("backups/*before-migration.db"))
    assert plain_text_in(home) == []


def test_a_plain_copy_is_restored_into_an_encrypted_diary_unseen(
    encrypted: Program, home: Path, filled_file: Path
) -> None:
    database = sqlite3.connect(filled_file)
    database.execute(f"UPDATE episode SET note = '{PLANTED}'")
    database.commit()
    database.close()
    seen = set()
    with encrypted.popen("restore", str(filled_file)) as restoring:
        while restoring.poll() is None:
            seen |= set(plain_text_in(home))
        restoring.communicate(timeout=PATIENCE)
    assert restoring.returncode == 0
    assert seen == set()
    assert {each["note"] for each in episodes(encrypted, "--nights", "99999")} == {PLANTED}
    assert plain_text_in(home) == []


@pytest.fixture
def many(home: Path, cramplog: Program, passphrase_file: Path) -> Program:
    """A plain diary with some copies, and what killed runs would have left beside it."""
    program = cramplog.with_environment(
        CRAMPLOG_KEY_FILE=str(home / "diary.key"), CRAMPLOG_PASSPHRASE_FILE=str(passphrase_file)
    )
    plain = program.with_environment(CRAMPLOG_KEY_FILE=None)
    for hours in range(1, 4):
        assert plain("log", "calf", f"{hours}h ago", "--note", PLANTED).code == 0
        assert plain("backup").code == 0
    folder = (home / DIARY).parent
    for name in ("diary.db.restore-77.part", "diary.db.restore-77.part-journal"):
        (folder / name).write_bytes((home / DIARY).read_bytes())
    part = folder / "backups" / "diary.db-20261123-daily.part"
    part.write_bytes((home / DIARY).read_bytes())
    return program


def test_no_new_file_is_plain_while_it_is_encrypted_and_none_at_all_after_it(
    many: Program, home: Path
) -> None:
    before = set(plain_text_in(home))
    assert len(before) > 6
    seen: set[str] = set()
    with many.popen("encrypt", "--json") as encrypting:
        while encrypting.poll() is None:
            seen |= set(plain_text_in(home))
            time.sleep(0.001)
        encrypting.communicate(timeout=PATIENCE)
    assert encrypting.returncode == 0
    assert seen <= before
    assert plain_text_in(home) == []
    assert not list((home / DIARY).parent.rglob("*.part*"))
    assert len(episodes(many)) == 3
    assert many("check", "--strict").code == 0


def test_a_copy_set_aside_as_damaged_is_named_because_it_stays_plain(
    many: Program, home: Path
) -> None:
    folder = (home / DIARY).parent / "backups"
    torn = bytearray((home / DIARY).read_bytes())
    torn[8192:40960] = b"\0" * 32768
    damaged = folder / "diary.db-20261120T000000Z-damaged.db"
    damaged.write_bytes(torn)
    told = many("encrypt", "--json")
    assert told.data["still_plain"] == [str(damaged)]
    assert str(damaged) in told.json()["warnings"][0]
    assert set(plain_text_in(home)) == {damaged.name}
    assert damaged.name in many("check").stdout.replace("\n       ", "")


def test_words_that_wait_are_sealed_too_and_come_back(many: Program, home: Path) -> None:
    diary = home / DIARY
    plain = many.with_environment(CRAMPLOG_KEY_FILE=None)
    diary.rename(home / "away.db")
    assert plain("log", "left", "foot", "--note", PLANTED).code == 5
    (home / "away.db").rename(diary)
    assert many("encrypt").code == 0
    assert plain_text_in(home) == []
    diary.rename(home / "away.db")
    assert many("log", "right", "foot", "--note", PLANTED).code == 5
    assert plain_text_in(home) == []
    (home / "away.db").rename(diary)
    assert len(many("check", "--replay", "--json").data["replayed"]) == 2
    assert [each["note"] for each in episodes(many)] == [PLANTED] * 5


def test_words_that_wait_are_readable_again_when_it_is_decrypted(
    encrypted: Program, home: Path
) -> None:
    diary = home / DIARY
    diary.rename(home / "away.db")
    assert encrypted("log", "left", "foot", "--note", "a storm").code == 5
    (home / "away.db").rename(diary)
    assert "storm" not in (diary.parent / "rescue.txt").read_text()
    assert encrypted("decrypt").code == 0
    assert "storm" in (diary.parent / "rescue.txt").read_text()
    plain = encrypted.with_environment(CRAMPLOG_KEY_FILE=None)
    assert plain("check", "--replay", "--json").data["replayed"][0]["stored"] is True
    assert "a storm" in {each["note"] for each in episodes(plain, "--nights", "99")}


def test_what_a_killed_decrypting_left_is_told_and_deleted(encrypted: Program, home: Path) -> None:
    assert encrypted("decrypt", "--db", other(encrypted)).code == 0
    left = home / f"{DIARY}.seal-77.part"
    (home / "other.db").rename(left)
    told = encrypted("check", "--strict")
    assert (told.code, left.name in told.stdout.replace("\n       ", "")) == (1, True), told
    assert encrypted("encrypt").code == 0
    assert not left.exists()
    told = encrypted("check", "--strict")
    assert told.code == 0, told.stdout


def other(encrypted: Program) -> str:
    """A second diary with the planted note."""
    made = encrypted("backup", "--json").data["file"]
    assert encrypted("restore", made, "--db", "other.db").code == 0
    return "other.db"
