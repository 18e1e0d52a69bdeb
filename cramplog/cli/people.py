"""`person`: whose diary, and the facts that rules and reports need."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.actions import facts
from cramplog.cli import complete
from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import alarmed
from cramplog.errors import BadWord

person = new_app(cls=Group, invoke_without_command=True)
GROUPS = {"person": person}

Name = Annotated[str, typer.Argument(metavar="NAME", autocompletion=complete.people)]


@person.callback()
def bare_person(ctx: typer.Context) -> None:
    """Whose diary, and the facts that rules and reports need.

    Examples:
    cramplog person set born=1958 sex=f weight=70kg
    cramplog person show
    cramplog person add anna
    """
    if ctx.invoked_subcommand is None:
        session = here(ctx)
        finish(ctx, session, facts.show_person(session))


@person.command("set", cls=Command)
def set_(
    ctx: typer.Context,
    pairs: Annotated[
        list[str], typer.Argument(metavar="KEY=VALUE...", autocompletion=complete.facts)
    ],
) -> None:
    """Record facts of the person; KEY= makes one unknown again.

    Examples:
    cramplog person set born=1958 sex=f weight=70kg
    cramplog person set cramps_since=2019
    """
    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: facts.set_person(session, pairs)))


@person.command("show", cls=Command)
def show(ctx: typer.Context) -> None:
    """Show the facts on record, and how to say those that are not.

    Examples:
    cramplog person show
    cramplog person show --json
    """
    session = here(ctx)
    finish(ctx, session, facts.show_person(session))


@person.command("add", cls=Command)
def add(ctx: typer.Context, name: Name) -> None:
    """Add a person to the diary.

    Examples:
    cramplog person add anna
    cramplog log left calf 5m --person anna
    """
    from cramplog.actions import people as act

    session = here(ctx)
    finish(ctx, session, act.add(session, name))


@person.command("use", cls=Command)
def use(ctx: typer.Context, name: Name) -> None:
    """Open another person's record from now on.

    Examples:
    cramplog person use anna
    cramplog person use me
    """
    from cramplog.actions import people as act

    session = here(ctx)
    finish(ctx, session, act.use(session, name))


@person.command("rename", cls=Command)
def rename(
    ctx: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="[OLD] NEW", autocompletion=complete.people)
    ],
) -> None:
    """Call the open record, or the one named first, by another name.

    Examples:
    cramplog person rename anna
    cramplog person rename me anna
    """
    from cramplog.actions import people as act

    session = here(ctx)
    if len(names) > 2:
        raise BadWord(
            "a record has one name before and one after.", "Put a name of several words in quotes."
        )
    finish(ctx, session, act.rename(session, names))


@person.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """List the people of the diary.

    Examples:
    cramplog person list
    cramplog person list --json
    """
    from cramplog.actions import people as act

    session = here(ctx)
    finish(ctx, session, act.list_(session))


@person.command("remove", cls=Command)
def remove(ctx: typer.Context, name: Name) -> None:
    """Put a person's record away; adding the name again brings it back.

    Examples:
    cramplog person remove anna
    cramplog person add anna
    """
    from cramplog.actions import people as act

    session = here(ctx)
    finish(ctx, session, act.remove(session, name))
