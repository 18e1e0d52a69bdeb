"""`condition`, `symptom`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import facts as act
from cramplog.cli import complete
from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import alarmed

app = new_app()
condition = new_app(cls=Group, invoke_without_command=True)
GROUPS = {"condition": condition}

Name = Annotated[list[str], typer.Argument(metavar="NAME", autocompletion=complete.conditions)]
Date = Annotated[str | None, typer.Option(metavar="DATE", help="2019, 2019-05 or a day.")]


@condition.callback()
def bare_condition(ctx: typer.Context) -> None:
    """Medical conditions; that there is none can be said, too.

    Examples:
    cramplog condition add varicose veins --since 2019
    cramplog condition deny thrombophlebitis
    cramplog condition list
    """
    if ctx.invoked_subcommand is None:
        session = here(ctx)
        finish(ctx, session, act.list_conditions(session))


@condition.command("add", cls=Command)
def add(ctx: typer.Context, name: Name, since: Date = None, until: Date = None) -> None:
    """Record a condition that the person has, or had.

    Examples:
    cramplog condition add varicose veins --since 2019
    cramplog condition add diabetes
    """
    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.add_condition(session, name, since, until)))


@condition.command("end", cls=Command)
def end(ctx: typer.Context, name: Name, on: Date = None) -> None:
    """Record that a condition is over.

    Examples:
    cramplog condition end thrombophlebitis
    cramplog condition end thrombophlebitis --on 2026-10-01
    """
    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.end_condition(session, name, on)))


@condition.command("deny", cls=Command)
def deny(ctx: typer.Context, name: Name) -> None:
    """Record that the person does not have a condition.

    Examples:
    cramplog condition deny thrombophlebitis
    cramplog condition deny diabetes
    """
    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.deny_condition(session, name)))


@condition.command("list", cls=Command)
def list_conditions(ctx: typer.Context) -> None:
    """List the conditions on record.

    Examples:
    cramplog condition list
    cramplog condition list --json
    """
    session = here(ctx)
    finish(ctx, session, act.list_conditions(session))


@app.command("symptom", cls=Command)
def symptom(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME] [SIDE]", autocompletion=complete.symptoms, show_default=False
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day; today unless said.")
    ] = None,
    gone: Annotated[bool, typer.Option("--gone", help="It was there and is gone.")] = False,
    absent: Annotated[bool, typer.Option("--absent", help="Looked for, and not there.")] = False,
) -> None:
    """Record a leg check or another sign. Bare, it lists those on record.

    Examples:
    cramplog symptom swelling left
    cramplog symptom joint pain --absent
    cramplog symptom numbness both --on yesterday
    """
    session = here(ctx)
    if not words:
        finish(ctx, session, act.list_symptoms(session))
        return
    finish(
        ctx,
        session,
        alarmed(
            session,
            lambda: act.add_symptom(session, words, on, gone=gone, absent=absent),
            sign=True,
            ended=gone or absent,
        ),
    )
