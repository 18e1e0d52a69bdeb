"""What every command shares: the global options, help that opens with examples, the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from cramplog.cli import complete
from cramplog.cli.help import help_of
from cramplog.cli.output import show
from cramplog.cli.session import Result, Session

GLOBALS = "cramplog.globals"


def _keep(ctx: Any, param: Any, value: object) -> None:
    """Remember a global option wherever it stood; the last one counts."""
    if value:
        ctx.meta.setdefault(GLOBALS, {})[param.name] = value


def tab(offer: Callable[[str], list[str]]) -> Callable[[Any, list[str], str], list[str]]:
    """A completer in the form that TyperOption takes when no function's signature is read."""
    return lambda _ctx, _args, incomplete: offer(incomplete)


def global_options() -> list[TyperOption]:
    """`--json`, `--plain`, `--db`, `--person`: taken before and after the command's name."""
    shared: dict[str, Any] = {"expose_value": False, "callback": _keep}
    return [
        TyperOption(
            param_decls=["--json"], is_flag=True, default=False, help="Answer in JSON.", **shared
        ),
        TyperOption(
            param_decls=["--plain"],
            is_flag=True,
            default=False,
            help="Labelled lines: no colour, no cursor motion.",
            **shared,
        ),
        TyperOption(param_decls=["--db"], metavar="FILE", help="The diary to use.", **shared),
        TyperOption(
            param_decls=["--person"],
            metavar="NAME",
            help="Whose record.",
            autocompletion=tab(complete.people),
            **shared,
        ),
    ]


class Command(TyperCommand):
    """A command with the global options, whose help opens with its examples."""

    def __init__(self, name: str | None, **options: Any) -> None:
        super().__init__(name, **options)
        self.params += global_options()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


class Group(TyperGroup):
    """A command with subcommands."""

    command_class = Command

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.params += global_options()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


def app(**options: Any) -> typer.Typer:
    """A Typer application in the house style: no rich markup, no pretty tracebacks."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        **options,
    )


def here(ctx: typer.Context) -> Session:
    """Return the session of the command that runs."""
    given: dict[str, Any] = ctx.meta.get(GLOBALS, {})
    name = ctx.command_path.partition(" ")[2] or "cramplog"
    session: Session = ctx.obj
    return session.begin(name, **given)


def finish(ctx: typer.Context, session: Session, result: Result) -> None:
    """Print the result and end with its exit code."""
    code = show(result, session)
    if code:
        raise typer.Exit(code)
    ctx.meta["done"] = True
