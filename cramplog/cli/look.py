"""`list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import look as act
from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app

app = new_app()

Day = "A night, inclusive: 2026-11-20, yesterday."


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    nights: Annotated[
        int | None, typer.Option(min=1, max=100_000, metavar="N", help="The last N nights.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    until: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    muscle: Annotated[
        str | None,
        typer.Option(metavar="NAME", autocompletion=complete.muscles, help="Only this muscle."),
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(metavar="SIDE", autocompletion=complete.sides, help="Only this side."),
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            autocompletion=complete.types,
            help="Only this type, said or derived.",
        ),
    ] = None,
    trigger: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", autocompletion=complete.triggers, help="Only with this trigger."
        ),
    ] = None,
    min_pain: Annotated[
        str | None, typer.Option(metavar="0-10", help="Only with this pain or more.")
    ] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Notes that hold this text.")
    ] = None,
) -> None:
    """List recorded cramps, newest night first. 14 nights unless a period is said.

    Examples:
    cramplog list
    cramplog list --nights 3 --muscle calf
    cramplog list --since 2026-11-01 --min-pain 7
    """
    session = here(ctx)
    filters = act.Filters(
        nights=nights,
        since=since,
        until=until,
        muscle=muscle,
        side=side,
        type=type_,
        trigger=trigger,
        min_pain=min_pain,
        search=search,
    )
    finish(ctx, session, act.list_(session, filters))


Number = Annotated[
    str,
    typer.Argument(
        metavar="[N]",
        autocompletion=complete.numbers,
        help="A number, or last.",
        show_default=False,
    ),
]


@app.command("show", cls=Command)
def show(ctx: typer.Context, number: Number = "last") -> None:
    """Show everything known of one cramp.

    Unless a number is said, it is the last one.

    Examples:
    cramplog show
    cramplog show 41
    """
    session = here(ctx)
    finish(ctx, session, act.show(session, number))
