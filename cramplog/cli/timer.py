"""`start`, `stop`, `cancel`, `status`."""

from __future__ import annotations

from typing import Any

import typer

from cramplog.actions import timer as act
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import Words
from cramplog.cli.words import WORDS, WordsCommand, said

app = new_app()


@app.command("start", cls=WordsCommand, context_settings=WORDS)
def start(ctx: typer.Context, words: Words = None) -> None:
    """Start the timer, with first-aid steps at a terminal. Enter stops it.

    Examples:
    cramplog start left calf
    cramplog start 2m ago right foot
    """
    session = here(ctx)
    finish(ctx, session, act.start(session, said(ctx, words)))


class StopCommand(WordsCommand):
    """`stop`, whose `--at` is the end."""

    def __init__(self, name: str | None, **options: Any) -> None:
        super().__init__(name, **options)
        at = next(param for param in self.params if param.name == "at")
        at.help = 'When it ended: 02:35, "2m ago".'  # type: ignore[attr-defined]


@app.command("stop", cls=StopCommand, context_settings=WORDS)
def stop(ctx: typer.Context, words: Words = None) -> None:
    """Stop the timer and record its cramp.

    Examples:
    cramplog stop 7 +stretch!
    cramplog stop 5m
    cramplog stop --at "1m ago"
    """
    session = here(ctx)
    finish(ctx, session, act.stop(session, said(ctx, words)))


@app.command("cancel", cls=Command)
def cancel(ctx: typer.Context) -> None:
    """Drop the timer; nothing is recorded.

    Examples:
    cramplog cancel
    cramplog cancel --json
    """
    session = here(ctx)
    finish(ctx, session, act.cancel(session))


@app.command("status", cls=Command)
def status(ctx: typer.Context) -> None:
    """Tell whether a timer is running.

    Examples:
    cramplog status
    cramplog status --json
    """
    session = here(ctx)
    finish(ctx, session, act.status(session))
