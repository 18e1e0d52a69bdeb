"""Virtual environments for the benchmarks: our wheel in one, each peer in its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def installed(folder: Path, *packages: str | Path) -> Path:
    """Makes an environment, installs the packages by its own pip; its folder of programs."""
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    subprocess.run([programs / "pip", "install", "-qq", *packages], check=True)
    return programs


def wheel(into: Path) -> Path:
    """Builds the project's wheel: an editable install would nearly double its start-up."""
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "-w", into, PROJECT],
        check=True,
    )
    return next(into.glob("cramplog-*.whl"))


def pip_version(programs: Path) -> str:
    """The pip that wrote the programs' wrappers: older ones import `re` on every start."""
    told = subprocess.run(
        [programs / "pip", "--version"], check=True, capture_output=True, text=True
    )
    return " ".join(told.stdout.split()[:2])
