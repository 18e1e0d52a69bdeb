"""What encryption costs a person in pain: the wheel's everyday commands, plain and with a key file.

    python benchmarks/encryption.py [--runs 41] [--episodes 100] [--cpu] [--check]

The runs are interleaved; the goal is 1.3 times the plain time. On a busy machine `--cpu` compares
processor time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from diaries import filled
from goals import Goal, report
from installs import installed, wheel
from timing import Command, medians

FACTOR = 1.3
EVERYDAY = {
    "log": ["cramp", "left", "calf", "5m", "7"],
    "undo": ["cramplog", "undo"],
    "start": ["cramplog", "start"],
    "status": ["cramplog", "status"],
    "stop": ["cramplog", "stop"],
    "list": ["cramplog", "list"],
}
"""Each leaves the diary ready for the next."""


def commands(programs: Path, told: dict[str, str], state: str) -> list[Command]:
    """The everyday commands in one diary."""
    return [
        Command(f"{name}, {state}", [programs / words[0], *words[1:]], told)
        for name, words in EVERYDAY.items()
    ]


def encrypted(home: Path, programs: Path, told: dict[str, str]) -> dict[str, str]:
    """Encrypts the diary of a home; the environment to use it in."""
    (home / "passphrase").touch(mode=0o600)
    (home / "passphrase").write_text("correct horse battery\n", encoding="utf-8")
    keyed = {**told, "CRAMPLOG_KEY_FILE": str(home / "key")}
    subprocess.run(
        [programs / "cramplog", "encrypt"],
        env={**keyed, "CRAMPLOG_PASSPHRASE_FILE": str(home / "passphrase")},
        check=True,
        capture_output=True,
    )
    return keyed


def main() -> int:
    """Prints the table; 1 with --check when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=41, help="counted rounds")
    parser.add_argument("--episodes", type=int, default=100)
    parser.add_argument("--cpu", action="store_true", help="compare processor time")
    parser.add_argument("--check", action="store_true", help="exit 1 when a goal is missed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = installed(folder / "ours", f"{wheel(folder)}[encrypted]")
        plain = filled(folder / "plain", programs, asked.episodes)
        home = folder / "encrypted"
        keyed = encrypted(home, programs, filled(home, programs, asked.episodes))
        every = [*commands(programs, plain, "plain"), *commands(programs, keyed, "encrypted")]
        print(
            f"Python {sys.version.split()[0]}, medians of {asked.runs}, {asked.episodes} episodes"
        )
        times = medians(every, asked.runs, cpu=asked.cpu)
    goals = [Goal(f"{each}, encrypted", f"{each}, plain", FACTOR) for each in EVERYDAY]
    met = report(goals, times)
    return 1 if asked.check and not met else 0


if __name__ == "__main__":
    sys.exit(main())
