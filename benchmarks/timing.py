"""Times whole processes, interleaved, so that a busy machine slows every command alike."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Command(NamedTuple):
    """A process to time: its name in the table, its words and its whole environment."""

    name: str
    words: Sequence[str | Path]
    environment: Mapping[str, str]


def medians(commands: Sequence[Command], runs: int, *, cpu: bool = False) -> dict[str, float]:
    """Median wall time of each command in milliseconds; with `cpu` that of the processor.

    Each round runs every command once, in the order given: a `start` may prepare a `stop`.
    One round that is not counted fills the caches first.
    """
    taken: dict[str, list[float]] = {command.name: [] for command in commands}
    for round_number in range(runs + 1):
        for command in commands:
            milliseconds = processor(command) if cpu else once(command)
            if round_number:
                taken[command.name].append(milliseconds)
    return {name: median(times) for name, times in taken.items()}


def once(command: Command) -> float:
    """Wall time of one run in milliseconds; a run that fails stops the benchmark."""
    started = time.perf_counter()
    ended = subprocess.run(
        command.words,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    milliseconds = (time.perf_counter() - started) * 1000
    if ended.returncode != 0:
        raise SystemExit(f"{command.name} failed: {ended.stderr.decode() or ended.stdout.decode()}")
    return milliseconds


def processor(command: Command) -> float:
    """Processor time of one run in milliseconds, which a busy machine disturbs less."""
    process = subprocess.Popen(
        command.words,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command.name} failed with {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000
