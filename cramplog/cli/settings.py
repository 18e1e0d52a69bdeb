"""`config` and `completion`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli import complete
from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app

config = new_app(cls=Group, invoke_without_command=True)
completion = new_app(
    cls=Group,
    help="""Make the TAB key complete words.

    Examples:
    cramplog completion install
    cramplog completion install zsh
    """,
)
GROUPS = {"config": config, "completion": completion}

Key = Annotated[str, typer.Argument(metavar="KEY", autocompletion=complete.settings)]


@config.callback()
def bare_config(ctx: typer.Context) -> None:
    """Read and change settings.

    Examples:
    cramplog config list
    cramplog config set week.starts_on sunday
    cramplog config add-trigger gardening
    """
    if ctx.invoked_subcommand is None:
        from cramplog.actions import settings as act

        session = here(ctx)
        finish(ctx, session, act.list_(session))


@config.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """List every setting.

    Examples:
    cramplog config list
    cramplog config list --json
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.list_(session))


@config.command("get", cls=Command)
def get(ctx: typer.Context, key: Key) -> None:
    """Tell the value of one setting.

    Examples:
    cramplog config get night.starts_at
    cramplog config get week.starts_on
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.get(session, key))


@config.command("set", cls=Command)
def set_(ctx: typer.Context, key: Key, value: str) -> None:
    """Change a setting. A new boundary of nights recomputes every night, after a backup.

    Examples:
    cramplog config set week.starts_on sunday
    cramplog config set night.starts_at 18:00
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.set_(session, key, value))


@config.command("reset", cls=Command)
def reset(ctx: typer.Context, key: Key) -> None:
    """Give a setting its default again.

    Examples:
    cramplog config reset week.starts_on
    cramplog config reset night.starts_at
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.reset(session, key))


@config.command("path", cls=Command)
def path(ctx: typer.Context) -> None:
    """Tell where the settings file and the diary are.

    Examples:
    cramplog config path
    cramplog config path --json
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.path(session))


@config.command("add-trigger", cls=Command)
def add_trigger(
    ctx: typer.Context,
    name: str,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What it stands for.")] = "",
) -> None:
    """Add a trigger of your own, for @NAME in log and NAME=yes in night.

    Examples:
    cramplog config add-trigger gardening
    cramplog config add-trigger redwine --label "red wine in the evening"
    """
    from cramplog.actions import settings as act

    session = here(ctx)
    finish(ctx, session, act.add_trigger(session, name, label))


@completion.command("install", cls=Command)
def install(
    ctx: typer.Context,
    shell: Annotated[
        str | None, typer.Argument(metavar="[bash|zsh|fish]", show_default=False)
    ] = None,
) -> None:
    """Teach the shell to complete cramplog's words; the one in use unless one is named.

    Examples:
    cramplog completion install
    cramplog completion install zsh
    """
    from cramplog.cli.completion import install as act

    session = here(ctx)
    finish(ctx, session, act(shell))


@completion.callback()
def _only_a_group() -> None:
    """Keep Typer from merging the group with its one command."""
