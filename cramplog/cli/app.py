"""The program: a group of commands, of which only the one that runs is loaded."""

from __future__ import annotations

import importlib
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group_from_info
from typer.models import TyperInfo

from cramplog import __version__, streams
from cramplog.cli import build
from cramplog.cli.command import app, finish, global_options, here
from cramplog.cli.declare import declared
from cramplog.cli.help import help_of
from cramplog.cli.session import Session
from cramplog.dispatch import COMMANDS
from cramplog.errors import Stopped


class Program(TyperGroup):
    """The commands by name, each loaded from its module when it is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = importlib.import_module(f"cramplog.cli.{COMMANDS[cmd_name].module}")
            self.commands[cmd_name] = load(module, cmd_name)
        return self.commands[cmd_name]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


def load(module: Any, name: str) -> Any:
    """One command of a module: a Typer application of its own, or one command of `app`."""
    commands = declared(module)
    inner = [each for each in commands if each.startswith(f"{name} ")]
    if inner:
        return build.Group(name, commands, getattr(module, "HELP", ""))
    if name in commands:
        return build.Command(commands[name], name)
    groups: dict[str, typer.Typer] = getattr(module, "GROUPS", {})
    if name in groups:
        return get_group_from_info(
            TyperInfo(groups[name], name=name),
            pretty_exceptions_short=False,
            suggest_commands=True,
            rich_markup_mode=None,
        )
    single = app()
    single.registered_commands = [c for c in module.app.registered_commands if c.name == name]
    return get_command(single)


root = app(
    cls=Program,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PURPOSE = (
    "A record of what you wrote, with published advice on when to see a doctor beside it.",
    "Not for diagnosis, treatment, monitoring or emergencies; not reviewed by a clinician.",
)
"""The intended purpose in two lines; `docs/intended-purpose.md` is the whole."""


def _version(value: bool) -> None:
    if value:
        typer.echo("\n".join((f"cramplog {__version__}", *PURPOSE)))
        raise typer.Exit


@root.callback()
def bare(
    ctx: typer.Context,
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help="Show the version and what it is for.",
    ),
) -> None:
    """A diary for night leg cramps. What it prints is self-reported, and no diagnosis.

    Examples:
    cramp
    cramp left calf 5m 7
    cramplog report week
    cramplog flags
    """
    if ctx.invoked_subcommand is None:
        from cramplog.cli.home import home

        session = here(ctx)
        finish(ctx, session, home(session))


def program() -> Any:
    """The whole program as Typer's command."""
    command = get_command(root)
    command.params += global_options()
    return command


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
