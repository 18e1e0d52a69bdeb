"""Sixteen writers with readers and a backup beside them; two terminals with one timer."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from running import PATIENCE, Program, episodes

from cramplog.diary.repository import Diary

WRITERS, ENTRIES, READERS = 16, 200, 2

WRITER = """
import sys
from cramplog.clock import Moment
from cramplog.domain.words import Words
from cramplog.services import record
from cramplog.diary.repository import Diary
path, number, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
diary = Diary(path)
draft = Words().read(["left", "calf", "5m"]).draft()
for entry in range(count):
    now = Moment(instant=1795400000 + 3600 * (number * count + entry), utc_offset=0, zone="UTC")
    record.log(diary, draft, now)
diary.close()
"""

WHOLE = """
import sqlite3
COUNTS = (
    "SELECT count(*) FROM episode", "SELECT count(*) FROM site", "SELECT count(*) FROM act",
    "SELECT count(*) FROM change", "SELECT next_number - 1 FROM person",
    "SELECT next_act - 1 FROM person",
)

def whole(path):
    database = sqlite3.connect(path, isolation_level=None, timeout=20)
    database.execute("BEGIN")
    found = {database.execute(sql).fetchone()[0] for sql in COUNTS}
    database.execute("COMMIT")
    database.close()
    assert len(found) == 1, found
    return found.pop()
"""

READER = (
    WHOLE
    + """
import os, sys
seen = looks = 0
while not os.path.exists(sys.argv[2]):
    now = whole(sys.argv[1])
    assert now >= seen, (seen, now)
    seen, looks = now, looks + 1
print(looks)
"""
)

COPIER = (
    WHOLE
    + """
import os, sys
from cramplog.files import backup
copies = 0
while not os.path.exists(sys.argv[2]):
    whole(backup.copy(sys.argv[1], f"{sys.argv[1]}.copy-{copies}"))
    copies += 1
print(copies)
"""
)


def python(program: Program, code: str, *words: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, *map(str, words)]
    return Program(command, program.environment, program.folder).popen()


def ended(process: subprocess.Popen[bytes]) -> str:
    with process:
        stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, stderr.decode()
    return stdout.decode()


def test_sixteen_writers_with_readers_and_a_backup_lose_nothing(
    cramplog: Program, home: Path
) -> None:
    path, stop = home / "diary.db", home / "stop"
    Diary(str(path)).close()  # readers need one that was begun
    beside = [python(cramplog, READER, path, stop) for _ in range(READERS)]
    beside.append(python(cramplog, COPIER, path, stop))
    writers = [python(cramplog, WRITER, path, number, ENTRIES) for number in range(WRITERS)]
    for writer in writers:
        ended(writer)
    stop.touch()
    for process in beside:
        assert int(ended(process)) > 3, "it hardly looked"
    assert cramplog("check", "--db", str(path)).code == 0
    assert int(ended(python(cramplog, f"{WHOLE}\nprint(whole({str(path)!r}))"))) == 3200


def test_the_program_itself_beside_readers_and_backups(cramplog: Program) -> None:
    assert cramplog("log", "calf", "30h ago").code == 0
    lines = [["log", "left", "calf", "1m", f"{n}h ago"] for n in range(1, 17)]
    lines += [["backup"], ["check"], ["report", "week"], ["list"], ["backup"], ["check"]]
    for process in [cramplog.popen(*line) for line in lines]:
        ended(process)
    assert len(episodes(cramplog)) == 17
    assert cramplog("check").code == 0


def test_two_terminals_stop_one_timer_once(cramplog: Program) -> None:
    later = cramplog.with_environment(CRAMPLOG_NOW="2026-11-23T03:34:00+00:00")
    for _ in range(4):
        assert cramplog("start", "left", "calf").code == 0
        codes = []
        for process in [later.popen("stop", "7") for _ in range(3)]:
            with process:
                process.communicate(timeout=PATIENCE)
            codes.append(process.returncode)
        assert sorted(codes) == [0, 3, 3]
    assert [each["duration_seconds"] for each in episodes(later)] == [300] * 4


def test_a_timer_that_is_stopped_and_cancelled_at_once_does_one_of_both(cramplog: Program) -> None:
    stored = 0
    for _ in range(4):
        assert cramplog("start", "left", "calf").code == 0
        codes = {}
        for word, process in [(word, cramplog.popen(word)) for word in ("stop", "cancel")]:
            with process:
                process.communicate(timeout=PATIENCE)
            codes[word] = process.returncode
        assert sorted(codes.values()) == [0, 3], codes
        stored += codes["stop"] == 0
    assert len(episodes(cramplog)) == stored


def test_an_undo_against_a_concurrent_edit_is_before_or_after_it(cramplog: Program) -> None:
    for _ in range(5):
        assert cramplog("log", "left", "calf", "5m", "3").code == 0
        assert cramplog("edit", "last", "pain=5").code == 0
        number = episodes(cramplog)[0]["number"]
        both = [cramplog.popen("edit", str(number), "pain=8"), cramplog.popen("undo")]
        for process in both:
            ended(process)
        (pain,) = [each["pain"] for each in episodes(cramplog) if each["number"] == number]
        assert pain in (5, 8)  # the edit was taken back; or the one before it, and then edited
        said = cramplog("undo").stdout
        assert "edit" in said
        assert cramplog("delete", str(number)).code == 0
    assert cramplog("check").code == 0


def test_an_entry_beside_a_restore_is_in_the_diary_or_in_the_copy(
    cramplog: Program, home: Path
) -> None:
    assert cramplog("log", "left", "calf", "20h ago").code == 0
    (home / "kept").mkdir()
    assert cramplog("backup", "--to", "kept").code == 0
    (file,) = (home / "kept").iterdir()
    for turn in range(6):
        restoring = cramplog.popen("restore", str(file))
        time.sleep(0.02 * turn)
        logging = [
            cramplog.popen("log", "right", "foot", f"{turn * 9 + n + 1}m ago") for n in (1, 5)
        ]
        for process in (restoring, *logging):
            ended(process)
    places = [home / ".local/share/cramplog/diary.db", *home.rglob("*before-restore*.db")]
    found = {
        each["started_at"]
        for place in places
        for each in episodes(cramplog, "--nights", "99", "--db", str(place))
        if each["sites"][0]["muscle"] == "foot"
    }
    assert len(found) == 12
