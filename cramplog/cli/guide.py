"""`guide`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app

app = new_app()


@app.command("guide", cls=Command)
def guide(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", autocompletion=complete.topics, show_default=False),
    ] = None,
) -> None:
    """Read what helps, what may be behind it, when to see a doctor. Offline; not a diagnosis.

    Examples:
    cramplog guide
    cramplog guide now
    cramplog guide doctor
    """
    from cramplog.actions.guide import guide as act

    session = here(ctx)
    finish(ctx, session, act(session, topic))
