"""`report`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.look import Day

app = new_app()


@app.command("report", cls=Command)
def report(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[week [last]|month|year|visit]", show_default=False),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    until: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text or json.")
    ] = "text",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Report a week, a month, a year or a range of nights.

    Unless a range is said, it is that of the last finished night.

    Examples:
    cramplog report week
    cramplog report week last
    cramplog report --since 2026-11-01 --until 2026-11-20 --format json
    """
    from cramplog.actions.report import report as act
    from cramplog.actions.report import written

    where = here(ctx)
    result = act(where, words or [], since, until)
    finish(ctx, *written(where, result, format_, output, force=force))
