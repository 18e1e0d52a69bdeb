"""Entry points: `cramplog`, the short `cramp`, and `python -m cramplog`."""

from __future__ import annotations

import os
import sys

from cramplog import lane, streams
from cramplog.errors import BareNumber, CramplogError, NotText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

EARLIER = ("_CRAMPLOG_COMPLETE", "_CRAMP_COMPLETE")  # by which earlier scripts ask for the TAB key
INTERRUPTED = 130
LOST = 5
BUG = 70


def main() -> None:
    """`cramplog`: bare, it is the status screen."""
    _run_and_leave(short=False)


def main_short() -> None:
    """`cramp`: bare, it logs an episode now; words that begin with no command are log's."""
    _run_and_leave(short=True)


def _run_and_leave(*, short: bool) -> NoReturn:
    """Run the command line and end at once: Python's own tidying takes a tenth of a whole `cramp`.

    Ctrl-C at any moment ends without a traceback.
    """
    code = BUG
    try:
        streams.prepare()
        try:
            code = run(sys.argv[1:], short=short)
        except SystemExit as end:  # what the TAB key asked for is said
            code = end.code if isinstance(end.code, int) else 0
        results = sys.modules.get("cramplog.actions.result")
        if results is not None:
            results.close_diaries()
        sys.stderr.flush()
        sys.stdout.flush()
    except OSError:
        code = code or LOST
    except KeyboardInterrupt:
        code = INTERRUPTED if code == BUG else code
    finally:
        os._exit(code)


def run(arguments: list[str], *, short: bool = False) -> int:
    """Run one command line and return its exit code; nothing raised gets past here."""
    typed = arguments
    if arguments[:1] == ["_complete"] or any(name in os.environ for name in EARLIER):
        return _tab(arguments[1:], short=short)
    try:
        arguments = _as_log(arguments, short=short)
        return lane.run(arguments) if lane.takes(arguments) else _by_typer(arguments, short=short)
    except (CramplogError, UnicodeEncodeError) as problem:
        from cramplog.actions.show import fail

        error = problem if isinstance(problem, CramplogError) else NotText()
        return fail(error if arguments is typed else _perhaps_a_command(error, typed), arguments)
    except KeyboardInterrupt:
        from cramplog.actions.show import interrupted

        return interrupted(arguments)
    except BrokenPipeError:
        from cramplog.actions.show import broken_pipe

        return broken_pipe()
    except Exception as problem:  # noqa: BLE001 - the last boundary: no traceback reaches a user
        from cramplog.actions.crash import crashed

        return crashed(problem, arguments)


def _by_typer(arguments: list[str], *, short: bool) -> int:
    from cramplog.cli.app import run_typer

    return run_typer(arguments, "cramp" if short else "cramplog")


def _tab(line: list[str], *, short: bool) -> int:
    """Answer the TAB key: whatever goes wrong, nothing is offered, said or stored."""
    try:
        from cramplog.cli import tab

        if line:
            return tab.run(line[0], short=short)
        return tab.earlier(next(filter(None, map(os.environ.get, EARLIER)), ""), short=short)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - a shell is between two keys
        return 1


def _as_log(arguments: list[str], *, short: bool) -> list[str]:
    """Words as those of `log`, unless the first that is no option is a command."""
    if lane.takes(arguments) or not (arguments or short):
        return arguments
    from cramplog.commands import COMMANDS, first_word, is_alone

    word = first_word(arguments)
    if word is not None and word.isdecimal() and not short and is_alone(word, arguments):
        raise BareNumber(word)
    if word == "help":
        return [*(argument for argument in arguments if argument != "help"), "--help"]
    told = any(argument in ("-h", "--help", "--version") for argument in arguments)
    if word in COMMANDS or (word is None and (told or not short)):
        return arguments
    return ["log", *arguments]


def _perhaps_a_command(error: CramplogError, typed: list[str]) -> CramplogError:
    """The error of words that begin with what may be a mistyped command."""
    from cramplog.commands import COMMANDS, first_word
    from cramplog.domain.spelling import suggest

    word = first_word(typed) or ""
    meant = suggest(word, COMMANDS)
    if meant and f'"{word}"' in error.message:
        error.message = f'"{word}" is no command, and not a word of log.'
        error.hint = f'Did you mean the command "{meant}"?'
    return error


if __name__ == "__main__":
    main()
