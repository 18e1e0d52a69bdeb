"""`flags`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app

app = new_app()


@app.command("flags", cls=Command)
def flags(
    ctx: typer.Context,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="ID", autocompletion=complete.rules, help="One rule whole."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 10 when a flag of SOON or above is on.")
    ] = False,
) -> None:
    """Tell which patterns of the diary are reasons to see a doctor. Not a diagnosis.

    Examples:
    cramplog flags
    cramplog flags --show ART-REGULAR
    cramplog flags --exit-code
    """
    from cramplog.actions.flags import flags as act

    where = here(ctx)
    finish(ctx, where, act(where, show, exit_code=exit_code))
