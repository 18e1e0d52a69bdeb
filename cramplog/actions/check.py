"""`check`: the diary and what is around it, looked over."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from cramplog import paths
from cramplog.actions import rescue, rescue_seal
from cramplog.actions.result import Result
from cramplog.errors import DiaryError
from cramplog.render import check as render
from cramplog.services import checkup, protection
from cramplog.services.checkup import ERROR, OK, WARN, Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.actions.rescue import Rescued
    from cramplog.actions.result import Context

REPLAY = "cramplog check --replay"


def check(context: Context, *, strict: bool) -> Result:
    """Look the diary over: 5 for an error, and with `strict` 1 for a warning.

    Raises Conflict for a diary on a server.
    """
    path = paths.file_only(paths.diary_file(context.db), "Its administrator checks the server.")
    with _Progress(shown=context.interactive() and not context.screen().plain) as tell:
        found = checkup.examine(path, context.now.instant, tell)
    found += [protection.finding(path), _rescued(path)]
    state = checkup.worst(found)
    code = DiaryError.exit_code if state == ERROR else 1 if strict and state == WARN else 0
    return Result(
        text=lambda screen: render.text(found, screen),
        data=lambda: {"diary": path, "state": state, "checks": render.data(found)},
        exit_code=code,
    )


def replayable(context: Context) -> list[Rescued]:
    """The words that wait to be stored in this diary, the oldest first."""
    place = paths.identity(paths.diary_file(context.db))
    waiting = [one for one in rescue.waiting() if one.diary in (place, "")]
    return [one for each in waiting if (one := rescue_seal.opened(each)) is not None]


def _rescued(path: str) -> Finding:
    every = rescue.waiting()
    place = paths.identity(path)
    here = [one for one in every if one.diary in (place, "")]
    if here:
        said = f"{_entries(len(here))} typed while the diary could not be used: {here[0].file}."
        return Finding(name="rescue file", state=WARN, said=said, hint=f"Store them: {REPLAY}")
    if every:
        said = f"{_entries(len(every))} typed for other diaries: {every[0].file}."
        hint = f"For {every[0].diary}: {REPLAY} --db with its name."
        return Finding(name="rescue file", state=WARN, said=said, hint=hint)
    return Finding(name="rescue file", state=OK, said="nothing waits to be stored.")


def _entries(count: int) -> str:
    return "1 command" if count == 1 else f"{count} commands"


class _Progress:
    """What is looked at, on one line of a terminal that comes and goes."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._began = time.monotonic()
        self._told = 0.0

    def __enter__(self) -> Callable[[str], None]:
        return self._tell

    def _tell(self, what: str) -> None:
        passed = time.monotonic() - self._began
        if self._shown and passed - self._told > 0.2:  # nothing flickers for a small diary
            self._told = passed
            sys.stderr.write(f"\r\033[K{what}, {passed:.0f} s"[:40])
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self._told:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
