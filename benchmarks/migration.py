"""How long it takes to bring a diary of a million episodes up to date, and to check it.

    python benchmarks/migration.py [--episodes 1000000] [--diary FILE] [--cpu] [--check]

The migration is the invented later one: it makes the table of episodes anew, as real ones will.
The program is run as a user runs it; the same file copied by `VACUUM INTO`, a table copied by
SQLite alone and `PRAGMA integrity_check` alone are measured beside it. `--diary` takes a diary that
is there already, which stays as it is. On a busy machine `--cpu` holds the check to its goal by
processor time, which the neighbours disturb less than the clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from diaries import environment, write_csv
from later_version import with_a_migration

from cramplog.files import driver, verify

A_NIGHT = 80  # a million episodes reach back 34 years, and no further than clocks do
CHECK_GOAL = 15.0  # seconds for a million episodes
TABLE_COPY = "CREATE TABLE peer AS SELECT *, 'rain' AS weather FROM episode"


class Run(NamedTuple):
    """What a process took: seconds by the clock and of the processor, and its peak memory in MB."""

    seconds: float
    cpu: float
    memory: float


def run(words: Sequence[str | Path], told: Mapping[str, str]) -> Run:
    """Runs a process to its end; a failing one stops the benchmark."""
    began = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(words, env=told, stdin=subprocess.DEVNULL, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{words} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return Run(time.perf_counter() - began, cpu, usage.ru_maxrss / 1024)


def timed(work: Callable[[], object]) -> Run:
    """What a piece of SQLite's own work takes, in this process."""
    began, cpu = time.perf_counter(), time.process_time()
    work()
    return Run(time.perf_counter() - began, time.process_time() - cpu, 0)


def peers(diary: Path, folder: Path) -> dict[str, Run]:
    """SQLite alone: the file copied, the table of episodes copied, every page checked."""
    found = {}
    source = sqlite3.connect(driver.address(str(diary), "mode=ro"), uri=True)
    check = "PRAGMA integrity_check"
    found["VACUUM INTO"] = timed(lambda: source.execute(f"VACUUM INTO '{folder / 'vacuumed'}'"))
    found[check] = timed(lambda: source.execute(check).fetchall())
    source.close()
    copied = sqlite3.connect(shutil.copy(diary, folder / "peer.db"), isolation_level=None)
    found["a table copied"] = timed(lambda: copied.execute(TABLE_COPY))
    copied.close()
    return found


def measure(diary: Path, folder: Path) -> dict[str, Run]:
    """The program on the diary: checked, copied, brought up to date, and used after that."""
    programs = Path(sys.executable).parent
    told = environment(folder, programs)
    cramplog: list[str | Path] = [programs / "cramplog", "--db", diary]
    later: list[str | Path] = [sys.executable, with_a_migration(folder), "--db", diary]
    return {
        "check": run([*cramplog, "check"], told),
        "backup": run([*cramplog, "backup"], told),
        "the next command: backup and migration": run([*later, "status"], told),
        "the command after it": run([*later, "status"], told),
        "log": run([*later, "log", "left", "calf"], told),
        "check after it": run([*later, "check"], told),
    }


def filled(folder: Path, episodes: int) -> Path:
    """A diary of that size, made by an import."""
    programs = Path(sys.executable).parent
    write_csv(folder / "in.csv", episodes, a_night=A_NIGHT)
    diary = folder / "diary.db"
    told = environment(folder, programs)
    run([programs / "cramplog", "--db", diary, "import", folder / "in.csv"], told)
    return diary


def main() -> int:
    """Prints the table; 1 with --check when a check takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=1_000_000)
    parser.add_argument("--diary", type=Path, help="a diary to copy, instead of an invented one")
    parser.add_argument("--check", action="store_true", help="exit 1 when the goal is missed")
    parser.add_argument("--cpu", action="store_true", help="judge by processor time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.diary:
            diary = Path(shutil.copy(asked.diary, folder / "diary.db"))
        else:
            diary = filled(folder, asked.episodes)
        size, count = diary.stat().st_size / 1e6, verify.episodes(str(diary))
        theirs = peers(diary, folder)
        ours = measure(diary, folder)
    print(f"SQLite {sqlite3.sqlite_version}, {count:,} episodes, {size:.0f} MB")
    for who, runs in (("SQLite alone", theirs), ("cramplog", ours)):
        print(f"{who:40} {'s':>7} {'cpu s':>7} {'MB':>6}")
        for what, each in runs.items():
            memory = f"{each.memory:6.0f}" if each.memory else ""
            print(f"  {what:38} {each.seconds:7.2f} {each.cpu:7.2f} {memory}")
    migration, copied = ours["the next command: backup and migration"], ours["backup"]
    alone = migration.seconds - copied.seconds, migration.cpu - copied.cpu
    print(f"  {'of it the migration alone, about':38} {alone[0]:7.2f} {alone[1]:7.2f}")
    for what, mine, peer in (
        ("backup and migration", migration, "VACUUM INTO"),
        ("backup and migration", migration, "a table copied"),
        ("check", ours["check"], "PRAGMA integrity_check"),
    ):
        print(f"{what} / {peer}: {mine.cpu / theirs[peer].cpu:.1f} x (processor)")
    taken = ours["check"].cpu if asked.cpu else ours["check"].seconds
    met = taken <= CHECK_GOAL
    print(f"check at most {CHECK_GOAL:g} s: {taken:.1f} s, {'ok' if met else 'MISSED'}")
    return 1 if asked.check and not met else 0


if __name__ == "__main__":
    sys.exit(main())
