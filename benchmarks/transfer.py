"""How fast a diary goes out and comes in, and in how much memory: whole processes of the wheel.

    python benchmarks/transfer.py [--rows 1000000] [--cpu] [--check]

Out: `export csv` against the `sqlite3` shell's own CSV of the same joined rows. In: `import` of
validated rows, with the backup before it and the log that undoes it, against a bare `executemany`
of the same rows into the same tables. Needs the `sqlite3` program. On a busy machine `--cpu`
compares processor time, which the neighbours disturb less than the clock.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from diaries import environment, write_csv
from installs import installed, wheel

from cramplog.diary import compiled

EXPORT_GOAL, IMPORT_GOAL, MEMORY_GOAL = 3.5, 6.0, 100  # times, times, MB
FLAT = 1.5  # memory of a diary ten times as large
BATCH = 10_000
A_NIGHT = 80  # a million episodes reach back 34 years, and no further than clocks do
TABLES = ("episode", "site", "episode_trigger", "episode_remedy")


class Run(NamedTuple):
    """Seconds (by the clock, or of the processor) and peak memory in MB of one process."""

    seconds: float
    memory: float


CLOCKS = {False: time.perf_counter, True: time.process_time}


def run(
    words: Sequence[str | Path], told: dict[str, str], *, cpu: bool, into: Path | None = None
) -> Run:
    """Runs a process to its end; a failing one stops the benchmark."""
    with (into or Path(os.devnull)).open("wb") as file:
        started = time.perf_counter()
        process = subprocess.Popen(words, env=told, stdin=subprocess.DEVNULL, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{words[0]} failed")
    if cpu:
        seconds = usage.ru_utime + usage.ru_stime
    return Run(seconds, usage.ru_maxrss / 1024)


def shell(diary: Path, told: dict[str, str], into: Path, *, cpu: bool) -> Run:
    """The sqlite3 program's CSV of the rows that an export reads."""
    sql = compiled.EPISODES + compiled.ORDERS["oldest"]
    query = sql.replace(":person_id", "1")
    return run(["sqlite3", "-readonly", "-csv", "-header", diary, query], told, cpu=cpu, into=into)


def rows_of(diary: sqlite3.Connection, table: str) -> Iterator[list[tuple[Any, ...]]]:
    """A table's rows in batches."""
    columns = ", ".join(compiled.COLUMNS[table])
    rows = diary.execute(f"SELECT {columns} FROM {table}")
    while batch := list(islice(rows, BATCH)):
        yield batch


def bare(diary: Path, into: Path, *, cpu: bool) -> float:
    """Seconds of executemany alone: rows are ready in memory, and read outside the clock."""
    clock = CLOCKS[cpu]
    source, target = sqlite3.connect(diary), sqlite3.connect(into, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        target.execute(f"PRAGMA {pragma}")
    for statement in compiled.SCHEMA:
        target.execute(statement)
    target.execute("INSERT INTO person (uid, name, recorded_at) VALUES ('bare', 'me', 0)")
    target.execute("BEGIN IMMEDIATE")
    seconds = 0.0
    for table in TABLES:
        names = compiled.COLUMNS[table]
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        for batch in rows_of(source, table):
            started = clock()
            target.executemany(sql, batch)
            seconds += clock() - started
    started = clock()
    target.execute("COMMIT")
    seconds += clock() - started
    source.close()
    target.close()
    return seconds


def measure(folder: Path, ours: Path, rows: int, *, cpu: bool) -> tuple[Run, Run, Run, float]:
    """Import, export, the shell's export, and the bare executemany, of a diary of that size."""
    folder.mkdir()
    told = environment(folder, ours)
    write_csv(folder / "in.csv", rows, a_night=A_NIGHT)
    diary = folder / "diary.db"
    cramplog: list[str | Path] = [ours / "cramplog", "--db", diary]
    taken = run([*cramplog, "import", folder / "in.csv"], told, cpu=cpu)
    theirs, out = [], []
    for number in range(3):  # interleaved, so that a busy machine slows both alike
        theirs.append(shell(diary, told, folder / "shell.csv", cpu=cpu))
        out.append(run([*cramplog, "export", "csv", "-o", folder / f"{number}.csv"], told, cpu=cpu))
    return taken, min(out), min(theirs), bare(diary, folder / "bare.db", cpu=cpu)


def line(name: str, ours: float, theirs: float, goal: float, unit: str = "s") -> bool:
    """Prints one comparison; whether it keeps its goal."""
    met = ours <= goal * theirs
    verdict = "ok" if met else "MISSED"
    print(
        f"{name:44} {ours:8.2f} {unit:2} against {theirs:8.2f} {unit:2} = {ours / theirs:5.2f} x, "
        f"at most {goal:g} x: {verdict}"
    )
    return met


def main() -> int:
    """Prints the table; 1 with --check when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cpu", action="store_true", help="compare processor time")
    parser.add_argument("--check", action="store_true", help="exit 1 when a goal is missed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = installed(folder / "ours", wheel(folder))
        few = measure(folder / "few", ours, asked.rows // 10, cpu=asked.cpu)
        taken, out, theirs, executed = measure(folder / "many", ours, asked.rows, cpu=asked.cpu)
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, {asked.rows:,} rows")
    met = [
        line("export csv / sqlite3 shell", out.seconds, theirs.seconds, EXPORT_GOAL),
        line("import / bare executemany", taken.seconds, executed, IMPORT_GOAL),
        line("peak memory of export", out.memory, MEMORY_GOAL, 1, "MB"),
        line("memory of export, 10 x the rows", out.memory, few[1].memory, FLAT, "MB"),
        line("memory of import, 10 x the rows", taken.memory, few[0].memory, FLAT, "MB"),
    ]
    return 1 if asked.check and not all(met) else 0


if __name__ == "__main__":
    sys.exit(main())
