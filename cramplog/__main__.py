"""Entry points: `cramplog`, the short `cramp`, and `python -m cramplog`."""

from __future__ import annotations

import os
import sys

from cramplog import dispatch, streams
from cramplog.errors import BareNumber, CramplogError, NotText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from cramplog.cli.session import Session
    from cramplog.dispatch import Line

EARLIER = ("_CRAMPLOG_COMPLETE", "_CRAMP_COMPLETE")  # set by older completion scripts
HELP = ("-h", "--help", "--version")
INTERRUPTED = 130
LOST = 5
BUG = 70


def main() -> None:
    """Run `cramplog`; without arguments it shows the status screen."""
    _run_and_leave(short=False)


def main_short() -> None:
    """Run `cramp`; without arguments, or with words that name no command, it logs an episode."""
    _run_and_leave(short=True)


def _run_and_leave(*, short: bool) -> NoReturn:
    """Run the command line and exit at once: Python's clean-up takes a tenth of the time.

    Ctrl-C at any moment ends without a traceback.
    """
    code = BUG
    try:
        streams.prepare()
        try:
            code = run(sys.argv[1:], short=short)
        except SystemExit as end:  # TAB was answered
            code = end.code if isinstance(end.code, int) else 0
        sys.stderr.flush()
        sys.stdout.flush()
    except OSError:
        code = code or LOST
    except KeyboardInterrupt:
        code = INTERRUPTED if code == BUG else code
    finally:
        os._exit(code)


def run(arguments: list[str], *, short: bool = False) -> int:
    """Run one command line and return its exit code; no exception leaves this function."""
    if arguments[:1] == ["_complete"] or any(name in os.environ for name in EARLIER):
        return _tab(arguments[1:], short=short)
    line = dispatch.read(arguments, short=short)
    typed = [line.entry.name, *arguments] if line.as_log else arguments
    session: Session | None = None
    try:
        from cramplog.cli.session import Session as NewSession

        session = NewSession()
        session.as_log = line.as_log
        return _run(line, typed, session, short=short)
    except (CramplogError, UnicodeEncodeError) as problem:
        from cramplog.cli.output import fail

        error = problem if isinstance(problem, CramplogError) else NotText()
        return fail(error, typed, session)
    except KeyboardInterrupt:
        from cramplog.cli.output import interrupted

        return interrupted(typed, session)
    except BrokenPipeError:
        from cramplog.cli.output import broken_pipe

        return broken_pipe()
    except Exception as problem:  # noqa: BLE001 - the last boundary: no traceback reaches a user
        from cramplog.cli.crash import crashed

        return crashed(problem, typed, session)
    finally:
        _close(session)


def _close(session: Session | None) -> None:
    """Close the diary; Ctrl-C meanwhile cannot change what was done."""
    try:
        if session is not None:
            session.close()
    except KeyboardInterrupt:
        pass


def _run(line: Line, typed: list[str], session: Session, *, short: bool) -> int:
    """Run the command line on the everyday path, or else through Typer."""
    words = line.words
    if line.as_log and line.simple and not short and len(words) == 1 and words[0].isdecimal():
        raise BareNumber(words[0])
    if line.as_log and words[:1] == ("help",):
        if len(words) == 2 and dispatch.is_word(words[1]) and words[1] not in dispatch.COMMANDS:
            from cramplog.cli import help_words, output

            session.begin("help", **line.shared)
            return output.show(help_words.explained(words[1]), session)
        typed = [*(word for word in typed[1:] if word != "help"), "--help"]
    elif line.as_log and not any(map(dispatch.is_word, words)) and set(typed).intersection(HELP):
        typed = typed[1:]
    else:
        from cramplog.cli import everyday

        code = everyday.run(line, session)
        if code is not None:
            return code
    from cramplog.cli.app import run_typer

    return run_typer(typed, "cramp" if short else "cramplog", session)


def _tab(line: list[str], *, short: bool) -> int:
    """Answer the TAB key; after any error nothing is offered, printed or stored."""
    try:
        from cramplog.cli import tab

        if line:
            return tab.run(line[0], short=short)
        return tab.earlier(next(filter(None, map(os.environ.get, EARLIER)), ""), short=short)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - a shell is between two keys
        return 1


if __name__ == "__main__":
    main()
