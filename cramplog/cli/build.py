"""Typer commands, made of what the modules of `cramplog.cli` declare."""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from cramplog.cli import complete
from cramplog.cli.declare import Argument, Declared, Option
from cramplog.cli.help import help_of
from cramplog.cli.output import show
from cramplog.cli.session import Session
from cramplog.cli.usage import whole_number

SHARED = "cramplog.globals"
GLOBAL = (
    Option(flags=("--json",), help="Answer in JSON."),
    Option(flags=("--plain",), help="Labelled lines: no colour, no cursor motion."),
    Option(flags=("--db",), metavar="FILE", help="The diary to use."),
    Option(flags=("--person",), metavar="NAME", help="Whose record.", complete="people"),
)


class Command(TyperCommand):
    """A declared command with the global options, whose help opens with its examples."""

    def __init__(self, declared: Declared, name: str) -> None:
        super().__init__(
            name,
            params=[*map(parameter, declared.parameters), *global_options()],
            help=declared.function.__doc__,
            context_settings={"ignore_unknown_options": declared.loose},
        )
        self.declared = declared

    def invoke(self, ctx: Any) -> int:
        return _run(self.declared, ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


class Group(TyperGroup):
    """A command with subcommands; bare, it runs where it is declared itself."""

    def __init__(self, name: str, declared: dict[str, Declared], help_: str) -> None:
        own = declared.get(name)
        inner = {
            one.rpartition(" ")[2]: each
            for one, each in declared.items()
            if one.startswith(f"{name} ")
        }
        super().__init__(
            name=name,
            commands={each: Command(one, each) for each, one in inner.items()},
            params=global_options(),
            help=own.function.__doc__ if own else help_,
            invoke_without_command=own is not None,
        )
        self.declared = own

    def invoke(self, ctx: Any) -> Any:
        code = super().invoke(ctx)
        if ctx.invoked_subcommand is None and self.declared is not None:
            return _run(self.declared, ctx)
        return code

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_of(self, ctx) + "\n")


def _run(declared: Declared, ctx: Any) -> int:
    given = {
        one.parameter if isinstance(one, Option) else one.name: one for one in declared.parameters
    }
    values = {name: _value(one, ctx.params[name]) for name, one in given.items()}
    session: Session = ctx.obj
    session.begin(declared.name, **ctx.meta.get(SHARED, {}))
    return show(declared.run(session, values), session)


def _value(one: Argument | Option, value: Any) -> Any:
    if one.many:
        return tuple(value or ())
    if isinstance(one, Option) and one.least is not None and value is not None:
        return whole_number(one.flags[-1], value, one.least, one.most)
    return value


def parameter(declared: Argument | Option, **more: Any) -> TyperArgument | TyperOption:
    """Make Typer's parameter of a declared one."""
    if isinstance(declared, Argument):
        return TyperArgument(
            param_decls=[declared.name],
            autocompletion=_tab(declared.complete),
            nargs=-1 if declared.many else 1,
            required=declared.least > 0,
            metavar=declared.metavar,
            show_default=False,
        )
    switch = not declared.metavar
    return TyperOption(
        param_decls=[*declared.flags, declared.parameter],
        is_flag=True if switch else None,
        default=declared.default if switch else None,
        nargs=2 if declared.pair else None,
        multiple=declared.many,
        metavar=declared.metavar or None,
        help=declared.help,
        autocompletion=_tab(declared.complete),
        **more,
    )


def _tab(name: str) -> Any:
    """Return a completer in the form that Typer takes."""
    if not name:
        return None
    offer = getattr(complete, name)
    return lambda _ctx, _args, incomplete: offer(incomplete)


def _keep(ctx: Any, param: Any, value: object) -> None:
    """Remember a global option wherever it stood; the last one counts."""
    if value:
        ctx.meta.setdefault(SHARED, {})[param.name] = value


def global_options() -> list[TyperArgument | TyperOption]:
    """`--json`, `--plain`, `--db`, `--person`: taken before and after the command's name."""
    return [parameter(one, expose_value=False, callback=_keep) for one in GLOBAL]
