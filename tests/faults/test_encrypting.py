"""Encrypting under other hands and on a full disk: every acknowledged entry is there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from encryption_fixtures import DIARY, plain_text_in
from quick_envelope import with_a_quick_envelope
from running import PATIENCE, Program, assert_refused, episodes

WRITERS, ENTRIES = 16, 12

WRITER = """
import sys
from cramplog.clock import Moment
from cramplog.domain.words import Words
from cramplog.errors import DiaryError
from cramplog.services import record
from cramplog.diary.repository import Diary
path, number, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
draft = Words().read(["left", "calf", "5m"]).draft()
for entry in range(count):
    at = 1795000000 + 3600 * (number * count + entry)
    try:
        diary = Diary(path)
        try:
            record.log(diary, draft, Moment(instant=at, utc_offset=0, zone="UTC"))
            print(at - 300, flush=True)  # when the cramp began
        finally:
            diary.close()
    except DiaryError as problem:
        said = str(problem)
        assert "moved or replaced" in said or "held by another" in said, said
"""


@pytest.fixture
def quick(cramplog: Program, home: Path) -> Program:
    """The program with a key file and a passphrase file, whose envelope is made ahead."""
    script, told = with_a_quick_envelope(home)
    return Program([sys.executable, str(script)], {**cramplog.environment, **told}, home)


def test_sixteen_writers_lose_nothing_while_it_is_encrypted_and_decrypted(
    quick: Program, home: Path
) -> None:
    assert quick("log", "calf", "2026-01-01 02:00").code == 0
    path = str(home / DIARY)
    command = [sys.executable, "-c", WRITER, path]
    writers = [
        Program([*command, str(n), str(ENTRIES)], quick.environment, home).popen()
        for n in range(WRITERS)
    ]
    done = 0
    while any(writer.poll() is None for writer in writers):
        told = quick("decrypt" if (home / f"{DIARY}.key").exists() else "encrypt")
        assert told.code in (0, 5), told
        done += told.code == 0
        time.sleep(0.2)
    acknowledged: set[int] = set()
    for writer in writers:
        with writer:
            stdout, stderr = writer.communicate(timeout=PATIENCE)
        assert writer.returncode == 0, stderr.decode()
        acknowledged |= set(map(int, stdout.split()))
    assert done, "it never came to be alone"
    assert len(acknowledged) > WRITERS * ENTRIES / 2
    stored = episodes(quick, "--nights", "9999")
    starts = {int(datetime.fromisoformat(each["started_at"]).timestamp()) for each in stored}
    assert acknowledged - starts == set()
    assert quick("check").code == 0


def test_two_shells_that_encrypt_at_once_do_it_once(quick: Program, home: Path) -> None:
    assert quick("log", "calf").code == 0
    both = [quick.popen("encrypt") for _ in range(2)]
    codes = []
    for process in both:
        with process:
            stdout, stderr = process.communicate(timeout=PATIENCE)
        codes.append(process.returncode)
        assert process.returncode in (0, 3, 5), (stdout, stderr)
    assert 0 in codes
    assert len(episodes(quick)) == 1
    assert quick("check", "--strict").code == 0
    assert plain_text_in(home / DIARY.parent) == []


def test_words_typed_meanwhile_are_stored_or_kept(quick: Program, home: Path) -> None:
    assert quick("log", "calf", "20h ago").code == 0
    encrypting = quick.popen("encrypt")
    lines = [quick.popen("log", "left", "calf", "1m", f"{n}h ago") for n in range(1, 17)]
    with encrypting:
        _, stderr = encrypting.communicate(timeout=PATIENCE)
    assert encrypting.returncode in (0, 5), stderr
    stored = 0
    for line in lines:
        with line:
            _, stderr = line.communicate(timeout=PATIENCE)
        assert line.returncode in (0, 5), stderr
        stored += line.returncode == 0
    assert len(episodes(quick)) == stored + 1
    quick("check", "--replay")
    assert len(episodes(quick)) == 17


@pytest.mark.parametrize("room", [0, 40, 100, 170, 250, 330, 420])
def test_a_full_disk_leaves_the_diary_as_it_was(quick: Program, home: Path, room: int) -> None:
    folder = home / "disk"
    folder.mkdir(mode=0o700)
    mount = ["mount", "-t", "tmpfs", "-o", "size=1200k,mode=700", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    program = quick.with_environment(CRAMPLOG_DB=str(folder / "diary.db"))
    try:
        for hours in range(1, 4):
            assert program("log", "calf", f"{hours}h ago").code == 0
        assert program("backup").code == 0
        limited = program
        if mounted:
            disk = os.statvfs(folder)
            filler = folder / "filler"
            filler.write_bytes(b"x" * (disk.f_bavail * disk.f_frsize - room * 1024))
        else:
            shell = f'ulimit -f {room}; exec "$@"'
            limited = program.behind("bash", "-c", shell, "bash")
        told = limited("encrypt")
        (folder / "filler").unlink(missing_ok=True)
        if told.code:
            assert_refused(told, 5, "full disk")
            assert not (folder / "diary.db.key").exists()
        else:
            assert room > 300, "it needs room for the diary and for a copy"
        assert len(episodes(program)) == 3
        assert program("check").code == 0
        assert program("encrypt").code == (0 if told.code else 3)
        assert len(episodes(program)) == 3
        assert plain_text_in(folder) == []
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
