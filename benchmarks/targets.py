"""The installed program, run to its end or killed on the way."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

NOW = datetime(2026, 11, 23, 3, 29, tzinfo=UTC)


class Ended(NamedTuple):
    """A process that ended or was killed."""

    killed: bool
    code: int
    stdout: str
    stderr: str


class Lost(AssertionError):
    """Something that was acknowledged is gone, or a diary is damaged."""


def expect(holds: bool, *said: object) -> None:
    """Raises Lost unless something holds."""
    if not holds:
        raise Lost(" ".join(map(str, said)))


class Target:
    """The installed program in a home of its own, with a clock that goes on by a minute a run."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], home: Path, seed: int
    ) -> None:
        self.command = list(command)
        self.home = home
        self.diary = home / "diary.db"
        self.dice = random.Random(seed)
        self.now = NOW
        self.environment = {**environment, "CRAMPLOG_DB": str(self.diary)}
        self._lengths: dict[str, float] = {}

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A run that is left alone."""
        return self._start(words)

    def end(self, process: subprocess.Popen[bytes]) -> Ended:
        """What a run left."""
        return _ended(process)

    def _start(self, words: Sequence[str]) -> subprocess.Popen[bytes]:
        self.now += timedelta(minutes=1)
        return subprocess.Popen(
            [*self.command, *words],
            env={**self.environment, "CRAMPLOG_NOW": self.now.isoformat()},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str) -> Ended:
        """A whole run, which must succeed."""
        began = time.monotonic()
        ended = _ended(self._start(words))
        expect(ended.code == 0, "failed:", words, ended)
        length = self._lengths.get(words[0], time.monotonic() - began)
        self._lengths[words[0]] = min(length, time.monotonic() - began)
        return ended

    def kill(self, *words: str) -> Ended:
        """A run that is killed, unless it ends before."""
        length = self._lengths.get(words[0], 0.1)
        process = self._start(words)
        if self.dice.random() < 0.5:
            time.sleep(length * self.dice.uniform(0.2, 1.1))
        else:
            self._wait_for_a_change(length * 3)
            time.sleep(self.dice.uniform(0, 0.2) * length * self.dice.random())
        process.send_signal(signal.SIGKILL)
        return _ended(process)

    def _wait_for_a_change(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        before = self._state()
        while self._state() == before and time.monotonic() < until:
            time.sleep(0.0002)

    def _state(self) -> tuple[int, int, int]:
        found = []
        for path in (f"{self.diary}-wal", self.diary, self.home / "backups"):
            try:
                found.append(os.stat(path).st_mtime_ns)
            except OSError:
                found.append(0)
        return found[0], found[1], found[2]

    def starts(self) -> set[int]:
        """When the stored episodes began; raises Lost for a damaged diary."""
        database = sqlite3.connect(self.diary, timeout=20)
        try:
            whole = database.execute("PRAGMA quick_check").fetchall()
            expect(whole == [("ok",)], whole)
            found = database.execute("SELECT started_at FROM episode WHERE deleted_at IS NULL")
            return {start for (start,) in found}
        finally:
            database.close()

    def listed(self) -> set[int]:
        """When the stored episodes began, as the program tells it: of an encrypted diary, too."""
        told = self.run("list", "--json", "--nights", "9999")
        shown = json.loads(told.stdout)["data"]["episodes"]
        return {int(datetime.fromisoformat(each["started_at"]).timestamp()) for each in shown}

    def is_encrypted(self) -> bool:
        """Whether the diary has an envelope."""
        return os.path.exists(f"{self.diary}.key")

    def check(self) -> None:
        """What the program itself says of the diary, its copies included."""
        self.run("check")
        copies = self.home / "backups"
        for path in copies.glob("*.db") if copies.exists() else ():
            database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            expect(database.execute("PRAGMA quick_check").fetchall() == [("ok",)], path)
            database.close()


def _ended(process: subprocess.Popen[bytes]) -> Ended:
    with process:
        stdout, stderr = process.communicate(timeout=120)
    killed = process.returncode == -signal.SIGKILL
    return Ended(killed, process.returncode, stdout.decode(), stderr.decode())


def until(kills: int, once: Callable[[], bool]) -> int:
    """Repeat until so many runs were killed; returns how many runs that took."""
    done = runs = 0
    while done < kills:
        runs += 1
        done += once()
        expect(runs < kills * 20 + 100, "nothing can be killed: the runs end too soon")
    return runs
