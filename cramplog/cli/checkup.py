"""`check`: look the diary over, with what is around it, and store what waits for it."""

from __future__ import annotations

import sys

from cramplog import paths
from cramplog.cli import rescue
from cramplog.cli.declare import Option, command
from cramplog.cli.replay import replay as type_again
from cramplog.cli.rescue import Rescued
from cramplog.cli.session import Result, Session, answer
from cramplog.errors import BadOption, DiaryError
from cramplog.render import check as render
from cramplog.render.text import visible
from cramplog.services import checkup, protection
from cramplog.services.checkup import ERROR, OK, WARN, Finding

REPLAY = "cramplog check --replay"
NOTHING = "Nothing waits to be stored."
OTHER_KEY = "sealed for a key that is not at hand"
STORE_NOW = "Store them now, as of when they were typed? y or n: "


@command(
    "check",
    Option(flags=("--strict",), help="End with 1 for a warning."),
    Option(flags=("--replay",), help="Store what was typed while the diary was unusable."),
    Option(flags=("--forget",), help="Show what waits to be stored, and drop it."),
)
def check(session: Session, *, strict: bool, replay: bool, forget: bool) -> Result:
    """Look the diary over, with its backups and what waits to be stored.

    Examples:
    cramplog check
    cramplog check --strict
    cramplog check --replay
    """
    if replay and forget:
        raise BadOption("--replay stores what waits, --forget drops it.", "Give one of them.")
    if forget:
        return _forgotten(session)
    if replay:
        return _replayed(session, strict=strict)
    result = _findings(session, strict=strict)
    if session.interactive() and not result.exit_code:
        return result.replace(then=lambda: _offer(session))
    return result


def _findings(session: Session, *, strict: bool) -> Result:
    """Look the diary over; exit with 5 for an error, and if `strict` with 1 for a warning."""
    path = paths.diary_file(session.db)
    findings = checkup.examine(path, session.now.instant)
    findings += [] if paths.is_server(path) else [protection.finding(path)]
    findings.append(_rescued(path))
    state = checkup.worst(findings)
    code = DiaryError.exit_code if state == ERROR else 1 if strict and state == WARN else 0
    return Result(
        text=lambda screen: render.text(findings, screen),
        data=lambda: {"diary": paths.shown(path), "state": state, "checks": render.data(findings)},
        exit_code=code,
    )


def _replayed(session: Session, *, strict: bool) -> Result:
    """Store what waits, then look the diary over; exit with the code of the first that failed."""
    outcomes = type_again(_replayable(session), paths.diary_file(session.db), quiet=session.json)
    result = _findings(session, strict=strict)
    failed = [one.error.exit_code for one in outcomes if one.error is not None]
    return result.replace(
        data=lambda: {**result.data(), "replayed": [one.data() for one in outcomes]},
        exit_code=result.exit_code or next(iter(failed), 0),
    )


def _offer(session: Session) -> int:
    """Ask whether to store what waits, now that it is on the screen; return the exit code."""
    waiting, place = _replayable(session), paths.diary_file(session.db)
    if not waiting:
        return 0
    sys.stderr.write(STORE_NOW)
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        return 0
    outcomes = type_again(waiting, place, quiet=False)
    return next((one.error.exit_code for one in outcomes if one.error), 0)


def _waiting(session: Session) -> list[Rescued]:
    """Return the words that wait for this diary, the oldest first."""
    place = paths.identity(paths.diary_file(session.db))
    return [one for one in rescue.waiting() if one.diary in (place, "")]


def _replayable(session: Session) -> list[Rescued]:
    """Return the words that wait for this diary and whose key is at hand."""
    return [one for each in _waiting(session) if (one := rescue.opened(each)) is not None]


def _forgotten(session: Session) -> Result:
    """Drop the words that wait for this diary, and show them once more."""
    dropped = [_readable(one) for one in _waiting(session)]
    for one in dropped:
        rescue.forget(one)
    lines = [f"Dropped, typed {one.at}: {' '.join(one.words) or OTHER_KEY}" for one in dropped]
    return answer(
        lambda: {"dropped": [{"at": one.at, "words": list(one.words)} for one in dropped]},
        *map(visible, lines or [NOTHING]),
    )


def _readable(waiting: Rescued) -> Rescued:
    """Return rescued words decrypted, where their key is at hand."""
    try:
        return rescue.opened(waiting) or waiting
    except DiaryError:
        return waiting


def _rescued(path: str) -> Finding:
    """Report what waits to be stored, in this diary or in others."""
    every = rescue.waiting()
    place = paths.identity(path)
    here = [one for one in every if one.diary in (place, "")]
    state, text, hint = OK, "nothing waits to be stored.", ""
    if here:
        state = WARN
        text = f"{_commands(here)} typed while the diary could not be used: {here[0].file}."
        hint = f"Store them: {REPLAY}; drop them: --forget"
    elif every:
        state = WARN
        text = f"{_commands(every)} typed for other diaries: {every[0].file}."
        hint = f"For {every[0].diary}: {REPLAY} --db with its name."
    return Finding(name="rescue file", state=state, said=text, hint=hint)


def _commands(waiting: list[Rescued]) -> str:
    return "1 command" if len(waiting) == 1 else f"{len(waiting)} commands"
