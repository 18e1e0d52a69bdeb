"""How long a person in pain waits: whole processes of the wheel against peers in the same run.

    python benchmarks/startup.py [--runs 21] [--check] [--large 100000]

Peers (PyPI: td-watson, jrnl) keep nearly empty files here: both rewrite theirs on every entry.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from diaries import environment, filled
from goals import Goal, report
from installs import installed, pip_version, wheel
from timing import Command, medians

PYTHON, WATSON, WATSON_HELP, JRNL = "python -c pass", "watson add", "watson --help", "jrnl"
LOG = "cramp left calf 5m 7"
PAIR_RUNS = 101


def at(size: int) -> str:
    """How a row names the size of its diary."""
    return f", {size:,} episodes"


def everyday(program: Path, told: dict[str, str], size: int) -> list[Command]:
    """The commands of a night in one diary, each leaving it ready for the next."""
    cramp, cramplog = program / "cramp", program / "cramplog"
    tab = {"_CRAMPLOG_COMPLETE": "complete_bash", "COMP_WORDS": "cramplog log ca"}
    options = ["log", "--muscle", "left:calf", "--duration", "5m", "--pain", "7", "--woke"]
    words: dict[str, list[str | Path]] = {
        LOG: [cramp, "left", "calf", "5m", "7"],
        "undo": [cramplog, "undo"],
        "start": [cramplog, "start"],
        "status": [cramplog, "status"],
        "stop": [cramplog, "stop"],
        "list": [cramplog, "list"],
        "log with options": [cramplog, *options],
        "report week": [cramplog, "report", "week"],
    }
    commands = [Command(name + at(size), line, told) for name, line in words.items()]
    return [*commands, Command("TAB" + at(size), [cramplog], {**told, **tab, "COMP_CWORD": "2"})]


def peers(folder: Path, ours: Path) -> list[Command]:
    """What the goals are measured against."""
    watson = installed(folder / "watson", "td-watson") / "watson"
    jrnl = installed(folder / "jrnl", "jrnl") / "jrnl"
    home = folder / "peers-home"
    home.mkdir()
    journal = home / "jrnl.yaml"
    journal.write_text(f"journals:\n  default: {home}/journal.txt\nversion: '4.0'\n")
    told = {**environment(home, ours), "WATSON_DIR": str(home)}
    span = ["--from", "2026-11-22 02:30", "--to", "2026-11-22 02:35"]
    return [
        Command(PYTHON, [ours / "python", "-c", "pass"], told),
        Command(WATSON, [watson, "add", *span, "calf"], told),
        Command(WATSON_HELP, [watson, "--help"], told),
        Command(JRNL, [jrnl, "--config-file", journal, "left calf 5m 7"], told),
    ]


def goals(small: int, large: int) -> list[Goal]:
    """The numbers of the contract for what a night in pain needs."""
    found = [Goal("cramplog --help", WATSON_HELP, 1.2)]
    for size in (small, large):
        found += [Goal(LOG + at(size), PYTHON, 3), Goal(LOG + at(size), WATSON, 0.4)]
        found += [Goal(LOG + at(size), JRNL, 0.25)]
        found += [Goal(name + at(size), WATSON, 0.45) for name in ("start", "stop")]
        found += [Goal(name + at(size), WATSON, 0.45) for name in ("list", "status")]
        found += [Goal(name + at(size), WATSON, 1) for name in ("log with options", "undo", "TAB")]
    found += [Goal("report week" + at(large), "report week" + at(100), 2)]
    return [*found, Goal("flags" + at(10_000), "flags" + at(0), 1.5, slack=100)]


def main() -> int:
    """Prints the table; 1 with --check when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="counted rounds, 15 or more")
    parser.add_argument("--large", type=int, default=100_000, help="episodes of the large diary")
    parser.add_argument("--check", action="store_true", help="exit 1 when a goal is missed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = installed(folder / "ours", wheel(folder))
        sizes = (0, 10, 100, 10_000, asked.large)
        homes = {size: filled(folder / f"home-{size}", ours, size) for size in sizes}
        commands = peers(folder, ours)
        commands += [Command("cramplog --help", [ours / "cramplog", "--help"], homes[10])]
        for size in (10, asked.large):
            commands += everyday(ours, homes[size], size)
        report_week: list[str | Path] = [ours / "cramplog", "report", "week"]
        commands += [Command("report week" + at(100), report_week, homes[100])]
        flags: list[str | Path] = [ours / "cramplog", "flags"]
        commands += [Command("flags" + at(size), flags, homes[size]) for size in (0, 10_000)]
        print(f"Python {sys.version.split()[0]}, {pip_version(ours)}, medians of {asked.runs}")
        times = medians(commands, asked.runs)
        pair = [c for c in commands if c.name.startswith((LOG, "undo"))]
        again = medians(pair, PAIR_RUNS)
    alike = Goal(LOG + at(asked.large), LOG + at(10), 1.15, slack=3)
    met = [report(goals(10, asked.large), times), report([alike], again)]
    return 1 if asked.check and not all(met) else 0


if __name__ == "__main__":
    sys.exit(main())
