"""The short way: option-free everyday commands reach their action before Typer is imported.

Typer alone would more than double the time until the prompt is back (benchmarks/startup.py).
A test holds the names and answers here equal to Typer's.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.result import Context, Result

WORDS = ("log", "start", "stop")
BARE = ("list", "status")


def takes(arguments: list[str]) -> bool:
    """Whether a command line needs no options and so no Typer."""
    if not arguments or any(argument.startswith("-") for argument in arguments):
        return False
    return arguments[0] in WORDS or (arguments[0] in BARE and len(arguments) == 1)


def run(arguments: list[str]) -> int:
    """Run such a command line; returns the exit code, raises CramplogError."""
    from cramplog.actions.result import context
    from cramplog.actions.show import show

    here = context(arguments[0])
    return show(_result(here, arguments[1:]), here)


def _result(here: Context, words: list[str]) -> Result:
    if here.command == "list":
        from cramplog.actions.look import Filters, list_

        return list_(here, Filters())
    if here.command == "status":
        from cramplog.actions.timer import status

        return status(here)
    from cramplog.actions.said import Said

    said = Said(words=tuple(words))
    if here.command == "log":
        from cramplog.actions.log import log

        return log(here, said)
    from cramplog.actions import timer

    return timer.start(here, said) if here.command == "start" else timer.stop(here, said)
