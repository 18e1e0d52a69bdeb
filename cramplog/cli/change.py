"""`edit`, `delete`, `undo`, `redo`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import change as act
from cramplog.actions.log import alarmed
from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import Words
from cramplog.cli.look import Number
from cramplog.cli.words import WORDS, WordsCommand, said

app = new_app()


@app.command("edit", cls=WordsCommand, context_settings=WORDS)
def edit(ctx: typer.Context, number: Number, words: Words = None) -> None:
    """Change a recorded cramp by the words of log. NAME= makes something unknown again.

    Examples:
    cramplog edit 41 right 6m
    cramplog edit last 02:25 pain=
    cramplog edit 41 --note "after the long walk"
    """
    where = here(ctx)
    finish(ctx, where, act.edit(where, number, said(ctx, words)))


@app.command("delete", cls=Command)
def delete(
    ctx: typer.Context,
    numbers: Annotated[list[str], typer.Argument(metavar="N...", autocompletion=complete.numbers)],
) -> None:
    """Delete cramps; undo brings them back.

    Examples:
    cramplog delete 41
    cramplog delete 41 42
    """
    where = here(ctx)
    finish(ctx, where, act.delete(where, numbers))


@app.command("undo", cls=Command)
def undo(ctx: typer.Context) -> None:
    """Take back the last change. Again and again, back to the first.

    Examples:
    cramplog undo
    cramplog undo --json
    """
    where = here(ctx)
    finish(ctx, where, act.undo(where))


@app.command("redo", cls=Command)
def redo(ctx: typer.Context) -> None:
    """Do again what was undone last.

    Examples:
    cramplog redo
    cramplog redo --json
    """
    where = here(ctx)
    finish(ctx, where, alarmed(where, lambda: act.redo(where)))
