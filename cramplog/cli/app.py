"""The program: a group of commands, of which only the one that runs is loaded."""

from __future__ import annotations

import importlib
from typing import Any

from typer.core import TyperOption

from cramplog import __version__, streams
from cramplog.cli import build, home
from cramplog.cli.declare import declared
from cramplog.cli.session import Session
from cramplog.dispatch import COMMANDS
from cramplog.errors import Stopped

ABOUT = """A diary for night leg cramps. What it prints is self-reported, and no diagnosis.

Examples:
cramp
cramp left calf 5m 7
cramplog report week
cramplog flags
"""
PURPOSE = (
    "A record of what you wrote, with published advice on when to see a doctor beside it.",
    "Not for diagnosis, treatment, monitoring or emergencies; not reviewed by a clinician.",
)
"""The intended purpose in two lines; `docs/intended-purpose.md` is the whole."""


class Program(build.Group):
    """The commands by name, each loaded from its module when it is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = importlib.import_module(f"cramplog.cli.{COMMANDS[cmd_name].module}")
            self.commands[cmd_name] = build.command_of(cmd_name, module)
        return self.commands[cmd_name]


def _version(ctx: Any, _param: Any, wanted: bool) -> None:
    """Print the version and what the program is for, and end."""
    if wanted:
        print(f"cramplog {__version__}", *PURPOSE, sep="\n", flush=True)
        ctx.exit()


def program() -> Program:
    """Make the whole program as Typer's command."""
    version = TyperOption(
        param_decls=["--version"],
        is_flag=True,
        default=False,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help="Show the version and what it is for.",
    )
    return Program(
        "cramplog",
        declared(home)[""],
        {},
        help=ABOUT,
        params=[version],
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def run_typer(arguments: list[str], name: str, session: Session) -> int:
    """Run a command line through Typer; raises CramplogError."""
    try:
        code = program().main(args=arguments, prog_name=name, standalone_mode=False, obj=session)
    except SystemExit:
        if streams.lost:  # Typer's way out for a reader that went away
            raise BrokenPipeError from None
        raise
    except Exception as problem:
        if type(problem).__name__ == "Abort":  # what Typer makes of an end of input
            raise KeyboardInterrupt from None
        if type(problem).__module__.startswith("typer."):
            from cramplog.cli.usage import explained

            raise explained(problem) from None
        raise
    if code == Stopped.exit_code:  # what Typer makes of Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0
