"""Runs the program inside the test's own process: quicker than a process, and it can be patched."""

from __future__ import annotations

import pytest
from running import Result

from cramplog import __main__ as program


class Inside:
    """`cramplog WORDS`; `short` makes it `cramp WORDS`."""

    def __init__(self, streams: pytest.CaptureFixture[str]) -> None:
        self._streams = streams

    def __call__(self, *words: str, short: bool = False) -> Result:
        self._streams.readouterr()
        try:
            code = program.run(list(words), short=short)
        except SystemExit as end:  # the completion protocol ends so
            code = int(end.code or 0)
        told = self._streams.readouterr()
        return Result(code, told.out, told.err)
