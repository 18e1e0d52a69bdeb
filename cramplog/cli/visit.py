"""`visit`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app

visit = new_app(cls=Group, invoke_without_command=True)
GROUPS = {"visit": visit}


@visit.callback()
def show(ctx: typer.Context) -> None:
    """The next appointment: what to bring, what to ask.

    Examples:
    cramplog visit
    cramplog visit set 2026-12-04 GP
    cramplog visit done
    """
    if ctx.invoked_subcommand is None:
        from cramplog.actions import visits as act

        session = here(ctx)
        finish(ctx, session, act.show(session))


@visit.command("set", cls=Command)
def set_(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(metavar="DATE", help='A date, friday, "in 9 days".')],
    who: Annotated[list[str] | None, typer.Argument(metavar="[WHO]", show_default=False)] = None,
) -> None:
    """Record the next appointment.

    Examples:
    cramplog visit set 2026-12-04 GP
    cramplog visit set "in 9 days" Dr Weber
    cramplog visit set friday
    """
    from cramplog.actions import visits as act

    session = here(ctx)
    finish(ctx, session, act.set_(session, [day, *(who or [])]))


@visit.command("done", cls=Command)
def done(
    ctx: typer.Context,
    day: Annotated[
        str | None,
        typer.Argument(metavar="[DATE]", help="The day it was.", show_default=False),
    ] = None,
) -> None:
    """Record that the visit took place; `--since visit` counts from it.

    Examples:
    cramplog visit done
    cramplog visit done yesterday
    cramplog report --since visit
    """
    from cramplog.actions import visits as act

    session = here(ctx)
    finish(ctx, session, act.done(session, day))
