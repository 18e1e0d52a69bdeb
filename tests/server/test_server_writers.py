"""Many at once on a server: nothing lost, no number given twice, no half of a change seen."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from clusters import Cluster
from filled_diary import NOW, log
from psycopg.pq.abc import PGresult
from running import Program

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError, NothingToUndo, TimerRunning
from cramplog.files import backup
from cramplog.server.pipe import Call, Pipe
from cramplog.services import history, timer
from cramplog.services.people import add

Opened = Callable[..., Diary]
WRITERS, ENTRIES = 16, 200
COUNTS = (
    *(f"SELECT count(*) FROM {table}" for table in ("episode", "site", "act", "change")),
    *(f"SELECT sum({column} - 1) FROM person" for column in ("next_number", "next_act")),
)
"""One number in a diary of entries that were stored whole, and nothing else."""

WRITE = """
import sys
from filled_diary import log
from cramplog.diary.repository import Diary
diary = Diary(sys.argv[1])
for _ in range(int(sys.argv[2])):
    print(log(diary, "left calf 5m @stress +stretch").number)
"""


@pytest.mark.parametrize("people", [1, WRITERS], ids=["one person", "each their own"])
def test_sixteen_writers_beside_readers_and_a_backup_lose_nothing(
    people: int, cluster: Cluster, address: str, opened: Opened, tmp_path: Path
) -> None:
    names = [f"person {n}" for n in range(people)]
    for name in names:
        add(opened(address), name, NOW)
    ended = threading.Event()

    def write(writer: int) -> list[int]:
        diary = Diary(address, names[writer % people])
        try:
            hours = range(writer * ENTRIES, (writer + 1) * ENTRIES)
            times = [NOW.replace(instant=NOW.instant - 3600 * hour) for hour in hours]
            return [log(diary, "left calf 5m @stress +stretch", now).number for now in times]
        finally:
            diary.close()

    def read(_: int) -> int:
        diary, looks, seen = Diary(address, names[0]), 0, 0
        while not ended.wait(0.02):
            last = diary.last_number() or 0
            assert seen <= last
            for one in diary.episodes(number=last):
                assert (len(one.sites), len(one.triggers), len(one.tried)) == (1, 1, 1)
            seen, looks = last, looks + 1
        diary.close()
        return looks

    def copy(_: int) -> int:
        copies = 0
        while not ended.wait(0.2):
            made = backup.copy(address, str(tmp_path / f"copy-{copies}.db"))
            copied = sqlite3.connect(made)
            counted = {copied.execute(sql).fetchone()[0] for sql in COUNTS}
            copied.close()
            assert len(counted) == 1, f"half of a change is in {made}: {counted}"
            copies += 1
        return copies

    with ThreadPoolExecutor(WRITERS + 3) as pool:
        beside = [pool.submit(read, 0), pool.submit(read, 1), pool.submit(copy, 0)]
        try:
            numbers = list(pool.map(write, range(WRITERS)))
        finally:
            ended.set()
        assert all(one.result() > 1 for one in beside), "somebody hardly looked"
    each = list(range(1, WRITERS * ENTRIES // people + 1))
    for person, name in enumerate(names):
        assert sorted(n for given in numbers[person::people] for n in given) == each
        assert sorted(one.number for one in opened(address, name).episodes()) == each
    counted = "SELECT (SELECT count(*) FROM episode), (SELECT count(*) FROM act)"
    assert opened(address).connection.query(counted, {}) == [(WRITERS * ENTRIES,) * 2]


def test_writers_in_processes_share_the_numbers(address: str, opened: Opened) -> None:
    opened(address)
    writers = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"import sys; sys.path[:0] = {sys.path!r}\n{WRITE}",
                address,
                "25",
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    numbers = [int(line) for one in writers for line in one.communicate()[0].split()]
    assert {one.returncode for one in writers} == {0}
    assert sorted(numbers) == list(range(1, 101))


def test_an_entry_takes_four_exchanges_with_the_server(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary, run, sent = opened(address), Pipe.run, []

    def counted(pipe: Pipe, calls: Sequence[Call]) -> PGresult:
        sent.append([sql.split()[0] for sql, _ in calls])
        return run(pipe, calls)

    monkeypatch.setattr(Pipe, "run", counted)
    log(diary, "left calf 5m 7 woke @stress +stretch!2m")
    assert sent[:3] == [["BEGIN", "SELECT"], ["SELECT"], ["SELECT"]]
    assert sent[3:] == [["INSERT"] * 6 + ["UPDATE", "COMMIT"]]


def test_two_terminals_have_one_timer(address: str, opened: Opened) -> None:
    from spoken import said

    def start(_: int) -> bool:
        diary = Diary(address)
        try:
            timer.start(diary, said("left calf"), NOW)
        except TimerRunning:
            return False
        else:
            return True
        finally:
            diary.close()

    opened(address)
    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(start, range(6))) == [False] * 5 + [True]


def test_an_undo_at_once_with_others_takes_each_change_back_once(
    address: str, opened: Opened
) -> None:
    diary = opened(address)
    for _ in range(8):
        log(diary, "calf")

    def undo(_: int) -> int:
        own = Diary(address)
        taken = 0
        try:
            while True:
                history.take_back(own, "undo", NOW)
                taken += 1
        except NothingToUndo:
            return taken
        finally:
            own.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(undo, range(4))) == 8
    assert list(diary.episodes()) == []
    assert log(diary, "calf").number == 9, "a number was used again"


def test_a_change_of_another_person_does_not_wait(
    cluster: Cluster, database: str, address: str, opened: Opened
) -> None:
    anna, bob = opened(address), opened(cluster.address(database, "bob"))
    with anna.act("log", NOW.instant):
        assert log(bob, "calf").number == 1


def test_a_reader_does_not_wait_for_a_writer(address: str, opened: Opened) -> None:
    writer, reader = opened(address), opened(address)
    log(writer, "calf")
    with writer.act("delete", NOW.instant) as act:
        act.remove("episode", "1")
        assert [one.number for one in reader.episodes()] == [1]
        act.said = "deleted"
    assert list(reader.episodes()) == []


def test_programs_at_once_store_all(cramp: Program, address: str) -> None:
    assert cramp("calf", CRAMPLOG_DB=address).code == 0
    started = [cramp.popen("calf", f"{n}h", "ago", "--db", address) for n in range(2, 8)]
    told = [(one.communicate(), one.returncode) for one in started]
    assert {code for _, code in told} == {0}, told
    found = cramp("--db", address, "list", "--json").data["episodes"]
    assert sorted(one["number"] for one in found) == list(range(1, 8))


def test_a_write_that_is_refused_takes_the_whole_change_back(address: str, opened: Opened) -> None:
    diary = opened(address)
    log(diary, "calf")

    def twice() -> None:
        with diary.connection as connection:
            connection.all("set_setting", key="week.starts_on", value="sunday")
            for name in ("act", "act"):
                values = {"id": 9, "uid": "x", "command": "x", "said": "", "at": 1}
                who = {"person_id": diary.person_id, "reverts": None, "beneath": None}
                connection.all(f"insert_{name}", **values, **who)

    with pytest.raises(DiaryError, match="SQLSTATE 23505"):
        twice()
    assert opened(address).settings == {}
    assert log(diary, "calf").number == 2
