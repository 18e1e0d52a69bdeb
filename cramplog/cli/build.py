"""Typer commands, made of what the modules of `cramplog.cli` declare."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from cramplog.cli.declare import GLOBAL, Argument, Declared, Option, declared
from cramplog.cli.help import help_of
from cramplog.cli.output import show
from cramplog.cli.session import Session
from cramplog.cli.usage import whole_number

SHARED = "cramplog.globals"


class Command(TyperCommand):
    """A declared command with the global options, whose help opens with its examples."""

    def __init__(self, own: Declared, name: str) -> None:
        super().__init__(
            name,
            params=[*map(parameter, own.parameters), *global_options()],
            help=own.function.__doc__,
            context_settings={"ignore_unknown_options": own.loose},
        )
        self.declared = own

    def invoke(self, ctx: Any) -> int:
        return _run(self.declared, ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


class Group(TyperGroup):
    """A command with subcommands; bare, it runs where it is declared itself."""

    def __init__(
        self, name: str, own: Declared | None, commands: dict[str, Command], **more: Any
    ) -> None:
        super().__init__(
            name=name,
            commands=dict(commands),
            params=[*more.pop("params", ()), *global_options()],
            help=more.pop("help", "") or (own.function.__doc__ if own else ""),
            invoke_without_command=own is not None,
            **more,
        )
        self.declared = own

    def invoke(self, ctx: Any) -> Any:
        code = super().invoke(ctx)
        if ctx.invoked_subcommand is None and self.declared is not None:
            return _run(self.declared, ctx)
        return code

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


def command_of(name: str, module: ModuleType) -> Command | Group:
    """Make the command of a name, or the group of its subcommands."""
    commands = declared(module)
    begins = f"{name} "
    inner = {
        each.removeprefix(begins): Command(one, each.removeprefix(begins))
        for each, one in commands.items()
        if each.startswith(begins)
    }
    if not inner:
        return Command(commands[name], name)
    return Group(name, commands.get(name), inner, help=getattr(module, "HELP", ""))


def _run(command: Declared, ctx: Any) -> int:
    given = {
        one.parameter if isinstance(one, Option) else one.name: one for one in command.parameters
    }
    values = {name: _value(one, ctx.params[name]) for name, one in given.items()}
    session: Session = ctx.obj
    session.begin(command.name or "cramplog", **ctx.meta.get(SHARED, {}))
    return show(command.run(session, values), session)


def _value(one: Argument | Option, value: Any) -> Any:
    if one.many:
        return tuple(value or ())
    if isinstance(one, Option) and one.least is not None and value is not None:
        return whole_number(one.flags[-1], value, one.least, one.most)
    return value


def parameter(given: Argument | Option, **more: Any) -> TyperArgument | TyperOption:
    """Make Typer's parameter of a declared one."""
    if isinstance(given, Argument):
        return TyperArgument(
            param_decls=[given.name],
            nargs=-1 if given.many else 1,
            required=given.least > 0,
            metavar=given.metavar,
            show_default=False,
        )
    switch = not given.metavar
    return TyperOption(
        param_decls=[*given.flags, given.parameter],
        is_flag=True if switch else None,
        default=given.default if switch else None,
        nargs=2 if given.pair else None,
        multiple=given.many,
        metavar=given.metavar or None,
        help=given.help,
        **more,
    )


def _keep(ctx: Any, param: Any, value: object) -> None:
    """Remember a global option wherever it stood; the last one counts."""
    if value:
        ctx.meta.setdefault(SHARED, {})[param.name] = value


def global_options() -> list[TyperArgument | TyperOption]:
    """`--json`, `--plain`, `--db`, `--person`: taken before and after the command's name."""
    return [parameter(one, expose_value=False, callback=_keep) for one in GLOBAL]
