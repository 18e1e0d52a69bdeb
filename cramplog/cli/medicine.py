"""`medicine`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli import complete
from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.log import alarmed

medicine = new_app(cls=Group, invoke_without_command=True)
GROUPS = {"medicine": medicine}

Name = Annotated[list[str], typer.Argument(metavar="NAME", autocompletion=complete.medicines)]
On = Annotated[str | None, typer.Option(metavar="DATE", help="2026, 2026-05 or a day.")]


@medicine.callback()
def bare_medicine(ctx: typer.Context) -> None:
    """Medicines with start, dose changes and stop.

    Examples:
    cramplog medicine start atorvastatin --on 2026-09-01 --dose "20 mg"
    cramplog medicine stop atorvastatin
    cramplog medicine none
    """
    if ctx.invoked_subcommand is None:
        from cramplog.actions import medicines as act

        session = here(ctx)
        finish(ctx, session, act.list_(session))


@medicine.command("start", cls=Command)
def start(
    ctx: typer.Context,
    name: Name,
    on: On = None,
    until: On = None,
    dose: Annotated[str | None, typer.Option(metavar="TEXT", help="In your words.")] = None,
) -> None:
    """Record a medicine; without --on its start stays unknown.

    Examples:
    cramplog medicine start atorvastatin --on 2026-09-01 --dose "20 mg"
    cramplog medicine start furosemide --on 2025 --until 2026-03
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.start(session, name, on, until, dose)))


@medicine.command("dose", cls=Command)
def dose(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="NAME TEXT", autocompletion=complete.medicines)
    ],
    on: On = None,
) -> None:
    """Record another dose, from today unless --on says otherwise.

    Examples:
    cramplog medicine dose atorvastatin "40 mg"
    cramplog medicine dose atorvastatin "10 mg" --on 2026-10-15
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.dose(session, words, on)))


@medicine.command("stop", cls=Command)
def stop(ctx: typer.Context, name: Name, on: On = None) -> None:
    """Record that a medicine was stopped; whether to stop is for who prescribed it.

    Examples:
    cramplog medicine stop furosemide
    cramplog medicine stop furosemide --on 2026-11-01
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.stop(session, name, on)))


@medicine.command("name", cls=Command)
def name_(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="WORDS")],
    meant: Annotated[list[str], typer.Argument(metavar="NAME", autocompletion=complete.medicines)],
) -> None:
    """Say what a medicine is that was kept in your own words, or that it is another kind.

    Examples:
    cramplog medicine name "blood pressure pill" indapamide
    cramplog medicine name ginkgo other
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.name(session, old, meant)))


@medicine.command("none", cls=Command)
def none(ctx: typer.Context) -> None:
    """Record that no medicine is taken but those listed.

    Examples:
    cramplog medicine none
    cramplog medicine none --json
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, alarmed(session, lambda: act.none_other(session)))


@medicine.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """List the medicines on record.

    Examples:
    cramplog medicine list
    cramplog medicine list --json
    """
    from cramplog.actions import medicines as act

    session = here(ctx)
    finish(ctx, session, act.list_(session))
