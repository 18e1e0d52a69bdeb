"""Runs the installed program as a user would: a process of its own, an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 120
"""Seconds after which a process that should have ended is taken to hang."""


class Result(NamedTuple):
    """What a process left: its exit code and what it wrote, line ends untouched."""

    code: int
    stdout: str
    stderr: str

    def json(self) -> dict[str, Any]:
        """The JSON envelope on standard output."""
        envelope = json.loads(self.stdout)
        assert isinstance(envelope, dict), self
        return envelope

    @property
    def data(self) -> dict[str, Any]:
        """What a successful `--json` call says."""
        envelope = self.json()
        assert self.code == 0, self
        assert envelope["ok"] is True, envelope
        data = envelope["data"]
        assert isinstance(data, dict), envelope
        return data

    @property
    def error(self) -> dict[str, Any]:
        """What a refused `--json` call says."""
        envelope = self.json()
        assert self.code != 0, self
        assert envelope["ok"] is False, envelope
        error = envelope["error"]
        assert isinstance(error, dict), envelope
        return error


class Program:
    """One command of the installed program in one home; call it with words."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path):
        self.command = tuple(command)
        self.environment = dict(environment)
        self.folder = folder

    def with_environment(self, **variables: str | None) -> Program:
        """The same program with variables set, or taken away by None."""
        changed = {**self.environment, **variables}
        kept = {name: value for name, value in changed.items() if value is not None}
        return Program(self.command, kept, self.folder)

    def behind(self, *prefix: str) -> Program:
        """The same program started by another command, such as `setpriv`."""
        return Program((*prefix, *self.command), self.environment, self.folder)

    def popen(self, *words: str) -> subprocess.Popen[bytes]:
        """The process, started and not waited for; it reads nothing."""
        return subprocess.Popen(
            [*self.command, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            cwd=self.folder,
        )

    def __call__(self, *words: str, **variables: str | None) -> Result:
        """Runs it to its end; keywords set environment variables for this call alone."""
        with self.with_environment(**variables).popen(*words) as process:
            stdout, stderr = process.communicate(timeout=PATIENCE)
        return Result(process.returncode, stdout.decode(), stderr.decode())


def clean_environment(home: Path) -> dict[str, str]:
    """A user's environment at 03:29 on 23 November 2026, with nothing of the real one but PATH."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        "CRAMPLOG_NOW": "2026-11-23T03:29:00+00:00",
        "PYTHONWARNINGS": "error",
    }


def episodes(cramplog: Program, *filters: str) -> list[dict[str, Any]]:
    """The stored episodes that `list --json` shows; none is no error."""
    envelope = cramplog("list", "--json", *filters).json()
    assert envelope["ok"] is True, envelope
    found = envelope["data"]["episodes"]
    assert isinstance(found, list)
    return found


def assert_refused(result: Result, code: int, *said: str) -> None:
    """One line on standard error that says all of `said`, nothing on standard output."""
    assert result.code == code, result
    assert result.stdout == "", result
    assert result.stderr.startswith("error: "), result
    assert result.stderr.count("\n") == 1, result
    assert [words for words in said if words not in result.stderr] == [], result
