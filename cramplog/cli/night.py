"""`night`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import nights as act
from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import alarmed

app = new_app()


@app.command("night", cls=Command)
def night(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NIGHT] [quiet] [FACTOR=VALUE]...",
            autocompletion=complete.factors,
            show_default=False,
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show what can be noted.")] = False,
) -> None:
    """Record a night without a cramp, or the day before it.

    A night has its evening's date. What is not noted stays unknown, which is not no.

    Examples:
    cramplog night quiet
    cramplog night yesterday quiet stress=3 water=1.2l
    cramplog night 2026-11-20 exercise=hard cold=no
    """
    session = here(ctx)
    if list_:
        finish(ctx, session, act.list_factors(session))
        return
    finish(ctx, session, alarmed(session, lambda: act.night(session, words or [])))
