"""How many entries a second a server takes from many people at once: `python server_load.py`.

Every person is a thread with a diary of their own, in a few processes; every entry goes through
the services layer in a transaction of its own, and is on the server's disk when it counts (fsync
and synchronous_commit are on). The server is a private one on the loopback, on the same cores.
Processor time is told beside the rate, because it does not depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from clusters import ADMIN, Cluster, programs
from moments import NOW
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.server.__main__ import prepare
from cramplog.services import people, record

GOAL = 1000  # entries a second on two cores
LOGIN = "carers"


def logging(diary: Diary, seconds: float, go: threading.Barrier, stored: list[int]) -> None:
    """One person logging all the time: cramps of different nights with site, pain and triggers."""
    drafts = [
        said(f"{hours}h ago left calf {1 + hours % 9}m {hours % 11} woke @stress +stretch!2m")
        for hours in range(1, 700, 7)
    ]
    go.wait()
    count = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        record.log(diary, drafts[count % len(drafts)], NOW)
        count += 1
    stored.append(count)


def process(address: str, names: list[str], seconds: float) -> tuple[int, float, float]:
    """The people of one process: entries, wall seconds and processor seconds."""
    diaries = [Diary(address, name) for name in names]
    go = threading.Barrier(len(names) + 1)
    stored: list[int] = []
    threads = [
        threading.Thread(target=logging, args=(diary, seconds, go, stored)) for diary in diaries
    ]
    for one in threads:
        one.start()
    go.wait()
    began, used = time.monotonic(), time.process_time()
    for one in threads:
        one.join()
    took, used = time.monotonic() - began, time.process_time() - used
    for diary in diaries:
        diary.close()
    return sum(stored), took, used


def measured(cluster: Cluster, number: int, processes: int, seconds: float) -> float:
    """Entries a second; prints what was measured."""
    cluster.login(LOGIN)
    database = cluster.database()
    prepare(cluster.address(database, ADMIN), [LOGIN])
    address = cluster.address(database, LOGIN)
    diary = Diary(address)
    names = [f"person {n}" for n in range(number)]
    for name in names:
        people.add(diary, name, NOW)
    diary.close()
    before = cluster.cpu_seconds()
    with get_context("spawn").Pool(processes) as pool:
        jobs = [(address, names[n::processes], seconds) for n in range(processes)]
        done = pool.starmap(process, jobs)
    stored = sum(entries for entries, _, _ in done)
    there = cluster.sql("SELECT count(*) FROM episode", database=database)[0][0]
    if there != stored:
        sys.exit(f"{stored} entries were acknowledged, {there} are there")
    took = max(wall for _, wall, _ in done)
    ours = sum(used for _, _, used in done) / stored * 1000
    theirs = (cluster.cpu_seconds() - before) / stored * 1000
    print(
        f"{number} people in {processes} processes, {os.cpu_count()} cores: {stored} entries in "
        f"{took:.1f} s, {stored / took:.0f} a second; processor time of an entry: "
        f"{ours:.2f} ms here, {theirs:.2f} ms in the server"
    )
    return stored / took


def main() -> int:
    """Measure, print the figures; exit 1 where the goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--processes", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args()
    found = programs()
    if found is None:
        sys.exit("PostgreSQL is not installed; on Debian: apt install postgresql")
    cluster = Cluster(found, durable=True)
    try:
        rate = measured(cluster, arguments.people, arguments.processes, arguments.seconds)
    finally:
        cluster.remove()
    print(f"goal: {GOAL} a second: {'ok' if rate >= GOAL else 'MISSED'}")
    return 0 if rate >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
