"""The everyday path: a command line without options of its own runs before Typer is imported.

Typer alone would more than double the time until the prompt is back (benchmarks/startup.py). A
test holds the answers here equal to Typer's.
"""

from __future__ import annotations

from cramplog.cli.declare import declared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.cli.declare import Declared
    from cramplog.cli.session import Session
    from cramplog.dispatch import Entry, Line


def run(line: Line, session: Session) -> int | None:
    """Run a command line and return its exit code; None where Typer must read it.

    Raises CramplogError.
    """
    found = meant(line.entry, line.words) if line.simple else None
    if found is None:
        return None
    from cramplog.cli.output import show

    command, words = found
    session.begin(command.name or "cramplog", **line.shared)
    return show(command.run(session, command.bound(words)), session)


def meant(entry: Entry, words: Sequence[str]) -> tuple[Declared, Sequence[str]] | None:
    """Find the declared command, and the words left for its arguments; None if they do not fit."""
    commands = load(entry)
    inner = f"{entry.name} {words[0]}" if words else ""
    if inner in commands:
        command, words = commands[inner], words[1:]
    elif entry.name in commands:
        command = commands[entry.name]
    else:
        return None
    return (command, words) if command.takes(len(words)) else None


def load(entry: Entry) -> dict[str, Declared]:
    """Import a command's module and return the commands that it declares."""
    module = __import__(f"cramplog.cli.{entry.module}", fromlist=[entry.module])
    return declared(module)
