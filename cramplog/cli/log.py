"""`log`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions.log import log as act
from cramplog.cli import complete
from cramplog.cli.command import app as new_app
from cramplog.cli.command import finish, here
from cramplog.cli.words import WORDS, WordsCommand, said

app = new_app()

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", autocompletion=complete.words, show_default=False),
]


@app.command("log", cls=WordsCommand, context_settings=WORDS)
def log(ctx: typer.Context, words: Words = None) -> None:
    """Record a cramp that is over. Words come in any order; each is an option, too.

    Examples:
    cramplog log left calf 5m 7
    cramplog log 02:30 right foot ~3m woke @cold +stretch
    cramplog log yesterday 23:50 both calf --note "after the long walk"
    """
    session = here(ctx)
    finish(ctx, session, act(session, said(ctx, words)))
