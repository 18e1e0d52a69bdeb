"""The one place that prints a result or an error."""

from __future__ import annotations

import sys

from cramplog import clock, streams
from cramplog.errors import (
    BadSettingsFile,
    CramplogError,
    DiaryDamaged,
    DiaryError,
    NoDiary,
    OutputLost,
    Stopped,
)
from cramplog.files import driver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.cli.session import Result, Session

SCHEMA = "cramplog/1"


def show(result: Result, session: Session) -> int:
    """Print a result and return the exit code."""
    _forgiving_streams()
    noticed = [*filter(None, [session.begun()]), *_notices()]  # a slip of a name would pass unseen
    if session.now.zone is None:
        noticed += filter(None, [clock.unknown_zone()])
    result = result.replace(warnings=(*result.warnings, *noticed))
    code = result.exit_code
    try:
        _answer(result, session)
    except BrokenPipeError:  # Typer would end with 1 for it
        streams.silence()
    except OSError as problem:  # a full disk behind `> file`, or no standard output at all
        code = _lost(problem, result, session)
    if not session.json:
        for warning in result.warnings:
            warn(warning)
    return result.then() if result.then else code


def _notices() -> list[str]:
    """Return what the diary's files noticed, each once."""
    notices = [*driver.notices]
    driver.notices.clear()
    return notices


def _lost(problem: OSError, result: Result, session: Session) -> int:
    """Say that the answer could not be written; that is a failure where it was all there was."""
    streams.silence()
    if result.done or session.stored:
        warn(
            f"{lost(problem).message} What you asked for was done all the same: "
            "look with `cramplog list`."
        )
        return result.exit_code
    error_line(lost(problem))
    return OutputLost.exit_code


def lost(problem: OSError) -> OutputLost:
    """Return the error for an answer that standard output did not take."""
    return OutputLost(f"the answer could not be written ({streams.why(problem)}).")


def _answer(result: Result, session: Session) -> None:
    if session.json:
        _print(envelope(result, session))
        return
    screen = session.screen()
    lines = [screen.tamed(line) for line in result.text(screen)]
    if lines and result.leisurely and screen.colour:
        from cramplog.render.colour import write

        write(lines)
    elif lines:
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()


def fail(error: CramplogError, arguments: list[str], session: Session | None = None) -> int:
    """Print an error in one line, or as JSON; returns its exit code."""
    _forgiving_streams()
    kept = ""
    of_look = isinstance(error, NoDiary) and not error.keeps_words
    if (isinstance(error, DiaryError | BadSettingsFile) and not of_look) or error.exit_code == 70:
        error, kept = _rescued(error, arguments, session)
    _hide_secrets(error, arguments)
    options = arguments[: [*arguments, "--"].index("--")]
    if "--json" in options:
        content = {
            "code": error.code,
            "message": error.message,
            "hint": f"{error.hint}{kept}".strip(),
        }
        try:
            _print(_json({"schema": SCHEMA, "ok": False, "error": content}))
            return error.exit_code
        except OSError:
            streams.silence()
    _to_stderr(f"error: {error}{kept}")
    for notice in _notices():
        warn(notice)
    return error.exit_code


def _hide_secrets(error: CramplogError, arguments: list[str]) -> None:
    """Take the password of a typed address out of the error."""
    from cramplog import paths

    for typed in map(str.strip, arguments):
        if paths.is_server(typed) and typed in str(error):
            error.message = error.message.replace(typed, paths.shown(typed))
            error.hint = error.hint.replace(typed, paths.shown(typed))


def _rescued(
    error: CramplogError, arguments: list[str], session: Session | None
) -> tuple[CramplogError, str]:
    """The error, and the sentence on the words typed, which are kept unless they were stored.

    A damaged diary may take an entry and then not let its flags be read. Who brings a copy back
    needs the words again.
    """
    from cramplog.cli.rescue import keep

    if session is None or not session.stored:
        return error, keep(arguments)
    if isinstance(error, DiaryDamaged):
        damage = f"{error.path} is damaged. What you asked for was written into it all the same."
        return OutputLost(damage, error.hint), keep(arguments)
    if error.exit_code == DiaryError.exit_code:
        done = f"what you asked for was stored all the same, but then: {error.message}"
        return OutputLost(done, error.hint), ""
    error.hint = f"What you asked for was stored all the same. {error.hint}"
    return error, ""


def say(line: str) -> None:
    """Print a line of progress; where it cannot be written, the work goes on."""
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as problem:
        streams.silence()
        warn(lost(problem).message)


def error_line(error: CramplogError) -> None:
    """Print an error that does not end the program."""
    _forgiving_streams()
    _to_stderr(f"error: {error}")


def warn(text: str) -> None:
    """Print a warning of what happened after the result was printed."""
    _forgiving_streams()
    _to_stderr(f"warning: {text}")


def _to_stderr(line: str) -> None:
    """Write one line, wrapped at words where a terminal would break it anywhere."""
    from cramplog.render.screen import width
    from cramplog.render.text import flow, visible

    lines = flow(visible(line), width(sys.stderr), "  ") if sys.stderr.isatty() else [visible(line)]
    sys.stderr.write("\n".join(lines) + "\n")


def envelope(result: Result, session: Session) -> str:
    """Return a result as the one JSON object that `--json` prints."""
    return _json(
        {
            "schema": SCHEMA,
            "ok": True,
            "command": session.command,
            "data": result.data(),
            "warnings": list(result.warnings),
        }
    )


def _json(value: dict[str, Any]) -> str:
    import json

    from cramplog.render.text import json_tamed

    return json_tamed(json.dumps(value, ensure_ascii=False, indent=2))


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.flush()


def _forgiving_streams() -> None:
    """Escape characters that the terminal cannot show, so that none is a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def broken_pipe() -> int:
    """End without an error where the reader went away (`cramplog --help | head -1`)."""
    streams.silence()
    return 0


def interrupted(arguments: list[str], session: Session | None) -> int:
    """Say on Ctrl-C whether something was stored before it; return the exit code."""
    sys.stderr.write("\n")
    if session is not None and session.stored:
        look = "status" if "start" in arguments[:1] else "list"
        warn(
            f"stopped after it was stored: `cramplog {look}` shows it, `cramplog undo` takes it "
            "back."
        )
    return Stopped.exit_code
