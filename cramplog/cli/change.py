"""`edit`, `delete`, `undo`, `redo`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import change as act
from cramplog.actions.log import alarmed
from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.words import WORDS, WordsCommand, said

app = new_app()


@app.command("edit", cls=WordsCommand, context_settings=WORDS)
def edit(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[N] [WORDS]...", autocompletion=complete.edited, show_default=False
        ),
    ] = None,
) -> None:
    """Change a recorded cramp by the words of log. NAME= makes something unknown again.

    Unless a number is said, it is the last one.

    Examples:
    cramplog edit 41 right 6m
    cramplog edit last 02:25 pain=
    cramplog edit 41 --note "after the long walk"
    """
    session = here(ctx)
    number, rest = act.split_number(words or [])
    finish(ctx, session, act.edit(session, number, said(ctx, rest)))


@app.command("delete", cls=Command)
def delete(
    ctx: typer.Context,
    numbers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[N]...", autocompletion=complete.numbers, show_default=False),
    ] = None,
) -> None:
    """Delete cramps; undo brings them back.

    Unless a number is said, it is the last one.

    Examples:
    cramplog delete
    cramplog delete 41 42
    """
    session = here(ctx)
    finish(ctx, session, act.delete(session, numbers or []))


@app.command("undo", cls=Command)
def undo(ctx: typer.Context) -> None:
    """Take back the last change. Again and again, back to the first.

    Examples:
    cramplog undo
    cramplog undo --json
    """
    session = here(ctx)
    finish(ctx, session, act.undo(session))


@app.command("redo", cls=Command)
def redo(ctx: typer.Context) -> None:
    """Do again what was undone last.

    Examples:
    cramplog redo
    cramplog redo --json
    """
    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.redo(session)))
