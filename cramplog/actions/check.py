"""`check`: the diary and what is around it, looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cramplog import paths
from cramplog.actions import rescue, rescue_seal
from cramplog.cli.session import Result
from cramplog.errors import DiaryError
from cramplog.render import check as render
from cramplog.render.text import flow, visible
from cramplog.services import checkup, protection
from cramplog.services.checkup import ERROR, OK, WARN, Finding

if TYPE_CHECKING:
    from cramplog.actions.rescue import Rescued
    from cramplog.cli.session import Session

REPLAY = "cramplog check --replay"
NOTHING = "Nothing waits to be stored."
SEALED = "sealed for a key that is not at hand"


def check(session: Session, *, strict: bool) -> Result:
    """Look the diary over: 5 for an error, and with `strict` 1 for a warning."""
    path = paths.diary_file(session.db)
    found = checkup.examine(path, session.now.instant)
    found += [] if paths.is_server(path) else [protection.finding(path)]
    found.append(_rescued(path))
    state = checkup.worst(found)
    code = DiaryError.exit_code if state == ERROR else 1 if strict and state == WARN else 0
    return Result(
        text=lambda screen: render.text(found, screen),
        data=lambda: {"diary": paths.shown(path), "state": state, "checks": render.data(found)},
        exit_code=code,
    )


def replayable(session: Session) -> list[Rescued]:
    """The words that wait to be stored in this diary, the oldest first."""
    place = paths.identity(paths.diary_file(session.db))
    waiting = [one for one in rescue.waiting() if one.diary in (place, "")]
    return [one for each in waiting if (one := rescue_seal.opened(each)) is not None]


def forget(session: Session) -> Result:
    """Drop the words that wait for this diary, and show them once more."""
    place = paths.identity(paths.diary_file(session.db))
    found = [_shown(one) for one in rescue.waiting() if one.diary in (place, "")]
    for one in found:
        rescue.forget(one)
    lines = [visible(f"Dropped, typed {one.at}: {' '.join(one.words) or SEALED}") for one in found]
    return Result(
        text=lambda screen: [
            part for line in lines or [NOTHING] for part in flow(line, screen.width, "  ")
        ],
        data=lambda: {"dropped": [{"at": one.at, "words": list(one.words)} for one in found]},
    )


def _shown(waiting: Rescued) -> Rescued:
    """With its words, where their key is at hand."""
    try:
        return rescue_seal.opened(waiting) or waiting
    except DiaryError:
        return waiting


def _rescued(path: str) -> Finding:
    every = rescue.waiting()
    place = paths.identity(path)
    here = [one for one in every if one.diary in (place, "")]
    if here:
        said = f"{_entries(len(here))} typed while the diary could not be used: {here[0].file}."
        return Finding(
            name="rescue file",
            state=WARN,
            said=said,
            hint=f"Store them: {REPLAY}; drop them: --forget",
        )
    if every:
        said = f"{_entries(len(every))} typed for other diaries: {every[0].file}."
        hint = f"For {every[0].diary}: {REPLAY} --db with its name."
        return Finding(name="rescue file", state=WARN, said=said, hint=hint)
    return Finding(name="rescue file", state=OK, said="nothing waits to be stored.")


def _entries(count: int) -> str:
    return "1 command" if count == 1 else f"{count} commands"
