"""How many writes to the disk one `log` waits for, with `synchronous=FULL` and without.

    python benchmarks/durability.py [--runs 20] [--check]

FULL is what lets an entry that was told as logged survive a power cut; NORMAL, SQLite's advice for
its write-ahead log, would lose it. Counted are the calls of fsync and fdatasync in whole processes,
by strace (Linux). tests/files/test_durability.py holds the difference.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import median

FULL, NORMAL = "FULL", "NORMAL"
MOST = 1
"""How many writes more FULL may cost."""

PROGRAM = """
import sys
from cramplog.files import opening
revision = opening._revision

def with_mode(connection, path):
    found = revision(connection, path)
    connection.execute("PRAGMA synchronous={mode}")
    return found

opening._revision = with_mode
from cramplog.__main__ import main
sys.argv[0] = "cramplog"
main()
"""
"""The program in either mode; nothing else differs."""


def command(mode: str) -> list[str]:
    """One entry by the program in a mode."""
    return [sys.executable, "-c", PROGRAM.format(mode=mode), "log", "left", "calf", "5m"]


def waits(words: list[str], environment: Mapping[str, str], folder: Path) -> Counter[str]:
    """What a process waits for: how often each file, by its name, is brought to the disk."""
    traced = folder / "strace.txt"
    strace = ["strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(traced)]
    subprocess.run(
        [*strace, *words], env=environment, cwd=folder, check=True, capture_output=True, timeout=120
    )
    calls = [line for line in traced.read_text().splitlines() if "sync(" in line]
    return Counter(line.partition("<")[2].partition(">")[0].rpartition("/")[2] for line in calls)


def later_than_the_first(folder: Path) -> dict[str, str]:
    """An environment with a diary in it that has its copy of the day."""
    told = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TZ": "UTC"}
    told["CRAMPLOG_DB"] = str(folder / "diary.db")
    for _ in range(2):
        subprocess.run(command(FULL), env=told, cwd=folder, check=True, capture_output=True)
    return told


def seconds(mode: str, environment: Mapping[str, str], folder: Path) -> float:
    """The time of one entry, by the clock."""
    began = time.perf_counter()
    subprocess.run(command(mode), env=environment, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> int:
    """Prints counts and times; 1 with --check where FULL costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--check", action="store_true", help="exit 1 when the goal is missed")
    asked = parser.parse_args()
    if shutil.which("strace") is None:
        raise SystemExit("strace is not installed; on Debian: apt install strace")
    counted, times = {}, {}
    with tempfile.TemporaryDirectory(dir=".") as name:  # not in memory, as /tmp often is
        folder = Path(name).resolve()
        told = later_than_the_first(folder)
        for mode in (FULL, NORMAL):
            counted[mode] = waits(command(mode), told, folder)
        taken = [
            (seconds(FULL, told, folder), seconds(NORMAL, told, folder)) for _ in range(asked.runs)
        ]
        times[FULL], times[NORMAL] = (median(column) * 1000 for column in zip(*taken, strict=True))
    for mode in (FULL, NORMAL):
        files = ", ".join(f"{file} {calls}" for file, calls in sorted(counted[mode].items()))
        print(f"{mode:7} {counted[mode].total()} waits ({files}), {times[mode]:.1f} ms a log")
    more = counted[FULL].total() - counted[NORMAL].total()
    verdict = "ok" if more <= MOST else "MISSED"
    print(f"FULL costs {more} more, at most {MOST}: {verdict}")
    return 1 if asked.check and more > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
