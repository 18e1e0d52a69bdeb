"""`export` and `import`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.look import Day

app = new_app()
export = new_app(
    cls=Group,
    help="""Write the diary to a file that others can read.

    Examples:
    cramplog export csv
    cramplog export csv -o cramps.csv --since 2026-01-01
    """,
)
GROUPS = {"export": export}


@export.callback()
def _only_a_group() -> None:
    """Keep Typer from merging the group with its one command."""


@export.command("csv", cls=Command)
def csv(
    ctx: typer.Context,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="A file, or - for stdout.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    until: Annotated[str | None, typer.Option(metavar="NIGHT", help=Day)] = None,
    night_log: Annotated[
        bool, typer.Option("--night-log", help="Nights and their factors, not episodes.")
    ] = False,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Leave the notes out.")] = False,
    no_name: Annotated[
        bool, typer.Option("--no-name", help="Leave the person's name out.")
    ] = False,
    excel: Annotated[bool, typer.Option("--excel", help="Mark the file for Excel (BOM).")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Write a CSV file: one row a cramp, oldest first.

    Examples:
    cramplog export csv
    cramplog export csv -o cramps.csv --since 2026-01-01 --no-notes
    cramplog export csv --night-log
    """
    from cramplog.actions.transfer import export_csv

    where = here(ctx)
    result = export_csv(
        where,
        output=output,
        since=since,
        until=until,
        night_log=night_log,
        no_notes=no_notes,
        no_name=no_name,
        excel=excel,
        force=force,
    )
    finish(ctx, where, result)


@app.command("import", cls=Command)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would happen.")
    ] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave bad rows out.")] = False,
) -> None:
    """Read a CSV file into the diary; one undo step. Repeats are recognised.

    Examples:
    cramplog import cramps.csv --dry-run
    cramplog import cramps.csv
    """
    from cramplog.actions.transfer import import_ as act

    where = here(ctx)
    finish(ctx, where, act(where, file, dry_run=dry_run, skip_bad=skip_bad))
