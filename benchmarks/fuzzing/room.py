"""A home of its own for each case, and the program run within this process."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from cramplog import __main__ as program
from cramplog.value import Value

PATIENCE = 60
"""Seconds after which a case is taken to hang."""

MEMORY = Path("/dev/shm")
ENVIRONMENT = {
    "TZ": "Europe/London",
    "LANG": "C.UTF-8",
    "COLUMNS": "80",
    "CRAMPLOG_NOW": "2026-11-23T03:29:00+00:00",
}
DIARY = (
    "log 2026-11-16 23:50 left calf 5m 7 woke @stress +stretch!2m",
    "log 2026-11-19 02:30 right foot 90s 4 sore --note =1+1",
    "log 2026-11-21 03:00 left calf and right hamstring tonic ~12m 8 woke @cold,dehydration",
    "log 2026-11-21 16:15 both leg clonic 20s 3",
    "log 2026-11-22 01:10 toes @moonlight +walk +massage! 0 numb hard twitching",
    "night 2026-11-17 quiet water=1.2l stress=6 cold=yes",
    "person set born=1958 sex=f weight=70kg cramps_since=2019",
    "condition add varicose_veins --since 2019",
    "condition deny diabetes",
    "medicine start atorvastatin --on 2026-05 --dose 20mg",
    "symptom swelling left",
    "symptom redness --absent",
    "visit set 2026-12-04 GP",
    "flags --snooze ART-VEINS 30 --because seen",
    "person add anna",
    "delete 2",
    "start left calf @stress",
)
"""Something in every table."""


class Hang(BaseException):
    """A case that does not come to its end; no boundary of the program catches it."""


class Outcome(Value):
    """What one command line left."""

    words: tuple[str, ...]
    code: int
    stdout: bytes
    stderr: bytes
    wrote: bool  # whether the diary's file is another now


class Room:
    """Runs command lines, each case in a home made anew with the same diary in it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.db = self.home / "diary.db"
        self.environment = ENVIRONMENT | {
            "HOME": str(self.home),
            "CRAMPLOG_DB": str(self.db),
            "PATH": os.environ.get("PATH", os.defpath),
        }
        self._record: Any = None
        self._template = folder / "template"
        self.home.mkdir()
        self.enter()
        self.run("config", "add-trigger", "moonlight")
        for line in DIARY:
            outcome = self.run(*line.split())
            assert outcome.code == 0, outcome
        shutil.copytree(self.home, self._template)
        self.whole = self.db.read_bytes()

    def enter(self) -> None:
        """The environment and folder of a case."""
        os.environ.clear()
        os.environ.update(self.environment)
        os.chdir(self.home)
        time.tzset()

    def lay(self) -> None:
        """Make the home as it was at first."""
        shutil.rmtree(self.home)
        shutil.copytree(self._template, self.home)
        os.chdir(self.home)

    def record(self) -> Any:
        """The diary as `export json` writes it, read."""
        if self._record is None:
            self.lay()
            self._record = json.loads(self.run("export", "json", "-o", "-").stdout)
        return self._record

    def run(self, *words: str, short: bool = False) -> Outcome:
        """One command line to its end, as the installed program would run it."""
        before = self.db.read_bytes() if self.db.exists() else b""
        streams = sys.stdout, sys.stderr
        out, err = io.BytesIO(), io.BytesIO()
        sys.stdout = io.TextIOWrapper(out, "utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(err, "utf-8", write_through=True)
        try:
            with alarm():
                code = program.run(list(words), short=short)
            sys.stdout.flush()
            sys.stderr.flush()
            told = out.getvalue(), err.getvalue()
        finally:
            sys.stdout, sys.stderr = streams
        after = self.db.read_bytes() if self.db.exists() else b""
        return Outcome(
            words=words, code=code, stdout=told[0], stderr=told[1], wrote=before != after
        )


@contextmanager
def alarm() -> Iterator[None]:
    """Raises Hang where what is done within takes longer than PATIENCE."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang(f"no end after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def room() -> Iterator[Room]:
    """A room, in memory where the system has a folder for that; all is as before after it."""
    environment, folder = dict(os.environ), Path.cwd()
    place = MEMORY if MEMORY.is_dir() else None
    try:
        with tempfile.TemporaryDirectory(prefix="cramplog-fuzz-", dir=place) as made:
            try:
                yield Room(Path(made))
            finally:
                os.chdir(folder)
    finally:
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
