"""Times the physician's page of a year with 400 episodes: `python benchmarks/report_files.py`.

Whole processes of the installed program beside this Python. Goal: PDF and HTML in at most 2 s.
Exits with 1 where a goal is missed.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from diaries import HEADER, environment

EPISODES, RUNS, LIMIT = 400, 5, 2.0
PROGRAMS = Path(sys.executable).parent


def main() -> int:
    """Prints a line for each format; 1 where one takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        told = environment(home, PROGRAMS)
        rows = home / "year.csv"
        _write_year(rows)
        _run(told, home, "import", str(rows))
        slow = False
        for format_ in ("pdf", "html", "md"):
            page = home / f"page.{format_}"
            words = ("report", *_year(), "--force", "-o", str(page))
            took = median(_seconds(told, home, *words) for _ in range(RUNS))
            slow = slow or took > LIMIT
            verdict = "ok" if took <= LIMIT else "MISSED"
            size = page.stat().st_size / 1000
            print(
                f"report of {EPISODES} episodes as {format_:4} {took:5.2f} s {size:7.0f} kB "
                f"at most {LIMIT:g} s {verdict}"
            )
    return int(slow)


def _year() -> tuple[str, ...]:
    today = datetime.now(UTC).date()
    return ("--since", str(today - timedelta(days=365)), "--until", str(today - timedelta(days=1)))


def _seconds(told: dict[str, str], home: Path, *words: str) -> float:
    begun = perf_counter()
    _run(told, home, *words)
    return perf_counter() - begun


def _run(told: dict[str, str], home: Path, *words: str) -> None:
    command = [str(PROGRAMS / "cramplog"), *words]
    subprocess.run(command, env=told, cwd=home, check=True, capture_output=True)


def _write_year(path: Path) -> None:
    """A cramp on about two nights of three, one in four with a note."""
    chance = random.Random(2026)
    now = datetime.now(UTC).replace(hour=1, minute=0, second=0, microsecond=0)
    starts = sorted(
        now - timedelta(days=chance.randrange(2, 364), minutes=-chance.randrange(300))
        for _ in range(EPISODES)
    )
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, HEADER.split(","), restval="")
        table.writeheader()
        for number, start in enumerate(starts, 1):
            table.writerow(
                {
                    "number": number,
                    "night": (start - timedelta(hours=12)).date().isoformat(),
                    "started_at": start.isoformat(timespec="seconds"),
                    "zone": "UTC",
                    "duration_seconds": chance.choice(["", chance.randrange(20, 900)]),
                    "muscles": chance.choice(["calf", "calf", "foot", "toes", "hamstring"]),
                    "sides": chance.choice(["left", "right", "both"]),
                    "pain": chance.choice(["", *range(1, 11)]),
                    "woke": chance.choice(["yes", "no", ""]),
                    "triggers": chance.choice(["", "stress", "cold;dehydration"]),
                    "tried": chance.choice(["", "stretch"]),
                    "note": chance.choice(["", "", "", "after a long walk in new shoes"]),
                    "recorded_at": (start + timedelta(minutes=20)).isoformat(timespec="seconds"),
                    "source": "log",
                }
            )


if __name__ == "__main__":
    sys.exit(main())
